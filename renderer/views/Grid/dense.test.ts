// Tests of how many tiles the page has with the smallest pictures: not too many, however large the window is.

import { describe, expect, it } from 'vitest';
import { ROW_HEIGHTS, rowHeight } from '../../state/view.js';
import { layOut } from './layout.js';
import { overscanOf, rowsIn } from './window.js';

function tilesIn(width: number, height: number, zoom: number): number {
  const FILES = 5000;
  const frame = { width, target: rowHeight(zoom, width, height), gap: 2 };
  const layout = layOut(
    { value: new Float32Array(FILES).fill(4 / 3), guessed: new Uint8Array(FILES) },
    frame,
  );
  const around = overscanOf(frame.target);
  const { from, to } = rowsIn(layout, 2000 - around, height + 2 * around);
  return layout.start[to]! - layout.start[from]!;
}

describe('the smallest pictures', () => {
  it.each([
    [1600, 1000],
    [2300, 1360],
    [3580, 2080],
    [7000, 4200],
  ])('are no more than the page bears in %i x %i', (width, height) => {
    for (const zoom of [0, 1, 2]) expect(tilesIn(width, height, zoom)).toBeLessThan(480);
    expect(tilesIn(width, height, 0)).toBeGreaterThan(280);
  });

  it('are as small as asked in a usual window, and each step is larger in any', () => {
    expect(rowHeight(0, 1600, 1000)).toBe(ROW_HEIGHTS[0]);
    const heights = ROW_HEIGHTS.map((_, zoom) => rowHeight(zoom, 3580, 2080));
    heights.slice(1).forEach((height, zoom) => expect(height).toBeGreaterThan(heights[zoom]!));
  });
});
