// Runs in Node: the times of the files of a made library.

import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Many } from '../../e2e/media/index.js';

/** Files made within seconds would be a library that nobody has: each gets an hour of its own. */
export function spreadTimes({ dir, files, folderPaths }: Many): void {
  for (let i = 0; i < files; i++) {
    const path = join(dir, folderPaths[i % folderPaths.length]!, `IMG_${String(i).padStart(6, '0')}.jpg`);
    // In no order, as files of many cameras lie.
    const seconds = 1_000_000_000 + ((i * 7919) % files) * 3600 + (i % 1000) / 1000;
    utimesSync(path, seconds, seconds);
  }
}
