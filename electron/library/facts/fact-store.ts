// Runs in the library process: the metadata of one root in the index database: read once per version of a file,
// written in batches, forgotten when the file is gone.

import type { LogLevel } from '../../shared/messages.js';
import type { Clock } from '../clock.js';
import type { IndexDatabase } from '../database/index-database.js';
import type { MediaRecord } from '../database/media-table.js';
import type { MediaFacts } from '../metadata/media-facts.js';
import type { Renamed } from '../renames.js';

/** Records wait this long for others, so that many make one transaction. */
const WRITE_MS = 1000;
/** So many are written without waiting any longer. */
const MOST_WAITING = 1000;
/** What could not be written (the disk is full) is tried again after this, and then ever later. */
const AGAIN_MS = 30_000;
const LATEST_AGAIN_MS = 600_000;
/** More than this is not kept for another try: it is read again at the next start. */
const MOST_KEPT = 20_000;

export class FactStore {
  private waiting = new Map<string, MediaRecord>();
  private cancel: (() => void) | null = null;
  private closed = false;
  private running = 0;
  /** Until files have taken their facts to their new paths; nobody is told before that there are none. */
  private moving: Promise<void> | null = null;
  private writing: Promise<void> = Promise.resolve();
  /** Milliseconds until the next try after a writing that failed; 0 while all is well. */
  private again = 0;

  constructor(
    private readonly database: IndexDatabase,
    /** Names the root in the database: its path as main gave it. */
    private readonly root: string,
    private readonly clock: Clock,
    private readonly log: (level: LogLevel, message: string) => void,
  ) {}

  /** The facts of this version of a file; null when they have to be read. */
  async find(path: string, size: number, modified: number): Promise<MediaFacts | null> {
    await this.moving;
    const fits = (record: MediaRecord | undefined) => record?.size === size && record.mtime === modified;
    const waiting = this.waiting.get(path);
    if (waiting) return fits(waiting) ? waiting.facts : null;
    const record = (await this.database.findMetadata(this.root, [path])).get(path);
    return record && fits(record) ? record.facts : null;
  }

  /** The records of some paths, whatever their version. */
  async findAll(paths: readonly string[]): Promise<Map<string, MediaRecord>> {
    await this.moving;
    const found = await this.database.findMetadata(this.root, paths);
    for (const path of paths) {
      const waiting = this.waiting.get(path);
      if (waiting) found.set(path, waiting);
    }
    return found;
  }

  /** Keeps the facts of a file; written soon. */
  put(record: MediaRecord): void {
    if (this.closed) return;
    this.waiting.set(record.path, record);
    this.writeLater();
  }

  /** These files are at other paths now, and take their facts along. Where that cannot be kept, they are read again. */
  move(renamed: readonly Renamed[]): void {
    const moving = Promise.resolve(this.moving).then(() => this.moveNow(renamed));
    this.moving = moving;
    void moving.then(() => {
      if (this.moving === moving) this.moving = null;
    });
  }

  /** Never rejects: trouble with the disk has been reported by the database, and a fault of ours is logged here. */
  private async moveNow(renamed: readonly Renamed[]): Promise<void> {
    // What waits goes to the old paths first; some of it may have to wait on.
    await this.flush();
    for (const { from, to, size, modified } of renamed) {
      const record = this.waiting.get(from);
      if (record?.size !== size || record.mtime !== modified) continue;
      this.waiting.delete(from);
      this.waiting.set(to, { ...record, path: to });
    }
    try {
      await this.database.moveMetadata(this.root, renamed);
    } catch (error) {
      this.log('error', `Metadata of ${this.root} was not moved: ${String(error)}`);
    }
  }

  /** Writes what waits; never rejects. What could not be written, which has been reported, goes on waiting. */
  flush(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    this.running++;
    const result = this.writing.then(() => this.write());
    this.writing = result.then(() => {
      this.running--;
      this.writeLater();
    });
    return result;
  }

  private writeLater(): void {
    // What comes while others are written is written with them, should they fail.
    if (this.closed || this.running > 0 || this.waiting.size === 0) return;
    if (this.waiting.size >= MOST_WAITING && this.again === 0) void this.flush();
    else this.cancel ??= this.clock.after(this.again || WRITE_MS, () => void this.flush());
  }

  private async write(): Promise<void> {
    if (this.waiting.size === 0) return;
    const records = [...this.waiting.values()];
    this.waiting = new Map();
    if (await this.enter(records)) this.again = 0;
    else this.keep(records);
  }

  /** False when it failed: the database has reported trouble with the disk, and a fault of ours is logged here. */
  private async enter(records: readonly MediaRecord[]): Promise<boolean> {
    try {
      return await this.database.putMetadata(this.root, records);
    } catch (error) {
      this.log('error', `Metadata of ${this.root} was not written: ${String(error)}`);
      return false;
    }
  }

  private keep(records: readonly MediaRecord[]): void {
    this.again = Math.min(LATEST_AGAIN_MS, this.again * 2 || AGAIN_MS);
    for (const record of records.slice(-MOST_KEPT)) {
      // What came meanwhile is newer.
      if (!this.waiting.has(record.path)) this.waiting.set(record.path, record);
    }
  }

  /**
   * Forgets the facts of files that `exists` does not know, which is asked only when all that waits is written. False: that failed
   * half-way, which has been reported.
   */
  async prune(exists: (path: string) => boolean): Promise<boolean> {
    await this.moving;
    await this.flush();
    return this.database.pruneMetadata(this.root, exists);
  }

  /** Takes nothing more; `keep` writes what waits. */
  async close(keep: boolean): Promise<void> {
    this.closed = true;
    if (keep) {
      await this.moving;
      await this.flush();
    } else {
      this.cancel?.();
      this.waiting.clear();
    }
  }
}
