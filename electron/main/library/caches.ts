// Runs in main: the app's two caches, by name, for whatever uses, watches or clears them.

import type { RootId } from '../../shared/contract.js';
import type { CacheNumbers, FileDetails } from '../../shared/details.js';
import type { Listing } from '../../shared/listing-table.js';
import type { LogLevel } from '../../shared/messages.js';
import { DEFAULT_TTL_MS, TtlCache } from './cache.js';

/** Details of one version of a file. */
export interface KeptDetails {
  readonly root: RootId;
  /** Below the root, `/` between parts. */
  readonly relative: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly details: FileDetails;
}

export interface LibraryCaches {
  /** Listings of roots, by directoryKey: each under one key, by whether it knows the files' dimensions. */
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

/** Listings live so many milliseconds from now on, those that are kept already included; metadata twice as long. */
export function setTtl({ directory, metadata }: LibraryCaches, ttl: number): void {
  directory.setDefaultTtl(ttl);
  metadata.setDefaultTtl(ttl * 2);
}

/** One line for the log. */
export function describeCaches({ directory, metadata }: LibraryCaches, useCache: boolean): string {
  if (!useCache) return 'Cache switched off: every look scans';
  const seconds = (cache: TtlCache<unknown>) => `${cache.stats().defaultTtl / 1000} s`;
  return `Cache initialised: listings live ${seconds(directory)}, metadata ${seconds(metadata)}`;
}

/** Milliseconds between two cleanings. */
export const CLEANUP_MS = 60_000;

/** Drops what has expired from both caches; answers how many entries that were. */
export function cleanUp(
  { directory, metadata }: LibraryCaches,
  log: (level: LogLevel, message: string) => void,
): number {
  const [listings, details] = [directory.cleanupExpired(), metadata.cleanupExpired()];
  if (listings + details > 0) log('info', `Cache cleanup: ${listings} listings, ${details} details expired`);
  return listings + details;
}

/** The numbers of a cache, without its keys. */
export function numbersOf(cache: TtlCache<unknown>): CacheNumbers {
  const { keys: _keys, ...numbers } = cache.stats();
  return numbers;
}
