// Renderer: the time by which each file is ordered, as of the moment its place was decided. Dates taken arrive while
// pictures are on screen, and must not make them jump; the next order that is built uses them.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import { STEP } from './schedule.js';

const DAY = 86_400_000;
/** Milliseconds between UTC and the wall by day (of UTC); NaN for a day on which the clocks change. */
const offsets = new Map<number, number>();

const offsetAt = (instant: number): number => new Date(instant).getTimezoneOffset() * 60_000 || 0;

/** What a clock on the wall here showed at an instant. Asking for the zone is slow, and most days have one offset. */
export function wallTime(instant: number): number {
  const day = Math.floor(instant / DAY);
  let offset = offsets.get(day);
  if (offset === undefined) {
    const start = offsetAt(day * DAY);
    offset = start === offsetAt((day + 1) * DAY - 1) ? start : NaN;
    offsets.set(day, offset);
  }
  return instant - (Number.isNaN(offset) ? offsetAt(instant) : offset);
}

/** The wall clock time of a row as known now: of its taking or, while that is not known, of its last change. */
export const timeAt = (listing: Listing, row: number): number =>
  listing.takenAt(row) ?? wallTime(listing.modifiedAt(row));

/** Enters the times of some rows. Loops over many files stand in functions of their own: the engine compiles those sooner than generators. */
function enterRows(byId: Float64Array, listing: Listing, from: number, to: number): void {
  const { id, modified, taken, takenSource } = listing;
  for (let row = from; row < to; row++) {
    byId[id[row]!] = takenSource[row] === 0 ? wallTime(modified[row]!) : taken[row]!;
  }
}

/**
 * Wall clock times in milliseconds that stay as they are until they are entered again: of the taking of each file
 * where that is known, else of its last change. */
export class Times {
  private readonly byRoot = new Map<RootId, Float64Array>();

  /** The times of all files of `listings` as known now. Yields now and then; no rows may move meanwhile. */
  static *of(listings: ReadonlyMap<RootId, Listing>): Generator<void, Times> {
    const times = new Times();
    for (const [root, listing] of listings) {
      const byId = times.room(root, listing.endOfIds - 1);
      for (let row = 0; row < listing.count; row += STEP) {
        enterRows(byId, listing, row, Math.min(listing.count, row + STEP));
        yield;
      }
    }
    return times;
  }

  readonly timeOf = (key: ItemKey): number => this.byRoot.get(rootOfKey(key))?.[idOfKey(key)] ?? 0;

  /** The times of many files, side by side. Yields now and then. */
  *column(keys: Float64Array): Generator<void, Float64Array> {
    const column = new Float64Array(keys.length);
    for (let from = 0; from < keys.length; from += STEP) {
      this.copy(keys, column, from, Math.min(keys.length, from + STEP));
      yield;
    }
    return column;
  }

  private copy(keys: Float64Array, column: Float64Array, from: number, to: number): void {
    let root = NaN;
    let byId: Float64Array | undefined;
    for (let i = from; i < to; i++) {
      const key = keys[i]!;
      const keyRoot = rootOfKey(key);
      if (keyRoot !== root) {
        root = keyRoot;
        byId = this.byRoot.get(root);
      }
      column[i] = byId?.[idOfKey(key)] ?? 0;
    }
  }

  /** Enters the times of some files as known now. */
  enter(root: RootId, listing: Listing, ids: readonly number[]): void {
    for (const id of ids) {
      const row = listing.rowOf(id);
      if (row >= 0) this.room(root, id)[id] = timeAt(listing, row);
    }
  }

  private room(root: RootId, id: number): Float64Array {
    const known = this.byRoot.get(root);
    if (known && id < known.length) return known;
    const larger = new Float64Array(Math.ceil((id + 1) * 1.125));
    if (known) larger.set(known);
    this.byRoot.set(root, larger);
    return larger;
  }
}
