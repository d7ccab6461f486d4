// Runs in Node: how fast photos become thumbnails, how large these are, and what a second worker gives.

import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { jpeg } from '../../e2e/media/index.js';
import { fileIdentity, jobKey } from '../../electron/main/thumbnails/keys.js';
import { ThumbnailPool } from '../../electron/main/thumbnails/pool.js';
import { ThumbnailStore } from '../../electron/main/thumbnails/store.js';
import { nativeSharp } from './native.js';
import { nodeWorkers, type Workers } from './processes.js';
import { atLeast, atMost, median, timed, type BenchRow } from './rows.js';
import { fileAt } from './service.js';

const run = promisify(execFile);
const SIDE = 320;
const ROUNDS = 5;
/** Photos that each worker makes before it is measured. */
const WARM = 24;

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
  for (const [seed, size] of sizes.entries()) made.push(await jpeg({ ...size, seed, scene: 'lake' }));
  return Array.from({ length: count }, (_, i) => {
    const path = join(dir, `photo ${i}.jpg`);
    // What follows the picture does not count for a decoder, but makes the file another one.
    writeFileSync(path, Buffer.concat([made[i % made.length] ?? Buffer.alloc(0), Buffer.from(`\n${i}`)]));
    return path;
  });
}

export async function benchPhotos(bench: PhotoBench): Promise<BenchRow[]> {
  const { scratch, files, say } = bench;
  const root = join(scratch, 'large');
  say(`making ${files} photos of 12 to 24 megapixels`);
  const paths = await largePhotos(root, files);
  const native = await nativeSharp();
  const nativeWorkers = 'folder' in native ? await nodeWorkers(native.folder) : null;
  const one: number[] = [];
  const two: number[] = [];
  const compiled: number[] = [];
  const vips: (number | null)[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    say(`photos, round ${round + 1} of ${ROUNDS}`);
    if (nativeWorkers) compiled.push(await timeOf({ ...bench, workers: nativeWorkers }, root, paths, 1));
    vips.push(await vipsthumbnail(scratch, paths));
    one.push(await timeOf(bench, root, paths, 1));
    two.push(await timeOf(bench, root, paths, 2));
  }
  nativeWorkers?.close();
  const reference = vips.every((time) => time !== null) ? median(vips) : null;
  const noReference = 'vipsthumbnail is not installed (libvips-tools)';
  const against = (times: readonly number[]) => ({
    value: reference === null || times.length === 0 ? null : reference / median(times),
    note: reference === null ? noReference : `${each(times)}, vipsthumbnail ${each([reference])}`,
  });
  const each = (times: readonly number[]) => `${(median(times) / files).toFixed(1)} ms each`;
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
      ...{ what: 'two workers against one', unit: 'x', note: `${each(one)}, with two ${each(two)}` },
      ...{ must: atLeast(1.7), aim: atLeast(1.9) },
      // Round by round: other programs on the machine are then met by both.
      value: median(one.map((time, round) => time / (two[round] ?? NaN))),
    },
  ];
}

/** Milliseconds for all photos through a pool into a store, without the start of the workers. */
async function timeOf(
  bench: PhotoBench,
  root: string,
  paths: readonly string[],
  count: number,
): Promise<number> {
  const home = join(bench.scratch, `store-${count}`);
  rmSync(home, { recursive: true, force: true });
  const pool = new ThumbnailPool({
    startWorker: () => bench.workers.start(),
    workers: count,
    log: () => undefined,
  });
  const store = new ThumbnailStore(home, () => undefined);
  await store.open();
  pool.start();
  const make = async (path: string, name: string) => {
    const file = { ...fileAt(root, path, 0), path };
    const key = jobKey(fileIdentity(file), 'grid');
    const target = store.temporary(key);
    const job = { path, rootPath: root, kind: 'photo', longestSide: SIDE, target, ffmpeg: null } as const;
    await store.commit(file, 'grid', await pool.addJob({ key: key + name, lane: 'background', job }));
  };
  // WebAssembly is compiled a second time, better, while the first photos are made: that costs another half processor.
  const warm = Array.from({ length: count * WARM }, (_, i) => paths[i % paths.length]!);
  await Promise.all(warm.map((path, i) => make(path, `warm ${i}`)));
  const time = await timed(() => Promise.all(paths.map((path) => make(path, ''))));
  await pool.stop();
  await store.close();
  return time;
}

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
  const store = join(scratch, 'store-1');
  const stored = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.webp'),
  );
  const mean = stored.reduce((sum, name) => sum + statSync(join(store, name)).size, 0) / stored.length;
  const jpegs = await Promise.all(
    paths.map((path) => sharp(path).resize(SIDE, SIDE, { fit: 'inside' }).jpeg({ quality: 80 }).toBuffer()),
  );
  return mean / (jpegs.reduce((sum, { length }) => sum + length, 0) / jpegs.length);
}
