// Tests of the full-text index: what is found, and that it follows the files whatever happens to them or to its file.

import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fold } from '../../shared/fold.js';
import { encodeListing, encodeRows, Listing, type RowItem } from '../../shared/listing-table.js';
import { IndexDatabase } from '../database/index-database.js';
import { record } from '../database/index-samples.js';
import { NO_FACTS } from '../metadata/media-facts.js';
import { HandClock } from '../test-files.js';
import { RootSearch } from './root-search.js';
import { SearchDatabase } from './search-database.js';

const ROOT = '/photos';
const CANON = { make: 'Canon', model: 'Canon EOS R5', lens: 'RF 24-70mm F2.8' };
const silent = { log: () => undefined, report: () => undefined };

let folder: string;
let clock: HandClock;
let database: SearchDatabase;
let index: IndexDatabase;
let listing: Listing;
let reading: boolean;
let search: RootSearch;
let heard: number;

const item = (id: number, path: string): RowItem => {
  const slash = path.lastIndexOf('/');
  const [parent, name] = slash < 0 ? ['', path] : [path.slice(0, slash), path.slice(slash + 1)];
  return { id, folder: parent, name, kind: 'photo', size: 10, modified: 1.5 };
};

const openDatabase = () =>
  new SearchDatabase(join(folder, 'search.db'), {
    ...{ now: () => clock.now(), log: silent.log },
    onReplaced: () => search.beginAgain(),
  });

const newSearch = () =>
  new RootSearch({
    ...{ path: ROOT, clock, database, index, log: silent.log },
    listing: () => listing,
    isReading: () => reading,
    onIndexed: () => heard++,
  });

/** Lets time pass until nothing waits any more. */
async function settle(): Promise<void> {
  do {
    clock.move(60_000);
    for (let turn = 0; turn < 30; turn++) await new Promise((resolve) => setImmediate(resolve));
  } while (clock.waiting > 0);
}

const find = async (word: string) => {
  const { ids, from } = await search.find(fold(word));
  return { ids: [...ids], from };
};
const found = async (word: string) => (await find(word)).ids;

/** Changes the listing as a reading of the disk does. */
function change(items: readonly RowItem[], removed: readonly number[] = []): void {
  const patch = { from: listing.version, removed: Uint32Array.from(removed), rows: encodeRows(items) };
  listing.apply(patch);
  search.hasChanged(patch);
}

/** The same library in the next run. */
async function restart(): Promise<void> {
  search.close();
  database.close();
  database = openDatabase();
  search = newSearch();
  search.begin();
  await settle();
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'search-'));
  clock = new HandClock();
  heard = 0;
  reading = false;
  index = new IndexDatabase(join(folder, 'index.db'), { now: () => 5, ...silent });
  listing = Listing.from(
    encodeListing([
      item(1, '2023/Italien/IMG_0001.jpg'),
      item(2, '2023/Italien/Über den Dächern.jpg'),
      item(7, `it's "quoted" (and) NOT * - odd^.jpg`),
      item(9, 'caf\udce9.jpg'),
    ]),
  );
  await index.putMetadata(ROOT, [record('2023/Italien/IMG_0001.jpg', CANON)]);
  database = openDatabase();
  search = newSearch();
  search.begin();
  await settle();
});
afterEach(async () => {
  search.close();
  database.close();
  await index.close();
  await rm(folder, { recursive: true });
});

describe('the index', () => {
  it('finds any part of path, camera and lens, whatever case and accents', async () => {
    expect(await find('0001')).toEqual({ ids: [1], from: Infinity });
    expect(await found('TALI')).toEqual([1, 2]);
    expect(await found('dacher')).toEqual([2]);
    expect(await found('Dä')).toEqual([]);
    expect(await found('eos r5')).toEqual([1]);
    expect(await found('24-70')).toEqual([1]);
    expect(await found('caf')).toEqual([9]);
    expect(await found('nowhere')).toEqual([]);
    expect(heard).toBeGreaterThan(0);
  });

  it('takes signs of its query language for what they are', async () => {
    for (const word of [`it's`, '"quoted"', '(and)', 'NOT *', '* -', 'odd^', '"quoted" (and) not'])
      expect(await found(word), word).toEqual([7]);
    for (const word of ['a OR b', 'path:img', 'NEAR(a b)', '"""', '0001"', 'a\0b', 'x'.repeat(500), "';--"])
      expect(await found(word), word).toEqual([]);
  });

  it('leaves words that are too short to the window', async () => {
    expect(await find('im')).toEqual({ ids: [], from: 0 });
  });

  it('follows files that come, are renamed and go', async () => {
    change([item(20, '2024/Norwegen/Fjord.jpg'), item(21, 'moved/IMG_0001.jpg')], [1, 9]);
    // Until then the window looks at the new ones itself.
    expect(await find('fjord')).toEqual({ ids: [], from: 20 });
    search.allRead();
    await settle();
    expect(await find('fjord')).toEqual({ ids: [20], from: Infinity });
    expect(await found('img_0001')).toEqual([21]);
    expect(await found('caf')).toEqual([]);
  });

  it('enters a file once its metadata is known', async () => {
    change([item(20, 'new/a.jpg'), item(21, 'new/b.jpg')]);
    search.learn(21, { ...NO_FACTS, make: 'NIKON', model: 'Z 6' });
    await settle();
    expect(await find('new/')).toEqual({ ids: [21], from: 20 });
    expect(await found('nikon z 6')).toEqual([21]);
    // The camera of a file that was known without one.
    search.learn(2, { ...NO_FACTS, ...CANON });
    await settle();
    expect(await found('canon')).toEqual([1, 2]);
  });

  it('follows thousands of files at once', async () => {
    const ids = Array.from({ length: 5000 }, (_, i) => 100 + i);
    change(ids.map((id) => item(id, `many/file ${id}.jpg`)));
    search.allRead();
    await settle();
    expect(await found('many/')).toEqual(ids);
    change([], ids.slice(0, 4999));
    await settle();
    expect(await found('many/')).toEqual([5099]);
  });
});

describe('in the next run', () => {
  it('writes nothing when nothing has changed', async () => {
    const lines: string[] = [];
    search.close();
    search = new RootSearch({
      ...{ path: ROOT, clock, database, index, log: (_level, line) => lines.push(line) },
      ...{ listing: () => listing, isReading: () => false, onIndexed: () => heard++ },
    });
    search.begin();
    await settle();
    expect(lines.join()).toContain('0 documents to write, 0 to forget');
  });

  it('finds out what has changed meanwhile, also behind an id that names another file now', async () => {
    listing = Listing.from(encodeListing([item(1, 'other/Name.jpg'), item(30, 'late.jpg')]));
    await index.putMetadata(ROOT, [record('late.jpg', CANON)]);
    await restart();
    expect(await found('img_0001')).toEqual([]);
    expect(await found('italien')).toEqual([]);
    expect(await found('other')).toEqual([1]);
    expect(await found('canon')).toEqual([30]);
  });

  it('is asked before it has looked: then names alone are told apart by the window', async () => {
    search.close();
    search = newSearch();
    expect(await find('italien')).toEqual({ ids: [], from: 0 });
    await settle();
    expect(await found('italien')).toEqual([1, 2]);
  });

  it.each(['damaged', 'gone'])('is made anew when its file is %s', async (how) => {
    database.close();
    const file = join(folder, 'search.db');
    if (how === 'damaged') writeFileSync(file, 'no database at all'.repeat(500));
    else await rm(file);
    database = openDatabase();
    await restart();
    expect(await found('italien')).toEqual([1, 2]);
  });

  it('is made anew when the damage shows as it is used', async () => {
    search.close();
    database.close();
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(join(folder, 'search.db'));
    bytes.fill(0xab, 4096);
    writeFileSync(join(folder, 'search.db'), bytes);
    database = openDatabase();
    search = newSearch();
    search.begin();
    await settle();
    await settle();
    expect(await found('italien')).toEqual([1, 2]);
  });

  it('works in memory where no file can be kept', async () => {
    database.close();
    appendFileSync(join(folder, 'file'), 'x');
    database = new SearchDatabase(join(folder, 'file', 'search.db'), {
      ...{ now: () => 0, log: silent.log, onReplaced: () => undefined },
    });
    search = newSearch();
    search.begin();
    await settle();
    expect(await found('italien')).toEqual([1, 2]);
    expect(existsSync(join(folder, 'file', 'search.db'))).toBe(false);
  });

  it('knows nothing of a root that was forgotten', async () => {
    search.close();
    await database.drop(ROOT);
    expect((await database.sums(ROOT)).size).toBe(0);
    expect(await database.find(ROOT, 'italien')).toHaveLength(0);
  });
});

it('tells cameras and places', async () => {
  search.learn(2, { ...NO_FACTS, ...CANON, lens: 'other', latitude: 0 });
  search.learn(7, { ...NO_FACTS, latitude: -33.8 });
  const { cameras, ids, camera, located } = await search.columns();
  expect(cameras).toEqual(['Canon EOS R5', 'Canon EOS R5']);
  expect([[...ids], [...camera], [...located]]).toEqual([
    [1, 2, 7],
    [1, 2, 0],
    [0, 1, 1],
  ]);
});
