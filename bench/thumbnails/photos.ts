// Runs in Node: how fast photos become thumbnails, how large these are, and what a second worker gives.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import type { Worker } from '../../electron/main/thumbnails/slot-types.js';
import { effortOf, quietest, type Effort } from './effort.js';
import { nativeSharp } from './native.js';
import { nodeWorkers, type Workers } from './processes.js';
import { atLeast, atMost, median, timed, type BenchRow } from './rows.js';
import { service } from './service.js';
import { textured } from './textured.js';

const run = promisify(execFile);
const SIDE = 320;
const ROUNDS = 7;
/** What the last run has stored, in the scratch folder. */
const STORE = 'store';
/** Photos that each worker makes before it is measured: so long its code is still being compiled better on the side. */
const WARM = 48;

export interface PhotoBench {
  readonly workers: Workers;
  readonly scratch: string;
  /** Photos per run. */
  readonly files: number;
  readonly say: (line: string) => void;
}

/** Makes photos of 12 to 24 megapixels, each file another content; answers their paths. */
export async function largePhotos(dir: string, count: number): Promise<string[]> {
  mkdirSync(dir, { recursive: true });
  const sizes = [
    { width: 4000, height: 3000 },
    { width: 5184, height: 3456 },
    { width: 6000, height: 4000 },
  ];
  const made: Buffer[] = [];
  for (const [seed, { width, height }] of sizes.entries()) made.push(await textured(width, height, seed));
  return Array.from({ length: count }, (_, i) => {
    const path = join(dir, `photo ${i}.jpg`);
    // What follows the picture does not count for a decoder, but makes the file another one; of another size, because the app
    // first asks what is in a file of a size that it knows.
    writeFileSync(path, Buffer.concat([made[i % made.length] ?? Buffer.alloc(0), Buffer.alloc(i + 1, '\n')]));
    return path;
  });
}

export async function benchPhotos(bench: PhotoBench): Promise<BenchRow[]> {
  const { scratch, files, say } = bench;
  const root = join(scratch, 'large');
  say(`making ${files} photos of 12 to 24 megapixels`);
  const all = await largePhotos(root, files + 2 * WARM);
  const paths = all.slice(0, files);
  const native = await nativeSharp();
  const nativeWorkers = 'folder' in native ? await nodeWorkers(native.folder) : null;
  const one: Effort[] = [];
  const two: Effort[] = [];
  const compiled: Effort[] = [];
  const vips: (number | null)[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`photos, round ${round + 1} of ${ROUNDS}`);
    const effort = (workers: Workers, count: number) => effortOfRun({ ...bench, workers }, root, all, count);
    if (nativeWorkers) compiled.push(await effort(nativeWorkers, 1));
    vips.push(await vipsthumbnail(scratch, paths));
    one.push(await effort(bench.workers, 1));
    two.push(await effort(bench.workers, 2));
  }
  nativeWorkers?.close();
  const reference = vips.every((time) => time !== null) ? median(vips) : null;
  const noReference = 'vipsthumbnail is not installed (libvips-tools)';
  const timesOf = (efforts: readonly Effort[]) => efforts.map(({ time }) => time);
  const each = (times: readonly number[]) => `${(median(times) / files).toFixed(1)} ms each`;
  const against = (efforts: readonly Effort[]) => ({
    value: reference === null || efforts.length === 0 ? null : reference / median(timesOf(efforts)),
    note: reference === null ? noReference : `${each(timesOf(efforts))}, vipsthumbnail ${each([reference])}`,
  });
  const rounds = quietest(one.map((single, round) => ({ single, double: two[round] ?? single })));
  const singles = rounds.map(({ single }) => single);
  const doubles = rounds.map(({ double }) => double);
  const ownIsNative = !('emscripten' in sharp.versions);
  return [
    {
      ...{ what: 'JPEG of 12-24 MP to 320 px, speed against vipsthumbnail (wasm)', unit: 'x' },
      ...{ must: atLeast(0.4), aim: atLeast(0.8) },
      ...(ownIsNative
        ? { value: null, impossible: true, note: 'sharp of this system is native' }
        : against(one)),
    },
    {
      ...{ what: 'the same with native sharp', unit: 'x', must: atLeast(0.85), aim: atLeast(1) },
      ...('reason' in native ? { value: null, note: native.reason } : against(compiled)),
    },
    {
      ...{ what: 'bytes of a thumbnail against JPEG quality 80', unit: 'x', note: '' },
      ...{ must: atMost(0.75), aim: atMost(0.6) },
      value: await bytesAgainstJpeg(scratch, paths.slice(0, 3)),
    },
    {
      ...{ what: 'two workers against one', unit: 'x' },
      ...{ must: atLeast(1.7), aim: atLeast(1.9) },
      // Of medians: a single round varies by a fifth in either direction, and the factor of two by more.
      value: median(timesOf(singles)) / median(timesOf(doubles)),
      note: `${each(timesOf(singles))} (${shares(singles, files)}), with two ${each(timesOf(doubles))} (${shares(doubles, files)})`,
    },
  ];
}

/** Processor time of a photo, and what other programs held of all processors. */
function shares(efforts: readonly Effort[], files: number): string {
  const of = (value: (effort: Effort) => number) => median(efforts.map(value));
  const each = (value: (effort: Effort) => number) => (of(value) / files).toFixed(1);
  if (Number.isNaN(of(({ workers }) => workers))) return 'only Linux tells processor times of others';
  return `processor: worker ${each(({ workers }) => workers)}, main ${each(({ main }) => main)}, others ${Math.round(of(({ others }) => others) * 100)} %`;
}

/** Of photos from the moment the service hears of them until the last is stored and counted, without the start of its workers. */
async function effortOfRun(
  { workers, scratch, files }: PhotoBench,
  root: string,
  all: readonly string[],
  count: number,
): Promise<Effort> {
  const home = mkdtempSync(join(scratch, `photos-${count}-`));
  const made = service({ workers: small(workers), count, root, home });
  const { thumbnails, announced } = made;
  const complete = async (paths: readonly string[]) => {
    made.add(paths);
    // Asked, because the last ends are told together with others, up to 100 ms later; and not before the pool has nothing to do, because
    // to ask takes processor time.
    do {
      await pause(5);
      await made.pool.waitCompletion(60_000);
    } while (thumbnails.status().pending > 0);
  };
  await thumbnails.start();
  // WebAssembly is compiled a second time, better, while the first photos are made: that costs another half processor.
  await complete(all.slice(files, files + count * WARM));
  const effort = await effortOf(workers.pids(), () => complete(all.slice(0, files)));
  while (announced.size < made.files.size && made.failures.size === 0) await pause(5);
  await thumbnails.stop();
  if (made.failures.size > 0) throw new Error(`${made.failures.size} photos were not made`);
  const store = join(scratch, STORE);
  rmSync(store, { recursive: true, force: true });
  renameSync(join(home, 'thumbnails'), store);
  rmSync(home, { recursive: true });
  return effort;
}

/** The same workers, with every picture as small as that of the program they are measured against. */
function small(workers: Workers): Workers {
  const start = (): Worker => {
    const worker = workers.start();
    const ask = worker.ask.bind(worker);
    // Its other requests take no notice of a side.
    const askSmall = (name: 'make', args: object) => ask(name, { ...args, longestSide: SIDE } as never);
    return Object.assign(worker, { ask: askSmall as Worker['ask'] });
  };
  return { ...workers, start };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Milliseconds of one process with one thread for all photos; null when there is no such program. */
async function vipsthumbnail(scratch: string, paths: readonly string[]): Promise<number | null> {
  const output = join(scratch, 'vips');
  mkdirSync(output, { recursive: true });
  const args = [...paths, '--size', String(SIDE), '--output', `${output}/%s.jpg[Q=80]`];
  try {
    return await timed(() => run('vipsthumbnail', args, { env: { ...process.env, VIPS_CONCURRENCY: '1' } }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The stored bytes of the last run against JPEGs made from the same originals at the same size. */
async function bytesAgainstJpeg(scratch: string, paths: readonly string[]): Promise<number> {
  const store = join(scratch, STORE);
  const stored = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.webp'),
  );
  const mean = stored.reduce((sum, name) => sum + statSync(join(store, name)).size, 0) / stored.length;
  const jpegs = await Promise.all(
    paths.map((path) => sharp(path).resize(SIDE, SIDE, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()),
  );
  return mean / (jpegs.reduce((sum, { length }) => sum + length, 0) / jpegs.length);
}
