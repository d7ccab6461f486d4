// Runs in the library process: what a reading of folders changes, collected first and entered at once,
// so that a reading that fails half-way leaves nothing half-changed.

import type { ListingPatch } from '../shared/listing.js';
import { encodeRows, type Listing, type RowItem } from '../shared/listing-table.js';
import type { Found } from './found.js';

/** What is known of one folder. */
export interface FolderRecord {
  /** Modification time when it was read; NaN means: look again at the next verification. */
  readonly mtime: number;
  readonly dev: number;
  readonly ino: number;
  readonly ids: readonly number[];
  /** Names of the folders in it. */
  readonly folders: readonly string[];
  readonly problems: readonly Found[];
}

/** Changes to an index that are not entered yet. */
export class Changes {
  /** Relative path -> new record; null: the folder is gone. */
  readonly records = new Map<string, FolderRecord | null>();
  readonly removed: number[] = [];
  readonly rows: RowItem[] = [];
  /** Files that are new or whose content changed: their facts have to be read. */
  readonly unread: number[] = [];

  constructor(private readonly known: ReadonlyMap<string, FolderRecord>) {}

  /** The record as it will be. */
  get(path: string): FolderRecord | undefined {
    const staged = this.records.get(path);
    return staged === null ? undefined : (staged ?? this.known.get(path));
  }

  /** The patch that brings `listing` up to date, null when no file changed. */
  toPatch(listing: Listing): ListingPatch | null {
    // What was found and then seen to be gone, within one reading, was never there.
    const gone = new Set(this.removed);
    const rows = this.rows.filter((row) => !gone.has(row.id));
    const removed = this.removed.filter((id) => listing.has(id));
    if (removed.length === 0 && rows.length === 0) return null;
    return { from: listing.version, removed: Uint32Array.from(removed), rows: encodeRows(rows) };
  }
}
