// Renderer: the dates that people write when they look for pictures: 2019, june 2023, 14. Juni, 2023-06-14. Only what
// can be meant in one way; everything else is left to names.

import { fold } from '../../electron/shared/fold.js';
import { DAY, dayOf } from './dates.js';

/** What of a date was said; at least one of it. */
export interface DateWords {
  readonly year: number | null;
  /** 0 to 11. */
  readonly month: number | null;
  /** 1 to 31. */
  readonly day: number | null;
}

/** As a camera might know. */
const YEAR = /^(1[89]|20|21)\d\d$/;
const DAY_NUMBER = /^(0?[1-9]|[12]\d|3[01])(\.|st|nd|rd|th)?$/;
/** Year first, or with dots and then the day first: that is the same everywhere. */
const YEAR_FIRST = /^(\d{4})[-/.](0?[1-9]|1[0-2])(?:[-/.](0?[1-9]|[12]\d|3[01]))?$/;
const DAY_FIRST = /^(0?[1-9]|[12]\d|3[01])\.(0?[1-9]|1[0-2])\.(\d{4})$/;
/** Letters of a month's name that can stand for it. */
const SHORTEST = 3;

/** Names of the months in some languages, folded. */
export class MonthNames {
  private readonly names: readonly (readonly string[])[];

  constructor(locales: readonly string[]) {
    this.names = Array.from({ length: 12 }, (_, month) => {
      const time = Date.UTC(2023, month, 15);
      const names = locales.flatMap((locale) =>
        (['long', 'short'] as const).flatMap((style) => {
          const format = new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' });
          // Some languages write it otherwise beside a day.
          const beside = new Intl.DateTimeFormat(locale, { month: style, day: 'numeric', timeZone: 'UTC' });
          const part = beside.formatToParts(time).find(({ type }) => type === 'month');
          return [format.format(time), part?.value ?? ''];
        }),
      );
      return [...new Set(names.map((name) => fold(name).replace(/\.$/, '')))].filter((name) =>
        /^\p{L}{3,}$/u.test(name),
      );
    });
  }

  /** The month that a folded word (or its beginning) names; null when there is none, or more than one. */
  monthOf(word: string): number | null {
    const bare = word.replace(/[.,]$/, '');
    if (bare.length < SHORTEST) return null;
    const months = this.names.flatMap((names, month) =>
      names.some((name) => name.startsWith(bare)) ? [month] : [],
    );
    return months.length === 1 ? months[0]! : null;
  }
}

/** A date at the beginning of some folded words, and how many of them it takes; null when there is none. */
export function readDate(
  words: readonly string[],
  months: MonthNames,
): { readonly date: DateWords; readonly length: number } | null {
  const [first = ''] = words;
  const exact = exactDate(first);
  if (exact !== null) return { date: exact, length: 1 };
  let day: number | null = null;
  let length = 0;
  if (months.monthOf(first) === null) {
    if (YEAR.test(first)) return { date: { year: Number(first), month: null, day: null }, length: 1 };
    day = dayNumber(first);
    if (day === null) return null;
    length = 1;
  }
  const month = months.monthOf(words[length] ?? '');
  if (month === null) return null;
  length++;
  if (day === null) {
    day = dayNumber((words[length] ?? '').replace(/,$/, ''));
    if (day !== null) length++;
  }
  const year = YEAR.test(words[length] ?? '') ? Number(words[length]) : null;
  return { date: { year, month, day }, length: year === null ? length : length + 1 };
}

function dayNumber(word: string): number | null {
  const [, day] = DAY_NUMBER.exec(word) ?? [];
  return day === undefined ? null : Number(day);
}

function exactDate(word: string): DateWords | null {
  const [, year, month, day] = YEAR_FIRST.exec(word) ?? [];
  if (year !== undefined)
    return { year: Number(year), month: Number(month) - 1, day: day ? Number(day) : null };
  const dotted = DAY_FIRST.exec(word);
  return dotted && { year: Number(dotted[3]), month: Number(dotted[2]) - 1, day: Number(dotted[1]) };
}

/** Asks of wall clock times (milliseconds) whether they fall on such a date. Quick when neighbours share a day. */
export function dateTest({ year, month, day }: DateWords): (time: number) => boolean {
  let asked = NaN;
  let answer = false;
  return (time) => {
    const one = dayOf(time);
    if (one === asked) return answer;
    asked = one;
    const date = new Date(one * DAY);
    answer =
      (year === null || date.getUTCFullYear() === year) &&
      (month === null || date.getUTCMonth() === month) &&
      (day === null || date.getUTCDate() === day);
    return answer;
  };
}
