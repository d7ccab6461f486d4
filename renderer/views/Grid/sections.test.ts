// Tests of headings in the layout: every row lies below its own, whatever comes, goes or was kept.

import { expect, it } from 'vitest';
import { anchorAt, shownRows, survivingRows } from './keep.js';
import { bottomOf, boxesOf, layOut, rowOfFile, sectionOfRow, topOfFile, type Layout } from './layout.js';
import { filesIn, HEADING_HEIGHT, SECTION_GAP, sectionsOf } from './sections.js';
import { fileAcross } from './window.js';

const frame = { width: 1000, target: 200, gap: 4 };
/** As many days as numbers, each with so many files, newest first. */
const datesOf = (...counts: readonly number[]) => ({
  days: Int32Array.from(counts.flatMap((count, i) => new Array<number>(count).fill(20_000 - i * 40))),
  more: null,
});
const squares = (count: number) => ({
  value: new Float32Array(count).fill(1),
  guessed: new Uint8Array(count),
});
const laidOut = (...counts: readonly number[]): Layout => {
  const dates = datesOf(...counts);
  return layOut(squares(dates.days.length), frame, sectionsOf(dates, 'day'));
};

it('sets each row below the heading of its own section', () => {
  const layout = laidOut(3, 1, 15_000, 26);
  const { sections, firstRow, heading, top } = layout;
  expect([...sections.start]).toEqual([0, 3, 4, 15_004, 15_030]);
  for (let section = 0; section < sections.count; section++) {
    const first = firstRow[section]!;
    expect(layout.start[first]).toBe(sections.start[section]);
    expect(top[first]).toBe(heading[section]! + HEADING_HEIGHT);
    expect(sectionOfRow(layout, first)).toBe(section);
    expect(sectionOfRow(layout, firstRow[section + 1]! - 1)).toBe(section);
    const end = bottomOf(layout, firstRow[section + 1]! - 1) + frame.gap;
    if (section + 1 < sections.count) expect(heading[section + 1]).toBe(end + SECTION_GAP);
  }
  for (let row = 0; row + 1 < layout.rows; row++) {
    expect(top[row + 1]).toBeGreaterThanOrEqual(bottomOf(layout, row) + frame.gap);
  }
});

it('fills the width in every row of a section that can', () => {
  const layout = laidOut(6, 1, 9, 15_001);
  const endOf = (row: number) => {
    const last = boxesOf(layout, row).at(-1)!;
    return last.left + last.width;
  };
  for (let row = 0; row < layout.rows; row++) {
    if (sectionOfRow(layout, row) === 1) expect(layout.height[row]).toBe(frame.target);
    else expect(endOf(row)).toBe(frame.width);
    expect(layout.height[row]).toBeGreaterThan(frame.target * 0.6);
    expect(layout.height[row]).toBeLessThan(frame.target * 1.55);
  }
});

it('leaves no edge ragged by a little where wide pictures follow narrow ones', () => {
  // Two in the first row, which is full at 1.6 times the height that is aimed at.
  const value = Float32Array.of(1.35, 1.76, 2.6, 1.4, 0.6);
  const layout = layOut({ value, guessed: new Uint8Array(5) }, frame, sectionsOf(datesOf(5), 'day'));
  const widths = Array.from({ length: layout.rows }, (_, row) => {
    const last = boxesOf(layout, row).at(-1)!;
    return last.left + last.width;
  });
  expect(widths).toEqual([frame.width, frame.width]);
});

it('counts the files of a section, the last one with those that are not known yet', () => {
  const some = { ...datesOf(3, 4), more: { day: 10, month: 100, year: 1000 } };
  const counts = (unit: 'day' | 'year') => {
    const sections = sectionsOf(some, unit);
    return Array.from({ length: sections.count }, (_, i) => filesIn(sections, i));
  };
  expect(counts('day')).toEqual([3, 14]);
  expect(counts('year')).toEqual([1007]);
});

it('keeps rows when files come and go, but none that would reach into another section', () => {
  const before = laidOut(12, 12);
  before.shown.fill(1);
  const keys = Float64Array.from({ length: 24 }, (_, i) => i);
  const kept = survivingRows(before, keys, keys, 0, before.rows);
  expect(kept).toEqual(shownRows(before));
  // The same files, but some of them belong to another day now.
  const moved = layOut(squares(24), frame, sectionsOf(datesOf(2, 22), 'day'), before, kept);
  expect(moved.start[moved.firstRow[1]!]).toBe(2);
  expect(moved.shown[0]).toBe(0);
  const same = layOut(squares(24), frame, sectionsOf(datesOf(12, 12), 'day'), before, kept);
  expect([...same.start]).toEqual([...before.start]);
  expect([...same.shown]).toEqual([...before.shown]);
});

it('lets the end of a section change as soon as something follows in it', () => {
  const before = laidOut(2, 12);
  before.shown.fill(1);
  const after = layOut(squares(17), frame, sectionsOf(datesOf(5, 12), 'day'), before, [
    { row: 0, at: 0 },
    { row: 1, at: 5 },
  ]);
  expect(after.start[1]).toBe(5);
  expect(after.start[2]).toBe(5 + before.start[2]! - before.start[1]!);
  expect([...after.shown.subarray(0, 2)]).toEqual([0, 1]);
});

it('keeps what follows a heading in place, not what ends before it', () => {
  const layout = laidOut(12, 12);
  const keys = Float64Array.from({ length: 24 }, (_, i) => i);
  const anchor = anchorAt(layout, keys, layout.heading[1]! + 10, 0);
  expect(anchor).toMatchObject({ key: 12, offset: HEADING_HEIGHT - 10, within: 0 });
});

it('shows a file with its heading where it is the first below it', () => {
  const layout = laidOut(12, 12);
  expect(topOfFile(layout, 12)).toBe(layout.heading[1]);
  expect(topOfFile(layout, 23)).toBe(layout.top[rowOfFile(layout, 23)]);
});

it('moves up and down across headings', () => {
  const layout = laidOut(2, 3, 12);
  expect(fileAcross(layout, 0, 1, 1)).toBe(3);
  expect(fileAcross(layout, 1, 3, 1)).toBeGreaterThanOrEqual(5);
  expect(fileAcross(layout, 1, 3, -1)).toBe(1);
});
