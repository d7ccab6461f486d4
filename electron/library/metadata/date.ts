// Runs in the library process: when something was taken. Photos mostly carry the time a clock on the wall showed, with or
// without its distance to UTC, and that is what is kept; see `taken` in shared/details.ts. Nothing here knows the
// machine's zone: whoever calls says what zone to assume where a file has only an instant.

import type { TakenSource } from '../../shared/listing.js';

/** A time as a file gives it. */
export type Moment =
  /** Wall clock: milliseconds since 1970 as if it were UTC, and minutes ahead of UTC where known. */
  | { readonly kind: 'wall'; readonly wall: number; readonly offset: number | null }
  /** A point in time, milliseconds since 1970. */
  | { readonly kind: 'instant'; readonly instant: number };

/** What time it is, and which zone to assume. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Minutes a wall clock here is (or was) ahead of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
}

export interface Taken {
  readonly taken: number;
  readonly takenSource: TakenSource;
  readonly takenOffset: number | null;
}

export interface Candidates {
  /** What the content says. */
  readonly own: Moment | null;
  readonly ownSource: TakenSource;
  /** What the content says about its last change: better than the file's own time, worse than its name. */
  readonly changed: Moment | null;
  readonly name: string;
  /** Modification time, milliseconds since 1970. */
  readonly mtime: number;
}

/** The year of the oldest photograph there is. */
const FIRST_YEAR = 1826;
const MINUTE = 60_000;
const MOST_OFFSET = 14 * 60;

/** The best date there is: from the content, from the name, else the time of modification. Null: none is possible. */
export function chooseTaken(from: Candidates, clock: Clock): Taken | null {
  const ordered: readonly (readonly [Moment | null, TakenSource])[] = [
    [from.own, from.ownSource],
    [dateInName(from.name), 'name'],
    [from.changed, from.ownSource],
    [{ kind: 'instant', instant: from.mtime }, 'mtime'],
  ];
  for (const [moment, takenSource] of ordered) {
    const wall = moment && toWall(moment, clock);
    if (wall && isPossible(wall.wall, clock.now())) {
      return { taken: wall.wall, takenSource, takenOffset: wall.offset };
    }
  }
  return null;
}

function toWall(moment: Moment, clock: Clock): { wall: number; offset: number | null } {
  if (moment.kind === 'wall') return moment;
  const offset = clock.offsetAt(moment.instant);
  return { wall: Math.round(moment.instant) + offset * MINUTE, offset };
}

/** From the oldest photograph to the end of next year (clocks of cameras may run ahead). */
function isPossible(wall: number, now: number): boolean {
  const year = new Date(wall).getUTCFullYear();
  return year >= FIRST_YEAR && year <= new Date(now).getUTCFullYear() + 1;
}

/** A wall clock time from its parts; null when there is no such day or time. Month 1 to 12. */
export function wallTime(
  [year, month, day, hour = 0, minute = 0, second = 0]: readonly number[],
  milliseconds = 0,
): number | null {
  if (year === undefined || month === undefined || day === undefined) return null;
  if (year < FIRST_YEAR || year > 9999 || hour > 23 || minute > 59 || second > 59) return null;
  const time = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const back = new Date(time);
  return back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? time : null;
}

/** Minutes ahead of UTC from `+02:00`, `-0930` or `Z`; null when it is no offset. */
export function parseOffset(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  if (/^\s*Z\s*$/i.test(text)) return 0;
  const match = /^\s*([+-])(\d{2}):?(\d{2})\s*$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  if (minutes > MOST_OFFSET || Number(match[3]) > 59) return null;
  return match[1] === '-' && minutes > 0 ? -minutes : minutes;
}

/** A date of EXIF (`2023:06:14 15:30:12`) with its fraction of a second and offset. */
export function parseExifDate(text: unknown, fraction: unknown, offset: unknown): Moment | null {
  if (typeof text !== 'string') return null;
  const match =
    /^\s*(\d{4})[:\-/.](\d{2})[:\-/.](\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?/.exec(text);
  if (!match) return null;
  const given = typeof fraction === 'string' || typeof fraction === 'number' ? String(fraction) : '';
  const digits = /^\s*(\d{1,9})/.exec(given)?.[1] ?? match[7];
  const wall = wallTime(numbers(match.slice(1, 7)), digits ? Math.floor(Number(`0.${digits}`) * 1000) : 0);
  return wall === null ? null : { kind: 'wall', wall, offset: parseOffset(offset) };
}

/** A date as ISO 8601 writes it, which XMP and QuickTime use: `2023-06-14T15:30:12+0200`. */
export function parseIsoDate(text: string): Moment | null {
  const zone = /T[\d:.]+(Z|[+-]\d{2}:?\d{2})\s*$/i.exec(text)?.[1];
  return parseExifDate(text.replace(/^\s*(\d{4})(\d{2})(\d{2})T/, '$1-$2-$3T'), null, zone);
}

const numbers = (parts: readonly (string | undefined)[]): number[] =>
  parts.filter((part) => part !== undefined).map(Number);

/** A random name, whose digits mean nothing. */
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * What may not stand before a date: a digit, a resolution's `x`, a plus, or a number that goes on through
 * separators, as in telephone numbers and addresses.
 */
const BEFORE = String.raw`(?<![\d+]|\dx|\d[-_. ()/]{1,2})`;
/** A short number that belongs to a word may stand before a day with its time: IMG_0001_20240105_120509, C360_2014-03-02-… */
const COUNTED = String.raw`(?<=\p{L}[-_ ]?\d{1,4}[-_ ])`;
const DAY = String.raw`(?<year>1[89]\d\d|20\d\d)(?<gap>[-_.]?)(?<month>0[1-9]|1[0-2])\k<gap>(?<day>0[1-9]|[12]\d|3[01])`;
/**
 * What systems write between a day and its time: at, um, à, alle, kl., a las. Only letters that have a case: the words of other
 * scripts also say which half of the day it is.
 */
const WORDS = String.raw` (?:[\p{Lu}\p{Ll}][\p{Lu}\p{Ll}\p{M}()]{0,4}\.? ){1,2}`;
const TIME = String.raw`(?<hour>\d\d)(?<colon>[-_.:h]?)(?<minute>\d\d)\k<colon>(?<second>\d\d)`;

/**
 * Day and time: IMG_20230614_153012123, 2023-06-14 15.30.12, Screenshot_2023-06-14-15-30-12, 20230614153012. Behind a word that may
 * be any, a time has something between its numbers.
 */
const DAY_AND_TIME = new RegExp(
  `(?:${BEFORE}|${COUNTED})${DAY}(?:[T_ -]| at |${WORDS}(?=\\d\\d[-_.:h])|)${TIME}[._]?(?<fraction>\\d{3})?(?!\\d)`,
  'iu',
);
/** Day and time of a clock with twelve hours: Screen Shot 2023-06-14 at 3.30.12 PM, … a la(s) 3.30.12 p. m. */
const TWELVE_HOURS = new RegExp(
  `${BEFORE}${DAY}${WORDS}(?<hour>\\d\\d?)[.:](?<minute>\\d\\d)[.:](?<second>\\d\\d)\\s(?<half>[AP])(?:\\. ?)?M`,
  'iu',
);
/** A day between separators: 2023-06-14 party, 2023_06_14. A short counter may follow. */
const DAY_APART = new RegExp(
  `${BEFORE}${DAY.replace('[-_.]?', '[-_.]')}(?![-_. ]?\\d{5}|\\d|[-_.]\\d{1,4}[-_.]\\d)`,
);
/** A day in one piece needs a clean edge on both sides: IMG-20230614-WA0001, 20230614.jpg, 20230614_001. */
const DAY_IN_ONE = new RegExp(
  `(?<![\\p{L}\\d+]|\\d[-_. ()/]{1,2})${DAY.replace('[-_.]?', '')}(?=$|\\s?\\(\\d{1,3}\\)$|[-_ ]\\d{1,4}$|[-_ ](?:WA\\d|\\p{L}))`,
  'u',
);

/**
 * The date in a file name; null when there is none that can be trusted. A day without a time counts as its first
 * moment. Names by Google's camera (`PXL_`) are in UTC.
 */
export function dateInName(name: string): Moment | null {
  const dot = name.lastIndexOf('.');
  // A longer name says nothing more, and the expressions need not meet one.
  const stem = (dot > 0 ? name.slice(0, dot) : name).slice(0, 200).replace(/[\u00a0\u202f]/g, ' ');
  if (UUID.test(stem)) return null;
  for (const expression of [TWELVE_HOURS, DAY_AND_TIME, DAY_APART, DAY_IN_ONE]) {
    const groups = expression.exec(stem)?.groups;
    if (!groups) continue;
    const wall = wallOf(groups);
    if (wall === null) continue;
    if (/^PXL_/i.test(stem) && groups['hour'] !== undefined) return { kind: 'instant', instant: wall };
    return { kind: 'wall', wall, offset: null };
  }
  return null;
}

function wallOf({
  year,
  month,
  day,
  hour,
  minute,
  second,
  fraction,
  half,
}: Record<string, string | undefined>): number | null {
  const parts = numbers([year, month, day, hour, minute, second]);
  if (half !== undefined) {
    const clock = Number(hour);
    if (clock < 1 || clock > 12) return null;
    parts[3] = (clock % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  }
  return wallTime(parts, Number(fraction ?? 0));
}
