// Renderer: which files belong to a place, which of them meet the criteria, and how many of each kind there are.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { KINDS } from '../../electron/shared/listing.js';
import { kindCode, narrows, testsOf, type Criteria, type Sources, type Test } from './criteria.js';
import { hiddenFolders, NOTHING_HIDDEN, type Hidden } from './hidden.js';
import { idOfKey, keyOf, rootOfKey, type ItemKey } from './keys.js';
import { membersOf, NOTHING_ELSE, type Belonging } from './members.js';
import type { Listings } from './order.js';
import type { Place } from './view.js';
import { STEP } from './schedule.js';

export interface Counts {
  readonly photos: number;
  readonly videos: number;
}

const PHOTO = KINDS.indexOf('photo');
/** Asks for one row at a time whether it belongs to a place. */
export const membership = (
  place: Place,
  root: RootId,
  listing: Listing,
  belonging: Belonging = NOTHING_ELSE,
): Test => membersOf(place, root, listing, belonging) ?? (() => true);

/** Keys of all files of a place, in the order of the listings. Yields now and then; no rows may move meanwhile. */
export function* keysOf(
  place: Place,
  listings: Listings,
  belonging: Belonging = NOTHING_ELSE,
): Generator<void, Float64Array> {
  let room = 0;
  for (const listing of listings.values()) room += listing.count;
  const keys = new Float64Array(room);
  let count = 0;
  for (const [root, listing] of listings) {
    const members = membersOf(place, root, listing, belonging);
    for (let row = 0; row < listing.count; row += STEP) {
      count = enterKeys(keys, count, root, listing.id.subarray(row, row + STEP), row, members);
      yield;
    }
  }
  return count < room ? keys.slice(0, count) : keys;
}

/** Enters the keys of those of some rows that belong to a place, null: of all; answers how many there are by then. */
function enterKeys(
  keys: Float64Array,
  count: number,
  root: RootId,
  ids: Uint32Array,
  row: number,
  belongs: Test | null,
): number {
  const first = keyOf(root, 0);
  for (let i = 0; i < ids.length; i++) {
    if (belongs === null || belongs(row + i)) keys[count++] = first + ids[i]!;
  }
  return count;
}

/** How many photos and videos there are in all, without those in hidden folders. Yields now and then, as {@link keysOf}. */
export function* countsOf(
  listings: Listings,
  hidden: Hidden = NOTHING_HIDDEN.get(),
): Generator<void, Counts> {
  let photos = 0;
  let all = 0;
  for (const [root, listing] of listings) {
    const away = hiddenFolders(listing, hidden.get(root));
    const { kind, folder } = listing;
    for (let row = 0; row < kind.length; row++) {
      if (row % STEP === STEP - 1) yield;
      if (away !== null && away[folder[row]!] === 1) continue;
      all++;
      if (kind[row] === PHOTO) photos++;
    }
  }
  return { photos, videos: all - photos };
}

/** Files that meet the criteria. */
export interface Narrowed {
  /** In the order they came in; the very same array when none is left out. */
  readonly keys: Float64Array;
  /** Of those that meet all criteria but the kind. */
  readonly counts: Counts;
  /** Whether the one that is held is among them only because it is held. */
  readonly guest: boolean;
}

/**
 * Takes out of `keys`, all of whose files must be in the listings, those that meet the criteria, and `held` whether it meets them or
 * not. Yields now and then; the listings must be the same all the time.
 */
export function* narrow(
  keys: Float64Array,
  criteria: Criteria,
  listings: Listings,
  sources: Sources,
  held: ItemKey | null = null,
): Generator<void, Narrowed> {
  const any = !narrows(criteria);
  const wanted = kindCode(criteria.kind);
  const kept = any ? keys : new Float64Array(keys.length);
  const roots = new Map<RootId, { readonly listing: Listing; readonly tests: readonly Test[] }>();
  const enter = (root: RootId) => {
    const known = roots.get(root);
    if (known) return known;
    const listing = listings.get(root)!;
    const made = { listing, tests: testsOf(criteria, { root, listing }, sources) };
    roots.set(root, made);
    return made;
  };
  const counts = [0, 0];
  let count = 0;
  let guest = false;
  let root = NaN;
  let current: ReturnType<typeof enter> | undefined;
  for (let i = 0; i < keys.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const key = keys[i]!;
    if (current === undefined || rootOfKey(key) !== root) current = enter((root = rootOfKey(key)));
    const { listing, tests } = current;
    const row = listing.rowOf(idOfKey(key));
    const kind = listing.kind[row]!;
    const meets = passes(row, tests);
    const isShown = meets && (wanted < 0 || kind === wanted);
    if (key === held) guest = !isShown;
    else if (!meets) continue;
    counts[kind === PHOTO ? 0 : 1]!++;
    if (!any && (isShown || key === held)) kept[count++] = key;
  }
  const all = any || count === keys.length;
  return {
    keys: all ? keys : kept.slice(0, count),
    counts: { photos: counts[0]!, videos: counts[1]! },
    guest,
  };
}

function passes(row: number, tests: readonly Test[]): boolean {
  for (let i = 0; i < tests.length; i++) if (!tests[i]!(row)) return false;
  return true;
}
