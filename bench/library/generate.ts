// Runs in Node and in Electron: listings of any length that no disk has to hold.

import type { FolderOutcome } from '../../electron/library/found.js';
import { joinNames } from '../../electron/shared/listing-rows.js';
import { encodeRows, RowsBuilder, type RowItem } from '../../electron/shared/listing-table.js';
import type { ListingColumns, ListingPatch } from '../../electron/shared/listing.js';

/** As many files per folder as 100,000 files have in 3,000 folders. */
const FILES_PER_FOLDER = 33;

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

export const folderName = (index: number): string =>
  `album ${pad(Math.floor(index / 20), 5)}/part ${pad(index % 20, 2)}`;

const itemOf = (id: number): RowItem => ({
  id,
  folder: folderName(Math.floor(id / FILES_PER_FOLDER)),
  name: `IMG_${pad(id, 7)}.jpg`,
  kind: 'photo',
  size: 2_000_000 + (id % 999_983),
  modified: 1_600_000_000_000 + id * 1733.25,
  width: 4000,
  height: 3000,
});

/** Columns of `count` files. */
export function generateListing(count: number): ListingColumns {
  const rows = new RowsBuilder(count);
  for (let id = 0; id < count; id++) rows.add(itemOf(id));
  return { ...rows.finish(), version: 1 };
}

/** A patch for {@link generateListing}: `count` new files, as many removed. */
export function generatePatch(length: number, count: number): ListingPatch {
  const rows = Array.from({ length: count }, (_, i) => itemOf(length + i));
  const removed = Uint32Array.from({ length: count }, (_, i) => i * Math.floor(length / count));
  return { from: 1, removed, rows: encodeRows(rows) };
}

/** Answers what reading folders of a disk with `count` files would: for the part of a scan that is not the disk's. */
export function generateReader(count: number): (path: string) => FolderOutcome {
  const folders = Math.ceil(count / FILES_PER_FOLDER);
  const albums = Math.ceil(folders / 20);
  const reading = (names: string[], below: string[], first: number): FolderOutcome => ({
    outcome: 'read',
    ...{ mtime: 1_600_000_000_000, dev: 1, ino: first + 1 },
    names: joinNames(names),
    kinds: new Uint8Array(names.length),
    sizes: Float64Array.from(names, (_, i) => 2_000_000 + i),
    modified: Float64Array.from(names, (_, i) => 1_600_000_000_000 + first + i),
    born: Float64Array.from(names, (_, i) => 1_700_000_000_000 + first + i),
    ...{ unreadable: [], problems: [], folders: below, entries: names.length + below.length },
  });
  return (path) => {
    if (path === '') {
      return reading(
        [],
        Array.from({ length: albums }, (_, i) => `album ${pad(i, 5)}`),
        0,
      );
    }
    const [, album = '', , part] = /^album (\d+)(\/part (\d+))?$/.exec(path) ?? [];
    const parts = Math.min(20, folders - Number(album) * 20);
    if (part === undefined) {
      return reading(
        [],
        Array.from({ length: parts }, (_, i) => `part ${pad(i, 2)}`),
        0,
      );
    }
    const first = (Number(album) * 20 + Number(part)) * FILES_PER_FOLDER;
    const length = Math.min(FILES_PER_FOLDER, count - first);
    return reading(
      Array.from({ length }, (_, i) => `IMG_${pad(first + i, 7)}.jpg`),
      [],
      first,
    );
  };
}
