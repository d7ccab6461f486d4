// Runs in the library process: what is kept of one root for the next start: its snapshot and its files' metadata.

import type { LogLevel } from '../shared/messages.js';
import type { Clock } from './clock.js';
import type { IndexDatabase } from './database/index-database.js';
import type { Snapshot } from './database/snapshot-format.js';
import { FactStore } from './facts/fact-store.js';
import type { RootIndex } from './root-index.js';
import { SnapshotKeeper } from './snapshot-keeper.js';

export interface MemoryOptions {
  /** Absolute path as main gave it; names the root in the database. */
  readonly path: string;
  readonly clock: Clock;
  /** Null: nothing is kept. */
  readonly database: IndexDatabase | null;
  /** Null while nothing has been read. */
  readonly index: () => RootIndex | null;
  readonly log: (level: LogLevel, message: string) => void;
}

export class RootMemory {
  /** Null when nothing is kept. */
  readonly facts: FactStore | null;
  /** When the disk was last read or confirmed, milliseconds since 1970. */
  checkedAt = 0;
  private readonly keeper: SnapshotKeeper;
  private lostFiles = false;
  private closed = false;

  constructor(private readonly options: MemoryOptions) {
    const { path, clock, database, log } = options;
    this.facts = database && new FactStore(database, path, clock);
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

  /** Files have gone, or may have gone before this process started: their metadata is forgotten some time. */
  noteLost(): void {
    this.lostFiles = true;
  }

  /** Takes nothing more; `keep` writes what waits, otherwise the root is forgotten. */
  async close(keep: boolean): Promise<void> {
    const { database, path } = this.options;
    this.closed = true;
    await Promise.all([this.facts?.close(keep), this.keeper.close(keep)]);
    if (!keep) await database?.removeRoot(path);
  }

  /** False when something of it could not be kept or forgotten, and has to be tried again. */
  private async save(): Promise<boolean> {
    const { database, path } = this.options;
    const index = this.options.index();
    if (!index?.isRead || !database) return true;
    if (!(await database.saveSnapshot(path, index.toSnapshot(this.checkedAt)))) return false;
    // At the end of the app there is no time for it; the next file that goes brings it back.
    if (!this.lostFiles || this.closed || !this.facts) return true;
    return this.forgetLost(index, this.facts);
  }

  /** Forgets the metadata of files that have gone. When that fails, it is due again with the next saving. */
  private async forgetLost({ listing }: RootIndex, facts: FactStore): Promise<boolean> {
    // Before the work: more files may go while it is done.
    this.lostFiles = false;
    let done = false;
    try {
      const paths = new Set(Array.from({ length: listing.count }, (_, row) => listing.pathAt(row)));
      done = await facts.prune((path) => paths.has(path));
    } finally {
      if (!done) this.lostFiles = true;
    }
    return done;
  }
}
