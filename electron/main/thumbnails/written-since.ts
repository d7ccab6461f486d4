// Runs in main: files that failed and were written to since, although they have the size and the time of before: those that
// a backup or a copy brought back with its own time.

import { lstat } from 'node:fs/promises';
import type { FileId, RootId } from '../../shared/contract.js';
import { isWithin, parentOf } from '../../shared/paths.js';
import { diskPath } from '../../node/raw-paths.js';
import type { Ledger } from './ledger.js';
import type { LookUp } from './media-file.js';

/** Those in the given folders of a root (relative paths), and those anywhere in `trees`. Asks the disk for nothing but the files that failed there. */
export async function writtenSince(
  ledger: Ledger,
  lookUp: LookUp,
  root: RootId,
  folders: readonly string[],
  trees: readonly string[],
): Promise<FileId[]> {
  const given = new Set(folders);
  const among = (folder: string) => given.has(folder) || trees.some((tree) => isWithin(folder, tree));
  const written: FileId[] = [];
  for (const { failure, at } of ledger.failures(root)) {
    const file = among(parentOf(failure.path)) ? lookUp(root, failure.id) : undefined;
    if (!file) continue;
    // One that is gone is told otherwise.
    const changed = await lstat(diskPath(file.path)).then(
      ({ ctimeMs }) => ctimeMs,
      () => 0,
    );
    if (changed > at) written.push(failure.id);
  }
  return written;
}
