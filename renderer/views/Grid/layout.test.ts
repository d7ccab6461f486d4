// Tests of the justified layout: rows fill the width, kept rows stay, nothing is lost or doubled.

import { describe, expect, it } from 'vitest';
import { boxesOf, contentHeight, layOut, rowAt, rowOfFile, type Layout } from './layout.js';
import { shownRows } from './keep.js';
import { boxAspect, aspectsOf } from './aspects.js';
import { fileAcross, rowsIn } from './window.js';
import { file, listingOf } from '../../testing.js';
import { keyOf } from '../../state/keys.js';
import { runAtOnce } from '../../state/schedule.js';

const frame = { width: 1000, target: 200, gap: 4 };

function aspects(values: readonly number[], guessed: readonly number[] = values.map(() => 0)) {
  return { value: Float32Array.from(values), guessed: Uint8Array.from(guessed) };
}

/** Proportions that look random and are the same every time. */
function mixed(count: number): number[] {
  let seed = 7;
  return Array.from({ length: count }, () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return 0.45 + (seed % 1000) / 400;
  });
}

const endOf = (layout: Layout, row: number): number => {
  const last = boxesOf(layout, row).at(-1)!;
  return last.left + last.width;
};

describe('layOut', () => {
  it('fills the width in every row but the last', () => {
    const layout = layOut(aspects(mixed(500)), frame);
    expect(layout.start[layout.rows]).toBe(500);
    for (let row = 0; row < layout.rows - 1; row++) {
      expect(endOf(layout, row)).toBe(frame.width);
      expect(layout.height[row]).toBeGreaterThan(frame.target * 0.6);
      expect(layout.height[row]).toBeLessThan(frame.target * 1.55);
    }
  });

  it('does not stretch the last row', () => {
    const layout = layOut(aspects([1, 1]), frame);
    expect(layout.rows).toBe(1);
    expect(layout.height[0]).toBe(frame.target);
    expect(contentHeight(layout)).toBe(frame.target);
  });

  it('gives a panorama that is wider than the window a row of its own height', () => {
    const layout = layOut(aspects([1, 9, 1]), frame);
    for (let row = 0; row < layout.rows; row++) expect(endOf(layout, row)).toBeLessThanOrEqual(frame.width);
  });

  it('stacks rows without overlap', () => {
    const layout = layOut(aspects(mixed(100)), frame);
    for (let row = 0; row < layout.rows; row++) {
      expect(layout.top[row + 1]).toBe(layout.top[row]! + Math.round(layout.height[row]!) + frame.gap);
    }
  });

  it('is empty without files', () => {
    const layout = layOut(aspects([]), frame);
    expect([layout.rows, contentHeight(layout), rowsIn(layout, 0, 500)]).toEqual([0, 0, { from: 0, to: 0 }]);
  });

  it('keeps shown rows while everything else is laid out anew', () => {
    const before = layOut(aspects(new Array<number>(300).fill(4 / 3), new Array<number>(300).fill(1)), frame);
    before.shown.fill(1, 10, 14);
    const after = layOut(aspects(mixed(300)), frame, undefined, before, shownRows(before));
    for (let row = 10; row < 14; row++) {
      const first = before.start[row]!;
      const now = rowOfFile(after, first);
      expect(after.start[now]).toBe(first);
      expect(boxesOf(after, now)).toEqual(boxesOf(before, row));
      expect(Math.round(after.height[now]!)).toBe(Math.round(before.height[row]!));
      expect(after.guessed[first]).toBe(1);
    }
    // Everyone is there once, and rows before a kept one fill the width as well.
    expect([...after.start].every((start, row) => row === 0 || start > after.start[row - 1]!)).toBe(true);
    for (let row = 0; row < rowOfFile(after, before.start[10]!); row++)
      expect(endOf(after, row)).toBe(frame.width);
  });

  it('does not leave a lone picture before a kept row', () => {
    const before = layOut(aspects(new Array<number>(40).fill(1)), frame);
    before.shown.fill(1);
    const after = layOut(aspects(new Array<number>(41).fill(1)), frame, undefined, before, [
      { row: 0, at: 1 },
      { row: 1, at: 1 + before.start[1]! },
    ]);
    expect(after.start[1]).toBe(1 + before.start[1]!);
    expect(endOf(after, 0)).toBe(frame.width);
  });
});

describe('finding rows', () => {
  const layout = layOut(aspects(mixed(200)), frame);

  it('finds the row at a height and of a file', () => {
    for (let row = 0; row < layout.rows; row++) {
      expect(rowAt(layout, layout.top[row]!)).toBe(row);
      expect(rowAt(layout, layout.top[row + 1]! - 1)).toBe(row);
      expect(rowOfFile(layout, layout.start[row]!)).toBe(row);
      expect(rowOfFile(layout, layout.start[row + 1]! - 1)).toBe(row);
    }
  });

  it('names only rows that touch the view', () => {
    expect(rowsIn(layout, layout.top[3]!, 1)).toEqual({ from: 3, to: 4 });
    expect(rowsIn(layout, -500, 400).to).toBeLessThanOrEqual(1);
  });

  it('moves across rows to the nearest picture, and stays at the edges', () => {
    const same = layOut(aspects(new Array<number>(10).fill(1)), { width: 1016, target: 200, gap: 4 });
    expect(fileAcross(same, 0, 3, 1)).toBe(8);
    expect(fileAcross(same, 1, 8, -1)).toBe(3);
    expect(fileAcross(same, 0, 3, -1)).toBe(3);
  });
});

describe('aspectsOf', () => {
  it('guesses where the size is not known, and limits extremes', () => {
    const listing = listingOf(file(1, { width: 300, height: 200 }), file(2), file(3, { kind: 'video' }));
    const keys = Float64Array.of(keyOf(1, 1), keyOf(1, 2), keyOf(1, 3), keyOf(2, 9));
    const { value, guessed } = runAtOnce(aspectsOf(keys, (root) => (root === 1 ? listing : undefined)));
    expect([...guessed]).toEqual([0, 1, 1, 1]);
    expect(value[0]).toBeCloseTo(1.5);
    expect(value[2]).toBeCloseTo(16 / 9);
    expect([boxAspect(10_000, 100), boxAspect(100, 10_000)]).toEqual([4, 0.45]);
  });
});
