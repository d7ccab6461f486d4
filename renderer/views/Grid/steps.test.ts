// Tests of work on many files in slices: what is left of it is done once, whoever asks for it first.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { browserSlices } from '../../state/schedule.js';
import { Steps } from './steps.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Four pieces, each of which takes a slice to do. */
function* work(done: number[]): Generator<void, string> {
  for (let piece = 0; piece < 4; piece++) {
    done.push(piece);
    yield;
  }
  return 'made';
}

function setUp() {
  let time = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 100));
  const done: number[] = [];
  const shown: string[] = [];
  const steps = new Steps();
  const run = (pauses: boolean) => steps.run(work(done), (made) => shown.push(made), pauses);
  return { steps, run, done, shown };
}

it('does the work in pieces, and shows what it led to a moment later', async () => {
  const { run, done, shown } = setUp();
  const pause = vi.spyOn(browserSlices, 'pause');
  run(true);
  expect([done, shown]).toEqual([[], []]);
  await vi.runAllTimersAsync();
  expect([done, shown]).toEqual([[0, 1, 2, 3], ['made']]);
  // Before the first, after each of the four, and before it is shown.
  expect(pause).toHaveBeenCalledTimes(6);
});

it('does what is left at once when it is needed, and nothing twice', async () => {
  const { steps, run, done, shown } = setUp();
  run(true);
  await vi.advanceTimersToNextTimerAsync();
  steps.finish();
  expect([done, shown]).toEqual([[0, 1, 2, 3], ['made']]);
  await vi.runAllTimersAsync();
  expect([done, shown]).toEqual([[0, 1, 2, 3], ['made']]);
});

it('shows both of two works, in their order, and without pauses at once', async () => {
  const { run, shown } = setUp();
  run(true);
  run(true);
  expect(shown).toEqual(['made']);
  run(false);
  expect(shown).toEqual(['made', 'made', 'made']);
  await vi.runAllTimersAsync();
  expect(shown).toHaveLength(3);
});
