// Tests of wrapping a function with a cache.

import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { TtlCache } from './cache.js';
import { cached } from './cached.js';

describe('cached', () => {
  it('runs once for many callers of one key, and again for another', async () => {
    const gate = deferred();
    const calls: number[] = [];
    const double = cached(async (n: number) => {
      calls.push(n);
      await gate.promise;
      return n * 2;
    });
    const answers = Promise.all([double(2), double(2), double(3)]);
    gate.resolve();
    expect(await answers).toEqual([4, 4, 6]);
    expect(await double(2)).toBe(4);
    expect(calls).toEqual([2, 3]);
    expect(double.stats()).toMatchObject({ hits: 1, misses: 2, size: 2 });
  });

  it('keeps a result for its time, also undefined', async () => {
    let time = 0;
    let calls = 0;
    const cache = new TtlCache<undefined>({ now: () => time });
    const nothing = cached(
      () => {
        calls++;
        return Promise.resolve(undefined);
      },
      { ttl: 10, key: () => 'key', cache },
    );
    await nothing();
    await nothing();
    expect([calls, cache.has('key')]).toEqual([1, true]);
    time = 10;
    await nothing();
    expect(calls).toBe(2);
  });

  it('tells arguments apart that look alike as text, and rejects those that make no key', async () => {
    const shown = cached((value: unknown) => Promise.resolve(typeof value + String(value)));
    const values = [null, undefined, NaN, 1, '1', 1n];
    const answers: string[] = [];
    for (const value of values) answers.push(await shown(value));
    expect(answers).toEqual([
      'objectnull',
      'undefinedundefined',
      'numberNaN',
      'number1',
      'string1',
      'bigint1',
    ]);
    expect(shown.stats()).toMatchObject({ hits: 0, size: 6 });
    await expect(shown(() => 1)).rejects.toThrow('could not be cloned');
  });

  it('does not keep a rejection', async () => {
    let calls = 0;
    const flaky = cached(() => (calls++ === 0 ? Promise.reject(new Error('No')) : Promise.resolve('yes')));
    const both = await Promise.allSettled([flaky(), flaky()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([await flaky(), calls]).toEqual(['yes', 2]);
  });

  it('forgets what is running when it is cleared', async () => {
    const gates = [deferred<string>(), deferred<string>()];
    let calls = 0;
    const slow = cached(() => gates[calls++]!.promise);
    const first = slow();
    slow.clear();
    const second = slow();
    gates[0]!.resolve('old');
    gates[1]!.resolve('new');
    expect([await first, await second, await slow(), calls]).toEqual(['old', 'new', 'new', 2]);
    expect(slow.clear()).toBe(1);
  });

  it('does not keep what was overtaken, but what was there before', async () => {
    const gates = [deferred<string>(), deferred<string>(), deferred<string>()];
    let calls = 0;
    const slow = cached((_key: string) => gates[calls++]!.promise);
    gates[0]!.resolve('kept');
    await slow('a');
    const old = slow('b');
    slow.overtake();
    const fresh = slow('b');
    gates[1]!.resolve('old');
    gates[2]!.resolve('fresh');
    expect([await old, await fresh, await slow('b'), await slow('a')]).toEqual([
      'old',
      'fresh',
      'fresh',
      'kept',
    ]);
    expect(calls).toBe(3);
  });
});
