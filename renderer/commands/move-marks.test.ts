// Tests of what is said while marks are written or read.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../electron/shared/result.js';
import { deferred } from '../../electron/shared/deferred.js';
import { Notices } from '../state/notices.js';
import { fakeGallery } from '../testing.js';
import { moveMarks } from './move-marks.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function started() {
  const work = deferred<number | null>();
  const gallery = fakeGallery({});
  gallery.call = () => work.promise as never;
  const notices = new Notices();
  const done: number[] = [];
  moveMarks({ gallery, notices }, 'marks.export', 'Writing.', (files) => done.push(files));
  const said = () => notices.get().map(({ message }) => message);
  return { work, gallery, notices, done, said };
}

it('says that marks are written once the file is chosen, and not while a person chooses it', async () => {
  const { work, gallery, done, said } = started();
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
  gallery.emit('dialogs.chosen', {});
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual(['Writing.']);
  work.resolve(7);
  await vi.advanceTimersByTimeAsync(1);
  expect(said()).toEqual([]);
  expect(done).toEqual([7]);
  // Another window's file is none of this one's.
  gallery.emit('dialogs.chosen', {});
  vi.advanceTimersByTime(60_000);
  expect(said()).toEqual([]);
});

it('says nothing when no file was chosen, and why nothing was written', async () => {
  const none = started();
  none.work.resolve(null);
  await vi.advanceTimersByTimeAsync(1);
  expect([none.done, none.said()]).toEqual([[], []]);
  const failed = started();
  failed.gallery.emit('dialogs.chosen', {});
  failed.work.reject(new AppError('unreadable', 'The disk is full.'));
  await vi.advanceTimersByTimeAsync(1);
  expect(failed.said()).toEqual(['The disk is full.']);
});
