// Renderer: in which order files are shown. Total orders, so that nothing depends on how files came.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { KINDS } from '../../electron/shared/listing.js';
import { extensionOf, FORMATS } from '../../electron/shared/media.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import { forgetRanks, rankFolders } from './folder-ranks.js';
import { NO_GROUPS, type Groups } from './groups.js';
import { insertionSort, mergeSort, SMALL, sortNumbers, type Compare } from './merge-sort.js';
import { collateIn, compareNames } from './natural.js';
import { runAtOnce } from './schedule.js';
import { shuffled } from './shuffle.js';
import { Times } from './times.js';
import { ORDERS, type AnySort, type Order } from './view.js';

export type Listings = ReadonlyMap<RootId, Listing>;

/** What was put in order by another language is forgotten. */
export function collateAnew(locale: string): void {
  collateIn(locale);
  forgetRanks();
}

/**
 * Folder, then name, in natural order; roots in the order of `listings`. All keys must be in the listings. Yields now and
 * then, because the folders come in order first: the first comparison would otherwise do that to all of them in one piece.
 */
function* byFolder(listings: Listings): Generator<void, Compare> {
  const ranks = yield* rankFolders(listings);
  const rootOrder = orderOfRoots(listings);
  return (a, b) => {
    const rootA = rootOfKey(a);
    const rootB = rootOfKey(b);
    if (rootA !== rootB) return rootOrder.get(rootA)! - rootOrder.get(rootB)!;
    const listing = listings.get(rootA)!;
    const rowA = listing.rowOf(idOfKey(a));
    const rowB = listing.rowOf(idOfKey(b));
    const folderA = listing.folder[rowA]!;
    const folderB = listing.folder[rowB]!;
    if (folderA !== folderB) {
      const rank = ranks.get(rootA)!;
      return rank[folderA]! - rank[folderB]!;
    }
    return compareNames(listing.nameAt(rowA), listing.nameAt(rowB)) || a - b;
  };
}

const orderOfRoots = (listings: Listings): ReadonlyMap<RootId, number> =>
  new Map([...listings.keys()].map((root, index) => [root, index]));

const nameOf = (listings: Listings, key: ItemKey): string => {
  const listing = listings.get(rootOfKey(key))!;
  return listing.nameAt(listing.rowOf(idOfKey(key)));
};

/** Photos before videos, in each the extensions from A to Z. */
const typeRanks: ReadonlyMap<string, number> = new Map(
  [...FORMATS]
    .map(([extension, { kind }]) => ({ extension, rank: KINDS.indexOf(kind) }))
    .sort((a, b) => a.rank - b.rank || (a.extension < b.extension ? -1 : 1))
    .map(({ extension }, index) => [extension, index]),
);

type ValueOf = (key: ItemKey) => number;

/** The number by which a file is ordered; null where the name alone decides. All keys must be in the listings. */
function valueOf(
  by: Order['by'],
  listings: Listings,
  times: Times,
  seed: number,
  groups: Groups,
): ValueOf | null {
  const at = (read: (listing: Listing, row: number, root: RootId) => number): ValueOf => {
    return (key) => {
      const root = rootOfKey(key);
      const listing = listings.get(root)!;
      return read(listing, listing.rowOf(idOfKey(key)), root);
    };
  };
  switch (by) {
    case 'name':
      return null;
    case 'date':
      return times.timeOf;
    case 'size':
      return at((listing, row) => listing.sizeAt(row));
    case 'type':
      return at((listing, row) => typeRanks.get(extensionOf(listing.nameAt(row))) ?? typeRanks.size);
    case 'added':
      return at((listing, row) => listing.added[row]!);
    case 'alike':
      return (key) => groups.of(rootOfKey(key))?.[idOfKey(key)] ?? 0;
    case 'shuffle': {
      const rootOrder = orderOfRoots(listings);
      return at((listing, row, root) => shuffled(seed + rootOrder.get(root)!, listing.pathAt(row)));
    }
  }
}

/** The comparison of a sort order. `seed` is that of the shuffled order. Yields now and then. */
export function* comparison(
  sort: AnySort,
  listings: Listings,
  times: Times,
  seed = 0,
  groups: Groups = NO_GROUPS,
): Generator<void, Compare> {
  const { by, descending } = ORDERS[sort];
  const sign = descending ? -1 : 1;
  const value = valueOf(by, listings, times, seed, groups);
  const folder = yield* byFolder(listings);
  if (value === null) {
    // Wherever files lie; those of one name by folder.
    return (a, b) => sign * (compareNames(nameOf(listings, a), nameOf(listings, b)) || folder(a, b));
  }
  return (a, b) => sign * (value(a) - value(b)) || folder(a, b);
}

/** Room for the index below the value in one double. */
const INDEXES = 2 ** 21;
const VALUES = 2 ** 32;
/** How many values to ask for before offering a pause. */
const STEP = 4096;
/** How many files to put in order by their names before offering one. */
const TIED = 1024;

/** Sorts `keys`; yields now and then. */
export function* sortKeys(
  keys: Float64Array,
  sort: AnySort,
  listings: Listings,
  times: Times = runAtOnce(Times.of(listings)),
  seed = 0,
  groups: Groups = NO_GROUPS,
): Generator<void, Float64Array> {
  const { by, descending } = ORDERS[sort];
  const value = valueOf(by, listings, times, seed, groups);
  const compare = () => comparison(sort, listings, times, seed, groups);
  if (value === null || keys.length >= INDEXES) {
    const sorted = keys.slice();
    yield* mergeSort(sorted, yield* compare());
    return sorted;
  }
  const values = yield* by === 'date' ? times.column(keys) : columnOf(keys, value);
  const exact = yield* packValues(values, descending);
  yield* sortNumbers(values);
  const sorted = new Float64Array(keys.length);
  for (let from = 0; from < values.length; from += STEP) {
    unpack(values, keys, sorted, from, Math.min(values.length, from + STEP));
    yield;
  }
  // Where the numbers are equal the rest of the order decides.
  let ties: Compare | null = null;
  let tied = 0;
  for (let start = nextTie(values, 0); start < sorted.length;) {
    let end = start + 2;
    while (end < sorted.length && values[end] === values[start]) end++;
    ties ??= yield* exact ? byFolder(listings) : compare();
    if (end - start <= SMALL) insertionSort(sorted, start, end, ties);
    else yield* mergeSort(sorted.subarray(start, end), ties);
    // Many small groups are as much work as a large one, and none of them offers a pause of its own.
    if ((tied += end - start) >= TIED) {
      tied = 0;
      yield;
    }
    start = nextTie(values, end);
  }
  return sorted;
}

/** The first of the next two equal ones of ascending values, from `from` on; where there are none, their number. */
function nextTie(values: Float64Array, from: number): number {
  const last = values.length - 1;
  for (let i = from; i < last; i++) if (values[i] === values[i + 1]) return i;
  return values.length;
}

function* columnOf(keys: Float64Array, value: ValueOf): Generator<void, Float64Array> {
  const column = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    column[i] = value(keys[i]!);
    if (i % STEP === STEP - 1) yield;
  }
  return column;
}

/**
 * Replaces each value by one number that sorts like it and holds its index. Answers whether different values stayed
 * different: those that are not whole or lie far apart share numbers with their neighbours. Yields now and then.
 */
function* packValues(values: Float64Array, descending: boolean): Generator<void, boolean> {
  const range: Range = { first: Infinity, last: -Infinity, whole: true };
  for (let from = 0; from < values.length; from += STEP) {
    widen(range, values.subarray(from, from + STEP));
    yield;
  }
  const { first, last, whole } = range;
  const scale = Math.min(1, (VALUES - 1) / (last - first || 1));
  for (let from = 0; from < values.length; from += STEP) {
    pack(values.subarray(from, from + STEP), from, descending ? last : first, descending ? -scale : scale);
    yield;
  }
  return whole && scale === 1;
}

// Loops over many files stand in functions of their own: the engine compiles those sooner than generators.

interface Range {
  first: number;
  last: number;
  /** Whether all are whole numbers. */
  whole: boolean;
}

function widen(range: Range, values: Float64Array): void {
  let { first, last, whole } = range;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (whole) whole = Number.isInteger(value);
    if (value < first) first = value;
    if (value > last) last = value;
  }
  range.first = first;
  range.last = last;
  range.whole = whole;
}

/** The first of `values` has this index; the one of `start` becomes the least. */
function pack(values: Float64Array, index: number, start: number, scale: number): void {
  for (let i = 0; i < values.length; i++) {
    values[i] = Math.floor((values[i]! - start) * scale) * INDEXES + index + i;
  }
}

/** Puts what is packed back into what it was made of: the keys in order, and their values in its own place. */
function unpack(
  packed: Float64Array,
  keys: Float64Array,
  sorted: Float64Array,
  from: number,
  to: number,
): void {
  for (let i = from; i < to; i++) {
    const value = packed[i]!;
    sorted[i] = keys[value & (INDEXES - 1)]!;
    packed[i] = Math.floor(value / INDEXES);
  }
}
