// Runs in the library process: what a reading of folders changes, collected first and entered at once,
// so that a reading that fails half-way leaves nothing half-changed.

import type { Facts, ListingPatch, Rows } from '../shared/listing.js';
import { partsFor } from '../shared/listing-cut.js';
import { encodeFacts, encodeRows, Listing, RowsBuilder } from '../shared/listing-table.js';
import { keepArrivals } from './arrivals.js';
import type { Found } from './found.js';
import { keepRenamed, renamedFolders, type Renamed } from './renames.js';

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
  /** Files that are new or replace what is known of them. Columns from the start: objects would cost more than the disk. */
  readonly rows = new RowsBuilder();
  /** Files that are new or whose content changed: their facts have to be read. */
  readonly unread: number[] = [];
  /** Files that are at another path, once there is a patch. They are among the unread, and found unchanged by their metadata. */
  renamed: readonly Renamed[] = [];
  /** What files that are probably known ones are shown with until they are read; not for the index. */
  lent: Facts = encodeFacts([]);

  constructor(private readonly known: ReadonlyMap<string, FolderRecord>) {}

  /** The record as it will be. */
  get(path: string): FolderRecord | undefined {
    const staged = this.records.get(path);
    return staged === null ? undefined : (staged ?? this.known.get(path));
  }

  /** The patch that brings `listing` up to date, null when no file changed. Nothing is collected after it. */
  toPatch(listing: Listing): ListingPatch | null {
    const removed = this.removed.filter((id) => listing.has(id));
    let rows: Rows = this.rows.finish();
    if (this.removed.length > 0) rows = without(rows, new Set(this.removed));
    if (removed.length === 0 && rows.id.length === 0) return null;
    keepArrivals(rows, removed, listing);
    const { sure, lent } = keepRenamed(rows, removed, listing, renamedFolders(this.records, this.known));
    this.renamed = sure;
    this.lent = encodeFacts(lent);
    const from = listing.version;
    const to = from + partsFor(removed.length + rows.id.length);
    return { from, to, removed: Uint32Array.from(removed), rows };
  }
}

/** What was found and then seen to be gone, within one reading, was never there. */
function without(rows: Rows, gone: ReadonlySet<number>): Rows {
  const overtaken = rows.id.filter((id) => gone.has(id));
  if (overtaken.length === 0) return rows;
  const listing = Listing.from({ ...rows, version: 0 });
  listing.apply({ from: 0, removed: overtaken, rows: encodeRows([]) });
  return listing.columns();
}
