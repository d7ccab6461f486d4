// Runs in Node: the measurements of the thumbnail engine, each against something real.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part } from '../part.js';
import { notMeasured, notPossible, type Row } from '../row.js';
import { benchLibraries } from './libraries.js';
import { benchPhotos } from './photos.js';
import { nodeWorkers } from './processes.js';
import { keeps, type BenchRow, type Bound } from './rows.js';
import { benchVideos } from './videos.js';

export interface ThumbnailBenchOptions {
  /** A tenth of the files: to see whether all of it runs. */
  readonly quick?: boolean;
  /** Only these parts. */
  readonly parts?: readonly ('photos' | 'videos' | 'libraries')[];
  /** What goes on, for whoever waits. */
  readonly say?: (line: string) => void;
}

/** Measures everything; takes some minutes. The workers are the app's own, in plain Node processes. */
export async function benchThumbnails({
  quick = false,
  parts = ['photos', 'videos', 'libraries'],
  say = () => undefined,
}: ThumbnailBenchOptions = {}): Promise<BenchRow[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-thumbnails-'));
  const workers = await nodeWorkers();
  const shared = { workers, scratch, say };
  const rows: BenchRow[] = [];
  try {
    if (parts.includes('photos')) rows.push(...(await benchPhotos({ ...shared, files: quick ? 6 : 96 })));
    if (parts.includes('videos')) rows.push(...(await benchVideos({ ...shared, rounds: quick ? 2 : 9 })));
    if (parts.includes('libraries')) {
      const sizes = quick ? { files: 1000, mixed: 500 } : { files: 10_000, mixed: 5000 };
      rows.push(...(await benchLibraries({ ...shared, ...sizes })));
    }
  } finally {
    workers.close();
    rmSync(scratch, { recursive: true, force: true });
  }
  return rows;
}

/** The same as a part of `npm run bench`. */
export const thumbnails: Part = async ({ quick, say }, tell) => {
  for (const row of await benchThumbnails({ quick, say })) tell(asRow(row));
};

function asRow({ what, value, unit, must, aim, note, impossible = false }: BenchRow): Row {
  const bound = ({ at, value: number }: Bound) => `${at === 'least' ? '>=' : '<='} ${number} ${unit}`;
  const limits = { what, must: bound(must), aim: bound(aim), note };
  if (value === null) {
    return (impossible ? notPossible : notMeasured)(what, limits.must, limits.aim, note);
  }
  const verdict = keeps(value, aim) ? 'aim' : keeps(value, must) ? 'must' : 'missed';
  return { ...limits, measured: `${Number(value.toFixed(3))} ${unit}`, verdict, numbers: { value } };
}
