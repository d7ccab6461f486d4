import { expect, test } from 'vitest';
import { Durations } from './pool-stats.js';

test('knows nothing before the first job', () => {
  expect(new Durations().quantile(0.5)).toBeNull();
});

test('answers nearest ranks', () => {
  const durations = new Durations();
  for (const seconds of [5, 1, 4, 2, 3]) durations.add(seconds);
  expect(durations.quantile(0.5)).toBe(3);
  expect(durations.quantile(0.95)).toBe(5);
  expect(durations.quantile(0)).toBe(1);
});

test('forgets the oldest', () => {
  const durations = new Durations();
  for (let i = 0; i < 500; i++) durations.add(100);
  for (let i = 0; i < 500; i++) durations.add(1);
  expect(durations.quantile(1)).toBe(1);
});
