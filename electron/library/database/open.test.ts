import { copyFile, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { schemaVersion, type Migration } from './migrations.js';
import { openDatabase } from './open.js';
import { Database, fromKey, toKey, troubleOf } from './sqlite.js';

let base: string;
let folder: string;
let file: string;
beforeEach(async () => {
  base = folder = await mkdtemp(join(tmpdir(), 'open-'));
  file = join(folder, 'some.db');
});
afterEach(() => rm(base, { recursive: true }));

const STEPS: readonly Migration[] = [
  { name: 'one', up: 'CREATE TABLE a (x); INSERT INTO a VALUES (1)' },
  { name: 'two', up: (database) => database.exec('ALTER TABLE a ADD y DEFAULT 7') },
];
const options = { now: () => 0, log: () => undefined };
const open = (steps = STEPS) => openDatabase(file, steps, options);

/** Names and contents of all files. */
const stateOf = async () =>
  Promise.all((await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name))]));

describe('openDatabase', () => {
  it('makes a database with the safety it needs', () => {
    const database = open();
    const pragma = (name: string): unknown =>
      Object.values(database.prepare(`PRAGMA ${name}`).get() as Record<string, unknown>)[0];
    expect([
      pragma('journal_mode'),
      pragma('synchronous'),
      pragma('foreign_keys'),
      pragma('user_version'),
    ]).toEqual(['wal', 1, 1, 2]);
    expect(pragma('busy_timeout')).toBeGreaterThan(0);
    database.close();
    const full = openDatabase(file, STEPS, { ...options, durability: 'full' });
    expect(full.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    full.close();
  });

  it('runs only the steps that are missing, telling before the first', () => {
    open(STEPS.slice(0, 1)).close();
    const before: number[] = [];
    const told: string[] = [];
    const log = (_level: string, message: string) => void told.push(message);
    const again = openDatabase(file, STEPS, {
      ...options,
      log,
      beforeMigration: (_database, from) => before.push(from),
    });
    expect(again.prepare('SELECT x, y FROM a').all()).toEqual([{ x: 1, y: 7 }]);
    again.close();
    expect(before).toEqual([1]);
    expect(told.filter((line) => / (one|two)$/.test(line))).toHaveLength(1);
    openDatabase(file, STEPS, { ...options, beforeMigration: () => expect.unreachable() }).close();
  });

  it('leaves nothing of a step that fails', () => {
    open(STEPS.slice(0, 1)).close();
    const broken = { name: 'broken', up: 'CREATE TABLE b (x); INSERT INTO nowhere VALUES (1)' };
    expect(() => open([STEPS[0]!, broken])).toThrow(expect.objectContaining({ code: 'internal' }));
    const database = open(STEPS.slice(0, 1));
    expect(schemaVersion(database)).toBe(1);
    expect(database.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
    database.close();
  });

  it('refuses what a newer app wrote and touches nothing', async () => {
    const newer = join(folder, 'newer.db');
    openDatabase(newer, STEPS, options).close();
    // Alone, without the files SQLite had beside it.
    await mkdir(join(folder, 'alone'));
    await copyFile(newer, join(folder, 'alone/some.db'));
    folder = join(folder, 'alone');
    file = join(folder, 'some.db');
    const before = await stateOf();
    expect(() => open(STEPS.slice(0, 1))).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(await stateOf()).toEqual(before);
  });

  it('refuses it also when a killed app has left its version in the log only', async () => {
    const killed = join(folder, 'killed.db');
    openDatabase(killed, STEPS.slice(0, 1), options).close();
    const database = openDatabase(killed, STEPS, options);
    await mkdir(join(folder, 'alone'));
    for (const ending of ['', '-wal'])
      await copyFile(killed + ending, join(folder, 'alone/some.db') + ending);
    database.close();
    folder = join(folder, 'alone');
    file = join(folder, 'some.db');
    const before = await stateOf();
    expect(() => open(STEPS.slice(0, 1))).toThrow(expect.objectContaining({ code: 'unsupported' }));
    expect(await stateOf()).toEqual(before);
  });

  it.each([
    ['no database at all', Buffer.from('this is a text, and a long one, '.repeat(300)), 'damaged'],
    [
      'a header with nothing behind it',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(84)]),
      'damaged',
    ],
  ])('says so when there is %s', async (_what, bytes, code) => {
    await writeFile(file, bytes);
    expect(() => open()).toThrow(expect.objectContaining({ code }));
  });

  it('finds damage inside', async () => {
    const database = open();
    database.transaction(() => {
      for (let i = 0; i < 5000; i++) database.prepare('INSERT INTO a VALUES (?, ?)').run(`row ${i}`, i);
    });
    database.close();
    const bytes = await readFile(file);
    bytes.fill(0xab, 3 * 4096, 5 * 4096);
    await writeFile(file, bytes);
    expect(() => open()).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  it('says so when a folder cannot hold it', () => {
    file = join(folder, 'no/such/folder.db');
    expect(() => open()).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });
});

describe('transaction', () => {
  it('is all or nothing', () => {
    const database = open();
    const work = () => {
      database.exec('DELETE FROM a');
      throw new Error('half-way');
    };
    expect(() => database.transaction(work)).toThrow('half-way');
    expect(database.prepare('SELECT count(*) AS n FROM a').get()).toEqual({ n: 1 });
    database.close();
  });
});

describe('paths as keys', () => {
  it.each(['plain.jpg', 'Été 🎉/a b#%.jpg', 'caf\udce9.jpg', '🎉\udcff', '\ud83d'])(
    'come back: %j',
    (path) => {
      const database = new Database(':memory:');
      database.exec('CREATE TABLE t (path NOT NULL PRIMARY KEY) WITHOUT ROWID');
      database.prepare('INSERT INTO t VALUES (?)').run(toKey(path));
      const find = database.prepare('SELECT path FROM t WHERE path = ?');
      expect(fromKey((find.get(toKey(path)) as { path: string }).path)).toBe(path);
      expect(find.get(toKey(`${path}?`))).toBeUndefined();
      database.close();
    },
  );
});

it('knows what errors mean', () => {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE t (x); PRAGMA max_page_count = 2');
  let error: unknown;
  try {
    database.prepare('INSERT INTO t VALUES (zeroblob(100000))').run();
  } catch (thrown) {
    error = thrown;
  }
  expect(troubleOf(error)).toBe('full');
  expect(troubleOf(new Error('else'))).toBe('other');
  database.close();
});
