// Runs in Node: the times of the files of a made library.

import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Many } from '../../e2e/media/index.js';

/** One file of so many has the time of the one before it, which lies in another folder: cameras write whole seconds. */
const ONE_OF = 20;

/** Files made within seconds would be a library that nobody has: each gets an hour of its own, but for a few pairs. */
export function spreadTimes({ dir, files, folderPaths }: Many): void {
  for (let i = 0; i < files; i++) {
    const path = join(dir, folderPaths[i % folderPaths.length]!, `IMG_${String(i).padStart(6, '0')}.jpg`);
    const seconds = secondsOf(i, files);
    utimesSync(path, seconds, seconds);
  }
}

/** The time of file `i` of so many, in seconds since 1970. */
export function secondsOf(i: number, files: number): number {
  const isSecond = i % ONE_OF === ONE_OF - 1;
  const hour = isSecond ? i - 1 : i;
  const isOfPair = isSecond || (i % ONE_OF === ONE_OF - 2 && i + 1 < files);
  // In no order, as files of many cameras lie.
  return 1_000_000_000 + ((hour * 7919) % files) * 3600 + (isOfPair ? 0 : (i % 1000) / 1000);
}
