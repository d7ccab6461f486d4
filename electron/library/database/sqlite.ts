// Runs in the library process: a connection to SQLite and what every use of it here shares: transactions, what an
// error means, and paths as keys.

import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { AppError } from '../../shared/result.js';

const BUSY_TIMEOUT_MS = 2000;

/**
 * An open database. A thin layer over DatabaseSync (the API of node:sqlite), for one reason: its statements
 * cannot be let go by hand, and one that lives keeps the file open after close(), so that it cannot be renamed
 * on Windows. So statements are kept and used again, and single values are read without any.
 */
export class Database {
  private readonly connection: DatabaseSyncInstance;
  private readonly statements = new Map<string, StatementSyncInstance>();

  /** Opens or makes the file; `:memory:` is a database in memory. */
  constructor(file: string, { readOnly = false } = {}) {
    this.connection = new DatabaseSync(file, {
      readOnly,
      timeout: BUSY_TIMEOUT_MS,
      enableForeignKeyConstraints: true,
    });
  }

  exec(sql: string): void {
    this.connection.exec(sql);
  }

  /** The statement of this text, the same one each time. */
  prepare(sql: string): StatementSyncInstance {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.connection.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  /** The first value a pragma answers, read without leaving a statement behind. */
  pragma(name: string): unknown {
    let answer: unknown;
    this.connection.function('tell', (value: unknown) => {
      answer = value;
      return null;
    });
    this.connection.exec(`SELECT tell("${name}") FROM pragma_${name} LIMIT 1`);
    return answer;
  }

  /** Runs `work` as one transaction: all of it or, when it throws, nothing. */
  transaction<T>(work: () => T): T {
    this.connection.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      this.connection.exec('COMMIT');
      return value;
    } catch (error) {
      // SQLite ends the transaction itself after some errors (disk full); then there is nothing to roll back.
      if (this.connection.isTransaction) this.connection.exec('ROLLBACK');
      throw error;
    }
  }

  /** Closes the connection; everything is in the database file itself afterwards, unless somebody else reads it. */
  close(): void {
    if (!this.connection.isOpen) return;
    try {
      // Whoever else reads just now (a check of ours, see check-later.ts) is not waited for.
      this.connection.exec('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
    } catch (error) {
      // What could not be moved stays in the journal and is found there at the next start.
      if (troubleOf(error) === 'other') throw error;
    } finally {
      this.statements.clear();
      this.connection.close();
    }
  }
}

/** What an error of SQLite means for the app. */
export type Trouble = 'damaged' | 'full' | 'read-only' | 'cannot-open' | 'disk' | 'busy' | 'other';

/** By primary result code (https://sqlite.org/rescode.html). */
const TROUBLES: ReadonlyMap<number, Trouble> = new Map([
  [3, 'cannot-open'],
  [5, 'busy'],
  [6, 'busy'],
  [8, 'read-only'],
  [10, 'disk'],
  [11, 'damaged'],
  [13, 'full'],
  [14, 'cannot-open'],
  [23, 'cannot-open'],
  [26, 'damaged'],
]);

/** What anything thrown by a database call means. */
export function troubleOf(error: unknown): Trouble {
  const code = (error as { errcode?: unknown } | null)?.errcode;
  return typeof code === 'number' ? (TROUBLES.get(code & 0xff) ?? 'other') : 'other';
}

/** An error of SQLite as one a person understands; an AppError stays what it is. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const cause = { cause: error };
  switch (troubleOf(error)) {
    case 'damaged':
      return new AppError(
        'damaged',
        'The database file is damaged. Start the app again: what is damaged is set aside then.',
        cause,
      );
    case 'full':
      return new AppError(
        'internal',
        'There is no space left on the disk that holds the database. Make room there.',
        cause,
      );
    case 'read-only':
      return new AppError(
        'forbidden',
        'The database file cannot be written. Allow writing in the folder of the app.',
        cause,
      );
    case 'cannot-open':
      return new AppError(
        'unreadable',
        'The database file cannot be opened. Allow reading and writing in the folder of the app.',
        cause,
      );
    case 'disk':
      return new AppError(
        'unreadable',
        'The disk reported an error while the database was used. Have the system check that disk.',
        cause,
      );
    case 'busy':
      return new AppError(
        'unreadable',
        'The database is in use by another program. Close that program, or try it again in a moment.',
        cause,
      );
    case 'other': {
      const reason = error instanceof Error ? error.message : String(error);
      return new AppError(
        'internal',
        `The database answered with an error (${reason}). Try it again; if that does not help, start the app again.`,
        cause,
      );
    }
  }
}

/** A path as it is stored: see {@link toKey}. */
export type PathKey = string | Uint8Array;

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * A path as a database key. SQLite keeps text as UTF-8, which has no lone surrogates (names that are not UTF-8,
 * see shared/paths.ts), so such paths are kept as a blob of UTF-16. Text and blobs never compare as equal.
 */
export function toKey(path: string): PathKey {
  return LONE_SURROGATE.test(path) ? Buffer.from(path, 'utf16le') : path;
}

/** The path of a key. */
export function fromKey(key: PathKey): string {
  if (typeof key === 'string') return key;
  return Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('utf16le');
}

/** Gives the event loop a turn between pieces of long work. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
