// Runs in the library process: the folders of an index as columns of a snapshot, and back.

import { joinNames, splitNames } from '../shared/listing-rows.js';
import type { Listing } from '../shared/listing-table.js';
import { nameOf, parentOf } from '../shared/paths.js';
import type { FolderRecord } from './changes.js';
import type { FolderTimes, Snapshot } from './database/snapshot-format.js';

/** The folders of an index, side by side. */
export function folderTimes(folders: ReadonlyMap<string, FolderRecord>): FolderTimes {
  const mtime = new Float64Array(folders.size);
  const dev = new Float64Array(folders.size);
  const ino = new Float64Array(folders.size);
  let at = 0;
  for (const record of folders.values()) {
    // Problems are not kept: a folder with some is read again, and they are found again.
    mtime[at] = record.problems.length > 0 ? NaN : record.mtime;
    dev[at] = record.dev;
    ino[at] = record.ino;
    at++;
  }
  return { paths: joinNames([...folders.keys()]), mtime, dev, ino };
}

/** The folders of an index from a snapshot; `listing` is that of the snapshot. */
export function foldersOf({ folders }: Snapshot, listing: Listing): Map<string, FolderRecord> {
  const paths = splitNames(folders.paths, folders.mtime.length);
  const ids = new Map<string, number[]>(paths.map((path) => [path, []]));
  const children = new Map<string, string[]>();
  for (const path of paths) {
    if (path === '') continue;
    const known = children.get(parentOf(path));
    if (known) known.push(nameOf(path));
    else children.set(parentOf(path), [nameOf(path)]);
  }
  const byFolder = listing.folders.map((path) => ids.get(path));
  listing.folder.forEach((folder, row) => byFolder[folder]?.push(listing.idAt(row)));
  const records = new Map<string, FolderRecord>();
  paths.forEach((path, at) => {
    const record = { mtime: folders.mtime[at]!, dev: folders.dev[at]!, ino: folders.ino[at]! };
    records.set(path, { ...record, ids: ids.get(path)!, folders: children.get(path) ?? [], problems: [] });
  });
  return records;
}
