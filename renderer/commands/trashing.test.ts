// Tests of the trash: what can be brought back is, and what cannot is not mistaken for the step before it.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { FilesTrashed } from '../../electron/shared/files.js';
import { createApp, type App } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import { fakeGallery } from '../testing.js';
import { trashFiles } from './trashing.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function make(undo: number | null, done: number, restored: FilesTrashed[] = []) {
  const gallery = fakeGallery({
    'files.trash': () => ({ done, failed: [], undo }),
    'files.restore': () => restored.shift() ?? { done, failed: [], undo: null },
  });
  const app = createApp(gallery);
  const older = vi.fn(() => Promise.resolve());
  app.undo.offer({ message: null, passing: true, back: older });
  const keys = Float64Array.from({ length: done }, (_, index) => keyOf(1, index + 1));
  const said = () => app.notices.get().map(({ message, action }) => [message, action !== null]);
  return { app, gallery, older, keys, said };
}

const againOf = ({ dialogs }: App) => {
  const dialog = dialogs.get();
  return dialog?.kind === 'failures' ? dialog.again : undefined;
};

it('undoes nothing older where the system alone can restore, and says so', async () => {
  const { app, gallery, older, keys, said } = make(null, 1);
  await trashFiles(app, keys);
  const where = 'What is in the trash of your system can be restored there.';
  // Nothing is promised that is not kept.
  expect(said()).toEqual([[`1 file moved to the trash. ${where}`, false]]);
  app.undo.last();
  expect(said()).toEqual([[where, false]]);
  expect(older).not.toHaveBeenCalled();
  expect(gallery.calls.map(([name]) => name)).not.toContain('files.restore');
  app.undo.last();
  expect(older).toHaveBeenCalledOnce();
});

it('brings several back where that is possible', async () => {
  const { app, gallery, older, keys, said } = make(7, 2);
  await trashFiles(app, keys);
  expect(said()).toEqual([['2 files moved to the trash.', true]]);
  app.undo.last();
  await vi.waitFor(() => expect(said()).toEqual([['2 files restored.', false]]));
  expect(gallery.calls).toContainEqual(['files.restore', 7]);
  expect(older).not.toHaveBeenCalled();
});

it('can try again to bring back what could not come', async () => {
  const failed = [{ path: 'b.jpg', message: 'Its folder is no longer there.' }];
  const { app, gallery, older, keys, said } = make(7, 2, [{ done: 1, failed, undo: 8 }]);
  await trashFiles(app, keys);
  app.undo.last();
  await vi.waitFor(() => expect(app.dialogs.get()).toMatchObject({ kind: 'failures', files: failed }));
  expect(said()).toEqual([
    ['1 file restored.', false],
    ['What is in the trash of your system can be restored there.', true],
  ]);
  app.undo.last();
  await vi.waitFor(() => expect(said()).toContainEqual(['2 files restored.', false]));
  expect(gallery.calls.filter(([name]) => name === 'files.restore')).toEqual([
    ['files.restore', 7],
    ['files.restore', 8],
  ]);
  expect(older).not.toHaveBeenCalled();
});

it('offers no second try for what has left the trash', async () => {
  const failed = [{ path: 'b.jpg', message: 'It is no longer in the trash of the system.' }];
  const { app, older, keys } = make(7, 2, [{ done: 1, failed, undo: null }]);
  await trashFiles(app, keys);
  app.undo.last();
  await vi.waitFor(() => expect(app.dialogs.get()).toMatchObject({ kind: 'failures', files: failed }));
  app.undo.last();
  expect(older).toHaveBeenCalledOnce();
});

it('leaves selected what stays', async () => {
  const { app, keys } = make(7, 1);
  app.selection.toggle(keyOf(1, 9));
  await trashFiles(app, keys);
  expect(app.selection.has(keyOf(1, 9))).toBe(true);
});

it('tries again just what could not go to the trash', async () => {
  const answers = [
    { done: 1, failed: [{ path: 'b.jpg', message: 'Busy.', file: { root: 1, id: 2 } }], undo: null },
    { done: 1, failed: [], undo: null },
  ];
  const gallery = fakeGallery({ 'files.trash': () => answers.shift() });
  const app = createApp(gallery);
  await trashFiles(app, Float64Array.of(keyOf(1, 1), keyOf(1, 2)));
  againOf(app)!();
  await vi.waitFor(() => expect(answers).toEqual([]));
  expect(gallery.calls).toEqual([
    ['files.trash', [{ root: 1, ids: Uint32Array.of(1, 2) }]],
    ['files.trash', [{ root: 1, ids: Uint32Array.of(2) }]],
  ]);
});

it('tries again to restore by the dialog as well, once', async () => {
  const failed = [{ path: 'b.jpg', message: 'There is another file of this name by now.' }];
  const { app, gallery, older, keys } = make(7, 2, [{ done: 1, failed, undo: 8 }]);
  await trashFiles(app, keys);
  app.undo.last();
  await vi.waitFor(() => expect(againOf(app)).toBeTypeOf('function'));
  // What was done meanwhile is not taken back in its place.
  const later = vi.fn(() => Promise.resolve());
  app.undo.offer({ message: null, passing: true, back: later });
  againOf(app)!();
  await vi.waitFor(() => expect(gallery.calls).toContainEqual(['files.restore', 8]));
  expect(later).not.toHaveBeenCalled();
  againOf(app)!();
  app.undo.last();
  app.undo.last();
  expect(later).toHaveBeenCalledOnce();
  expect(older).toHaveBeenCalledOnce();
  expect(gallery.calls.filter(([name]) => name === 'files.restore')).toHaveLength(2);
});

it('offers no second try to restore what has left the trash', async () => {
  const failed = [{ path: 'b.jpg', message: 'It is no longer in the trash of the system.' }];
  const { app, keys } = make(7, 2, [{ done: 1, failed, undo: null }]);
  await trashFiles(app, keys);
  app.undo.last();
  await vi.waitFor(() => expect(app.dialogs.get()).toMatchObject({ kind: 'failures', again: null }));
});
