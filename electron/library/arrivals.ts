// Runs in the library process: when files came into the library. The disk knows when a file was made at its place, not
// when it was moved there; the library knows when it saw a file first, not what happened while it was not running.

import type { Rows } from '../shared/listing.js';
import type { Listing } from '../shared/listing-table.js';

/** When a new file came, by when it was made at its place (0: not known) and changed last. Milliseconds since 1970. */
export type Arrival = (born: number, modified: number) => number;

/** For files that are found where somebody watches: they have just come. */
export const justNow =
  (now: number): Arrival =>
  () =>
    now;

/**
 * For files found by a reading of everything at `now`. What was made since the last such reading (`before`) came when it
 * was made; what is older was moved there, and nobody knows better than that it is there now. At a first reading
 * (`before` is 0) all that can be said is since when a file has been at its place.
 */
export const sinceLast =
  (before: number, now: number): Arrival =>
  (born, modified) => {
    if (born > before && born <= now) return born;
    if (before > 0) return now;
    return modified > 0 && modified <= now ? modified : now;
  };

/** A file that was renamed or moved within the library came when it came: new rows take over from those that go. */
export function keepArrivals(rows: Rows, removed: readonly number[], listing: Listing): void {
  if (removed.length === 0 || rows.id.length === 0) return;
  const came = new Map<string, number>();
  for (const id of removed) {
    const row = listing.rowOf(id);
    came.set(`${listing.sizeAt(row)} ${listing.modifiedAt(row)}`, listing.added[row]!);
  }
  for (let row = 0; row < rows.id.length; row++) {
    if (listing.has(rows.id[row]!)) continue;
    const added = came.get(`${rows.size[row]!} ${rows.modified[row]!}`);
    if (added !== undefined) rows.added[row] = added;
  }
}
