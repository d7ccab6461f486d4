import { expect, test } from 'vitest';
import { Durations, withWaiting } from './pool-stats.js';
import { addFiles, passTime, pool, setUpThumbnails, thumbnails, until, work } from './testing-thumbnails.js';

setUpThumbnails();

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

test('what waits for its place in the pool is counted: more files than it takes at once', async () => {
  await thumbnails.start();
  thumbnails.add(1, addFiles(1200));
  // The pool takes so many of them and no more.
  await until(() => pool.stats().lanes.background === 499);
  await until(() => thumbnails.status().total === 1200);
  const numbers = () => withWaiting(pool.stats(), thumbnails.waiting());
  expect(numbers()).toMatchObject({ pending: 1200, running: 1, lanes: { background: 1199 } });
  await work();
  await work();
  await passTime();
  const { total, done, failed } = thumbnails.status();
  expect([total, done, failed]).toEqual([1200, 2, 0]);
  expect(numbers()).toMatchObject({ completed: 2, pending: total - done - failed });
  expect(numbers().lanes.background).toBe(1197);
});
