// Tests of keeping what is known of a root while the disk of the index is full, and when there is space again. The
// database is a real one that may not grow: SQLite then says what it says on a full disk.

import { mkdirSync, rmdirSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deferred } from '../shared/deferred.js';
import { NO_FACTS } from './metadata/media-facts.js';
import { IndexDatabase } from './database/index-database.js';
import { INDEX_MIGRATIONS } from './database/index-migrations.js';
import { openDatabase } from './database/open.js';
import type { Database } from './database/sqlite.js';
import { RootIndex } from './root-index.js';
import { RootMemory } from './root-memory.js';
import { HandClock, TestFolder } from './test-files.js';

let folder: TestFolder;
let user: TestFolder;
let clock: HandClock;
let reports: string[];
let connection: Database;

const openIndex = () =>
  new IndexDatabase(user.at('index.db'), {
    now: () => clock.now(),
    log: () => undefined,
    report: (message) => reports.push(message),
    open: (file) =>
      (connection = openDatabase(file, INDEX_MIGRATIONS, { now: () => 0, log: () => undefined })),
  });
const settle = async () => {
  for (let i = 0; i < 40; i++) await new Promise(setImmediate);
};
const pass = async (ms: number) => {
  clock.move(ms);
  await settle();
};
const facts = (path: string) => ({ path, size: 1, mtime: 1, facts: { ...NO_FACTS, make: 'C'.repeat(100) } });

beforeEach(() => {
  folder = new TestFolder();
  user = new TestFolder();
  clock = new HandClock();
  reports = [];
});
afterEach(() => {
  folder.remove();
  user.remove();
});

/** A root whose two files are known. `loseOne`: the first is deleted. */
async function rememberTwo() {
  const database = openIndex();
  const index = new RootIndex({ path: folder.path });
  const memory = new RootMemory({
    ...{ path: folder.path, clock, database, index: () => index, log: () => undefined },
  });
  folder.write('a.jpg', 'b.jpg');
  await index.scan();
  memory.checked(true);
  for (const name of ['a.jpg', 'b.jpg']) memory.facts!.put(facts(name));
  await pass(2000);
  const loseOne = async () => {
    rmSync(folder.at('a.jpg'));
    await index.scan();
    memory.checked(true);
    memory.noteLost();
  };
  return { database, index, memory, loseOne };
}

it('tells a full disk once, keeps everything for another try, and writes it when there is space', async () => {
  const database = openIndex();
  const index = new RootIndex({ path: folder.path });
  const log: string[] = [];
  const memory = new RootMemory({
    ...{ path: folder.path, clock, database, index: () => index },
    log: (_level, message) => log.push(message),
  });
  folder.write('a.jpg');
  await index.scan();
  memory.checked(true);
  await pass(2000);
  expect(database.loadSnapshot(folder.path)?.listing.id).toHaveLength(1);

  connection.exec(`PRAGMA max_page_count = ${Number(connection.pragma('page_count')) + 5}`);
  folder.write(...Array.from({ length: 500 }, (_, i) => `${'long name '.repeat(20)}${i}.jpg`));
  await index.scan();
  memory.checked(true);
  const names = Array.from({ length: 1100 }, (_, i) => `${i}.jpg`);
  for (const name of names.slice(0, 1050)) memory.facts!.put(facts(name));
  await pass(120_000);
  expect(reports).toEqual([
    'There is no space left on the disk that holds the database. Make room there. What is read now may be read again at the next start.',
  ]);
  // What there was before is whole, and what is new is known.
  expect(database.loadSnapshot(folder.path)?.listing.id).toHaveLength(1);
  expect((await memory.facts!.find('1049.jpg', 1, 1))?.make).toBeTruthy();
  expect((await database.findMetadata(folder.path, names)).size).toBe(0);
  const failed = database.counts().failedWrites;
  for (const name of names.slice(1050)) memory.facts!.put(facts(name));
  await pass(120_000);
  // Tried again, but not all the time.
  expect(database.counts().failedWrites - failed).toBeGreaterThan(0);
  expect(database.counts().failedWrites - failed).toBeLessThan(5);
  // Pieces of tries that failed do not pile up.
  expect(
    connection.prepare('SELECT count(DISTINCT generation) AS n FROM snapshot_pieces').get(),
  ).toMatchObject({ n: 1 });

  connection.exec('PRAGMA max_page_count = 1000000');
  await pass(600_000);
  expect(reports.slice(1)).toEqual(['What was read of your folders can be kept again.']);
  expect(database.loadSnapshot(folder.path)?.listing.id).toHaveLength(501);
  expect((await database.findMetadata(folder.path, names)).size).toBe(1100);
  expect(log).toEqual([]);
  await memory.close(true);
  await database.close();
});

it('forgets files that have gone as soon as it can, when there was no space for that', async () => {
  const { database, memory, loseOne } = await rememberTwo();
  expect(database.counts().files).toBe(2);

  // Forgetting takes space here, so that there can be too little for it and enough for all else.
  connection.exec(`CREATE TABLE log (entry);
    CREATE TRIGGER log BEFORE DELETE ON media BEGIN INSERT INTO log VALUES (zeroblob(10000000)); END;`);
  connection.exec(`PRAGMA max_page_count = ${Number(connection.pragma('page_count')) + 20}`);
  await loseOne();
  await pass(20_000);
  expect(database.loadSnapshot(folder.path)?.listing.names).toBe('b.jpg');
  expect(database.counts()).toMatchObject({ files: 2, failedWrites: 1 });

  connection.exec('PRAGMA max_page_count = 1000000');
  await pass(120_000);
  expect((await database.metadataOf(folder.path, [])).paths).toEqual(['b.jpg']);
  // Done is done.
  expect(clock.waiting).toBe(0);
  await memory.close(true);
  await database.close();
});

it('keeps what is known of files that come while it waits to forget others', async () => {
  const { database, index, memory, loseOne } = await rememberTwo();
  await loseOne();
  const gate = deferred();
  const put = database.putMetadata.bind(database);
  database.putMetadata = async (...args) => {
    await gate.promise;
    return put(...args);
  };
  memory.facts!.put(facts('b.jpg'));
  void memory.facts!.flush();
  // The snapshot is written, and forgetting waits for the facts.
  await pass(20_000);
  expect(database.loadSnapshot(folder.path)?.listing.names).toBe('b.jpg');
  folder.write('c.jpg');
  await index.scan();
  memory.facts!.put(facts('c.jpg'));
  gate.resolve();
  await pass(120_000);
  expect((await database.metadataOf(folder.path, [])).paths).toEqual(['b.jpg', 'c.jpg']);
  await memory.close(true);
  await database.close();
});

it('gets from memory to a file when what stood in the way has gone', async () => {
  // A folder in the place of a side file cannot be written to.
  mkdirSync(user.at('index.db-journal/in the way'), { recursive: true });
  mkdirSync(user.at('index.db-wal'));
  const database = openIndex();
  expect(database.counts().inMemory).toBe(true);
  const index = new RootIndex({ path: folder.path });
  const memory = new RootMemory({
    ...{ path: folder.path, clock, database, index: () => index, log: () => undefined },
  });
  folder.write('a.jpg');
  await index.scan();
  memory.checked(true);
  memory.facts!.put(facts('a.jpg'));
  await pass(60_000);
  expect(reports).toEqual([expect.stringContaining('read again at each start')]);
  rmdirSync(user.at('index.db-journal/in the way'));
  rmdirSync(user.at('index.db-journal'));
  rmdirSync(user.at('index.db-wal'));
  await pass(600_000);
  expect(database.counts()).toMatchObject({ inMemory: false, snapshots: 1, files: 1 });
  expect(reports.slice(1)).toEqual(['What was read of your folders can be kept again.']);
  await memory.close(true);
  await database.close();
});
