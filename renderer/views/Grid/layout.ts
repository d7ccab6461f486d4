// Renderer: where every tile of the grid is. Rows that were shown can be kept as they are while the rest
// is laid out anew around them, so that no tile moves or changes size in front of a person.

import { runAtOnce, STEP } from '../../state/schedule.js';
import type { Aspects } from './aspects.js';
import { closedRows, isShort, openRows, type Frame } from './rows.js';
import { HEADING_HEIGHT, SECTION_GAP, undivided, type Sections } from './sections.js';

export interface Layout {
  readonly frame: Frame;
  readonly rows: number;
  /** First file of each row; one more entry holds the number of files. */
  readonly start: Uint32Array;
  /** Top of each row, whole CSS pixels; one more entry holds where a next row would be. */
  readonly top: Int32Array;
  readonly sections: Sections;
  /** First row of each section; one more entry holds the number of rows. */
  readonly firstRow: Uint32Array;
  /** Top of each section, where its heading is, whole CSS pixels. */
  readonly heading: Int32Array;
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
 * Lays out all files, each section in rows of its own. `kept` rows of `old` (ascending, not overlapping) keep their
 * files, proportions and height; one that would leave a lone picture before it is laid out anew with it, and so is
 * one that would reach over the end of its section or leave a gap before what follows in it. Yields now and then.
 */
export function* layingOut(
  { value, guessed: guesses }: Aspects,
  frame: Frame,
  sections: Sections = undivided(value.length),
  old: Layout | null = null,
  kept: readonly Kept[] = nothingKept,
): Generator<void, Layout> {
  const aspect = value.slice();
  const guessed = guesses.slice();
  const starts: number[] = [];
  const heights: number[] = [];
  const shown: number[] = [];
  const firstRow = new Uint32Array(sections.count + 1);
  const take = (from: number, _to: number, height: number) => {
    starts.push(from);
    heights.push(height);
    shown.push(0);
  };
  let k = 0;
  let pause = STEP;
  for (let section = 0; section < sections.count; section++) {
    if (sections.start[section]! >= pause) {
      pause = sections.start[section]! + STEP;
      yield;
    }
    firstRow[section] = starts.length;
    const end = sections.start[section + 1]!;
    let next = sections.start[section]!;
    for (; old !== null && k < kept.length && kept[k]!.at < end; k++) {
      const { row, at } = kept[k]!;
      const from = old.start[row]!;
      const count = old.start[row + 1]! - from;
      if (at < next || at + count > end || (at + count < end && endsSection(old, row))) continue;
      if (at > next) {
        if (isShort(aspect, next, at, frame)) continue;
        yield* closedRows(aspect, next, at, frame, take);
      }
      aspect.set(old.aspect.subarray(from, from + count), at);
      guessed.set(old.guessed.subarray(from, from + count), at);
      starts.push(at);
      heights.push(old.height[row]!);
      shown.push(1);
      next = at + count;
    }
    // Below a heading a lone picture at the end would look forgotten: all rows fill the width where there is one to fill.
    const rows = sections.titles === null || isShort(aspect, next, end, frame) ? openRows : closedRows;
    yield* rows(aspect, next, end, frame, take);
  }
  firstRow[sections.count] = starts.length;
  yield;
  return {
    frame,
    sections,
    firstRow,
    ...stack(starts, heights, frame.gap, sections, firstRow),
    aspect,
    guessed,
    shown: Uint8Array.from(shown),
  };
}

/** {@link layingOut} without a pause. */
export const layOut = (...of: Parameters<typeof layingOut>): Layout => runAtOnce(layingOut(...of));

function stack(
  starts: readonly number[],
  heights: readonly number[],
  gap: number,
  { start: files, count, titles }: Sections,
  firstRow: Uint32Array,
) {
  const rows = starts.length;
  const start = new Uint32Array(rows + 1);
  const top = new Int32Array(rows + 1);
  const heading = new Int32Array(count);
  start.set(starts);
  start[rows] = files[count]!;
  let y = 0;
  for (let section = 0; section < count; section++) {
    if (titles !== null && section > 0) y += SECTION_GAP;
    heading[section] = y;
    if (titles !== null) y += HEADING_HEIGHT;
    for (let row = firstRow[section]!; row < firstRow[section + 1]!; row++) {
      top[row] = y;
      y += Math.round(heights[row]!) + gap;
    }
  }
  top[rows] = y;
  return { rows, start, top, heading, height: Float32Array.from(heights) };
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

/** The bottom of a row; a heading may follow before the next one. */
export const bottomOf = (layout: Layout, row: number): number =>
  layout.top[row]! + Math.round(layout.height[row]!);

/** The row at a height of the content or, between rows and at a heading, the one that follows. */
export function rowFrom(layout: Layout, y: number): number {
  const row = rowAt(layout, y);
  return row + 1 < layout.rows && bottomOf(layout, row) <= y ? row + 1 : row;
}

/** The section of a row. */
export const sectionOfRow = (layout: Layout, row: number): number =>
  lastNotAbove(layout.firstRow, layout.sections.count, row);

/** Whether a row is the last of its section, which need not fill the width. */
const endsSection = (layout: Layout, row: number): boolean =>
  layout.firstRow[sectionOfRow(layout, row) + 1] === row + 1;

/** What has to be at the top of the view to see a file: its heading where it is the first below it, else its row. */
export function topOfFile(layout: Layout, file: number): number {
  const row = rowOfFile(layout, file);
  const section = sectionOfRow(layout, row);
  return layout.sections.start[section] === file ? layout.heading[section]! : layout.top[row]!;
}

/** Height of what stays at the top of the view and covers rows, CSS pixels. */
export const coveredTop = (layout: Layout): number => (layout.sections.titles === null ? 0 : HEADING_HEIGHT);

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
