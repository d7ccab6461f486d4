// Tests of the TTL cache, with time moved by hand.

import { describe, expect, it } from 'vitest';
import { TtlCache } from './cache.js';

function setUp<V = unknown>(options: { defaultTtl?: number; maxSize?: number } = {}) {
  const clock = { time: 1000 };
  return { clock, cache: new TtlCache<V>({ ...options, now: () => clock.time }) };
}

describe('TtlCache', () => {
  it('answers what was stored until its time is over', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    expect(cache.get('a')).toEqual({ hit: false, reason: 'missing' });
    cache.set('a', 'A');
    clock.time += 99;
    expect(cache.get('a')).toEqual({ hit: true, value: 'A', age: 99 });
    clock.time += 1;
    expect(cache.has('a')).toBe(false);
    expect(cache.get('a')).toEqual({ hit: false, reason: 'expired' });
    expect(cache.get('a')).toEqual({ hit: false, reason: 'missing' });
  });

  it('takes null and undefined for values', () => {
    const { cache } = setUp();
    cache.set('null', null);
    cache.set('undefined', undefined);
    expect(cache.get('null')).toMatchObject({ hit: true, value: null });
    expect(cache.get('undefined')).toMatchObject({ hit: true, value: undefined });
    expect(cache.has('undefined')).toBe(true);
  });

  it('lives five minutes by default, else as long as it is told', () => {
    const { clock, cache } = setUp();
    cache.set('default', 1);
    cache.set('long', 2, Infinity);
    cache.set('none', 3, 0);
    expect(cache.has('none')).toBe(false);
    clock.time += 299_999;
    expect(cache.has('default')).toBe(true);
    clock.time += 1;
    expect([cache.has('default'), cache.has('long')]).toEqual([false, true]);
  });

  it('counts the age that a value has already, also when the usual time changes', () => {
    const { cache, clock } = setUp();
    cache.set('old', 1, cache.ttl, 60_000);
    cache.setDefaultTtl(100_000);
    clock.time += 39_999;
    expect(cache.get('old')).toMatchObject({ hit: true, age: 99_999 });
    clock.time += 1;
    expect(cache.get('old')).toEqual({ hit: false, reason: 'expired' });
  });

  it('starts an entry anew when it is stored again', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    cache.set('a', 1);
    clock.time += 90;
    cache.set('a', 2);
    clock.time += 90;
    expect(cache.get('a')).toMatchObject({ hit: true, value: 2 });
  });

  it('drops the entry unused for longest when it is full', () => {
    const { cache } = setUp({ maxSize: 2 });
    cache.set('a', 1);
    cache.set('b', 2);
    cache.get('a');
    cache.set('c', 3);
    expect(cache.stats()).toMatchObject({ keys: ['a', 'c'], size: 2, evictions: 1 });
  });

  it('drops one entry, all, or what has expired', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    cache.set('a', 1);
    expect([cache.invalidate('a'), cache.invalidate('a')]).toEqual([true, false]);
    cache.set('b', 2);
    clock.time += 60;
    cache.set('c', 3);
    clock.time += 60;
    expect(cache.cleanupExpired()).toBe(1);
    expect(cache.stats().keys).toEqual(['c']);
    expect(cache.clear()).toBe(1);
    expect(cache.stats().size).toBe(0);
  });

  it('counts', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    cache.set('a', 1);
    cache.set('b', 1);
    cache.get('a');
    cache.get('missing');
    clock.time += 40;
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 1, expired: 0, oldestAge: 40, defaultTtl: 100 });
    clock.time += 60;
    cache.get('a');
    cache.cleanupExpired();
    expect(cache.stats()).toMatchObject({ hits: 1, misses: 2, expired: 2, oldestAge: 0 });
  });

  it('tells what a look would find without counting it', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    cache.set('a', 1);
    expect([cache.state('a'), cache.state('b')]).toEqual(['hit', 'miss']);
    clock.time += 100;
    expect(cache.state('a')).toBe('expired');
    expect(cache.stats()).toMatchObject({ size: 1, hits: 0, misses: 0, expired: 0 });
  });

  it('does not keep entries alive when the clock is set back', () => {
    const { clock, cache } = setUp({ defaultTtl: 100 });
    cache.set('a', 1);
    clock.time -= 500;
    expect(cache.get('a')).toEqual({ hit: false, reason: 'expired' });
  });
});
