import { expect, it } from 'vitest';
import { settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

it('lets the only worker rest between background jobs, and none that a person waits for', async () => {
  const { pool, add, worker, clock, busy } = setUpPool();
  pool.limitBackground(1, true);
  void add('a', 'background');
  void add('b', 'background');
  await settle();
  await clock.advance(400);
  worker('a').finish();
  await settle();
  expect(busy()).toEqual([]);
  // As long as the job before.
  await clock.advance(399);
  expect(busy()).toEqual([]);
  void add('seen', 'visible');
  await settle();
  expect(busy()).toEqual(['seen']);
  worker('seen').finish();
  await clock.advance(1);
  expect(busy()).toEqual(['b']);
  worker('b').finish();
  void add('c', 'background');
  await settle();
  expect(busy()).toEqual([]);
  // On mains again: at once.
  pool.limitBackground(1);
  await settle();
  expect(busy()).toEqual(['c']);
});
