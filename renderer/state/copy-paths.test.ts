// Tests of what failed with some files, and of trying it again.

import { expect, it, vi } from 'vitest';
import type { FailedFile } from '../../electron/shared/files.js';
import { fakeGallery } from '../testing.js';
import { createApp, type App } from './app.js';
import { copyPaths, tellFailed } from './copy-paths.js';
import { keyOf } from './keys.js';

const FAILED: readonly FailedFile[] = [
  { path: 'b.jpg', message: 'Busy.', file: { root: 2, id: 6 } },
  { path: '', message: 'Nobody knows which.' },
];

const againOf = (app: App) => {
  const dialog = app.dialogs.get();
  return dialog?.kind === 'failures' ? dialog.again : undefined;
};

it('tries again with just the files that failed, as far as they are known', () => {
  const app = createApp(fakeGallery({}));
  const again = vi.fn();
  tellFailed(app, 'Left:', FAILED, again);
  againOf(app)!();
  expect(again.mock.calls).toEqual([[Float64Array.of(keyOf(2, 6))]]);
});

it('offers nothing where no file is known, or where a button is not enough', () => {
  const app = createApp(fakeGallery({}));
  tellFailed(app, 'Left:', FAILED.slice(1), () => undefined);
  expect(againOf(app)).toBeNull();
  tellFailed(app, 'Left:', FAILED, null);
  expect(againOf(app)).toBeNull();
});

it('copies all paths again: what is copied takes the place of what was', async () => {
  const answers = [
    { done: 1, failed: FAILED.slice(0, 1) },
    { done: 2, failed: [] },
  ];
  const gallery = fakeGallery({ 'files.copyPaths': () => answers.shift() });
  const app = createApp(gallery);
  copyPaths(app, [keyOf(2, 5), keyOf(2, 6)]);
  await vi.waitFor(() => expect(againOf(app)).toBeTypeOf('function'));
  againOf(app)!();
  const both = ['files.copyPaths', [{ root: 2, ids: Uint32Array.of(5, 6) }]];
  await vi.waitFor(() =>
    expect(app.notices.get().map(({ message }) => message)).toContain('2 paths copied.'),
  );
  expect(gallery.calls).toEqual([both, both]);
});
