// Tests of the limits that the pool has unless it is told others.

import { expect, it } from 'vitest';
import type { MediaKind } from '../../shared/media.js';
import { settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

it.each<[MediaKind, number]>([
  ['photo', 20_000],
  ['video', 30_000],
])('gives a %s %i milliseconds, and its worker a second more to say so itself', async (kind, limit) => {
  const { pool, clock, worker, busy } = setUpPool();
  const job = { rootPath: '/r', kind, longestSide: 100, ffmpeg: null, path: 'slow', target: '/t/slow' };
  const outcome = pool.addJob({ key: 'slow', lane: 'visible', job }).catch((error: unknown) => error);
  await settle();
  expect(worker('slow').job?.timeLimit).toBe(limit);
  await clock.advance(limit + 999);
  expect(busy()).toEqual(['slow']);
  await clock.advance(1);
  expect(await outcome).toMatchObject({ code: 'timeout' });
});
