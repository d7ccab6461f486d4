// Test of a large index that turns out to be damaged while the app runs: what is known is kept again.

import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from './database/sqlite.js';
import { Library } from './library.js';
import { HandClock, TestFolder } from './test-files.js';

let folder: TestFolder;
let user: TestFolder;
let clock: HandClock;
/** Files that are to be checked, with what tells their damage. */
let checks: { file: string; onDamaged: () => void; ended: boolean }[];
let notices: string[];

const start = async () => {
  const library = new Library({
    clock,
    log: () => undefined,
    send: (name, payload) => name === 'notice' && notices.push((payload as { message: string }).message),
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
    checkLater: (file, onDamaged) => {
      const check = { file, onDamaged, ended: false };
      checks.push(check);
      return () => (check.ended = true);
    },
  });
  await library.handlers.configure({ indexFile: user.at('index.db'), userFile: user.at('user.db') });
  return library.handlers;
};
const settle = async () => {
  for (let i = 0; i < 20; i++) await new Promise(setImmediate);
};
const root = () => ({ root: 1, path: folder.path });

beforeEach(() => {
  [folder, user, clock] = [new TestFolder(), new TestFolder(), new HandClock()];
  [checks, notices] = [[], []];
});
afterEach(() => {
  folder.remove();
  user.remove();
});

it('keeps the listing of an open root in the index that takes the place of a damaged one', async () => {
  folder.write('a.jpg');
  const first = await start();
  await first.scan(root());
  await first.stop({});
  expect(checks).toEqual([]);
  const database = new Database(user.at('index.db'));
  database.exec('CREATE TABLE large (x); INSERT INTO large VALUES (zeroblob(97 * 1024 * 1024))');
  database.close();

  const second = await start();
  expect(checks.map(({ file }) => file)).toEqual([user.at('index.db')]);
  await second.restore(root());
  await second.verify({ root: 1 });
  await settle();
  clock.move(60_000);
  await settle();
  checks[0]!.onDamaged();
  await settle();
  expect((await second.stats({})).index).toMatchObject({ snapshots: 0 });
  expect([notices.length, checks.length, checks[0]!.ended]).toEqual([1, 1, true]);
  clock.move(60_000);
  await settle();
  expect((await second.stats({})).index).toMatchObject({ snapshots: 1 });
  await second.stop({});

  const third = await start();
  expect((await third.restore(root()))?.listing.names).toBe('a.jpg');
  await third.stop({});
  expect(notices.length).toBe(1);
});
