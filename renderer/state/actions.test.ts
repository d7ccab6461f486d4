import { expect, it, vi } from 'vitest';
import type { FilesDone } from '../../electron/shared/files.js';
import { fakeGallery } from '../testing.js';
import { texts } from '../texts.js';
import { createActions } from './actions.js';
import { createApp } from './app.js';
import { keyOf } from './keys.js';

const NONE = 'No program that shows folders was found. The path can be copied instead.';

async function copyInstead(copied: FilesDone) {
  const gallery = fakeGallery({ 'files.showInFolder': () => false, 'files.copyPaths': () => copied });
  const app = createApp(gallery);
  const shown = () => app.notices.get().map(({ message }) => message);
  createActions(app).showInFolder(keyOf(2, 5));
  await vi.waitFor(() => expect(shown()).toEqual([NONE]));
  const { action } = app.notices.get()[0]!;
  expect(action?.label).toBe('Copy path');
  action?.run();
  await vi.waitFor(() =>
    expect(gallery.calls).toEqual([
      ['files.showInFolder', 2, 5],
      ['files.copyPaths', [{ root: 2, ids: Uint32Array.of(5) }]],
    ]),
  );
  return { app, shown };
}

it('offers the path where no program shows folders, and copies it', async () => {
  const { app, shown } = await copyInstead({ done: 1, failed: [] });
  await vi.waitFor(() => expect(shown()).toContain('Path copied.'));
  expect(app.dialogs.get()).toBeNull();
});

it('says as the command does why the path cannot be copied', async () => {
  const failed = [{ path: 'a.jpg', message: 'It is gone.' }];
  const { app, shown } = await copyInstead({ done: 0, failed });
  await vi.waitFor(() =>
    expect(app.dialogs.get()).toEqual({
      ...{ kind: 'failures', title: texts.notDone(1), files: failed },
      again: null,
    }),
  );
  expect(shown()).not.toContain('Path copied.');
});

it('says nothing where the folder is shown', async () => {
  const app = createApp(fakeGallery({ 'files.showInFolder': () => true }));
  createActions(app).showInFolder(keyOf(2, 5));
  await new Promise((resolve) => setImmediate(resolve));
  expect(app.notices.get()).toEqual([]);
});
