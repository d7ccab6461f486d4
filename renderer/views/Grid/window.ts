// Renderer: which rows of a layout are on screen.

import { rowAt, type Layout } from './layout.js';

export interface RowRange {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Rows this far outside the view are drawn as well, CSS pixels: two rows where they are low and hold many tiles. */
export const overscanOf = (target: number): number => Math.min(360, 2 * target);

/** Rows that touch the stretch from `top`, `height` pixels high. */
export function rowsIn(layout: Layout, top: number, height: number): RowRange {
  if (layout.rows === 0 || height <= 0) return { from: 0, to: 0 };
  return { from: rowAt(layout, top), to: Math.min(layout.rows, rowAt(layout, top + height - 1) + 1) };
}

/** The file in the row above (-1) or below (1) that lies nearest to the middle of this one. */
export function fileAcross(layout: Layout, row: number, file: number, step: -1 | 1): number {
  const target = row + step;
  if (target < 0 || target >= layout.rows) return file;
  const middleOf = (inRow: number, wanted: number): number => {
    let x = 0;
    for (let i = layout.start[inRow]!; i < wanted; i++) {
      x += layout.aspect[i]! * layout.height[inRow]! + layout.frame.gap;
    }
    return x + (layout.aspect[wanted]! * layout.height[inRow]!) / 2;
  };
  const middle = middleOf(row, file);
  let best = layout.start[target]!;
  for (let i = best; i < layout.start[target + 1]!; i++) {
    if (Math.abs(middleOf(target, i) - middle) < Math.abs(middleOf(target, best) - middle)) best = i;
  }
  return best;
}
