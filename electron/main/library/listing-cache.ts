// Runs in main: one root's place in the directory cache. A listing is kept under one of two keys, by whether it knows
// the dimensions of the files that come first; who does not ask for them is served by either.

import type { Listing } from '../../shared/listing-table.js';
import type { LogLevel } from '../../shared/messages.js';
import { displayPath } from '../../shared/paths.js';
import type { TtlCache } from './cache.js';
import { directoryKey } from './cache-keys.js';

export class ListingCache {
  private readonly full: string;
  private readonly bare: string;
  private readonly shownName: string;

  /** @param path of the root, absolute */
  constructor(
    path: string,
    private readonly cache: TtlCache<Listing>,
    private readonly log: (level: LogLevel, message: string) => void,
  ) {
    this.full = directoryKey(path, true);
    this.bare = directoryKey(path, false);
    this.shownName = displayPath(path);
  }

  /** Null when there is none that is young enough and knows enough. */
  get(includeDimensions: boolean): Listing | null {
    const answer = this.cache.get(this.keyFor(includeDimensions));
    if (answer.hit) {
      const { count } = answer.value;
      const age = (answer.age / 1000).toFixed(1);
      this.log(
        'info',
        `Cache hit: using the cached listing of ${this.shownName}, ${count} files (age ${age} s)`,
      );
      return answer.value;
    }
    const state = answer.reason === 'expired' ? 'expired' : 'miss';
    this.log('debug', `Cache ${state}: ${this.shownName}`);
    return null;
  }

  /** There is one of the two at most. What has grown too old under the other is told as that, not as missing. */
  private keyFor(includeDimensions: boolean): string {
    const { cache, full, bare } = this;
    if (includeDimensions) return cache.state(bare) === 'expired' ? bare : full;
    return cache.state(full) === 'miss' ? bare : full;
  }

  /** Whether the listing is there and young enough; counts nothing. */
  get isFresh(): boolean {
    return this.cache.has(this.full) || this.cache.has(this.bare);
  }

  /**
   * @param age milliseconds since the whole root was read or confirmed: one folder read again makes no other younger. Below 0
   * after the clock was set back: nobody knows then, and it counts as too old.
   */
  set(listing: Listing, includeDimensions: boolean, age: number): void {
    this.cache.invalidate(includeDimensions ? this.bare : this.full);
    const key = includeDimensions ? this.full : this.bare;
    if (age >= 0 && age < this.cache.ttl) this.cache.set(key, listing, this.cache.ttl, age);
    else this.cache.invalidate(key);
  }

  /** Takes the listing out; whether it was there. */
  invalidate(): boolean {
    const found = [this.full, this.bare].map((key) => this.cache.invalidate(key)).includes(true);
    if (found) this.log('debug', `Cache invalidated: ${this.shownName}`);
    return found;
  }
}
