// Tests of the progress that the system shows on the app's icon.

import { beforeEach, expect, it, vi } from 'vitest';
import type { ThumbnailStatus } from '../shared/contract.js';
import { progressOf, TaskbarProgress, withProgress } from './taskbar.js';

const { windows } = vi.hoisted(() => ({ windows: [] as { setProgressBar: (progress: number) => void }[] }));
vi.mock('electron', () => ({ app: {}, Menu: {}, BrowserWindow: { getAllWindows: () => windows } }));
beforeEach(() => void (windows.length = 0));

/** With 1000 files, of which some are done. */
const status = (more: Partial<ThumbnailStatus>): ThumbnailStatus => ({
  ...{ total: 1000, done: 0, failed: 0, pending: 5, workers: 2, paused: false, onBattery: false },
  ...{ originals: false, perSecond: 0, secondsLeft: null, bytes: 0, cap: 1, notice: null },
  ...more,
});

it('begins only when many are left, and then goes on to the end', () => {
  expect(progressOf(status({ done: 900 }), false)).toBe(0.9);
  expect(progressOf(status({ done: 901 }), false)).toBe(-1);
  expect(progressOf(status({ done: 901 }), true)).toBe(0.901);
  expect(progressOf(status({ done: 250, failed: 250 }), false)).toBe(0.5);
});

it.each([
  ['work rests', { done: 500, paused: true }],
  ['nothing is to be made', { done: 500, pending: 0 }],
  ['all is done', { done: 1000 }],
  ['all is done but what failed', { done: 990, failed: 10 }],
  ['there is nothing', { total: 0 }],
])('is not shown when %s', (_when, more) => {
  expect(progressOf(status(more), true)).toBe(-1);
});

it('tells the system hundredths, each once, and takes it away at the end', () => {
  const set = vi.fn<(progress: number) => void>();
  const progress = new TaskbarProgress(set);
  for (const done of [0, 1, 4, 6, 500, 504, 970, 1000, 1000]) progress.update(status({ done }));
  expect(set.mock.calls.flat()).toEqual([0, 0.01, 0.5, 0.97, -1]);
});

it('tells nothing of a few', () => {
  const set = vi.fn<(progress: number) => void>();
  const progress = new TaskbarProgress(set);
  for (const done of [950, 970, 1000]) progress.update(status({ done }));
  expect(set).not.toHaveBeenCalled();
});

it('is shown on every window, and each status goes on', () => {
  const [one, two] = [vi.fn<(progress: number) => void>(), vi.fn<(progress: number) => void>()];
  windows.push({ setProgressBar: one }, { setProgressBar: two });
  const next = vi.fn<(status: ThumbnailStatus) => void>();
  const half = status({ done: 500 });
  withProgress(next)(half);
  expect([one.mock.calls, two.mock.calls, next.mock.calls]).toEqual([[[0.5]], [[0.5]], [[half]]]);
});
