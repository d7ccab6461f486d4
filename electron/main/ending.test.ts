// Tests of how the app ends.

import { expect, it } from 'vitest';
import { endInTime } from './ending.js';

function setUp(stop: () => Promise<void>, calls: readonly number[] = [0]) {
  const timers = new Map<number, () => void>();
  const lines: string[] = [];
  let looks = 0;
  const ended = endInTime({
    stop,
    callsUnderWay: () => calls[Math.min(looks++, calls.length - 1)] ?? 0,
    after: (ms, callback) => {
      if (ms === 100) queueMicrotask(callback);
      else timers.set(ms, callback);
      return () => void timers.delete(ms);
    },
    log: (level, line) => lines.push(`${level}: ${line}`),
  });
  return { ended, timers, lines };
}

it('ends when everything has ended, and calls that are under way have come back', async () => {
  const { ended, timers, lines } = setUp(() => Promise.resolve(), [2, 1, 0]);
  expect(await ended).toBe(true);
  expect([timers.size, lines]).toEqual([0, []]);
});

it('ends also when something does not, and tells the log', async () => {
  const { ended, timers, lines } = setUp(() => new Promise(() => undefined));
  timers.get(15_000)?.();
  expect(await ended).toBe(false);
  expect(lines).toEqual(['error: Not everything has ended after 15 s; it is left behind']);
});

it('ends also when a call does not come back', async () => {
  const { ended, lines } = setUp(() => Promise.resolve(), [1]);
  expect(await ended).toBe(false);
  expect(lines).toEqual(['error: A drive does not answer: 1 calls on files are left behind']);
});

it('passes on what goes wrong', async () => {
  const { ended, timers } = setUp(() => Promise.reject(new Error('The disk is full.')));
  await expect(ended).rejects.toThrow('The disk is full.');
  expect(timers.size).toBe(0);
});
