// Tests of days and the periods they are grouped by, and of how they are written.

import { expect, it } from 'vitest';
import { formatPeriod } from '../format.js';
import { DAY, datesOf, firstDates, periodOf, periodStarts, type Unit } from './dates.js';
import { runAtOnce } from './schedule.js';

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / DAY;
const days = (...texts: readonly string[]) => Int32Array.from(texts, day);

it('takes the day of a wall clock time, before 1970 as well, and survives nonsense', () => {
  const times = ['2023-06-14T23:59:59.999', '2023-06-15T00:00', '1969-12-31T12:00', '1812-01-01T00:00'];
  const dates = runAtOnce(
    datesOf(Float64Array.from([...times.map((text) => Date.parse(`${text}Z`)), 1e300, -1e300])),
  );
  expect([...dates.days.subarray(0, 4)]).toEqual(
    ['2023-06-14', '2023-06-15', '1969-12-31', '1812-01-01'].map(day),
  );
  for (const one of dates.days) expect(formatPeriod(one, 'year', 'en')).not.toBe('');
});

it('groups by day, month and year, also where an order was broken by later dates', () => {
  const some = days('2024-01-01', '2023-12-31', '2023-12-31', '2023-12-01', '2023-03-05', '2024-01-01');
  expect(periodStarts(some, 'day')).toEqual([0, 1, 3, 4, 5]);
  expect(periodStarts(some, 'month')).toEqual([0, 1, 4, 5]);
  expect(periodStarts(some, 'year')).toEqual([0, 1, 5]);
  expect(periodStarts(days(), 'month')).toEqual([]);
  expect(periodOf(day('2023-12-31'), 'month') + 1).toBe(periodOf(day('2024-01-01'), 'month'));
});

it('knows what follows the first files', () => {
  const all = {
    days: days('2024-01-02', '2023-06-05', '2023-06-05', '2023-06-01', '2023-01-01'),
    more: null,
  };
  expect(firstDates(all, 2)).toEqual({
    days: days('2024-01-02', '2023-06-05'),
    more: { day: 1, month: 2, year: 3 },
  });
  expect(firstDates(all, 5)).toEqual(all);
  expect(firstDates(all, 250)).toEqual(all);
});

it('is written as people of a place do', () => {
  const write = (unit: Unit, locale: string) => formatPeriod(day('2023-06-14'), unit, locale);
  expect([write('day', 'en-US'), write('month', 'en-US'), write('year', 'en-US')]).toEqual([
    'Wednesday, June 14, 2023',
    'June 2023',
    '2023',
  ]);
  expect([write('day', 'de'), write('month', 'de')]).toEqual(['Mittwoch, 14. Juni 2023', 'Juni 2023']);
});
