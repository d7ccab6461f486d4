// Tests of dragging files out: what cannot come along is told, and a wait for the disk says so.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deferred } from '../../electron/shared/deferred.js';
import type { FilesDone } from '../../electron/shared/files.js';
import { AppError } from '../../electron/shared/result.js';
import { fakeGallery } from '../testing.js';
import { texts } from '../texts.js';
import { createApp } from './app.js';
import { dragOut } from './drag-out.js';
import { keyOf } from './keys.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const BOX = { x: 1, y: 2, width: 3, height: 4 };
const FAILED = [{ path: 'b.jpg', message: 'It is gone.', file: { root: 2, id: 6 } }];

function dragged(platform = 'Linux x86_64') {
  vi.stubGlobal('navigator', { platform });
  const work = deferred<FilesDone>();
  const gallery = fakeGallery({ 'files.drag': () => work.promise });
  const app = createApp(gallery);
  dragOut(app, Float64Array.of(keyOf(2, 5), keyOf(2, 6)), BOX);
  const said = () => app.notices.get().map(({ message }) => message);
  return { work, gallery, app, said };
}

it('says that files are looked at until the drag begins, however long that lasts', async () => {
  const { work, gallery, app, said } = dragged();
  expect(gallery.calls).toEqual([['files.drag', [{ root: 2, ids: Uint32Array.of(5, 6) }], BOX]]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said()).toEqual(['2 files are being made ready to drag…']);
  gallery.emit('files.dragging', {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(said()).toEqual([]);
  work.resolve({ done: 2, failed: [] });
  await vi.advanceTimersByTimeAsync(0);
  // That they came along can be seen.
  expect([said(), app.dialogs.get(), app.draggedOut.get()]).toEqual([[], null, true]);
  // What is dragged in next is not what was dragged out.
  await vi.advanceTimersByTimeAsync(1000);
  expect(app.draggedOut.get()).toBe(false);
});

it('names the files that could not come along', async () => {
  const { work, app } = dragged();
  work.resolve({ done: 1, failed: FAILED });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.dialogs.get()).toEqual({
    ...{ kind: 'failures', title: texts.notDone(1), files: FAILED },
    // Only a drag drags.
    again: null,
  });
  expect(app.draggedOut.get()).toBe(true);
});

it('drags nothing where no file can come along', async () => {
  const { work, app } = dragged();
  work.resolve({ done: 0, failed: FAILED });
  await vi.advanceTimersByTimeAsync(0);
  expect(app.dialogs.get()).toMatchObject({ kind: 'failures', files: FAILED });
  expect(app.draggedOut.get()).toBe(false);
});

it('says why nothing is dragged at all', async () => {
  const { work, app, said } = dragged();
  work.reject(new AppError('unsupported', 'Select fewer.'));
  await vi.advanceTimersByTimeAsync(60);
  expect([said(), app.draggedOut.get()]).toEqual([['Select fewer.'], false]);
});

it('waits for the pointer where the answer comes while the drag lasts', async () => {
  const { work, app } = dragged('MacIntel');
  work.resolve({ done: 2, failed: [] });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(app.draggedOut.get()).toBe(true);
});
