import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IndexDatabase } from './index-database.js';
import type { IndexOptions } from './index-types.js';
import { INDEX_MIGRATIONS } from './index-migrations.js';
import { damagedIndexName } from './index-types.js';
import { record, ROOT, snapshotOf } from './index-samples.js';
import { openDatabase } from './open.js';

let folder: string;
let file: string;
let reports: string[];
const open = (options: Partial<IndexOptions> = {}) =>
  new IndexDatabase(file, {
    now: () => 5,
    log: () => undefined,
    report: (message) => reports.push(message),
    ...options,
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'index-'));
  file = join(folder, 'index.db');
  reports = [];
});
afterEach(() => rm(folder, { recursive: true }));

describe('a damaged file', () => {
  it('is set aside and made new, and only the newest is kept', async () => {
    for (const text of ['first', 'second']) {
      await writeFile(file, text.repeat(5000));
      const index = open();
      expect(await index.saveSnapshot(ROOT, snapshotOf(3))).toBe(true);
      await index.close();
    }
    expect(reports).toHaveLength(2);
    expect((await readdir(folder)).filter((name) => name.endsWith('.db')).sort()).toEqual([
      'index.damaged.db',
      'index.db',
    ]);
    expect((await readFile(damagedIndexName(file), 'utf8')).startsWith('second')).toBe(true);
  });

  it('is set aside when it is no file at all', async () => {
    await mkdir(join(file, 'inside'), { recursive: true });
    const index = open();
    expect(index.counts().inMemory).toBe(false);
    expect(reports).toHaveLength(1);
    await index.close();
  });

  it('is replaced while the app runs', async () => {
    // A check that is not made (as for large files) leaves the damage to be found by its use.
    const options = { now: () => 0, log: () => undefined };
    const index = open({
      open: (path) => openDatabase(path, INDEX_MIGRATIONS, { ...options, checkLimit: 0 }),
    });
    const many = Array.from({ length: 5000 }, (_, i) =>
      record(`folder/with a long name/${i}.jpg`, { make: 'Camera' }),
    );
    await index.putMetadata(ROOT, many);
    await index.close();
    const bytes = await readFile(file);
    bytes.fill(0xab, 16 * 4096);
    await writeFile(file, bytes);
    const again = open({
      open: (path) => openDatabase(path, INDEX_MIGRATIONS, { ...options, checkLimit: 0 }),
    });
    expect((await again.metadataOf(ROOT, ['width'])).paths).toEqual([]);
    expect(await again.putMetadata(ROOT, many)).toBe(true);
    expect(again.counts().files).toBe(5000);
    expect(reports).toHaveLength(1);
    expect(existsSync(damagedIndexName(file))).toBe(true);
    await again.close();
  });
});

describe('without a file', () => {
  it('leaves the file of a newer app alone and works in memory', async () => {
    openDatabase(file, [...INDEX_MIGRATIONS, { name: 'newer', up: 'CREATE TABLE newer (x)' }], {
      now: () => 0,
      log: () => undefined,
    }).close();
    const bytes = await readFile(file);
    const index = open();
    await index.putMetadata(ROOT, [record('a', { width: 3 })]);
    expect((await index.findMetadata(ROOT, ['a'])).get('a')?.facts.width).toBe(3);
    expect(await index.saveSnapshot(ROOT, snapshotOf(3))).toBe(false);
    expect(index.counts()).toMatchObject({ inMemory: true, bytes: 0, files: 1 });
    await index.close();
    expect(reports).toHaveLength(1);
    expect(await readFile(file)).toEqual(bytes);
  });

  it('works when the folder cannot be made', async () => {
    await writeFile(join(folder, 'taken'), '');
    file = join(folder, 'taken/index.db');
    const index = open();
    expect(index.counts().inMemory).toBe(true);
    expect(reports).toHaveLength(1);
    await index.close();
  });
});

it('tells once that the disk is full, keeps what it has and goes on', async () => {
  const options = { now: () => 0, log: () => undefined };
  const small = (path: string) => {
    const database = openDatabase(path, INDEX_MIGRATIONS, options);
    database.exec('PRAGMA max_page_count = 60');
    return database;
  };
  const index = open({ open: small });
  expect(await index.saveSnapshot(ROOT, snapshotOf(100, 1))).toBe(true);
  expect(await index.saveSnapshot(ROOT, snapshotOf(100_000, 2))).toBe(false);
  expect(
    await index.putMetadata(
      ROOT,
      Array.from({ length: 5000 }, (_, i) => record(`${i}`)),
    ),
  ).toBe(false);
  expect(reports).toEqual([expect.stringContaining('no space left')]);
  expect(index.counts().failedWrites).toBe(2);
  expect(index.loadSnapshot(ROOT)?.listing.version).toBe(1);
  await index.close();
});

it('gives the room back that a writing took which found no more', async () => {
  const options = { now: () => 0, log: () => undefined };
  const small = (path: string) => {
    const database = openDatabase(path, INDEX_MIGRATIONS, options);
    database.exec('PRAGMA max_page_count = 600');
    return database;
  };
  const index = open({ open: small });
  expect(await index.saveSnapshot(ROOT, snapshotOf(100, 1))).toBe(true);
  expect(await index.saveSnapshot(ROOT, snapshotOf(100_000, 2))).toBe(false);
  // Fits only where the pieces of the one before do not lie.
  expect(await index.saveSnapshot(ROOT, snapshotOf(20_000, 3))).toBe(true);
  expect(reports).toEqual([
    expect.stringContaining('no space left'),
    'What was read of your folders can be kept again.',
  ]);
  expect(index.loadSnapshot(ROOT)?.listing.version).toBe(3);
  await index.close();
});
