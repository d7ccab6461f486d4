// Tests of the order that comes of putting very many files in order, against one comparison of two files at a time.

import { expect, it } from 'vitest';
import { encodeListing, Listing, type RowItem } from '../../electron/shared/listing-table.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import { compareNames } from './natural.js';
import { comparison, sortKeys, type Listings } from './order.js';
import { runAtOnce } from './schedule.js';
import { keysOf } from './select.js';
import { Times } from './times.js';
import { ORDERS, type AnySort } from './view.js';

const SORTS = Object.keys(ORDERS) as AnySort[];
const ROOTS = [3, 1];

/** Whole numbers in no order. */
const mixed = (i: number, below: number): number => (i * 7919) % below;

function libraryOf(files: number, row: (id: number) => Partial<RowItem>): Listings {
  const of = (root: number) =>
    Array.from({ length: files }, (_, i): RowItem => {
      const id = root * 10 + i * 3;
      return { id, folder: '', name: `${id}.jpg`, kind: 'photo', size: 1, modified: 0, ...row(id) };
    });
  return new Map(ROOTS.map((root) => [root, Listing.from(encodeListing(of(root)))]));
}

const DAY = 86_400_000;

it.each(SORTS)('is that of the comparison, %s', (sort) => {
  const libraries = [
    // Two, fifteen and very many of one number; decades apart, in fractions of milliseconds, some before 1970.
    libraryOf(6000, (id) => ({ size: mixed(id >> 1, 3000), modified: DAY * (id >> 1) + 0.25 - 400 * DAY })),
    libraryOf(6000, (id) => ({ size: mixed(id, 400), modified: mixed(id, 400) * 1000, added: id * 500 })),
    libraryOf(6000, (id) => ({ folder: `${mixed(id, 70)}`, size: id % 2, modified: -(id % 3), added: 5000 })),
    // No two numbers are the same.
    libraryOf(3000, (id) => ({ size: id + 1e10, modified: mixed(id, 1e5), taken: -id, takenSource: id % 2 })),
  ];
  for (const listings of libraries) {
    const keys = runAtOnce(keysOf({ kind: 'all' }, listings));
    const times = runAtOnce(Times.of(listings));
    const sorted = runAtOnce(sortKeys(keys, sort, listings, times, 5));
    const compare = runAtOnce(comparison(sort, listings, times, 5));
    expect([...sorted]).toEqual([...keys].sort(compare));
  }
});

it('has folders in the order of their names, many at a time and in whatever order they came', () => {
  const FOLDERS = 10_000;
  const rows = Array.from({ length: FOLDERS }, (_, id): RowItem => {
    const folder = `album ${mixed(id, 100)}/${id % 2 ? 'Teil' : 'teil'} ${mixed(id, FOLDERS)}`;
    return { id, folder, name: 'same.jpg', kind: 'photo', size: 1, modified: 0 };
  });
  const listings = new Map([[1, Listing.from(encodeListing(rows))]]);
  const keys = runAtOnce(keysOf({ kind: 'all' }, listings));
  const wanted = rows.sort((a, b) => compareNames(a.folder, b.folder)).map(({ id }) => id);
  for (const sort of ['name', 'newest', 'largest'] as const) {
    expect(Array.from(runAtOnce(sortKeys(keys, sort, listings)), idOfKey)).toEqual(wanted);
  }
});

it('takes the keys of files apart, also of the largest ids', () => {
  for (const root of [1, 7, 2 ** 20]) {
    for (const id of [0, 1, 2 ** 31, 2 ** 32 - 1]) {
      const key = keyOf(root, id);
      expect([rootOfKey(key), idOfKey(key)]).toEqual([root, id]);
    }
  }
});
