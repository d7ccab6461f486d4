import { expect, test } from 'vitest';
import type { Clock } from '../clock.js';
import { WatchCounter } from './watch-counter.js';

test('counts what was told, and says how the root is watched', () => {
  let now = 5;
  const clock: Clock = { now: () => now, after: () => () => undefined };
  let watch: { current: 'native' | 'polling' | 'off'; degraded: string | null } | null = null;
  const counter = new WatchCounter(3, clock, () => [watch, 7]);
  expect(counter.numbers()).toEqual({
    ...{ root: 3, backend: 'none', degraded: null, folders: 7, lastEvent: 0, events: 0 },
  });
  expect(counter.note(['a', 'b'])).toEqual(['a', 'b']);
  now = 9;
  counter.note(['a']);
  watch = { current: 'polling', degraded: 'On a network drive.' };
  expect(counter.numbers()).toMatchObject({
    ...{ backend: 'chokidar', degraded: 'On a network drive.', events: 3, lastEvent: 9 },
  });
  watch = { current: 'off', degraded: null };
  expect(counter.numbers().backend).toBe('times');
});
