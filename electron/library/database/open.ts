// Runs in the library process: opens a database file for good, or says in one sentence why not. It looks at a
// file before it touches it, so that a database of a newer app stays as it was.

import { renameSync, rmSync, statSync } from 'node:fs';
import type { LogLevel } from '../../shared/messages.js';
import { versionInHeader } from '../../node/sqlite-header.js';
import { versionInWal } from '../../node/sqlite-wal.js';
import { AppError } from '../../shared/result.js';
import { migrate, newerError, schemaVersion, type Migration } from './migrations.js';
import { asAppError, Database, troubleOf } from './sqlite.js';

export interface OpenOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /**
   * `normal`: a power cut may lose the last transactions but damages nothing (for what can be made again);
   * `full`: what was acknowledged stays. Default `normal`.
   */
  readonly durability?: 'normal' | 'full';
  /** Files larger than this (bytes) are not checked as a whole; default no limit. */
  readonly checkLimit?: number;
  /** Called in the place of a check that was not made. */
  readonly onUnchecked?: () => void;
  /** Runs before the first missing migration of a database that has content. */
  readonly beforeMigration?: (database: Database, from: number) => void;
}

/** Files SQLite keeps beside a database. */
export const SIDE_FILES: readonly string[] = ['-wal', '-shm', '-journal'];

/**
 * Opens (or makes) the database at `file` and brings its schema up to date: WAL, foreign keys, checked.
 * @throws AppError `damaged` when the content is no sound database, `unsupported` when a newer app wrote it
 *   (nothing is touched), `unreadable`, `forbidden` or `internal` when the file or the disk does not let us
 */
export function openDatabase(file: string, migrations: readonly Migration[], options: OpenOptions): Database {
  refuseNewer(file, migrations);
  let database: Database | undefined;
  try {
    database = new Database(file);
    const from = schemaVersion(database);
    if (from > migrations.length) throw newerError();
    database.exec('PRAGMA journal_mode = WAL');
    database.exec(`PRAGMA synchronous = ${options.durability === 'full' ? 'FULL' : 'NORMAL'}`);
    check(database, file, options);
    if (from > 0 && from < migrations.length) options.beforeMigration?.(database, from);
    migrate(database, migrations, (name) => options.log('info', `Database ${file}: ${name}`));
    return database;
  } catch (error) {
    database?.close();
    throw asAppError(error);
  }
}

/** Reads the version without SQLite, which would make files beside the database, or fold its log into it. */
function refuseNewer(file: string, migrations: readonly Migration[]): void {
  if (file === ':memory:') return;
  const version = versionInWal(file) ?? versionInHeader(file) ?? 0;
  if (version > migrations.length) throw newerError();
}

function check(database: Database, file: string, options: OpenOptions): void {
  if (file === ':memory:') return;
  const { checkLimit = Infinity, onUnchecked, log, now } = options;
  const { size } = statSync(file);
  if (size > checkLimit) {
    log('debug', `Database ${file} is large (${size} bytes): not checked at start`);
    onUnchecked?.();
    return;
  }
  const started = now();
  if (database.pragma('quick_check') !== 'ok')
    throw new AppError(
      'damaged',
      'The database file is damaged. Start the app again: what is damaged is set aside then.',
    );
  log('debug', `Database ${file} checked in ${now() - started} ms`);
}

/**
 * Whether the database at `file`, which may be in use, is damaged. Only reads.
 * @throws AppError `unreadable` when that cannot be found out
 */
export function isDamaged(file: string): boolean {
  let database: Database | undefined;
  try {
    database = new Database(file, { readOnly: true });
    return database.pragma('quick_check') !== 'ok';
  } catch (error) {
    if (troubleOf(error) === 'damaged') return true;
    throw asAppError(error);
  } finally {
    database?.close();
  }
}

/** Moves a database with the files beside it to another name; what was there is replaced. */
export function setAside(file: string, target: string): void {
  for (const suffix of ['', ...SIDE_FILES]) {
    rmSync(target + suffix, { force: true, recursive: true });
    if (exists(file + suffix)) renameSync(file + suffix, target + suffix);
  }
}

export function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Whether another file may take the place of one that {@link openDatabase} refused: one of a newer app stays. */
export function canBeReplaced(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return error.code === 'damaged' || troubleOf(error.cause) === 'cannot-open';
}
