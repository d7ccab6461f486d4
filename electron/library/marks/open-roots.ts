// Runs in the library process: what marks need to know of an open root, and how marks and its files find each other.

import type { FileId, RootId } from '../../shared/contract.js';
import { joinRelative } from '../../shared/paths.js';
import type { RootIndex } from '../root-index.js';
import type { MarkEntry, MarkTable } from './mark-table.js';

/** An open root, as marks see it. */
export interface MarkedRoot {
  readonly root: RootId;
  /** Absolute path as main gave it: by it marks are kept. */
  readonly path: string;
  /** Null while nothing has been read. */
  readonly index: RootIndex | null;
  /** Whether the disk has been compared with the index and can be reached: what is not in it is not there. */
  readonly isCurrent: boolean;
  /** Files with this id and above have come since the last run. */
  readonly firstNewId: FileId;
}

/** A known mark and its file. */
export interface Placed {
  readonly path: string;
  readonly entry: MarkEntry;
  readonly id: FileId;
  readonly row: number;
}

/** The marks whose files are in the index. */
export function* placed(table: MarkTable, path: string, index: RootIndex): Generator<Placed> {
  const { listing } = index;
  for (const [folder, names] of table.folders(path)) {
    for (const id of index.filesIn(folder)) {
      const row = listing.rowOf(id);
      const entry = row < 0 ? undefined : names.get(listing.nameAt(row));
      if (entry) yield { path: joinRelative(folder, listing.nameAt(row)), entry, id, row };
    }
  }
}
