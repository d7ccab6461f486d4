// Tests of what a search text means.

import { describe, expect, it } from 'vitest';
import { dateTest, MonthNames, type DateWords } from './date-words.js';
import { readQuery } from './query.js';

const english = new MonthNames(['en']);
const german = new MonthNames(['en', 'de']);
const terms = (text: string, months = english) =>
  readQuery(text, months).map(({ words, date }) => {
    const said = words.join(' ');
    return date === null ? said : [said, date.year, date.month, date.day];
  });

describe('words', () => {
  it.each([
    ['', []],
    ['   ', []],
    ['Italy', ['italy']],
    ['  Über   den DÄCHERN ', ['uber', 'den', 'dachern']],
    ['"New York" beach', ['new york', 'beach']],
    ['„Neues Haus“ «la mer» “x y”', ['neues haus', 'la mer', 'x y']],
    ['an "open end', ['an', '"open', 'end']],
    ['""', ['""']],
    ['a\0b\tc', ['a', 'b', 'c']],
    ['* NOT (x) ; --', ['*', 'not', '(x)', ';', '--']],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected));

  it('are not more or longer than anybody types', () => {
    expect(terms('x'.repeat(100_000))).toEqual(['x'.repeat(200)]);
    expect(terms('word '.repeat(1000))).toHaveLength(12);
  });
});

describe('dates', () => {
  it.each<[string, unknown[]]>([
    ['2019', [['2019', 2019, null, null]]],
    ['june', [['june', null, 5, null]]],
    ['jun', [['jun', null, 5, null]]],
    ['ju', ['ju']],
    ['june 2023', [['june 2023', 2023, 5, null]]],
    ['June 2023 Italy', [['june 2023', 2023, 5, null], 'italy']],
    ['14 june', [['14 june', null, 5, 14]]],
    ['14th June 2023', [['14th june 2023', 2023, 5, 14]]],
    ['June 14, 2023', [['june 14, 2023', 2023, 5, 14]]],
    ['june 14', [['june 14', null, 5, 14]]],
    ['2023-06', [['2023-06', 2023, 5, null]]],
    ['2023-06-14', [['2023-06-14', 2023, 5, 14]]],
    ['2023/6/4', [['2023/6/4', 2023, 5, 4]]],
    ['14.6.2023', [['14.6.2023', 2023, 5, 14]]],
    ['14', ['14']],
    ['32 june', ['32', ['june', null, 5, null]]],
    ['0001', ['0001']],
    ['img 2019 2020', ['img', ['2019', 2019, null, null], ['2020', 2020, null, null]]],
    ['6/14/2023', ['6/14/2023']],
    ['christmas', ['christmas']],
    ['"june 2023"', ['june 2023']],
  ])('%s', (text, expected) => expect(terms(text)).toEqual(expected));

  it('are read in the language of the window, too', () => {
    expect(terms('14. März 2023', german)).toEqual([['14. marz 2023', 2023, 2, 14]]);
    expect(terms('mai', german)).toEqual([['mai', null, 4, null]]);
    expect(terms('dez 2019', german)).toEqual([['dez 2019', 2019, 11, null]]);
    expect(terms('dez 2019')).toEqual(['dez', ['2019', 2019, null, null]]);
    expect(terms('june', german)).toEqual([['june', null, 5, null]]);
  });

  it('are those of a clock on the wall', () => {
    const falls = (date: Partial<DateWords>, ...time: [number, number, number, number?]) =>
      dateTest({ year: null, month: null, day: null, ...date })(Date.UTC(...time));
    expect(falls({ year: 2019 }, 2019, 11, 31, 23)).toBe(true);
    expect(falls({ year: 2019 }, 2020, 0, 1)).toBe(false);
    expect(falls({ month: 5 }, 1999, 5, 30)).toBe(true);
    expect(falls({ month: 5, year: 2000 }, 1999, 5, 30)).toBe(false);
    expect(falls({ month: 1, day: 29 }, 1968, 1, 29)).toBe(true);
    expect(falls({ month: 1, day: 29 }, 1968, 1, 28)).toBe(false);
    const test = dateTest({ year: 2019, month: null, day: null });
    expect([2019, 2018, 2019].map((year) => test(Date.UTC(year, 3, 3)))).toEqual([true, false, true]);
  });
});
