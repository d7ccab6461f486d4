// Runs in main: a cache whose entries live for a while. Every value is a value, `null` and `undefined` included.

import type { CacheNumbers } from '../../shared/details.js';

export interface CacheOptions {
  /** Milliseconds an entry lives when `set` is not told otherwise. */
  readonly defaultTtl?: number;
  /** Most entries kept; beyond it the one unused for longest goes. */
  readonly maxSize?: number;
  /** Milliseconds. Should the clock go backwards, entries count as expired. */
  readonly now?: () => number;
}

/** What `get` answers. `age` in milliseconds. */
export type CacheAnswer<V> =
  | { readonly hit: true; readonly value: V; readonly age: number }
  | { readonly hit: false; readonly reason: 'missing' | 'expired' };

export interface CacheStats extends CacheNumbers {
  readonly keys: readonly string[];
}

interface Entry<V> {
  readonly value: V;
  readonly storedAt: number;
  readonly ttl: number;
}

export const DEFAULT_TTL_MS = 300_000;

const MISSING = { hit: false, reason: 'missing' } as const;
const EXPIRED = { hit: false, reason: 'expired' } as const;

export class TtlCache<V> {
  // A Map keeps the order of insertion: first is the least recently used.
  private readonly entries = new Map<string, Entry<V>>();
  private defaultTtl: number;
  private readonly maxSize: number;
  private readonly now: () => number;
  private hits = 0;
  private misses = 0;
  private expired = 0;
  private evictions = 0;

  constructor(options: CacheOptions = {}) {
    this.defaultTtl = options.defaultTtl ?? DEFAULT_TTL_MS;
    this.maxSize = Math.max(1, options.maxSize ?? 1000);
    this.now = options.now ?? (() => performance.now());
  }

  /** Entries that are kept, expired ones included. */
  get size(): number {
    return this.entries.size;
  }

  /** Milliseconds an entry lives when `set` is not told otherwise. */
  get ttl(): number {
    return this.defaultTtl;
  }

  /** Entries that live as long as usual do so from now on, those that are there included. */
  setDefaultTtl(ttl: number): void {
    for (const [key, entry] of this.entries) {
      if (entry.ttl === this.defaultTtl) this.entries.set(key, { ...entry, ttl });
    }
    this.defaultTtl = ttl;
  }

  /** Looks up and counts. An expired entry is dropped. */
  get(key: string): CacheAnswer<V> {
    const entry = this.entries.get(key);
    if (!entry) {
      this.misses++;
      return MISSING;
    }
    const age = this.ageOf(entry);
    if (age >= entry.ttl) {
      this.entries.delete(key);
      this.misses++;
      this.expired++;
      return EXPIRED;
    }
    this.hits++;
    this.entries.delete(key);
    this.entries.set(key, entry);
    return { hit: true, value: entry.value, age };
  }

  /** Whether `get` would hit; counts nothing. */
  has(key: string): boolean {
    const entry = this.entries.get(key);
    return entry !== undefined && this.ageOf(entry) < entry.ttl;
  }

  /** What `get` would find; counts nothing. */
  state(key: string): 'hit' | 'miss' | 'expired' {
    if (this.has(key)) return 'hit';
    return this.entries.has(key) ? 'expired' : 'miss';
  }

  /**
   * Stores a value that lives until it is `ttl` milliseconds old. With 0 it is expired at once, with Infinity never.
   * @param age milliseconds that it is old already
   */
  set(key: string, value: V, ttl = this.defaultTtl, age = 0): void {
    this.entries.delete(key);
    this.entries.set(key, { value, storedAt: this.now() - age, ttl });
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.maxSize) break;
      this.entries.delete(oldest);
      this.evictions++;
    }
  }

  /** Drops one entry; whether there was one. */
  invalidate(key: string): boolean {
    return this.entries.delete(key);
  }

  /** Drops the entries that `matches`; answers how many. */
  invalidateWhere(matches: (value: V, key: string) => boolean): number {
    const { size } = this.entries;
    for (const [key, { value }] of this.entries) if (matches(value, key)) this.entries.delete(key);
    return size - this.entries.size;
  }

  /** Drops everything; answers how many entries there were. The counters go on. */
  clear(): number {
    const { size } = this.entries;
    this.entries.clear();
    return size;
  }

  /** Drops what has expired; answers how many entries that were. */
  cleanupExpired(): number {
    const { size } = this.entries;
    for (const [key, entry] of this.entries) {
      if (this.ageOf(entry) >= entry.ttl) this.entries.delete(key);
    }
    const dropped = size - this.entries.size;
    this.expired += dropped;
    return dropped;
  }

  /** What is kept, least recently used first; counts nothing. `age` and `left` (to live) in milliseconds. */
  *list(): Generator<{
    readonly key: string;
    readonly value: V;
    readonly age: number;
    readonly left: number;
  }> {
    for (const [key, entry] of this.entries) {
      const age = this.ageOf(entry);
      yield { key, value: entry.value, age, left: entry.ttl - age };
    }
  }

  stats(): CacheStats {
    let oldestAge = 0;
    for (const entry of this.entries.values()) oldestAge = Math.max(oldestAge, this.ageOf(entry));
    const { hits, misses, expired, evictions, maxSize, defaultTtl } = this;
    const keys = [...this.entries.keys()];
    return { size: keys.length, maxSize, defaultTtl, hits, misses, expired, evictions, oldestAge, keys };
  }

  /** After the clock was set back nobody knows how old an entry is: it counts as expired, not as new. */
  private ageOf(entry: Entry<V>): number {
    const age = this.now() - entry.storedAt;
    return age >= 0 ? age : Infinity;
  }
}
