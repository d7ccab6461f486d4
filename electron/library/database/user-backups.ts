// Runs in the library process: copies of the user's database, one for each schema version, the last few kept. A copy
// is written under another name, synced and renamed, so that each that is there is whole. One that holds far more than the
// copy which takes its place is kept beside it.

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { schemaVersion } from './migrations.js';
import { asAppError, Database } from './sqlite.js';
import { countMarked } from './user-items.js';

const KEPT = 3;
/** A copy with less than this share of what the one before holds is not taken for all there is. */
const FAR_FEWER = 0.5;

/** A backup on disk. */
export interface Backup {
  readonly file: string;
  /** Its schema version. */
  readonly version: number;
  /** When it was made, milliseconds since 1970. */
  readonly made: number;
  /** It held far more than the one that took its place. */
  readonly previous: boolean;
}

const stem = (file: string): string => basename(file).replace(/\.db$/, '');

/** The name of the backup of `file` at a schema version: `user.backup-v3.db`, `user.backup-v3.previous.db`. */
export const backupName = (file: string, version: number, previous = false): string =>
  join(dirname(file), `${stem(file)}.backup-v${version}${previous ? '.previous' : ''}.db`);

/** The backups of `file`, newest schema first; those that were replaced come last. */
export function backupsOf(file: string): Backup[] {
  const prefix = `${stem(file)}.backup-v`;
  const backups: Backup[] = [];
  for (const name of readdirSync(dirname(file))) {
    const rest = name.startsWith(prefix) ? name.slice(prefix.length) : '';
    const [, version, previous] = /^(\d+)(\.previous)?\.db$/.exec(rest) ?? [];
    if (version === undefined) continue;
    const path = join(dirname(file), name);
    const made = statSync(path).mtimeMs;
    backups.push({ file: path, version: Number(version), made, previous: previous !== undefined });
  }
  return backups.sort((a, b) => Number(a.previous) - Number(b.previous) || b.version - a.version);
}

/**
 * Copies an open database and drops backups beyond the last three.
 * @throws AppError when the copy cannot be written; then what was there stays
 */
export function backUp(database: Database, file: string, version: number): void {
  const target = backupName(file, version);
  const temporary = `${target}.tmp`;
  try {
    rmSync(temporary, { force: true });
    database.prepare('VACUUM INTO ?').run(temporary);
    syncFile(temporary);
    if (countMarked(database) < countIn(target) * FAR_FEWER) {
      renameSync(target, backupName(file, version, true));
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asAppError(error);
  }
  for (const previous of [false, true]) {
    const alike = backupsOf(file).filter((one) => one.previous === previous);
    for (const old of alike.slice(KEPT)) rmSync(old.file, { force: true });
  }
}

/** Whether a backup is a sound database, and one that holds our tables: an emptied file is a database as well. */
export const isSound = (file: string): boolean =>
  // Not sound is an answer here; the caller tells which backup was used, or that there was none.
  look(file, (backup) => schemaVersion(backup) > 0 && backup.pragma('quick_check') === 'ok') ?? false;

/** How much a backup holds; 0 when there is none that can be read. */
const countIn = (file: string): number => look(file, countMarked) ?? 0;

/** Null when it cannot be read. */
function look<T>(file: string, question: (database: Database) => T): T | null {
  let database: Database | undefined;
  try {
    database = new Database(file, { readOnly: true });
    return question(database);
  } catch {
    return null;
  } finally {
    database?.close();
  }
}

export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
