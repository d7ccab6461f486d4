// Renderer: in which order files are shown. Total orders, so that nothing depends on how files came.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { idOfKey, rootOfKey } from './keys.js';
import { mergeSort, type Compare } from './merge-sort.js';
import { Times } from './times.js';
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
export function comparison(sort: Sort, listings: Listings, times: Times): Compare {
  const name = byName(listings);
  if (sort === 'name') return name;
  const sign = sort === 'newest' ? -1 : 1;
  return (a, b) => sign * (times.timeOf(a) - times.timeOf(b)) || name(a, b);
}

/** Room for the index below the seconds in one double. */
const INDEXES = 2 ** 21;
const SECONDS = 2 ** 32;

/** Sorts `keys`; yields now and then. Sorts by time run mostly in the engine's own number sort. */
export function* sortKeys(
  keys: Float64Array,
  sort: Sort,
  listings: Listings,
  times: Times = Times.of(listings),
): Generator<void, Float64Array> {
  const compare = comparison(sort, listings, times);
  const packed = sort === 'name' ? null : packTimes(times.column(keys), sort === 'newest');
  if (packed === null) {
    const sorted = keys.slice();
    yield* mergeSort(sorted, compare);
    return sorted;
  }
  yield;
  packed.sort();
  yield;
  const sorted = new Float64Array(keys.length);
  for (let i = 0; i < packed.length; i++) sorted[i] = keys[packed[i]! % INDEXES]!;
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

/**
 * Whole seconds from the first to come, each with its index below it in one number that sorts like the two; null when
 * they do not fit. `times` (milliseconds) is used up.
 */
function packTimes(times: Float64Array, descending: boolean): Float64Array | null {
  if (times.length >= INDEXES) return null;
  let first = Infinity;
  let last = -Infinity;
  for (let i = 0; i < times.length; i++) {
    const second = Math.floor((descending ? -times[i]! : times[i]!) / 1000);
    times[i] = second;
    if (second < first) first = second;
    if (second > last) last = second;
  }
  if (last - first >= SECONDS) return null;
  for (let i = 0; i < times.length; i++) times[i] = (times[i]! - first) * INDEXES + i;
  return times;
}
