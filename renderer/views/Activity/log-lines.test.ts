import { expect, test } from 'vitest';
import type { LogLine } from '../../../electron/shared/activity.js';
import { matchingLines } from './log-lines.js';

const line = (module: string, level: LogLine['level'], message: string): LogLine => {
  return { time: '2026-01-02 03:04:05', module, level, message };
};
const lines = [
  line('cache', 'DEBUG', 'Cache hit: Pictures'),
  line('thumbnails', 'WARNING', 'worker 1: a.jpg failed'),
  line('cache', 'ERROR', 'Pictures is away'),
];
const messages = (...args: [string, LogLine['level']]) =>
  matchingLines(lines, ...args).map(({ message }) => message);

test('latest first', () => {
  expect(messages('', 'DEBUG')).toEqual([
    'Pictures is away',
    'worker 1: a.jpg failed',
    'Cache hit: Pictures',
  ]);
});

test('all words, wherever they stand, in any case', () => {
  expect(messages('pictures CACHE', 'DEBUG')).toEqual(['Pictures is away', 'Cache hit: Pictures']);
  expect(messages('pictures worker', 'DEBUG')).toEqual([]);
});

test('at least as bad', () => {
  expect(messages('', 'WARNING')).toEqual(['Pictures is away', 'worker 1: a.jpg failed']);
});
