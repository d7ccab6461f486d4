// Tests of a root's place in the directory cache.

import { describe, expect, it } from 'vitest';
import { Listing } from '../../shared/listing-table.js';
import { TtlCache } from './cache.js';
import { ListingCache } from './listing-cache.js';

function setUp() {
  const clock = { time: 0 };
  const cache = new TtlCache<Listing>({ now: () => clock.time, defaultTtl: 100 });
  const log: string[] = [];
  const listings = new ListingCache('/photos', cache, (_level, message) => log.push(message));
  return { clock, cache, listings, log };
}

describe('the listing of a root', () => {
  it.each([
    [true, false],
    [false, true],
  ])('that knows dimensions (%s) is told as expired to who wants them or not (%s)', (stored, asked) => {
    const { clock, cache, listings, log } = setUp();
    listings.set(Listing.empty(), stored, 0);
    clock.time = 100;
    expect(listings.get(asked)).toBeNull();
    expect(log).toEqual(['Cache expired: /photos']);
    expect(cache.stats()).toMatchObject({ expired: 1, misses: 1, size: 0 });
  });

  it('lives from when the disk was read, by whatever time is usual now', () => {
    const { clock, cache, listings } = setUp();
    listings.set(Listing.empty(), true, 30);
    cache.setDefaultTtl(50);
    clock.time = 19;
    expect(listings.get(true)).not.toBeNull();
    clock.time = 20;
    expect(listings.get(true)).toBeNull();
  });

  it('is not kept when it is too old already, nor is the one before it', () => {
    const { cache, listings } = setUp();
    listings.set(Listing.empty(), true, 0);
    listings.set(Listing.empty(), true, 100);
    expect(cache.size).toBe(0);
  });
});
