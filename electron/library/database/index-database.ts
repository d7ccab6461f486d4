// Runs in the library process: the index, what was read from the disks, kept so that the next start need not read
// again. All of it can be rebuilt: so trouble with its file is told once and never stops the app.

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { FactName } from '../metadata/media-facts.js';
import type { Renamed } from '../renames.js';
import { AppError } from '../../shared/result.js';
import { INDEX_MIGRATIONS } from './index-migrations.js';
import type { IndexNumbers } from '../../shared/details.js';
import { CHECK_LIMIT, damagedIndexName, REBUILT, type IndexOptions } from './index-types.js';
import {
  countRows,
  dropMedia,
  emptyColumns,
  findMedia,
  moveMedia,
  NO_ROWS,
  pruneMedia,
  putMedia,
  readMedia,
  type MediaColumns,
  type MediaRecord,
} from './media-table.js';
import { canBeReplaced, exists, openDatabase, setAside } from './open.js';
import { dropSnapshot, readSnapshot, writeSnapshot } from './snapshots.js';
import type { Snapshot } from './snapshot-format.js';
import { asAppError, toKey, troubleOf, type Database } from './sqlite.js';
import { isPassing, TroubleTeller } from './trouble-teller.js';

/** Milliseconds between two tries to get from memory to a file. */
const TRY_FILE_MS = 30_000;

/** The index database. Roots are named by their absolute path. */
export class IndexDatabase {
  private database: Database;
  private inMemory = false;
  private failedWrites = 0;
  private readonly teller: TroubleTeller;
  /** When a file was last tried; null when there cannot be one in this run. */
  private triedFileAt: number | null = null;
  private saving: Promise<unknown> = Promise.resolve();
  private endCheck: (() => void) | null = null;

  /**
   * Opens the index at `file`. Never fails: a damaged file is set aside and made new; when there can be no file,
   * metadata is kept in memory and snapshots not at all.
   */
  constructor(
    private readonly file: string,
    private readonly options: IndexOptions,
  ) {
    this.teller = new TroubleTeller(options.report);
    this.database = this.open();
  }

  /** Keeps the listing of a root for the next start. False: it could not be kept (which has been reported). */
  saveSnapshot(root: string, snapshot: Snapshot): Promise<boolean> {
    return this.write(`snapshot of ${root}`, async () => {
      if (this.inMemory) return;
      await writeSnapshot(this.database, this.idOf(root), snapshot, this.options.now());
    });
  }

  /** The kept listing of a root; null when there is none that can be used. */
  loadSnapshot(root: string): Snapshot | null {
    return this.read(null, () => {
      const id = this.findId(root);
      const snapshot = id === null ? null : readSnapshot(this.database, id);
      if (snapshot !== 'damaged') return snapshot;
      this.teller.once('snapshot', `The saved listing of ${root} was damaged. The folder is read again.`);
      return null;
    });
  }

  removeSnapshot(root: string): Promise<boolean> {
    return this.write(`snapshot of ${root}`, async () => {
      const id = this.findId(root);
      if (id !== null) await dropSnapshot(this.database, id);
    });
  }

  /** Forgets a root with all that is kept of it. */
  removeRoot(root: string): Promise<boolean> {
    this.teller.forget(` of ${root}`);
    return this.write(`root ${root}`, async () => {
      const id = this.findId(root);
      if (id === null) return;
      await dropSnapshot(this.database, id);
      await dropMedia(this.database, id);
      this.database.prepare('DELETE FROM roots WHERE id = ?').run(id);
    });
  }

  /** Enters or replaces metadata. False: it could not be kept (which has been reported). */
  putMetadata(root: string, records: readonly MediaRecord[]): Promise<boolean> {
    return this.write(`metadata of ${root}`, () => putMedia(this.database, this.idOf(root), records));
  }

  /** The metadata of all files of a root as columns, ordered by path; `fields` says which facts. */
  async metadataOf<F extends FactName>(root: string, fields: readonly F[]): Promise<MediaColumns<F>> {
    return this.readLater(
      () => readMedia(this.database, this.findId(root) ?? -1, fields),
      () => emptyColumns(fields),
    );
  }

  /** The metadata of some files of a root; compare `size` and `mtime` before you rely on it. */
  async findMetadata(root: string, paths: readonly string[]): Promise<Map<string, MediaRecord>> {
    return this.readLater(
      () => findMedia(this.database, this.findId(root) ?? -1, paths),
      () => new Map<string, MediaRecord>(),
    );
  }

  /** Forgets the metadata of files that `exists` does not know (any more). */
  pruneMetadata(root: string, exists: (path: string) => boolean): Promise<boolean> {
    return this.write(`metadata of ${root}`, async () => {
      const id = this.findId(root);
      if (id === null) return;
      const gone = await pruneMedia(this.database, id, exists);
      if (gone > 0) this.options.log('debug', `Index: forgot ${gone} files of ${root}`);
    });
  }

  /** Takes the metadata of files to their new paths. False: it could not be kept (which has been reported). */
  moveMetadata(root: string, renamed: readonly Renamed[]): Promise<boolean> {
    return this.write(`metadata of ${root}`, () => moveMedia(this.database, this.idOf(root), renamed));
  }

  counts(): IndexNumbers {
    const { inMemory, failedWrites } = this;
    const rows = this.read(NO_ROWS, () => countRows(this.database));
    const bytes = inMemory ? 0 : (statSync(this.file, { throwIfNoEntry: false })?.size ?? 0);
    return { ...rows, bytes, inMemory, failedWrites };
  }

  /** Ends a check, waits for a running writing, then closes. */
  async close(): Promise<void> {
    this.endCheck?.();
    await this.saving;
    this.database.close();
  }

  private open(): Database {
    const { log } = this.options;
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      try {
        return this.openFile();
      } catch (error) {
        if (!canBeReplaced(error) || !exists(this.file)) throw error;
        setAside(this.file, damagedIndexName(this.file));
        log('warn', `Index set aside as ${damagedIndexName(this.file)}: ${asAppError(error).message}`);
        this.teller.once('rebuilt', REBUILT);
        return this.openFile();
      }
    } catch (error) {
      const { message } = asAppError(error);
      log('error', `Index ${this.file} cannot be used: ${message}`);
      this.teller.once('memory', `${message} Folders are read again at each start.`);
      this.mayTryFile(error);
      return this.openInMemory();
    }
  }

  private openFile(): Database {
    const { log, now, open, checkLater, checkLimit = CHECK_LIMIT } = this.options;
    if (open) return open(this.file);
    let checked = true;
    const onUnchecked = () => (checked = false);
    const database = openDatabase(this.file, INDEX_MIGRATIONS, { log, now, checkLimit, onUnchecked });
    if (!checked) this.endCheck = checkLater?.(this.file, () => this.onDamage(database)) ?? null;
    return database;
  }

  /** A check found damage in the file of `used`. What is being written comes first, for it may well succeed. */
  private onDamage(used: Database): void {
    const work = () => used === this.database && this.startAnew();
    const fault = (error: unknown) => this.options.log('error', `Index: ${String(error)}`);
    this.saving = this.saving.then(work).catch(fault);
  }

  private openInMemory(): Database {
    const { log, now } = this.options;
    this.inMemory = true;
    return openDatabase(':memory:', INDEX_MIGRATIONS, { log, now });
  }

  private mayTryFile(error: unknown): void {
    const trouble = troubleOf(error instanceof AppError ? error.cause : error);
    this.triedFileAt = isPassing(trouble) ? this.options.now() : null;
  }

  /** From memory to a file, when what stood in the way may have passed. What was read meanwhile is read again. */
  private tryFile(): void {
    const now = this.options.now();
    if (this.triedFileAt === null || Math.abs(now - this.triedFileAt) < TRY_FILE_MS) return;
    this.triedFileAt = now;
    try {
      const database = this.openFile();
      this.database.close();
      this.database = database;
      this.inMemory = false;
    } catch (error) {
      this.options.log('debug', `Index ${this.file} still cannot be used: ${asAppError(error).message}`);
    }
  }

  private findId(root: string): number | null {
    const row = this.database.prepare('SELECT id FROM roots WHERE path = ?').get(toKey(root)) as
      { id: number } | undefined;
    return row?.id ?? null;
  }

  private idOf(root: string): number {
    this.database.prepare('INSERT OR IGNORE INTO roots (path) VALUES (?)').run(toKey(root));
    return this.findId(root)!;
  }

  /** One writing after the other, because each spans several turns of the event loop. */
  private write(what: string, work: () => Promise<void>): Promise<boolean> {
    const result = this.saving.then(async () => {
      if (this.inMemory) this.tryFile();
      const { database } = this;
      try {
        await work();
        if (!this.inMemory) this.teller.written(what);
        return !this.inMemory;
      } catch (error) {
        this.failedWrites++;
        this.teller.failed(what);
        this.cope(error, database);
        return false;
      }
    });
    // A fault of ours is thrown to the caller; it must not keep the next writing from running.
    this.saving = result.catch(() => undefined);
    return result;
  }

  private read<T>(otherwise: T, work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.cope(error, this.database);
      return otherwise;
    }
  }

  private async readLater<T>(work: () => Promise<T>, otherwise: () => T): Promise<T> {
    const { database } = this;
    try {
      return await work();
    } catch (error) {
      this.cope(error, database);
      return otherwise();
    }
  }

  /** Lives on after trouble with the file of `used`; throws what is no such trouble. */
  private cope(error: unknown, used: Database): void {
    // It was replaced while this work went on, which has been told.
    if (used !== this.database) return;
    const trouble = troubleOf(error);
    if (trouble === 'other') throw error;
    const { message } = asAppError(error);
    this.options.log('error', `Index: ${message}`);
    if (trouble !== 'damaged') {
      this.teller.once(trouble, `${message} What is read now may be read again at the next start.`);
      return;
    }
    if (this.inMemory) throw error;
    this.startAnew();
  }

  /** Tells of damage and goes on with an empty index. */
  private startAnew(): void {
    this.endCheck?.();
    this.endCheck = null;
    this.database.close();
    this.teller.once('rebuilt', REBUILT);
    const replaced = this.replace();
    this.database = replaced ?? this.openInMemory();
    if (replaced) this.options.onReplaced?.();
  }

  /** A new file in the place of the damaged one; null when there can be none now. */
  private replace(): Database | null {
    try {
      setAside(this.file, damagedIndexName(this.file));
      return this.openFile();
    } catch (error) {
      // Some systems do not let go of a file so soon. The next start finds the damage again.
      this.options.log('error', `Index ${this.file} could not be replaced: ${asAppError(error).message}`);
      return null;
    }
  }
}
