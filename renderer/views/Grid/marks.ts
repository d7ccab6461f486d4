// Renderer: where years and months stand beside the grid. Pure arithmetic; the scrubber draws it.

import { ofKey, type OwnKey } from '../../commands/own-keys.js';
import { periodOf, periodStarts } from '../../state/dates.js';
import { topOfFile, type Layout } from './layout.js';

/** Where a month begins among the files. */
export interface MonthStart {
  readonly file: number;
  /** A day in it. */
  readonly day: number;
  /** A year begins as well. */
  readonly year: boolean;
}

/** The months of files in their order. */
export function monthStarts(days: Int32Array): MonthStart[] {
  let last = NaN;
  return periodStarts(days, 'month').map((file) => {
    const day = days[file]!;
    const year = periodOf(day, 'year');
    const start = { file, day, year: year !== last };
    last = year;
    return start;
  });
}

/** Where the top of the view has to be for each month, CSS pixels of the content; `end` is the farthest possible. */
export const stopsOf = (months: readonly MonthStart[], layout: Layout, end: number): number[] =>
  months.map(({ file }) => Math.min(end, topOfFile(layout, file)));

export interface Mark {
  /** Index into the months. */
  readonly month: number;
  /** Pixels from the top of the track. */
  readonly y: number;
  /** What there is room for. */
  readonly shows: 'year' | 'month' | 'tick';
}

/** Pixels that two labels, and two ticks, need at least from one to the next. */
const LABEL = 20;
const TICK = 5;

/**
 * What to draw on a track of this height for stops up to `end`. Years come first: one that begins just below another stands a
 * little lower than it is. Then months where they leave room, below the name of their own year; a tick where that does not suffice
 * for a label.
 */
export function marksOf(
  months: readonly MonthStart[],
  stops: readonly number[],
  end: number,
  height: number,
): Mark[] {
  const placeOf = (month: number): number => Math.round((stops[month]! / Math.max(1, end)) * height);
  const years: { readonly month: number; readonly y: number }[] = [];
  let free = -Infinity;
  months.forEach(({ year }, month) => {
    const y = Math.max(placeOf(month), free);
    if (!year || y > Math.min(height, placeOf(month) + LABEL)) return;
    years.push({ month, y });
    free = y + LABEL;
  });
  const marks: Mark[] = [];
  let next = 0;
  let label = -Infinity;
  let tick = -Infinity;
  let isNamed = false;
  for (let month = 0; month < months.length; month++) {
    const y = placeOf(month);
    const year = years[next];
    if (month === year?.month) {
      marks.push({ ...year, shows: 'year' });
      label = tick = year.y;
      isNamed = true;
      next++;
      continue;
    }
    const room = year === undefined ? Infinity : year.y - y;
    isNamed &&= !months[month]!.year;
    if (isNamed && y - label >= LABEL && room >= LABEL) {
      marks.push({ month, y, shows: 'month' });
      label = tick = y;
    } else if (y - tick >= TICK && y - label >= LABEL / 2 && room >= LABEL / 2) {
      marks.push({ month, y, shows: 'tick' });
      tick = y;
    }
  }
  return marks;
}

/** The month whose label is at a height of the track; -1 where there is none. */
export const labelAt = (marks: readonly Mark[], y: number): number =>
  marks.find((mark) => mark.shows !== 'tick' && Math.abs(mark.y - y) < LABEL / 2)?.month ?? -1;

/** Where a key leads from a top of the view: a month or, by page keys, a year further; null for other keys. */
export function stopFor(
  key: string,
  months: readonly MonthStart[],
  stops: readonly number[],
  top: number,
  end: number,
): number | null {
  // Where one is does not count, although scrolling may have rounded it.
  const after = (years: boolean) =>
    stops.find((stop, month) => stop >= top + 1 && (!years || months[month]!.year)) ?? end;
  const before = (years: boolean) =>
    stops.findLast((stop, month) => stop <= top - 1 && (!years || months[month]!.year)) ?? 0;
  const goals: Readonly<Record<OwnKey<'timeline'>, () => number>> = {
    ArrowDown: () => after(false),
    ArrowRight: () => after(false),
    ArrowUp: () => before(false),
    ArrowLeft: () => before(false),
    PageDown: () => after(true),
    PageUp: () => before(true),
    Home: () => 0,
    End: () => end,
  };
  return ofKey(goals, key)?.() ?? null;
}
