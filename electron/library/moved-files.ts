// Runs in the library process: looks at the disk whether folders and files are still those that were read.

import { lstatSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { diskPath } from '../node/raw-paths.js';
import type { Listing } from '../shared/listing-table.js';
import type { FolderRecord } from './changes.js';
import { absolutePath } from './read-folder.js';
import type { Slices } from './slices.js';

const NO_THROW = { throwIfNoEntry: false } as const;

/** The modification time of a folder (relative path), milliseconds since 1970. */
export function timeOnDisk(root: string, path: string): number {
  try {
    return lstatSync(diskPath(absolutePath(root, path))).mtimeMs;
  } catch {
    // Gone or unreadable: reading it again finds out which and keeps the reason.
    return NaN;
  }
}

/** Whether a file of a folder is another than when it was read. */
export async function someFileMoved(
  root: string,
  { ids }: FolderRecord,
  listing: Listing,
  slices: Slices,
): Promise<boolean> {
  for (const id of ids) {
    if (slices.due) await slices.rest();
    const row = listing.rowOf(id);
    if (row < 0) continue;
    try {
      const stats = lstatSync(diskPath(absolutePath(root, listing.pathAt(row))), NO_THROW);
      // One that went away moved its folder's time.
      if (stats && (stats.size !== listing.sizeAt(row) || stats.mtimeMs !== listing.modifiedAt(row)))
        return true;
    } catch {
      // Reading the folder again finds out why, and keeps the reason.
      return true;
    }
  }
  return false;
}

/** Files that are looked at to know how long that takes: of a slow drive not all at once. */
const SAMPLE = 16;

/** Milliseconds that a look at a file of this drive takes now: the mean of some from all over the listing. */
export async function fileCost(root: string, listing: Listing): Promise<number> {
  const count = Math.min(SAMPLE, listing.count);
  const begun = performance.now();
  for (let i = 0; i < count; i++) {
    const path = listing.pathAt(Math.floor((i * listing.count) / count));
    // One that is gone took its time as well.
    await lstat(diskPath(absolutePath(root, path))).catch(() => null);
  }
  return count === 0 ? 0 : (performance.now() - begun) / count;
}
