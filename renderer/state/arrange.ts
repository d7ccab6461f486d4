// Renderer: putting the files of a place in order, and a few changed ones among them: generators, so that 100,000 files never hold
// a frame. No rows of a listing may move while one of these is at work.

import type { RootId } from '../../electron/shared/contract.js';
import { addedTimes } from './added.js';
import { datesOf, isOutdated, type Dates } from './dates.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import type { LibraryChange } from './library.js';
import { mergeSorted } from './merge-sort.js';
import { comparison, sortKeys, type Listings } from './order.js';
import { STEP } from './schedule.js';
import { countsOf, keysOf, membership, type Counts } from './select.js';
import type { Belonging } from './members.js';
import { Times } from './times.js';
import { ORDERS, type Shown } from './view.js';

/** All files of a place in an order. */
export interface Ordered extends Pick<Shown, 'place' | 'sort' | 'seed'> {
  readonly keys: Float64Array;
  /** By which the keys are ordered. */
  readonly times: Times;
  /** Of all roots, without hidden folders. */
  readonly totals: Counts;
}

/** Puts the files of a place in order. Yields now and then. */
export function* arrange(
  { place, sort, seed }: Pick<Shown, 'place' | 'sort' | 'seed'>,
  listings: Listings,
  belonging: Belonging,
): Generator<void, Ordered> {
  const keys = yield* keysOf(place, listings, belonging);
  const times = yield* Times.of(listings);
  const sorted = yield* sortKeys(keys, sort, listings, times, seed, belonging.groups);
  const totals = yield* countsOf(listings, belonging.hidden);
  return { keys: sorted, place, sort, seed, times, totals };
}

/** Enters what changed since then into files that are in order. Yields now and then. */
export function* rearrange(
  { keys, place, sort, seed, times }: Ordered,
  changes: readonly LibraryChange[],
  listings: Listings,
  belonging: Belonging,
): Generator<void, Ordered> {
  const touched = new Map<RootId, Set<number>>();
  const fresh: number[] = [];
  for (const { root, gone, fresh: arrived } of changes) {
    touched.set(root, new Set([...gone, ...arrived]));
    const listing = listings.get(root);
    if (listing === undefined) continue;
    times.enter(root, listing, arrived);
    const belongs = membership(place, root, listing, belonging);
    for (const id of arrived) if (belongs(listing.rowOf(id))) fresh.push(keyOf(root, id));
  }
  const sorted = yield* sortKeys(Float64Array.from(fresh), sort, listings, times, seed, belonging.groups);
  const compare = yield* comparison(sort, listings, times, seed, belonging.groups);
  const kept = yield* without(keys, touched);
  const merged = yield* mergeSorted(kept, sorted, compare);
  const totals = yield* countsOf(listings, belonging.hidden);
  return { keys: merged, place, sort, seed, times, totals };
}

/** What dates that were read since have changed about which files belong to a place. */
export interface Regrouped {
  /** Files that belong to it by now, for {@link rearrange}. */
  readonly joined: readonly LibraryChange[];
  /** Whether files are among the others that no longer do. */
  readonly left: boolean;
}

/** Looks which files belong to the place as known now. Yields now and then. */
export function* regroup(
  { keys, place }: Ordered,
  listings: Listings,
  belonging: Belonging,
): Generator<void, Regrouped> {
  const inside = new Set(keys);
  const joined: LibraryChange[] = [];
  let left = false;
  for (const [root, listing] of listings) {
    const belongs = membership(place, root, listing, belonging);
    const fresh: number[] = [];
    for (let row = 0; row < listing.count; row++) {
      if (row % STEP === STEP - 1) yield;
      const id = listing.id[row]!;
      const isInside = inside.has(keyOf(root, id));
      if (belongs(row) === isInside) continue;
      if (isInside) left = true;
      else fresh.push(id);
    }
    if (fresh.length > 0) joined.push({ root, kind: 'patch', gone: [], fresh, changed: [] });
  }
  return { joined, left };
}

function* without(
  keys: Float64Array,
  ids: ReadonlyMap<RootId, ReadonlySet<number>>,
): Generator<void, Float64Array> {
  const kept = new Float64Array(keys.length);
  let count = 0;
  for (let i = 0; i < keys.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const key = keys[i]!;
    if (ids.get(rootOfKey(key))?.has(idOfKey(key)) !== true) kept[count++] = key;
  }
  return kept.slice(0, count);
}

/** The days under which files stand; null where there are no headings. Yields now and then. */
export function* datesFor(
  { place, sort, times }: Ordered,
  keys: Float64Array,
  listings: Listings,
): Generator<void, Dates | null> {
  if (ORDERS[sort].by === 'added') return yield* datesOf(yield* addedTimes(keys, listings));
  // The newest pictures are one wall without headings.
  if (ORDERS[sort].by !== 'date' || place.kind === 'newest') return null;
  return yield* datesOf(yield* times.column(keys));
}

/** Whether dates known by now would have files of these `dates` (null: without headings) stand elsewhere. Yields now and then. */
export function* wouldMove(
  keys: Float64Array,
  dates: Dates | null,
  listings: Listings,
  descending: boolean,
): Generator<void, boolean> {
  const times = yield* Times.of(listings);
  return yield* isOutdated(dates, yield* times.column(keys), descending);
}
