// Tests of backups of what a user made: which file is a loss, and that no backup is lost by the next one.

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from './sqlite.js';
import { backupName } from './user-backups.js';
import { UserDatabase } from './user-database.js';
import { USER_MIGRATIONS } from './user-migrations.js';

const VERSION = USER_MIGRATIONS.length;

let folder: string;
let file: string;
let reports: string[];
let now: number;
const open = () =>
  new UserDatabase(file, {
    now: () => now,
    log: () => undefined,
    report: (message) => reports.push(message),
  });
const key = (path: string) => ({ root: '/photos', path });
const names = async () => (await readdir(folder)).filter((name) => name.includes('backup')).sort();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'user-'));
  file = join(folder, 'user.db');
  reports = [];
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => rm(folder, { recursive: true }));

it.each([
  ['of no bytes', 0],
  ['of zeros', 4096],
])('take the place of a file %s, as a power cut leaves it', async (_what, size) => {
  let user = open();
  user.change([key('a')], { rating: 3 });
  user.close();
  open().close();
  await rm(file);
  await writeFile(file, Buffer.alloc(size));
  user = open();
  expect(user.marks()).toMatchObject([{ path: 'a', rating: 3 }]);
  expect(reports).toEqual([expect.stringContaining('were restored')]);
  user.close();
});

it('take the place of a database without tables', async () => {
  let user = open();
  user.change([key('a')], { rating: 3 });
  user.close();
  open().close();
  await rm(file);
  const bare = new Database(file);
  bare.exec('VACUUM');
  bare.close();
  user = open();
  expect(user.marks()).toMatchObject([{ path: 'a', rating: 3 }]);
  expect(reports).toHaveLength(1);
  user.close();
});

it('are not taken when they are empty themselves', async () => {
  const user = open();
  user.change([key('a')], { rating: 3 });
  user.close();
  open().close();
  await rm(file);
  await writeFile(file, '');
  await writeFile(backupName(file, VERSION), '');
  const again = open();
  expect(again.marks()).toEqual([]);
  expect(reports).toEqual([]);
  again.close();
});

it('that hold far more than the next one are kept beside it, and taken when there is no other', async () => {
  let user = open();
  user.change(
    ['a', 'b', 'c', 'd', 'e'].map((path) => key(path)),
    { favourite: true },
  );
  user.close();
  open().close();
  user = open();
  user.change(
    ['a', 'b'].map((path) => key(path)),
    { favourite: false },
  );
  user.close();
  now += 25 * 3600_000;
  open().close();
  expect(await names()).toEqual([`user.backup-v${VERSION}.db`]);
  user = open();
  user.change(
    ['c', 'd'].map((path) => key(path)),
    { favourite: false },
  );
  user.close();
  now += 25 * 3600_000;
  open().close();
  expect(await names()).toEqual([`user.backup-v${VERSION}.db`, `user.backup-v${VERSION}.previous.db`]);
  await rm(file);
  await rm(backupName(file, VERSION));
  user = open();
  expect(user.marks().filter(({ favourite }) => favourite)).toHaveLength(3);
  user.close();
});
