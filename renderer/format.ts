// Renderer: numbers, sizes, times as a person reads them. Pure; the locale is the system's unless given.

import { DAY, type Unit } from './state/dates.js';

const numbers = new Intl.NumberFormat();
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 1 });

/** With the system's separators. */
export const formatNumber = (value: number): string => numbers.format(value);

/** With one decimal at most. */
export const formatDecimal = (value: number): string => decimals.format(value);

const fines = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

/** With two decimals at most. */
export const formatFine = (value: number): string => fines.format(value);

/** Pieces per second: 61, 4.2. */
export const formatRate = (perSecond: number): string =>
  perSecond >= 10 ? numbers.format(Math.round(perSecond)) : decimals.format(perSecond);

/** How long something will take, as a person would guess it: 20 s, 10 min, 3 h. */
export function roughly(seconds: number): string {
  if (seconds < 55) return `${Math.max(5, Math.ceil(seconds / 5) * 5)} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 90) return `${numbers.format(minutes)} min`;
  return `${numbers.format(Math.ceil(minutes / 60))} h`;
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

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** Bytes with a decimal unit: 812 B, 4.2 MB. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value >= 100 ? numbers.format(Math.round(value)) : decimals.format(value)} ${UNITS[unit]}`;
}

const dates = new Intl.DateTimeFormat(undefined, { dateStyle: 'long', timeStyle: 'short' });

/** Milliseconds since 1970 as the system writes dates. */
export const formatDate = (time: number): string => dates.format(time);

const wallDates = new Intl.DateTimeFormat(undefined, {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'UTC',
});

/** A wall clock time (see the listing's `taken` column) as the system writes dates. */
export const formatWallTime = (time: number): string => wallDates.format(time);

const PERIODS: Readonly<Record<Unit, Intl.DateTimeFormatOptions>> = {
  day: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
};
const periods = new Map<Unit, Intl.DateTimeFormat>();

/** The day, month or year of a day (since 1 January 1970 on the wall calendar) as the system writes it. */
export function formatPeriod(day: number, unit: Unit, locale?: string): string {
  // Made when it is needed first: it takes a millisecond, of which a start has none to spare.
  let format = locale === undefined ? periods.get(unit) : undefined;
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...PERIODS[unit], timeZone: 'UTC' });
    if (locale === undefined) periods.set(unit, format);
  }
  return format.format(day * DAY);
}

let months: Intl.DateTimeFormat | undefined;

/** The short name of the month of such a day. */
export function formatMonth(day: number): string {
  months ??= new Intl.DateTimeFormat(undefined, { month: 'short', timeZone: 'UTC' });
  return months.format(day * DAY);
}

/** How long ago, coarsely: `{ value: 12, unit: 's' }`. Future times count as now. */
export function ageOf(time: number, now: number): { value: number; unit: 's' | 'min' | 'h' | 'd' } {
  const seconds = Math.max(0, Math.floor((now - time) / 1000));
  if (seconds < 60) return { value: seconds, unit: 's' };
  if (seconds < 3600) return { value: Math.floor(seconds / 60), unit: 'min' };
  if (seconds < 86_400) return { value: Math.floor(seconds / 3600), unit: 'h' };
  return { value: Math.floor(seconds / 86_400), unit: 'd' };
}
