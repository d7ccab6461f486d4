// Runs in the library process: the full-text index, in a file of its own: SQLite looks through such an index whenever it
// checks the file it is in (100,000 documents: 420 ms), and a start has no time for that. All of it can be made again, so
// a damaged file is simply replaced, and where no file can be kept it is made anew in each run.

import { mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogLevel } from '../../shared/messages.js';
import { isIndexed } from '../../shared/fold.js';
import type { Migration } from '../database/migrations.js';
import { openDatabase, SIDE_FILES } from '../database/open.js';
import { asAppError, breathe, toKey, troubleOf, type Database } from '../database/sqlite.js';

/**
 * Every three characters in a row are a token, so that any part of a name is found. No text is stored: `sum` tells whether a
 * document is still the right one. A document's id is that of its root times 2^32, plus that of its file.
 */
const MIGRATIONS: readonly Migration[] = [
  {
    name: 'full-text index of paths and cameras',
    up: `
      CREATE TABLE roots (id INTEGER PRIMARY KEY, path NOT NULL UNIQUE);
      CREATE TABLE docs (id INTEGER PRIMARY KEY, sum INTEGER NOT NULL);
      CREATE VIRTUAL TABLE words USING fts5 (
        path, camera, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
      );
    `,
  },
];

const IDS = 2 ** 32;
/** Rows per look, a few milliseconds. */
const READ_BATCH = 5000;
const DROP_BATCH = 500;

/** One file, with folded texts. */
export interface Document {
  readonly id: number;
  readonly path: string;
  readonly camera: string;
  readonly sum: number;
}

export interface SearchOptions {
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /** All documents are lost, and should be given again. */
  readonly onReplaced: () => void;
}

export class SearchDatabase {
  private database: Database;

  /** Opens the index at `file`; never fails. */
  constructor(
    private readonly file: string,
    private readonly options: SearchOptions,
  ) {
    this.database = this.open();
  }

  /** The sums of all documents of a root by file id. */
  async sums(root: string): Promise<Map<number, number>> {
    const sums = new Map<number, number>();
    return this.guarded(
      async () => {
        const base = this.base(root);
        const { database } = this;
        const next = database.prepare(
          `SELECT id, sum FROM docs WHERE id > ? AND id < ? ORDER BY id LIMIT ${READ_BATCH}`,
        );
        next.setReturnArrays(true);
        for (let last = base - 1; ;) {
          const rows = next.all(last, base + IDS) as unknown as [id: number, sum: number][];
          for (const [id, sum] of rows) sums.set(id - base, sum);
          if (rows.length < READ_BATCH) return sums;
          last = rows[rows.length - 1]![0];
          await breathe();
          if (database !== this.database) return new Map<number, number>();
        }
      },
      () => new Map<number, number>(),
    );
  }

  /** Enters or replaces documents and takes others out, all or none. False: it could not be done. */
  async write(root: string, documents: readonly Document[], gone: readonly number[]): Promise<boolean> {
    return this.guarded(
      () => {
        const base = this.base(root);
        const { database } = this;
        database.transaction(() => {
          const remove = database.prepare('DELETE FROM words WHERE rowid = ?');
          const forget = database.prepare('DELETE FROM docs WHERE id = ? RETURNING id');
          const insert = database.prepare('INSERT INTO words (rowid, path, camera) VALUES (?, ?, ?)');
          const note = database.prepare('INSERT INTO docs (id, sum) VALUES (?, ?)');
          const take = (id: number) => forget.get(base + id) !== undefined && remove.run(base + id);
          gone.forEach(take);
          for (const { id, path, camera, sum } of documents) {
            take(id);
            insert.run(base + id, path, camera);
            note.run(base + id, sum);
          }
        });
        return true;
      },
      () => false,
    );
  }

  /** Ids of the files of a root in whose documents a folded word is, in their order; null when that cannot be said. */
  async find(root: string, word: string): Promise<Uint32Array | null> {
    if (!isIndexed(word)) return null;
    // No path holds it, and to SQLite it is the end of the text.
    if (word.includes('\0')) return new Uint32Array();
    return this.guarded(
      () => {
        const base = this.base(root);
        // One text for all: a row for each would take three times as long.
        const { ids } = this.database
          .prepare(
            'SELECT group_concat(rowid - ?) AS ids FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?',
          )
          .get(base, `"${word.replaceAll('"', '""')}"`, base, base + IDS - 1) as { ids: string | null };
        return ids === null ? new Uint32Array() : Uint32Array.from(ids.split(',') as unknown as number[]);
      },
      () => null,
    );
  }

  /** Forgets a root. */
  async drop(root: string): Promise<void> {
    for (let ids = [...(await this.sums(root)).keys()]; ids.length > 0; ids = ids.slice(DROP_BATCH)) {
      if (!(await this.write(root, [], ids.slice(0, DROP_BATCH)))) return;
      await breathe();
    }
    await this.guarded(
      () => this.database.prepare('DELETE FROM roots WHERE path = ?').run(toKey(root)),
      () => undefined,
    );
  }

  close(): void {
    this.database.close();
  }

  private open(): Database {
    const { now, log } = this.options;
    // Nothing is worth a check that takes longer than the work it would save.
    const open = (file: string) => openDatabase(file, MIGRATIONS, { now, log, checkLimit: -1 });
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      return open(this.file);
    } catch (error) {
      log('warn', `Search index ${this.file}: ${asAppError(error).message}`);
    }
    try {
      this.removeFile();
      return open(this.file);
    } catch {
      log('warn', 'Search index: kept in memory');
      return open(':memory:');
    }
  }

  private removeFile(): void {
    for (const suffix of ['', ...SIDE_FILES]) rmSync(this.file + suffix, { force: true, recursive: true });
  }

  /** What is added to the ids of a root's files. */
  private base(root: string): number {
    const key = toKey(root);
    this.database.prepare('INSERT OR IGNORE INTO roots (path) VALUES (?)').run(key);
    const { id } = this.database.prepare('SELECT id FROM roots WHERE path = ?').get(key) as { id: number };
    return id * IDS;
  }

  private async guarded<T>(work: () => T | Promise<T>, otherwise: () => T): Promise<T> {
    const { database } = this;
    try {
      return await work();
    } catch (error) {
      const trouble = troubleOf(error);
      // A fault of ours. (Work on a file that was replaced meanwhile fails in its own ways.)
      if (trouble === 'other' && database === this.database) throw error;
      this.options.log('warn', `Search index: ${asAppError(error).message}`);
      if (trouble === 'damaged' && database === this.database) this.startAnew();
      return otherwise();
    }
  }

  private startAnew(): void {
    this.database.close();
    this.removeFile();
    this.database = this.open();
    this.options.onReplaced();
  }
}
