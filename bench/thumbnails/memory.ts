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
  /** Small files. */
  readonly mixed: number;
  readonly say: (line: string) => void;
}

/** Milliseconds between two looks at a worker. */
const EVERY = 50;
const UNTOLD = 'only Linux tells how much memory another process holds';

/** Resident memory of one worker over many files of all kinds. */
export async function benchMemory({ workers, scratch, mixed, say }: MemoryBench): Promise<BenchRow[]> {
  say(`memory of one worker over ${mixed} files`);
  const root = join(scratch, 'mixed');
  await makeManyFiles(root, { files: mixed, folders: 10 });
  const [large] = await largePhotos(join(scratch, 'one'), 1);
  const size = { width: 2400, height: 1600 };
  const kinds = await Promise.all(
    (['png', 'webp', 'tiff', 'gif', 'avif', 'bmp', 'svg'] as const).map(
      async (format) => [format, await photo({ ...size, format })] as const,
    ),
  );
  const progressive = await photo({ width: 6000, height: 4000, format: 'jpeg', variant: 'progressive' });
  const heic = (await canMakeHeic()) ? 'heic' : 'png';
  const phone = await photo({ width: 4032, height: 3024, format: heic });
  const film = join(scratch, 'film.mp4');
  await video(film, { width: 1920, height: 1080, seconds: 2 });
  const jpeg = readFileSync(large ?? '');
  const pictures = [
    ...kinds,
    ['jpg', jpeg] as const,
    ['jpeg', progressive] as const,
    [heic, phone] as const,
    ['dng', raw(jpeg)] as const,
    ['mp4', readFileSync(film)] as const,
  ];
  const small = filesBelow(root).map((name) => join(root, name));
  // One large among twenty small ones, from the first to the last: memory that grows with time shows at the end.
  const paths = small.flatMap((path, i) => {
    const [format, bytes] = pictures[(i / 20) % pictures.length] ?? [];
    if (i % 20 !== 0 || format === undefined) return [path];
    const name = join(root, `large ${i}.${format}`);
    // What follows the picture makes the file another one; in an SVG it is white space.
    writeFileSync(name, Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from(' '.repeat(1 + i / 20))]));
    return [path, name];
  });
  const { samples, failed: failures } = await watched(workers, root, join(scratch, 'mixed-home'), paths);
  const half = Math.floor(samples.length / 2);
  const [before, after] = [samples.slice(0, half), samples.slice(half)].map((part) => Math.max(...part));
  const failed = `${failures} failed`;
  const told = process.platform === 'linux';
  const row = (what: string, value: number, unit: string, must: number, aim: number): BenchRow => ({
    ...{ what, unit, value: told ? value : null, impossible: !told },
    note: told ? `${samples.length} samples, ${failed}` : UNTOLD,
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
    await benchLarge(workers, scratch, say),
  ];
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
  const { samples, failed } = await watched(workers, root, join(scratch, 'huge-home'), [path]);
  return { ...limits, value: Math.max(...samples) / 2 ** 20, note: `${failed} failed` };
}

/** Has one worker make the thumbnails of files, and looks at its memory meanwhile, in bytes. */
async function watched(
  workers: Workers,
  root: string,
  home: string,
  paths: readonly string[],
): Promise<{ samples: readonly number[]; failed: number }> {
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
  return { samples, failed };
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
