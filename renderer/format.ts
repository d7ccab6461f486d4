// Renderer: numbers, sizes, times as a person reads them. Pure but for the locale and the units of its
// language, which texts.ts sets.

import { DAY, type Unit } from './state/dates.js';

/** As BCP 47 writes it; undefined: the system's. */
let locale: string | undefined;

/** A formatter that is made when it is needed first, and anew for another locale: a start has no time to spare. */
function kept<T>(make: (locale: string | undefined) => T): () => T {
  let made: { readonly of: string | undefined; readonly it: T } | undefined;
  return () => {
    if (made === undefined || made.of !== locale) made = { of: locale, it: make(locale) };
    return made.it;
  };
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;
type ByteUnits = Readonly<Record<(typeof UNITS)[number], (size: string) => string>>;
let byteUnits: ByteUnits | undefined;

/** Numbers, sizes and dates are written as people of a place do from now on. */
export function setLocale(tag: string, units: ByteUnits): void {
  locale = tag;
  byteUnits = units;
}

/** For what writes numbers itself. */
export const localeOf = (): string | undefined => locale;

const numberOf = (maximumFractionDigits: number) =>
  kept((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits }));
const numbers = numberOf(0);
const decimals = numberOf(1);
const fines = numberOf(2);

/** With separators. */
export const formatNumber = (value: number): string => numbers().format(value);

/** With one decimal at most. */
export const formatDecimal = (value: number): string => decimals().format(value);

/** With two decimals at most. */
export const formatFine = (value: number): string => fines().format(value);

/** Pieces per second: 61, 4.2. */
export const formatRate = (perSecond: number): string =>
  perSecond >= 10 ? formatNumber(Math.round(perSecond)) : formatDecimal(perSecond);

/** How long something will take, as a person would guess it: 20 s, 10 min, 3 h. */
export function roughly(seconds: number): { readonly value: string; readonly unit: 's' | 'min' | 'h' } {
  if (seconds < 55) return { value: String(Math.max(5, Math.ceil(seconds / 5) * 5)), unit: 's' };
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return { value: formatNumber(minutes), unit: 'min' };
  return { value: formatNumber(Math.ceil(minutes / 60)), unit: 'h' };
}

/** Seconds as 0:07, 12:34 or 1:02:03. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  const rest = two(whole % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** Bytes with a decimal unit: 812 B, 4.2 MB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const size = value >= 100 ? formatNumber(Math.round(value)) : formatDecimal(value);
  const name = UNITS[unit]!;
  return byteUnits === undefined ? `${size} ${name}` : byteUnits[name](size);
}

const dates = kept((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' }));

/** Milliseconds since 1970 as a date with its time. */
export const formatDate = (time: number): string => dates().format(time);

const shortDates = kept((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }));

/** The same where there is little room. */
export const formatShortDate = (time: number): string => shortDates().format(time);

const wallDates = kept(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }),
);

/** A wall clock time (see the listing's `taken` column) as a date with its time. */
export const formatWallTime = (time: number): string => wallDates().format(time);

const PERIODS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
};
const periodFormat = (unit: Unit, tag: string | undefined) =>
  new Intl.DateTimeFormat(tag, { ...PERIODS[unit], timeZone: 'UTC' });
const periods: Readonly<Record<Unit, () => Intl.DateTimeFormat>> = {
  day: kept((tag) => periodFormat('day', tag)),
  month: kept((tag) => periodFormat('month', tag)),
  year: kept((tag) => periodFormat('year', tag)),
};

/** The day, month or year of a day (since 1 January 1970 on the wall calendar). */
export function formatPeriod(day: number, unit: Unit, tag?: string): string {
  return (tag === undefined ? periods[unit]() : periodFormat(unit, tag)).format(day * DAY);
}

const months = kept((tag) => new Intl.DateTimeFormat(tag, { month: 'short', timeZone: 'UTC' }));

/** The short name of the month of such a day. */
export const formatMonth = (day: number): string => months().format(day * DAY);

/** How long ago, coarsely: `{ value: 12, unit: 's' }`. Future times count as now. */
export function ageOf(time: number, now: number): { value: number; unit: 's' | 'min' | 'h' | 'd' } {
  const seconds = Math.max(0, Math.floor((now - time) / 1000));
  if (seconds < 60) return { value: seconds, unit: 's' };
  if (seconds < 3600) return { value: Math.floor(seconds / 60), unit: 'min' };
  if (seconds < 86_400) return { value: Math.floor(seconds / 3600), unit: 'h' };
  return { value: Math.floor(seconds / 86_400), unit: 'd' };
}
