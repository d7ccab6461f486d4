// Renderer: where every tile of the grid is. Rows that were shown can be kept as they are while the rest
// is laid out anew around them, so that no tile moves or changes size in front of a person.

import type { Aspects } from './aspects.js';
import { closedRows, isShort, openRows, type Frame } from './rows.js';

export interface Layout {
  readonly frame: Frame;
  readonly rows: number;
  /** First file of each row; one more entry holds the number of files. */
  readonly start: Uint32Array;
  /** Top of each row, whole CSS pixels; one more entry holds where a next row would be. */
  readonly top: Int32Array;
  /** Exact height of each row; it is painted rounded. */
  readonly height: Float32Array;
  /** Proportions of the boxes as laid out: for kept rows those of then. */
  readonly aspect: Float32Array;
  /** 1 for boxes made from a guess. */
  readonly guessed: Uint8Array;
  /** 1 for rows that have been on screen; written by the grid. */
  readonly shown: Uint8Array;
}

/** A row of an earlier layout that stays as it is: it now starts at file `at`. */
export interface Kept {
  readonly row: number;
  readonly at: number;
}

const nothingKept: readonly Kept[] = [];

/**
 * Lays out all files. `kept` rows of `old` (ascending, not overlapping) keep their files, proportions
 * and height; one that would leave a lone picture before it is laid out anew with it.
 */
export function layOut(
  { value, guessed: guesses }: Aspects,
  frame: Frame,
  old: Layout | null = null,
  kept: readonly Kept[] = nothingKept,
): Layout {
  const files = value.length;
  const aspect = value.slice();
  const guessed = guesses.slice();
  const starts: number[] = [];
  const heights: number[] = [];
  const shown: number[] = [];
  const take = (from: number, _to: number, height: number) => {
    starts.push(from);
    heights.push(height);
    shown.push(0);
  };
  let next = 0;
  for (const { row, at } of old === null ? nothingKept : kept) {
    if (at < next) continue;
    if (at > next) {
      if (isShort(aspect, next, at, frame)) continue;
      closedRows(aspect, next, at, frame, take);
    }
    const from = old!.start[row]!;
    const count = old!.start[row + 1]! - from;
    aspect.set(old!.aspect.subarray(from, from + count), at);
    guessed.set(old!.guessed.subarray(from, from + count), at);
    starts.push(at);
    heights.push(old!.height[row]!);
    shown.push(1);
    next = at + count;
  }
  openRows(aspect, next, files, frame, take);
  return {
    frame,
    ...stack(starts, heights, frame.gap, files),
    aspect,
    guessed,
    shown: Uint8Array.from(shown),
  };
}

function stack(starts: readonly number[], heights: readonly number[], gap: number, files: number) {
  const rows = starts.length;
  const start = new Uint32Array(rows + 1);
  const top = new Int32Array(rows + 1);
  start.set(starts);
  start[rows] = files;
  for (let row = 0; row < rows; row++) top[row + 1] = top[row]! + Math.round(heights[row]!) + gap;
  return { rows, start, top, height: Float32Array.from(heights) };
}

/** Whole height of the content, CSS pixels. */
export const contentHeight = (layout: Layout): number =>
  layout.rows === 0 ? 0 : layout.top[layout.rows]! - layout.frame.gap;

/** Last index of ascending `values` (up to `count`) that is not greater than `wanted`; at least 0. */
function lastNotAbove(values: ArrayLike<number>, count: number, wanted: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (values[middle]! <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** The row at a height of the content. */
export const rowAt = (layout: Layout, y: number): number => lastNotAbove(layout.top, layout.rows, y);

/** The row of a file. */
export const rowOfFile = (layout: Layout, file: number): number =>
  lastNotAbove(layout.start, layout.rows, file);

/** Left edge and width of each box of a row, whole CSS pixels; a full row ends exactly at the frame's width. */
export function boxesOf(layout: Layout, row: number): { readonly left: number; readonly width: number }[] {
  const boxes: { left: number; width: number }[] = [];
  const height = layout.height[row]!;
  let x = 0;
  for (let file = layout.start[row]!; file < layout.start[row + 1]!; file++) {
    const left = Math.round(x);
    const end = x + layout.aspect[file]! * height;
    boxes.push({ left, width: Math.max(1, Math.round(end) - left) });
    x = end + layout.frame.gap;
  }
  return boxes;
}
