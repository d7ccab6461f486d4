// Renderer: in which order files are shown. Total orders, so that nothing depends on how files came.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { idOfKey, rootOfKey } from './keys.js';
import { mergeSort, type Compare } from './merge-sort.js';
import { currentTimes, type TimeOf } from './times.js';
import type { Sort } from './view.js';

export type Listings = ReadonlyMap<RootId, Listing>;

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'variant' });

const ranksByListing = new WeakMap<Listing, Uint32Array>();

/** Position of each folder of a listing in natural order: comparing numbers is 20 times quicker than comparing paths. */
function folderRanks(listing: Listing): Uint32Array {
  const known = ranksByListing.get(listing);
  // Folders are only ever added.
  if (known?.length === listing.folders.length) return known;
  const order = listing.folders
    .map((_, index) => index)
    .sort((a, b) => collator.compare(listing.folders[a]!, listing.folders[b]!));
  const ranks = new Uint32Array(order.length);
  order.forEach((folder, rank) => (ranks[folder] = rank));
  ranksByListing.set(listing, ranks);
  return ranks;
}

/** Folder, then name, in natural order; roots in the order of `listings`. All keys must be in the listings. */
export function byName(listings: Listings): Compare {
  const rootOrder = new Map([...listings.keys()].map((root, index) => [root, index]));
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
      const rank = folderRanks(listing);
      return rank[folderA]! - rank[folderB]!;
    }
    return collator.compare(listing.nameAt(rowA), listing.nameAt(rowB)) || a - b;
  };
}

/** The comparison of a sort order. */
export function comparison(sort: Sort, listings: Listings, timeOf: TimeOf = currentTimes(listings)): Compare {
  const name = byName(listings);
  if (sort === 'name') return name;
  const sign = sort === 'newest' ? -1 : 1;
  return (a, b) => sign * (timeOf(a) - timeOf(b)) || name(a, b);
}

/** Room for the index below the seconds in one double. */
const INDEXES = 2 ** 21;
const SECONDS = 2 ** 32;

/** Sorts `keys`; yields now and then. Sorts by time run mostly in the engine's own number sort. */
export function* sortKeys(
  keys: Float64Array,
  sort: Sort,
  listings: Listings,
  compare: Compare,
  timeOf: TimeOf = currentTimes(listings),
): Generator<void, Float64Array> {
  const seconds = sort === 'name' ? null : secondsOf(keys, sort, timeOf);
  if (seconds === null) {
    const sorted = keys.slice();
    yield* mergeSort(sorted, compare);
    return sorted;
  }
  yield;
  const packed = seconds.map((second, index) => second * INDEXES + index).sort();
  yield;
  const sorted = packed.map((value) => keys[value % INDEXES]!);
  // Within one second the rest of the order decides.
  for (let start = 0; start < sorted.length;) {
    const second = Math.floor(packed[start]! / INDEXES);
    let end = start + 1;
    while (end < sorted.length && Math.floor(packed[end]! / INDEXES) === second) end++;
    if (end - start > 1) yield* mergeSort(sorted.subarray(start, end), compare);
    start = end;
  }
  return sorted;
}

/** Whole seconds from the first to come, counted from 0; null when they do not fit beside an index. */
function secondsOf(keys: Float64Array, sort: Sort, timeOf: TimeOf): Float64Array | null {
  if (keys.length >= INDEXES) return null;
  const sign = sort === 'newest' ? -1 : 1;
  const seconds = keys.map((key) => Math.floor((sign * timeOf(key)) / 1000));
  let first = Infinity;
  let last = -Infinity;
  for (const second of seconds) {
    if (second < first) first = second;
    if (second > last) last = second;
  }
  if (last - first >= SECONDS) return null;
  return seconds.map((second) => second - first);
}
