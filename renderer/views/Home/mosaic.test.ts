// Tests of the living mosaic: nearly square cells, no picture twice while there are others, a few changes at a time.

import { describe, expect, it } from 'vitest';
import { change, fill, tiling, type Random } from './mosaic.js';

/** The same numbers every time. */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
const items = Float64Array.from({ length: 500 }, (_, i) => i + 1);
const any = () => true;

describe('fill', () => {
  it('shows each picture once, and only good ones', () => {
    const cells = fill([], 60, items, (item) => item % 2 === 0, randomFrom(1));
    expect(new Set(cells).size).toBe(60);
    expect(cells.every((item) => item % 2 === 0)).toBe(true);
  });

  it('leaves what stays in its place when there is more or less room, or files go', () => {
    const cells = fill([], 20, items, any, randomFrom(2));
    expect(fill(cells, 20, items, any, randomFrom(3))).toBe(cells);
    expect(fill(cells, 12, items, any, randomFrom(3))).toEqual(cells.slice(0, 12));
    const more = fill(cells, 30, items, any, randomFrom(3));
    expect([more.length, more.slice(0, 20)]).toEqual([30, cells]);
    const gone = cells[4]!;
    const without = fill(cells, 20, items, (item) => item !== gone, randomFrom(4));
    expect(without.filter((item, cell) => item !== cells[cell])).toHaveLength(1);
    expect(without).not.toContain(gone);
  });

  it('repeats pictures when there are few, and shows none when there are none', () => {
    expect(fill([], 12, Float64Array.of(7, 8), any, randomFrom(5))).toHaveLength(12);
    expect(fill([], 12, new Float64Array(), any, randomFrom(5))).toEqual([]);
  });
});

describe('change', () => {
  it('changes one to five cells, to pictures that are not shown', () => {
    const random = randomFrom(6);
    let cells = fill([], 60, items, any, random);
    const seen = new Set<number>();
    for (let tick = 0; tick < 200; tick++) {
      const next = change(cells, items, any, random);
      const changed = next.filter((item, cell) => item !== cells[cell]);
      seen.add(changed.length);
      expect(changed.length).toBeLessThanOrEqual(5);
      expect(new Set(next).size).toBe(60);
      for (const item of changed) expect(cells).not.toContain(item);
      cells = next;
    }
    expect([...seen].sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets two pictures change places where all there is, is shown', () => {
    const few = Float64Array.of(1, 2, 3);
    const cells = fill([], 3, few, any, randomFrom(7));
    for (let seed = 1; seed < 40; seed++) {
      const next = change(cells, few, any, randomFrom(seed));
      expect([...next].sort()).toEqual([...cells].sort());
      expect(next.filter((item, cell) => item !== cells[cell])).toHaveLength(2);
    }
    expect(change([5], Float64Array.of(5), any, randomFrom(1))).toEqual([5]);
  });

  it('leaves alone what is held, also where pictures change places', () => {
    for (const [all, count] of [
      [items, 8],
      [Float64Array.of(1, 2, 3, 4), 4],
    ] as const) {
      const cells = fill([], count, all, any, randomFrom(8));
      for (let seed = 1; seed < 60; seed++) {
        const next = change(cells, all, any, randomFrom(seed), new Set([0, 3]));
        expect([next[0], next[3]]).toEqual([cells[0], cells[3]]);
        expect(next).not.toEqual(cells);
      }
    }
    const cells = [1, 2];
    expect(change(cells, items, any, randomFrom(1), new Set([0, 1]))).toBe(cells);
  });
});

describe('tiling', () => {
  it.each([
    [760, 430],
    [1000, 300],
    [1672, 800],
    [480, 200],
    [3400, 1800],
  ])('fills %i x %i with nearly square cells', (width, height) => {
    const { columns, rows } = tiling(width, height);
    const ratio = width / columns / (height / rows);
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.25);
    expect(columns * rows).toBeLessThanOrEqual(120);
  });

  it('has no cells where there is no room', () => {
    expect(tiling(0, 100)).toEqual({ columns: 0, rows: 0 });
  });
});
