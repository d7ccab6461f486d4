// Tests of when files came into the library: made, moved in, renamed, found after a while, and the same after a restart.

import { renameSync, statSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sinceLast } from './arrivals.js';
import { RootIndex } from './root-index.js';
import { idOf, TestFolder } from './test-files.js';

let folder: TestFolder;
let outside: TestFolder;
let now: number;
let index: RootIndex;

const open = () => new RootIndex({ path: folder.path, now: () => now });
/** When a file came, seconds since 1970. */
const added = (path: string, of = index) => of.listing.added[of.listing.rowOf(idOf(of.listing, path))];
const seconds = (time: number) => Math.floor(time / 1000);

beforeEach(() => {
  folder = new TestFolder();
  outside = new TestFolder();
  now = Date.now() + 60_000;
  index = open();
});
afterEach(() => {
  folder.remove();
  outside.remove();
});

it('is at a first reading when a file was made at its place, or else changed last', () => {
  const first = sinceLast(0, 1000);
  expect([first(300, 200), first(0, 200), first(2000, 200), first(0, 0), first(0, 2000)]).toEqual([
    300, 200, 200, 1000, 1000,
  ]);
});

it('is at later ones when it was made since, or now for what was made before and moved in', () => {
  const later = sinceLast(500, 1000);
  expect([later(700, 100), later(300, 100), later(0, 100), later(1500, 100)]).toEqual([
    700, 1000, 1000, 1000,
  ]);
});

it('comes from the disk at first, from the watch later, and stays with what is renamed, moved or changed', async () => {
  folder.write('a.jpg', 'x/b.jpg');
  utimesSync(folder.at('a.jpg'), 1e9, 1e9);
  await index.scan();
  const born = seconds(statSync(folder.at('a.jpg')).birthtimeMs || 1e12);
  expect([added('a.jpg'), added('x/b.jpg')]).toEqual([
    born,
    seconds(statSync(folder.at('x/b.jpg')).birthtimeMs || 1e12),
  ]);

  now += 3_600_000;
  outside.write('c.jpg');
  renameSync(outside.at('c.jpg'), folder.at('c.jpg'));
  await index.rescan(['']);
  expect(added('c.jpg')).toBe(seconds(now));

  now += 3_600_000;
  renameSync(folder.at('c.jpg'), folder.at('x/d.jpg'));
  await index.rescan(['', 'x']);
  expect(added('x/d.jpg')).toBe(seconds(now - 3_600_000));
  folder.writeBytes('a.jpg', 'another content');
  await index.rescan(['']);
  expect(added('a.jpg')).toBe(born);
});

it('survives a restart, after which only what is new is new', async () => {
  folder.write('a.jpg');
  utimesSync(folder.at('a.jpg'), 1e9, 1e9);
  await index.scan();
  const before = added('a.jpg');
  const snapshot = index.toSnapshot(now);
  now += 7_200_000;
  outside.write('b.jpg');
  renameSync(outside.at('b.jpg'), folder.at('b.jpg'));
  const again = open();
  again.restore(snapshot);
  await again.reread();
  expect([added('a.jpg', again), added('b.jpg', again)]).toEqual([before, seconds(now)]);
});
