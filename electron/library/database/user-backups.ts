// Runs in the library process: copies of the user's database, one for each schema version, the last few kept. A copy
// is written under another name, synced and renamed, so that each that is there is whole.

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { asAppError, Database } from './sqlite.js';

const KEPT = 3;

/** A backup on disk. */
export interface Backup {
  readonly file: string;
  /** Its schema version. */
  readonly version: number;
  /** When it was made, milliseconds since 1970. */
  readonly made: number;
}

const stem = (file: string): string => basename(file).replace(/\.db$/, '');

/** The name of the backup of `file` at a schema version: `user.backup-v3.db`. */
export const backupName = (file: string, version: number): string =>
  join(dirname(file), `${stem(file)}.backup-v${version}.db`);

/** The backups of `file`, newest schema first. */
export function backupsOf(file: string): Backup[] {
  const prefix = `${stem(file)}.backup-v`;
  const backups: Backup[] = [];
  for (const name of readdirSync(dirname(file))) {
    const version = name.startsWith(prefix) ? /^(\d+)\.db$/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (version === undefined) continue;
    const path = join(dirname(file), name);
    backups.push({ file: path, version: Number(version), made: statSync(path).mtimeMs });
  }
  return backups.sort((a, b) => b.version - a.version);
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
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw asAppError(error);
  }
  for (const old of backupsOf(file).slice(KEPT)) rmSync(old.file, { force: true });
}

/** Whether a backup is a sound database. */
export function isSound(file: string): boolean {
  let database: Database | undefined;
  try {
    database = new Database(file, { readOnly: true });
    return database.pragma('quick_check') === 'ok';
  } catch {
    // Not sound is an answer here; the caller tells which backup was used, or that there was none.
    return false;
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
