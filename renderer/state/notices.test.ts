// Tests of sentences that say what goes on.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deferred } from '../../electron/shared/deferred.js';
import { Notices } from './notices.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const messages = (notices: Notices) => notices.get().map(({ message }) => message);

it('says what takes a while, for as long as it takes', async () => {
  const notices = new Notices();
  const work = deferred<number>();
  const answer = notices.during('Moving.', work.promise);
  expect(messages(notices)).toEqual([]);
  vi.advanceTimersByTime(60_000);
  expect(messages(notices)).toEqual(['Moving.']);
  work.resolve(3);
  expect(await answer).toBe(3);
  expect(messages(notices)).toEqual([]);
});

it('says nothing of what is quick, and nothing more of what fails', async () => {
  const notices = new Notices();
  await notices.during('Quick.', Promise.resolve());
  vi.advanceTimersByTime(60_000);
  expect(messages(notices)).toEqual([]);
  const work = deferred();
  const answer = notices.during('Moving.', work.promise);
  vi.advanceTimersByTime(400);
  work.reject(new Error('No.'));
  await expect(answer).rejects.toThrow('No.');
  expect(messages(notices)).toEqual([]);
});
