// Runs in Node: copies photos into the library as another program does, so that this process is free to look on.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const COPY = join(import.meta.dirname, 'inside/copy.mjs');

/** Copies a photo `count` times into new folders in `to`; answers when the last was there, milliseconds since 1970. */
export async function copyPhotos(photo: string, to: string, count: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, [COPY, photo, to, String(count)]);
  return Number(stdout);
}
