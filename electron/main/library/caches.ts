// Runs in main: the app's two caches, by name, for whatever uses, watches or clears them.

import type { CacheNumbers, FileDetails } from '../../shared/details.js';
import type { Listing } from '../../shared/listing-table.js';
import { DEFAULT_TTL_MS, TtlCache } from './cache.js';

/** Details of one version of a file. */
export interface KeptDetails {
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly details: FileDetails;
}

export interface LibraryCaches {
  /** Listings of roots, by directoryKey. */
  readonly directory: TtlCache<Listing>;
  /** Details of files, by metadataKey. They live twice as long. */
  readonly metadata: TtlCache<KeptDetails>;
}

const MOST_LISTINGS = 1000;
const MOST_DETAILS = 5000;

/** @param ttl milliseconds a listing lives; @param now milliseconds, any origin */
export function createCaches(now: () => number, ttl = DEFAULT_TTL_MS): LibraryCaches {
  return {
    directory: new TtlCache({ defaultTtl: ttl, maxSize: MOST_LISTINGS, now }),
    metadata: new TtlCache({ defaultTtl: ttl * 2, maxSize: MOST_DETAILS, now }),
  };
}

/** The numbers of a cache, without its keys. */
export function numbersOf(cache: TtlCache<unknown>): CacheNumbers {
  const { keys: _keys, ...numbers } = cache.stats();
  return numbers;
}
