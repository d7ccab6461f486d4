// Runs in the library process: what is kept of one root for the next start: its snapshot, its files' metadata and what
// they are found by.

import type { ListingPatch } from '../shared/listing.js';
import type { Listing } from '../shared/listing-table.js';
import type { LogLevel } from '../shared/messages.js';
import type { Clock } from './clock.js';
import type { IndexDatabase } from './database/index-database.js';
import type { Snapshot } from './database/snapshot-format.js';
import { FactStore } from './facts/fact-store.js';
import type { RootIndex } from './root-index.js';
import { RootSearch } from './search/root-search.js';
import type { SearchDatabase } from './search/search-database.js';
import { SnapshotKeeper } from './snapshot-keeper.js';

export interface MemoryOptions {
  /** Absolute path as main gave it; names the root in the database. */
  readonly path: string;
  readonly clock: Clock;
  /** Null: nothing is kept. */
  readonly database: IndexDatabase | null;
  /** Absent: files can be found by their names alone. */
  readonly search?: SearchDatabase | null;
  /** From which file on marks have still to be looked for; undefined: they have followed. */
  readonly followFrom?: () => number | undefined;
  /** Whether the metadata of files is still being read. */
  readonly isReading?: () => boolean;
  /** More is known of what files can be found by. */
  readonly onIndexed?: () => void;
  /** Null while nothing has been read. */
  readonly index: () => RootIndex | null;
  readonly log: (level: LogLevel, message: string) => void;
}

export class RootMemory {
  /** Null when nothing is kept. */
  readonly facts: FactStore | null;
  /** Null: files can be found by their names alone. */
  readonly search: RootSearch | null;
  /** When the disk was last read or confirmed, milliseconds since 1970. */
  checkedAt = 0;
  private readonly keeper: SnapshotKeeper;
  private lostFiles = false;
  private closed = false;

  constructor(private readonly options: MemoryOptions) {
    const { path, clock, database, search, log, index } = options;
    this.facts = database && new FactStore(database, path, clock, log);
    const { isReading = () => false, onIndexed = () => undefined } = options;
    const listing = () => index()?.listing ?? null;
    const own = { path, clock, log, listing, isReading, onIndexed };
    this.search = search && database ? new RootSearch({ ...own, database: search, index: database }) : null;
    this.keeper = new SnapshotKeeper({
      clock,
      save: () => this.save(),
      onError: (error) => log('error', `Snapshot of ${path}: ${String(error)}`),
    });
  }

  /** The snapshot of the last run, null when there is none. */
  load(): Snapshot | null {
    const { database, path } = this.options;
    const snapshot = database?.loadSnapshot(path) ?? null;
    if (snapshot) this.checkedAt = snapshot.checkedAt;
    return snapshot;
  }

  /** The disk has been read; `changed`: something is different. */
  checked(changed: boolean): void {
    this.checkedAt = this.options.clock.now();
    if (changed) this.keeper.changed();
    else this.keeper.confirmed();
  }

  /** Facts have changed. */
  changed(): void {
    this.keeper.changed();
  }

  /** The disk has been read. `patch`: what has changed; null: nothing, or (`changed`) nobody knows what. */
  hasRead(patch: ListingPatch | null, changed: boolean): void {
    this.checked(changed);
    if (patch?.removed.length) this.noteLost();
    if (patch) this.search?.hasChanged(patch);
    if (changed && !patch) this.search?.beginAgain();
    else this.search?.begin();
  }

  /** Files have gone, or may have gone before this process started: their metadata is forgotten some time. */
  noteLost(): void {
    this.lostFiles = true;
  }

  /** Takes nothing more; `keep` writes what waits, otherwise the root is forgotten. */
  async close(keep: boolean): Promise<void> {
    const { database, path } = this.options;
    this.closed = true;
    this.search?.close();
    await Promise.all([this.facts?.close(keep), this.keeper.close(keep)]);
    if (keep) return;
    await Promise.all([database?.removeRoot(path), this.options.search?.drop(path)]);
  }

  /** False when something of it could not be kept or forgotten, and has to be tried again. */
  private async save(): Promise<boolean> {
    const { database, path } = this.options;
    const index = this.options.index();
    if (!index?.isRead || !database) return true;
    const snapshot = { ...index.toSnapshot(this.checkedAt), followFrom: this.options.followFrom?.() };
    if (!(await database.saveSnapshot(path, snapshot))) return false;
    // At the end of the app there is no time for it; the next file that goes brings it back.
    if (!this.lostFiles || this.closed || !this.facts) return true;
    return this.forgetLost(this.facts);
  }

  /** Forgets the metadata of files that have gone. When that fails, it is due again with the next saving. */
  private async forgetLost(facts: FactStore): Promise<boolean> {
    // Before the work: more files may go while it is done.
    this.lostFiles = false;
    let done = false;
    try {
      done = await facts.prune(this.whatExists());
    } finally {
      if (!done) this.lostFiles = true;
    }
    return done;
  }

  /** Tells of a path whether there is such a file when that is asked: more may come while facts wait to be written or forgotten. */
  private whatExists(): (path: string) => boolean {
    let known: { readonly of: Listing; readonly version: number; readonly paths: Set<string> } | null = null;
    return (path) => {
      const index = this.options.index();
      // Nobody knows: nothing is forgotten.
      if (!index?.isRead) return true;
      const { listing } = index;
      if (known?.of !== listing || known.version !== listing.version) {
        const paths = new Set(Array.from({ length: listing.count }, (_, row) => listing.pathAt(row)));
        known = { of: listing, version: listing.version, paths };
      }
      return known.paths.has(path);
    };
  }
}
