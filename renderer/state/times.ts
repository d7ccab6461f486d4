// Renderer: the time by which each file is ordered, as of the moment its place was decided. Dates taken arrive while
// pictures are on screen, and must not make them jump; the next order that is built uses them.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

/** Wall clock time of a file in milliseconds: of its taking where that is known, else of its last change. */
export type TimeOf = (key: ItemKey) => number;

const HOUR = 3_600_000;
let lastHour = NaN;
let lastOffset = 0;

/** What a clock on the wall here showed at an instant. Neighbours share an hour, and asking for the zone is slow. */
function wallTime(instant: number): number {
  const hour = Math.floor(instant / HOUR);
  if (hour !== lastHour) {
    lastHour = hour;
    lastOffset = new Date(instant).getTimezoneOffset() * 60_000 || 0;
  }
  return instant - lastOffset;
}

const timeAt = (listing: Listing, row: number): number =>
  listing.takenAt(row) ?? wallTime(listing.modifiedAt(row));

/** The times as they are known now. */
export const currentTimes =
  (listings: ReadonlyMap<RootId, Listing>): TimeOf =>
  (key) => {
    const listing = listings.get(rootOfKey(key))!;
    return timeAt(listing, listing.rowOf(idOfKey(key)));
  };

/** Times that stay as they are until they are entered again. */
export class Times {
  private readonly byRoot = new Map<RootId, Float64Array>();

  /** The times of all files of `listings` as known now. */
  static of(listings: ReadonlyMap<RootId, Listing>): Times {
    const times = new Times();
    for (const [root, listing] of listings) {
      const { id } = listing;
      const byId = times.room(
        root,
        id.reduce((top, one) => Math.max(top, one), -1),
      );
      for (let row = 0; row < id.length; row++) byId[id[row]!] = timeAt(listing, row);
    }
    return times;
  }

  readonly timeOf: TimeOf = (key) => this.byRoot.get(rootOfKey(key))?.[idOfKey(key)] ?? 0;

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
