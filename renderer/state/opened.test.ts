import { expect, it, vi } from 'vitest';
import type { Opened, RootInfo } from '../../electron/shared/contract.js';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file } from '../testing.js';
import { createApp } from './app.js';
import { keyOf } from './keys.js';
import { followOpened, tellVisited } from './opened.js';

vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run));
const root = (rest: Partial<RootInfo> = {}): RootInfo => ({
  ...{ id: 1, path: '/p', name: 'p', state: 'ready', files: 1, checkedAt: 1, watching: 'native', unread: 0 },
  ...rest,
});

/** A window that is told of these files by main. */
function windowWith(files: ReturnType<typeof file>[], opened: Opened | null) {
  let waiting = opened;
  const gallery = fakeGallery({
    'roots.takeOpened': () => {
      const taken = waiting;
      waiting = null;
      return taken;
    },
    'library.listing': () => asDelivered(encodeListing(files)),
    'thumbnails.placeholders': () => ({ ids: new Uint32Array(), colors: new Uint8Array() }),
  });
  const app = createApp(gallery);
  app.library.connect();
  app.items.connect();
  const open = (next: Opened) => {
    waiting = next;
    gallery.emit('roots.opened', {});
  };
  return { app, gallery, open };
}
const settled = () => new Promise((done) => setTimeout(done));

it('goes to the folder at once and opens the file when its listing has come', async () => {
  const files = [file(1, { folder: 'a', name: 'x.jpg' }), file(2, { folder: 'b', name: 'x.jpg' })];
  const { app } = windowWith(files, { root: 1, folder: 'b', file: 'x.jpg' });
  app.view.change({ criteria: { ...app.view.get().criteria, kind: 'video' } });
  followOpened(app);
  await settled();
  expect(app.view.get()).toMatchObject({
    place: { kind: 'folder', root: 1, path: 'b' },
    criteria: { kind: 'all' },
    item: null,
  });
  app.enterRoots([root()]);
  await vi.waitFor(() => expect(app.view.get().item).toBe(keyOf(1, 2)));
});

it('says so when the file is not there after the disk was read, and not before', async () => {
  const { app, open } = windowWith([], null);
  followOpened(app);
  app.enterRoots([root({ state: 'scanning', checkedAt: 0 })]);
  open({ root: 1, folder: '', file: 'gone.jpg' });
  await settled();
  app.enterRoots([root()]);
  await settled();
  // Main has read the folder, its files are still on their way.
  expect(app.notices.get()).toEqual([]);
  app.enterRoots([root({ files: 0 })]);
  await vi.waitFor(() => expect(app.notices.get()[0]?.message).toContain('gone.jpg'));
  expect(app.view.get().item).toBeNull();
});

it('tells main which folders a person goes to', async () => {
  const { app, gallery } = windowWith([], null);
  app.enterRoots([root()]);
  tellVisited(app);
  app.view.open({ kind: 'folder', root: 1, path: 'a' });
  app.view.open({ kind: 'all' });
  await settled();
  expect(gallery.calls.filter(([name]) => name === 'roots.visited')).toEqual([['roots.visited', 1, 'a']]);
});
