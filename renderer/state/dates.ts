// Renderer: the days by which files are grouped: those of the order they are in, so that headings stay where they are
// when dates taken arrive (see times.ts).

import { STEP } from './schedule.js';

export type Unit = 'day' | 'month' | 'year';

/** Days of some files, in their order. */
export interface Dates {
  /** Days since 1 January 1970 on the wall calendar. */
  readonly days: Int32Array;
  /** Where only the first files are known: how many more follow in the day, month and year of the last. Else null. */
  readonly more: Readonly<Record<Unit, number>> | null;
  /** Where the first files are not known: how many come before in the day, month and year of the first that is. */
  readonly earlier?: Readonly<Record<Unit, number>> | undefined;
}

export const DAY = 86_400_000;
/** What a date can be at most, in days. */
const FARTHEST = 1e8;

/** The days of wall clock times in milliseconds. Yields now and then. */
export function* datesOf(times: Float64Array): Generator<void, Dates> {
  const days = new Int32Array(times.length);
  // Ten times as fast as a mapping function.
  for (let i = 0; i < times.length; i++) {
    if (i % STEP === STEP - 1) yield;
    days[i] = dayOf(times[i]!);
  }
  return { days, more: null };
}

/** The day of a wall clock time in milliseconds. */
export const dayOf = (time: number): number =>
  Math.max(-FARTHEST, Math.min(FARTHEST, Math.floor(time / DAY)));

const starts = new Map<number, number>();

/** When a year begins, as a wall clock time in milliseconds. */
function startOf(year: number): number {
  let start = starts.get(year);
  if (start === undefined) starts.set(year, (start = new Date(0).setUTCFullYear(year, 0, 1)));
  return start;
}

/** The year of a wall clock time in milliseconds. Ten times as fast as asking a Date. */
export function yearOf(time: number): number {
  const guess = 1970 + Math.floor(time / DAY / 365.2425);
  if (time < startOf(guess)) return guess - 1;
  return time >= startOf(guess + 1) ? guess + 1 : guess;
}

/** Whether files with these times, in this order, would now stand elsewhere or under another heading, if they have any. Yields now and then. */
export function* isOutdated(
  dates: Dates | null,
  times: Float64Array,
  descending: boolean,
): Generator<void, boolean> {
  for (let i = 0; i < times.length; i++) {
    if (i % STEP === STEP - 1) yield;
    if (dates !== null && dayOf(times[i]!) !== dates.days[i]) return true;
    if (i > 0 && (descending ? times[i]! > times[i - 1]! : times[i]! < times[i - 1]!)) return true;
  }
  return false;
}

/** A whole number that is the same for all days of a day, a month or a year, and follows them in time. */
export function periodOf(day: number, unit: Unit): number {
  if (unit === 'day') return day;
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  return unit === 'year' ? year : year * 12 + date.getUTCMonth();
}

/** First file of each stretch of one period, in their order. Asks for few periods: neighbours mostly share a day. */
export function periodStarts(days: Int32Array, unit: Unit): number[] {
  const starts: number[] = [];
  let day = NaN;
  let period = NaN;
  for (let i = 0; i < days.length; i++) {
    if (days[i] === day) continue;
    day = days[i]!;
    const next = periodOf(day, unit);
    if (next !== period) starts.push(i);
    period = next;
  }
  return starts;
}

/** The first `count` of some dates. */
export function firstDates({ days }: Dates, count: number): Dates {
  const last = days[count - 1];
  if (last === undefined || count >= days.length) return { days, more: null };
  const rest = (unit: Unit): number => {
    const period = periodOf(last, unit);
    let end = count;
    let day = last;
    while (end < days.length && (days[end] === day || periodOf((day = days[end]!), unit) === period)) end++;
    return end - count;
  };
  return {
    days: days.slice(0, count),
    more: { day: rest('day'), month: rest('month'), year: rest('year') },
  };
}

/** `count` of some dates, from the file `from` on. */
export function datesBetween({ days }: Dates, from: number, count: number): Dates {
  const later = firstDates({ days: days.subarray(from), more: null }, count);
  const first = days[from];
  if (from === 0 || first === undefined) return later;
  const rest = (unit: Unit): number => {
    const period = periodOf(first, unit);
    let begin = from;
    let day = first;
    while (begin > 0 && (days[begin - 1] === day || periodOf((day = days[begin - 1]!), unit) === period))
      begin--;
    return from - begin;
  };
  return { ...later, earlier: { day: rest('day'), month: rest('month'), year: rest('year') } };
}
