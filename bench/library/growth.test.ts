// Tests of the verdict on growth: work that is more than linear must not pass for linear, at whichever size it begins.

import { describe, expect, it } from 'vitest';
import { memoryRow, timeRow, type Size } from './growth.js';

const SIZES = [10_000, 100_000, 1_000_000];

/** Three runs at each size whose snapshot takes what `cost` says in milliseconds; everything else is linear. */
const growing = (cost: (entries: number) => number): Size[] =>
  SIZES.map((entries) => {
    const linear = entries / 1000;
    const runs = [1, 50, 1].map((noise) => {
      const snapshot = cost(entries) * noise;
      return { scan: linear, snapshot, restore: linear, listing: linear, patch: linear, columns: linear };
    });
    return { entries, runs };
  });

describe('growth of time', () => {
  it('is what an entry costs among the most against the fewest, in medians', () => {
    const row = timeRow(growing((entries) => entries / 500));
    expect(row.verdict).toBe('aim');
    expect(row.measured).toBe('scan 1.0, snapshot 1.0, restore 1.0, listing 1.0, patch 1.0, columns 1.0');
  });

  it.each([
    ['everywhere', (entries: number) => entries ** 2 / 1e7],
    ['up to 100,000 only', (entries: number) => (entries === 10_000 ? 1 : entries / 1000)],
    ['from 100,000 only', (entries: number) => (entries === 1_000_000 ? 4000 : entries / 1000)],
  ])('is missed by one thing that grows faster %s', (_where, cost) => {
    expect(timeRow(growing(cost)).verdict).toBe('missed');
  });

  it('tells both steps', () => {
    const { note } = timeRow(growing((entries) => (entries === 1_000_000 ? 2000 : entries / 1000)));
    expect(note).toContain('10,000 to 100,000: scan 1.0, snapshot 1.0,');
    expect(note).toContain('100,000 to 1,000,000: scan 1.0, snapshot 2.0,');
    expect(note).toContain('At 1,000,000: scan 1000 ms, snapshot 2000 ms,');
  });
});

describe('growth of memory', () => {
  const memory = (...perEntry: number[]) =>
    memoryRow(perEntry.map((bytes, i) => ({ entries: SIZES[i]!, perEntry: bytes, text: 15 })));

  it('is judged by its growth and by what comes on top of the path', () => {
    expect(memory(40, 40, 40)).toMatchObject({ verdict: 'aim', measured: '1.00 x / 25 bytes' });
    expect(memory(80, 80, 80).verdict).toBe('must');
    expect(memory(20, 30, 40).verdict).toBe('missed');
  });
});
