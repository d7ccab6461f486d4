// Tests of what the benches make of their measurements: a wrong verdict would hide a slow program.

import { describe, expect, it } from 'vitest';
import { interleave, median, quantile, short } from './numbers.js';
import { judge, worst } from './row.js';

describe('numbers', () => {
  it('finds the middle and the tail', () => {
    expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(hundred, 0.95), quantile(hundred, 1), quantile([7], 0.95)]).toEqual([95, 100, 7]);
  });

  it('measures in turn', async () => {
    const order: string[] = [];
    const values = await interleave(2, {
      a: () => order.push('a'),
      b: async () => order.push('b'),
    });
    expect([order.join(''), values]).toEqual(['abab', { a: [1, 3], b: [2, 4] }]);
  });

  it('shows three digits', () => {
    expect([1234.5, 12.345, 0.012345, NaN].map(short)).toEqual(['1235', '12.3', '0.0123', '-']);
  });
});

describe('verdicts', () => {
  it.each([
    [1, { must: 2, aim: 1 }, 'aim'],
    [1.5, { must: 2, aim: 1 }, 'must'],
    [2.1, { must: 2, aim: 1 }, 'missed'],
    [NaN, { must: 2, aim: 1 }, 'missed'],
    [70, { must: null, aim: 60 }, 'no limit'],
  ] as const)('%s within %o is %s', (value, limits, verdict) => expect(judge(value, limits)).toBe(verdict));

  it('is as good as its worst part', () => {
    expect([worst('aim', 'must'), worst('must', 'missed'), worst('aim', 'no limit')]).toEqual([
      'must',
      'missed',
      'no limit',
    ]);
  });
});
