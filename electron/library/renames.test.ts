// Tests of what renamed and moved files take along, and of when they do not: real files, facts as if read from them.

import { copyFileSync, mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ListingPatch } from '../shared/listing.js';
import { encodeFacts, Listing } from '../shared/listing-table.js';
import type { Renamed } from './renames.js';
import { RootIndex } from './root-index.js';
import { idOf, TestFolder } from './test-files.js';

const [EXIF, NAME, MTIME] = [1, 3, 4];
/** Not at a whole second, and at one. */
const [EXACT, WHOLE] = [1_600_000_000.25, 1_600_000_000];

let folder: TestFolder;
let index: RootIndex;
let renamed: string[];

/** Writes files of the same size and time. */
function write(time: number, ...files: string[]): void {
  for (const file of files) {
    folder.writeBytes(file, 'of one size');
    utimesSync(folder.at(file), time, time);
  }
}

/** Scans, and enters facts: each file is as wide as its number says, and was taken then. */
async function known(takenSource: number, ...files: string[]): Promise<void> {
  await index.scan();
  const items = files.map((file, i) => ({
    ...{ id: idOf(index.listing, file), width: 100 + i, height: 50, duration: 2, taken: 1000 + i },
    takenSource,
  }));
  index.listing.applyFacts(encodeFacts(items));
}

/** Width and date by path. `of`: absent for the index itself. */
function facts(...files: string[]): unknown[] {
  return files.map((file) => factsIn(index.listing, file));
}
function factsIn(listing: Listing, file: string): unknown[] {
  const row = listing.rowOf(idOf(listing, file));
  return [listing.widthAt(row), listing.takenAt(row)];
}
/** Those that others are told of with a patch. */
const told = (patch: ListingPatch | null, file: string) =>
  factsIn(Listing.from({ ...patch!.rows, version: 0 }), file);

const NOTHING = [0, null];

beforeEach(() => {
  folder = new TestFolder();
  renamed = [];
  index = new RootIndex({
    path: folder.path,
    onRenamed: (some: readonly Renamed[]) => renamed.push(...some.map(({ from, to }) => `${from} -> ${to}`)),
  });
});
afterEach(() => folder.remove());

it('a renamed folder takes all along, each file of it its own, also where they are alike', async () => {
  const files = ['trip/a.jpg', 'trip/one/b.jpg', 'trip/two/b.jpg'];
  write(WHOLE, ...files);
  await known(MTIME, ...files);
  renameSync(folder.at('trip'), folder.at('2020-01-01 travel'));
  const { patch, unread } = await index.rescan(['']);
  const now = ['a.jpg', 'one/b.jpg', 'two/b.jpg'].map((name) => `2020-01-01 travel/${name}`);
  expect(facts(...now)).toEqual([
    [100, 1000],
    [101, 1001],
    [102, 1002],
  ]);
  expect(now.map((file) => told(patch, file))).toEqual(facts(...now));
  expect(renamed.sort()).toEqual(files.map((file, i) => `${file} -> ${now[i]!}`));
  // Their metadata, which has moved with them, is looked up like that of others.
  expect([...unread].sort()).toEqual(now.map((file) => idOf(index.listing, file)).sort());
  const row = index.listing.rowOf(idOf(index.listing, now[0]!));
  expect([index.listing.heightAt(row), index.listing.durationAt(row)]).toEqual([50, 2]);
});

it('a folder that goes into another one, and a file, take all along', async () => {
  const files = ['trip/a.jpg', 'c.jpg'];
  write(WHOLE, ...files, 'years/x.jpg');
  await known(NAME, ...files);
  renameSync(folder.at('trip'), folder.at('years/trip'));
  renameSync(folder.at('c.jpg'), folder.at('years/c.jpg'));
  await index.rescan(['', 'years']);
  expect(facts('years/trip/a.jpg', 'years/c.jpg')).toEqual([
    [100, 1000],
    [101, 1001],
  ]);
  expect(renamed).toHaveLength(2);
});

it('a file with another name takes all along when its time is exact', async () => {
  write(EXACT, 'a.jpg');
  await known(EXIF, 'a.jpg');
  renameSync(folder.at('a.jpg'), folder.at('b.jpg'));
  await index.rescan(['']);
  expect([facts('b.jpg'), renamed]).toEqual([[[100, 1000]], ['a.jpg -> b.jpg']]);
});

it.each([
  ['its time is of whole seconds', WHOLE, EXIF, 'a.jpg', 'b.jpg', 1000],
  ['its new name says when it was taken', EXACT, EXIF, 'a.jpg', 'IMG_20200101_101010.jpg', 1000],
  ['its old name said when it was taken', EXACT, NAME, 'IMG_20200101_101010.jpg', 'b.jpg', null],
  ['only its old name said so', WHOLE, NAME, 'IMG_20200101_101010.jpg', 'b.jpg', null],
])('a file with another name is read again when %s, and keeps its tile until then', async (...all) => {
  const [, time, source, from, to, taken] = all;
  write(time, from);
  await known(source, from);
  renameSync(folder.at(from), folder.at(to));
  const { patch, unread } = await index.rescan(['']);
  expect([facts(to), renamed, unread]).toEqual([[NOTHING], [], [idOf(index.listing, to)]]);
  expect(told(patch, to)).toEqual([100, taken]);
});

it('nothing is taken along where it may be that of several', async () => {
  const files = ['a.jpg', 'b.jpg'];
  write(EXACT, ...files, 'stays.jpg');
  await known(EXIF, ...files, 'stays.jpg');
  renameSync(folder.at('a.jpg'), folder.at('c.jpg'));
  renameSync(folder.at('b.jpg'), folder.at('d.jpg'));
  const { patch } = await index.rescan(['']);
  expect([facts('c.jpg', 'd.jpg'), told(patch, 'c.jpg'), renamed]).toEqual([[NOTHING, NOTHING], NOTHING, []]);
});

it('nothing is taken along where one of several may be the file that went', async () => {
  write(EXACT, 'a.jpg');
  await known(EXIF, 'a.jpg');
  rmSync(folder.at('a.jpg'));
  write(EXACT, 'c.jpg', 'd.jpg');
  const { patch } = await index.rescan(['']);
  expect([facts('c.jpg', 'd.jpg'), told(patch, 'c.jpg'), renamed]).toEqual([[NOTHING, NOTHING], NOTHING, []]);
});

it('a copy is no renamed file, nor is one that comes when another like it stays', async () => {
  write(EXACT, 'a.jpg', 'stays.jpg', 'x/b.jpg');
  await known(EXIF, 'a.jpg', 'stays.jpg', 'x/b.jpg');
  copyFileSync(folder.at('a.jpg'), folder.at('copy.jpg'));
  utimesSync(folder.at('copy.jpg'), EXACT, EXACT);
  await index.rescan(['']);
  expect([facts('copy.jpg'), renamed]).toEqual([[NOTHING], []]);
  rmSync(folder.at('a.jpg'));
  write(EXACT, 'new.jpg');
  await index.rescan(['']);
  expect([facts('new.jpg'), renamed]).toEqual([[NOTHING], []]);
});

it('a file of the same name in a new folder in the place of a renamed one is another file', async () => {
  write(WHOLE, 'trip/a.jpg');
  await known(EXIF, 'trip/a.jpg');
  renameSync(folder.at('trip'), folder.at('trip before'));
  mkdirSync(folder.at('trip'));
  folder.writeBytes('trip/b.jpg', 'of another size');
  await index.rescan(['', 'trip']);
  expect(facts('trip before/a.jpg', 'trip/b.jpg')).toEqual([[100, 1000], NOTHING]);
});
