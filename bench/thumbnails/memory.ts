// Runs in Node: how much memory a worker takes, over many files of all kinds and with the largest that phones make.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JOB_MEMORY_LIMIT, MEMORY_LIMIT } from '../../electron/main/thumbnails/memory-limits.js';
import { directory, fileOf, header } from '../../electron/thumbnail/testing-raw.js';
import { canMakeHeic, filesBelow, makeManyFiles, photo, video } from '../../e2e/media/index.js';
import { largePhotos } from './photos.js';
import type { Workers } from './processes.js';
import { atMost, type BenchRow } from './rows.js';
import { complete, service } from './service.js';

export interface MemoryBench {
  readonly workers: Workers;
  readonly scratch: string;
  /** Files of all kinds. */
  readonly mixed: number;
  readonly say: (line: string) => void;
}

/** Milliseconds between two looks at a worker. */
const EVERY = 50;
const UNTOLD = 'only Linux tells how much memory another process holds';

/** Resident memory of one worker. */
export const benchMemory = async (bench: MemoryBench): Promise<BenchRow[]> => [
  ...(await benchMixed(bench)),
  await benchLarge(bench.workers, bench.scratch, bench.say),
];

/** Of so many files in a row one has as many pixels as a camera's, some are small ones of other kinds, and the rest small JPEGs. */
const ROUND = { files: 25, others: 8 };

/** Over many files of all kinds, of which more than a third are no small JPEGs. */
async function benchMixed({ workers, scratch, mixed, say }: MemoryBench): Promise<BenchRow[]> {
  say(`memory of one worker over ${mixed} files`);
  const root = join(scratch, 'mixed');
  const rounds = Math.floor(mixed / ROUND.files);
  await makeManyFiles(root, { files: rounds * (ROUND.files - 1 - ROUND.others), folders: 10 });
  const jpegs = filesBelow(root).map((name) => join(root, name));
  const large = await picturesOf(scratch, { width: 4000, height: 3000 });
  const small = await picturesOf(scratch, { width: 640, height: 480 });
  // Each round like the others, from the first to the last: memory that grows with time shows at the end.
  const paths = Array.from({ length: rounds * ROUND.files }, (_, i) => {
    const at = i % ROUND.files;
    if (at > ROUND.others) return jpegs.pop() ?? '';
    const round = Math.floor(i / ROUND.files);
    const [kind, bytes] =
      at === 0 ? large[round % large.length]! : small[(round * ROUND.others + at) % small.length]!;
    const name = join(root, `other ${i}.${kind}`);
    writeFileSync(name, Buffer.concat([bytes, padding(kind, i)]));
    return name;
  });
  const begun = performance.now();
  const samples = await watched(workers, root, join(scratch, 'mixed-home'), paths);
  const half = Math.floor(samples.length / 2);
  const [before, after] = [samples.slice(0, half), samples.slice(half)].map((part) => Math.max(...part));
  const took = `${Math.round((performance.now() - begun) / 1000)} s`;
  const kinds = `${rounds} of 4 to 24 MP, ${rounds * ROUND.others} small ones of ${small.length} kinds`;
  const told = process.platform === 'linux';
  const row = (what: string, value: number, unit: string, must: number, aim: number): BenchRow => ({
    ...{ what, unit, value: told ? value : null, impossible: !told },
    note: told ? `${kinds}, ${took}, ${samples.length} samples` : UNTOLD,
    ...{ must: atMost(must), aim: atMost(aim) },
  });
  return [
    row(
      `memory of one worker over ${paths.length} mixed files`,
      Math.max(...samples) / 2 ** 20,
      'MB',
      400,
      300,
    ),
    row('its peak in the second half against the first', (after ?? NaN) / (before ?? NaN), 'x', 1.5, 1.1),
  ];
}

/** Pictures of each kind that there is, with so many pixels; of those that take much room on the disk a third. */
async function picturesOf(
  scratch: string,
  size: { width: number; height: number },
): Promise<[kind: string, bytes: Buffer][]> {
  const isLarge = size.width > 2000;
  const third = isLarge ? { width: 2400, height: 1600 } : size;
  const kinds: [string, Buffer][] = [];
  for (const format of ['png', 'webp', 'avif', 'gif', 'svg'] as const)
    kinds.push([format, await photo({ ...size, format })]);
  for (const format of ['tiff', 'bmp'] as const) kinds.push([format, await photo({ ...third, format })]);
  const progressive = isLarge ? { width: 6000, height: 4000 } : size;
  kinds.push(['jpeg', await photo({ ...progressive, format: 'jpeg', variant: 'progressive' })]);
  if (await canMakeHeic()) kinds.push(['heic', await photo({ ...size, format: 'heic' })]);
  const [path] = isLarge ? await largePhotos(join(scratch, 'one'), 1) : [];
  const jpeg = path === undefined ? await photo({ ...size, format: 'jpeg' }) : readFileSync(path);
  if (isLarge) kinds.push(['jpg', jpeg]);
  kinds.push(['dng', raw(jpeg)]);
  const film = join(scratch, `film ${size.width}.mp4`);
  await video(film, { ...(isLarge ? { width: 1920, height: 1080 } : size), seconds: 2 });
  kinds.push(['mp4', readFileSync(film)]);
  return kinds;
}

/** What follows the picture makes the file another one: a box that is passed over where a file is made of boxes, else white space. */
function padding(kind: string, count: number): Buffer {
  if (!['avif', 'heic', 'mp4'].includes(kind)) return Buffer.alloc(1 + count, ' ');
  const box = Buffer.alloc(8 + count);
  box.writeUInt32BE(box.length);
  box.write('free', 4, 'latin1');
  return box;
}

/** The most that docs/cache-and-workers.md allows a tile: a HEIC of 48 megapixels, as phones of today make it, in a fresh worker. */
async function benchLarge(workers: Workers, scratch: string, say: MemoryBench['say']): Promise<BenchRow> {
  const what = 'memory of a worker with a HEIC of 48 MP';
  const limits = { what, unit: 'MB', must: atMost(550), aim: atMost(400) };
  if (process.platform !== 'linux') return { ...limits, value: null, impossible: true, note: UNTOLD };
  if (!(await canMakeHeic())) return { ...limits, value: null, note: 'the ffmpeg at hand has no libx265' };
  say('memory of one worker with a HEIC of 48 MP');
  const root = join(scratch, 'huge');
  mkdirSync(root);
  const path = join(root, 'huge.heic');
  writeFileSync(path, await photo({ width: 8064, height: 6048, format: 'heic' }));
  const samples = await watched(workers, root, join(scratch, 'huge-home'), [path]);
  return { ...limits, value: Math.max(...samples) / 2 ** 20, note: `${samples.length} samples` };
}

/** Has one worker make the thumbnails of files, and looks at its memory meanwhile, in bytes. */
async function watched(
  workers: Workers,
  root: string,
  home: string,
  paths: readonly string[],
): Promise<readonly number[]> {
  mkdirSync(home, { recursive: true });
  // Replaced as in the app, when it has grown.
  const memory = {
    memoryOf: (pid: number) => residentBytes(pid) || null,
    ...{ memoryLimit: MEMORY_LIMIT, jobMemoryLimit: JOB_MEMORY_LIMIT },
  };
  const made = service({ workers, count: 1, root, home, pool: memory });
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(...workers.pids().map(residentBytes)), EVERY);
  await complete(made, paths);
  clearInterval(timer);
  const { failed } = made.thumbnails.status();
  await made.thumbnails.stop();
  // What is not read takes no memory.
  if (failed > 0) throw new Error(`${failed} pictures were not made`);
  return samples;
}

/** A raw picture as cameras write it, as far as a thumbnail goes: a directory that leads to a preview with all pixels. */
function raw(preview: Buffer): Buffer {
  const at = 1000;
  const directoryOf = directory(8, [
    [0x111, 4, 1, at],
    [0x112, 3, 1, 1],
    [0x117, 4, 1, preview.length],
  ]);
  return fileOf(header('II*\0', 8), directoryOf, [at, preview]);
}

function residentBytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
  } catch {
    // Ended since, or not Linux.
    return 0;
  }
}
