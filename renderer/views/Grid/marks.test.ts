// Tests of the time line beside the grid: its marks stand where their months are, and never on each other.

import { describe, expect, it } from 'vitest';
import { DAY } from '../../state/dates.js';
import { contentHeight, layOut, rowFrom } from './layout.js';
import { labelAt, marksOf, monthStarts, stopFor, stopsOf } from './marks.js';
import { sectionsOf } from './sections.js';

/** So many files in each month from January 2019 on, the last month first. */
const daysOf = (counts: readonly number[]) =>
  Int32Array.from(
    counts.flatMap((count, month) => new Array<number>(count).fill(Date.UTC(2019, month, 9) / DAY)).reverse(),
  );
/** Three years, every month with another number of files. */
const days = daysOf(Array.from({ length: 36 }, (_, month) => 5 + ((month * 37) % 90)));
const aspects = { value: new Float32Array(days.length).fill(1.4), guessed: new Uint8Array(days.length) };
const months = monthStarts(days);

describe.each(['day', 'month', 'year'] as const)('below headings of %ss', (unit) => {
  const frame = { width: 1000, target: 190, gap: 4 };
  const layout = layOut(aspects, frame, sectionsOf({ days, more: null }, unit));
  const end = contentHeight(layout) - 700;
  const stops = stopsOf(months, layout, end);

  it('begins each month at its first file', () => {
    expect(months.filter(({ year }) => year)).toHaveLength(3);
    expect(months).toHaveLength(36);
    months.forEach(({ file, day }, index) => {
      if (file > 0) expect(days[file - 1]).toBeGreaterThan(day);
      if (stops[index] === end) return;
      const row = rowFrom(layout, stops[index]!);
      expect(layout.start[row]).toBeLessThanOrEqual(file);
      expect(layout.start[row + 1]).toBeGreaterThan(file);
    });
  });

  it.each([90, 400, 900, 3000])('places marks truly and apart on %i pixels', (height) => {
    const marks = marksOf(months, stops, end, height);
    for (const { month, y } of marks) expect(Math.abs(y - (stops[month]! / end) * height)).toBeLessThan(1);
    const labels = marks.filter(({ shows }) => shows !== 'tick');
    for (let i = 1; i < labels.length; i++)
      expect(labels[i]!.y - labels[i - 1]!.y).toBeGreaterThanOrEqual(20);
    expect(marks.filter(({ shows }) => shows === 'year')).toHaveLength(3);
    const names = marks.filter(({ shows }) => shows === 'month').length;
    if (height === 90) expect(names).toBeLessThan(4);
    if (height === 3000) expect(names).toBeGreaterThan(25);
  });

  it('leads from month to month and from year to year by keys', () => {
    const go = (key: string, top: number) => stopFor(key, months, stops, top, end);
    expect(go('ArrowDown', 0)).toBe(stops[1]);
    expect(go('ArrowDown', stops[4]!)).toBe(stops[5]);
    expect(go('ArrowUp', stops[4]!)).toBe(stops[3]);
    expect(go('ArrowUp', stops[4]! + 0.4)).toBe(stops[3]);
    expect(go('ArrowDown', stops[4]! - 0.4)).toBe(stops[5]);
    expect(go('ArrowUp', stops[4]! + 30)).toBe(stops[4]);
    expect(go('PageDown', 0)).toBe(stops[12]);
    expect(go('PageUp', stops[20]!)).toBe(stops[12]);
    expect([go('Home', 9), go('End', 9), go('ArrowUp', 0), go('ArrowDown', end), go('x', 9)]).toEqual([
      ...[0, end, 0, end, null],
    ]);
  });
});

it('shows as many years as there is room for', () => {
  const many = monthStarts(daysOf(Array.from({ length: 12 * 60 }, (_, i) => (i % 12 === 0 ? 3 : 0))));
  const stops = many.map((_, index) => index * 100);
  const marks = marksOf(many, stops, 5900, 600);
  const years = marks.filter(({ shows }) => shows === 'year');
  expect(years.length).toBeGreaterThan(25);
  expect(years.length).toBeLessThanOrEqual(31);
  expect(marks.some(({ shows }) => shows === 'month')).toBe(false);
});

it('names no month below the name of another year', () => {
  // One file of March 2021, then those of July and June 2020, and of December 2019 on.
  const some = monthStarts(
    daysOf([...new Array<number>(12).fill(40), 0, 0, 0, 0, 0, 60, 60, 0, 0, 0, 0, 0, 0, 0, 1]),
  );
  const named = (second: number) => {
    const stops = some.map((_, index) => (index === 0 ? 0 : second + (index - 1) * 400));
    return marksOf(some, stops, 8000, 600).filter(({ shows }) => shows !== 'tick');
  };
  // 2020 begins 4 pixels below 2021, and stands as low as it has to.
  const marks = named(50);
  expect(marks.slice(0, 3)).toEqual([
    { month: 0, y: 0, shows: 'year' },
    { month: 1, y: 20, shows: 'year' },
    { month: 3, y: 64, shows: 'year' },
  ]);
  expect([-5, 9, 12, 31, 64].map((y) => labelAt(marks, y))).toEqual([0, 0, 1, -1, 3]);
  // Years that begin with one another: no months of those that are not named.
  const crowd = monthStarts(daysOf(Array.from({ length: 48 }, (_, i) => (i % 12 > 9 ? 3 : 0))));
  const near = marksOf(crowd, [0, 10, 11, 200, 201, 400, 401, 600], 600, 600);
  expect(near.filter(({ shows }) => shows === 'year').map(({ month, y }) => [month, y])).toEqual([
    [0, 0],
    [2, 20],
    [4, 201],
    [6, 401],
  ]);
  const apart = marksOf(crowd, [0, 1, 1, 1, 2, 300, 400, 500], 600, 600);
  const labels = apart.filter(({ shows }) => shows !== 'tick').map(({ month, shows }) => [month, shows]);
  expect(labels).toEqual([
    [0, 'year'],
    [2, 'year'],
    [6, 'year'],
    [7, 'month'],
  ]);
});
