// Renderer: which files a rectangle touches.

import { rowAt, type Layout } from './layout.js';

/** Of the content, CSS pixels. */
export interface Rectangle {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The files of a layout that a rectangle touches, in order. */
export function filesIn(
  layout: Layout,
  keys: Float64Array,
  { left, top, right, bottom }: Rectangle,
): Float64Array {
  const touched = new Float64Array(keys.length);
  let count = 0;
  if (layout.rows === 0 || bottom < 0) return touched.subarray(0, 0);
  for (let row = rowAt(layout, top); row < layout.rows && layout.top[row]! <= bottom; row++) {
    const height = layout.height[row]!;
    if (layout.top[row]! + height < top) continue;
    let x = 0;
    for (let file = layout.start[row]!; file < layout.start[row + 1]!; file++) {
      const end = x + layout.aspect[file]! * height;
      if (end >= left && x <= right) touched[count++] = keys[file]!;
      x = end + layout.frame.gap;
    }
  }
  return touched.subarray(0, count);
}
