// Runs in main: wraps an async function with a cache. Callers with one key at one time share one execution.

import { serialize } from 'node:v8';
import { TtlCache, type CacheStats } from './cache.js';

export interface CachedOptions<A extends unknown[], V> {
  /** Milliseconds a result lives; the cache's own default when absent. */
  readonly ttl?: number;
  /** The key of a call; the arguments as structured cloning writes them when absent. */
  readonly key?: (...args: A) => string;
  /** The cache to use; one of its own when absent. */
  readonly cache?: TtlCache<V>;
}

export interface Cached<A extends unknown[], V> {
  (...args: A): Promise<V>;
  /** Forgets all results; calls that are running will not be stored. Answers how many results there were. */
  clear(): number;
  /** Calls that are running are answered but not stored, and not shared with calls from now on. */
  overtake(): void;
  stats(): CacheStats;
}

/** A function that answers from its cache. What rejects is not cached; arguments without a key reject as well. */
export function cached<A extends unknown[], V>(
  fn: (...args: A) => Promise<V>,
  options: CachedOptions<A, V> = {},
): Cached<A, V> {
  const cache =
    options.cache ?? new TtlCache<V>(options.ttl === undefined ? {} : { defaultTtl: options.ttl });
  const keyOf = options.key ?? ((...args: A) => serialize(args).toString('latin1'));
  const running = new Map<string, Promise<V>>();
  let generation = 0;

  const execute = async (key: string, args: A): Promise<V> => {
    const started = generation;
    const value = await fn(...args);
    // Cleared meanwhile: the result is the caller's, but no longer fit to be kept.
    if (started === generation) cache.set(key, value, options.ttl);
    return value;
  };

  const wrapper = (...args: A): Promise<V> => {
    let key: string;
    try {
      key = keyOf(...args);
    } catch (error) {
      // Who waits for a promise does not expect it here.
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
    const shared = running.get(key);
    if (shared) return shared;
    const answer = cache.get(key);
    if (answer.hit) return Promise.resolve(answer.value);
    const execution = execute(key, args);
    running.set(key, execution);
    const done = () => running.get(key) === execution && running.delete(key);
    execution.then(done, done);
    return execution;
  };
  const overtake = () => {
    generation++;
    running.clear();
  };
  return Object.assign(wrapper, {
    overtake,
    clear: () => {
      overtake();
      return cache.clear();
    },
    stats: () => cache.stats(),
  });
}
