import { expect, it, vi } from 'vitest';
import { fakeGallery } from '../testing.js';
import { createActions } from './actions.js';
import { createApp } from './app.js';
import { keyOf } from './keys.js';

const NONE = 'No program that shows folders was found. The path of the file can be copied instead.';

it.each([
  ['the path', { done: 1, failed: [] }, 'Path copied.'],
  ['why it cannot be', { done: 0, failed: [{ path: 'a.jpg', message: 'It is gone.' }] }, 'It is gone.'],
])(
  'offers the path where no program shows folders, and copies it or says why not: %s',
  async (_, copied, said) => {
    const gallery = fakeGallery({ 'files.showInFolder': () => false, 'files.copyPaths': () => copied });
    const app = createApp(gallery);
    const shown = () => app.notices.get().map(({ message }) => message);
    createActions(app).showInFolder(keyOf(2, 5));
    await vi.waitFor(() => expect(shown()).toEqual([NONE]));
    const { action } = app.notices.get()[0]!;
    expect(action?.label).toBe('Copy path');
    action?.run();
    await vi.waitFor(() => expect(shown()).toContain(said));
    expect(gallery.calls).toEqual([
      ['files.showInFolder', 2, 5],
      ['files.copyPaths', [{ root: 2, ids: Uint32Array.of(5) }]],
    ]);
  },
);

it('says nothing where the folder is shown', async () => {
  const app = createApp(fakeGallery({ 'files.showInFolder': () => true }));
  createActions(app).showInFolder(keyOf(2, 5));
  await new Promise((resolve) => setImmediate(resolve));
  expect(app.notices.get()).toEqual([]);
});
