// Renderer: when files came into the library, as times of the clock on the wall, under which they stand.

import { idOfKey, rootOfKey } from './keys.js';
import type { Listings } from './order.js';
import { wallTime } from './times.js';
import { STEP } from './schedule.js';

/** Of many files, side by side, wall clock times in milliseconds. All keys must be in the listings. Yields now and then. */
export function* addedTimes(keys: Float64Array, listings: Listings): Generator<void, Float64Array> {
  const times = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const listing = listings.get(rootOfKey(keys[i]!))!;
    times[i] = wallTime(listing.addedAt(listing.rowOf(idOfKey(keys[i]!))));
  }
  return times;
}
