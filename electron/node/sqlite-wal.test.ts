// The log that a killed app leaves beside its database, made by SQLite itself.

import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { versionInHeader } from './sqlite-header.js';
import { versionInWal } from './sqlite-wal.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const FRAME = 24 + 4096;

/** A database with version 2 in its file, and what `statements` did in its log, as they lie there after a kill. */
function killed(...statements: string[]): string {
  const [file, copy] = [join(folder, 'live.db'), join(folder, 'user.db')];
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE marks (x)');
  database.exec('PRAGMA user_version = 2; PRAGMA wal_checkpoint(TRUNCATE)');
  for (const statement of statements) database.exec(statement);
  for (const ending of ['', '-wal']) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  database.close();
  return copy;
}

describe('the version in a log', () => {
  it('is what the killed app has set, of which the file knows nothing', () => {
    const file = killed(
      'PRAGMA user_version = 7',
      'INSERT INTO marks VALUES (1)',
      'PRAGMA user_version = 99',
    );
    expect([versionInHeader(file), versionInWal(file)]).toEqual([2, 99]);
    // Nothing came of looking.
    expect(existsSync(`${file}-shm`)).toBe(false);
    // SQLite sees the same.
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
    database.close();
  });

  it('is of no change that was not written to its end', () => {
    const file = killed('PRAGMA user_version = 7', 'PRAGMA user_version = 99');
    const log = readFileSync(`${file}-wal`);
    expect(log.length).toBe(32 + 2 * FRAME);
    // One byte of the last page is another.
    log[log.length - 1]! ^= 1;
    writeFileSync(`${file}-wal`, log);
    expect(versionInWal(file)).toBe(7);
    truncateSync(`${file}-wal`, log.length - 100);
    expect(versionInWal(file)).toBe(7);
    truncateSync(`${file}-wal`, 32 + 100);
    expect(versionInWal(file)).toBeNull();
  });

  it('is not of a round that was over before', () => {
    const file = join(folder, 'user.db');
    const database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0');
    database.exec('CREATE TABLE marks (x); INSERT INTO marks VALUES (1); PRAGMA user_version = 99');
    // The log begins anew, over what it held.
    database.exec('PRAGMA wal_checkpoint(RESTART); PRAGMA user_version = 3');
    expect(readFileSync(`${file}-wal`).length).toBeGreaterThan(32 + 2 * FRAME);
    expect(versionInWal(file)).toBe(3);
    database.close();
  });

  it('is not of a transaction without its end', () => {
    const file = killed('BEGIN; PRAGMA user_version = 99; CREATE TABLE more (x); COMMIT');
    const { length } = readFileSync(`${file}-wal`);
    expect(length).toBeGreaterThan(32 + FRAME);
    expect(versionInWal(file)).toBe(99);
    truncateSync(`${file}-wal`, length - FRAME);
    expect(versionInWal(file)).toBeNull();
  });

  it('is unknown where there is no log, or something else', () => {
    const file = join(folder, 'user.db');
    expect(versionInWal(file)).toBeNull();
    for (const text of ['', 'short', 'x'.repeat(10_000)]) {
      writeFileSync(`${file}-wal`, text);
      expect(versionInWal(file)).toBeNull();
    }
  });
});
