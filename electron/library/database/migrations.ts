// Runs in the library process: brings a database to the schema this app knows, one step at a time. Each step
// and its version number are one so a step that is interrupted has never happened.

import { AppError } from '../../shared/result.js';
import { asAppError, type Database } from './sqlite.js';

/** One step; the step at index i leads from schema version i to i + 1. Steps that were released never change. */
export interface Migration {
  /** What it does, for the log. */
  readonly name: string;
  /** Statements, or a function that runs them. It runs inside a transaction and must not end it. */
  readonly up: string | ((database: Database) => void);
}

/** The schema version of a database; 0 = empty. */
export function schemaVersion(database: Database): number {
  return Number(database.pragma('user_version'));
}

/** The sentence for a database that a newer app has written. */
export const newerError = (): AppError =>
  new AppError(
    'unsupported',
    'This database was written by a newer version of Home Gallery. Nothing in it was changed; please update the app.',
  );

/**
 * Runs the steps that are missing.
 * @throws AppError `unsupported` when the database is newer than `migrations`
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  log: (name: string) => void = () => undefined,
): void {
  const from = schemaVersion(database);
  if (from > migrations.length) throw newerError();
  for (let version = from; version < migrations.length; version++) {
    const { name, up } = migrations[version]!;
    try {
      database.transaction(() => {
        if (typeof up === 'string') database.exec(up);
        else up(database);
        // A pragma takes no parameters; the number is ours.
        database.exec(`PRAGMA user_version = ${version + 1}`);
      });
    } catch (error) {
      throw asAppError(error);
    }
    log(name);
  }
}
