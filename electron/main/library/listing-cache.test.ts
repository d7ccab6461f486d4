// Tests of a root's place in the directory cache.

import { describe, expect, it } from 'vitest';
import { Listing } from '../../shared/listing-table.js';
import { TtlCache } from './cache.js';
import { ListingCache } from './listing-cache.js';

function setUp() {
  const clock = { time: 0 };
  const cache = new TtlCache<Listing>({ now: () => clock.time, defaultTtl: 100 });
  const log: string[] = [];
  const levels: string[] = [];
  const listings = new ListingCache('/photos', cache, (level, message) => {
    log.push(message);
    levels.push(level);
  });
  return { clock, cache, listings, log, levels };
}

describe('the listing of a root', () => {
  it('is said at the usual level to come from the cache, with how many files it has', () => {
    const { listings, log, levels } = setUp();
    listings.get(true);
    listings.set(Listing.empty(), true, 0);
    listings.get(true);
    expect(levels).toEqual(['debug', 'info']);
    expect(log[1]).toBe('Cache hit: using the cached listing of /photos, 0 files (age 0.0 s)');
  });

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

  it('is not kept when the clock was set back: it would stay young until the clock catches up', () => {
    const { cache, listings } = setUp();
    listings.set(Listing.empty(), true, -1);
    expect(cache.size).toBe(0);
  });

  it('is not kept when it is too old already, nor is the one before it', () => {
    const { cache, listings } = setUp();
    listings.set(Listing.empty(), true, 0);
    listings.set(Listing.empty(), true, 100);
    expect(cache.size).toBe(0);
  });
});
