// Tests of the file that somebody looks at: it stays where it stands, whatever becomes of its marks.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, NO_SOURCES, patchOf } from '../testing.js';
import { NO_CRITERIA, type Sources } from './criteria.js';
import { ItemsStore } from './items.js';
import { idOfKey, keyOf } from './keys.js';
import { Library } from './library.js';
import { Roots } from './roots.js';
import type { Slices } from './schedule.js';
import { initialView, ViewStore } from './view.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Files, all of them favourites, in a list of those. */
async function start(count = 4) {
  const files = Array.from({ length: count }, (_, index) => file(index + 1));
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(encodeListing(files)) });
  const library = new Library(gallery, (error) => expect.unreachable(String(error)));
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const favourites = new Set(files.map(({ id }) => id));
  let changed = () => undefined as void;
  let atPause = () => undefined as void;
  const view = new ViewStore({
    ...initialView,
    sort: 'oldest',
    criteria: { ...NO_CRITERIA, favourites: true },
  });
  const sources: Sources = {
    ...NO_SOURCES,
    favourite:
      ({ listing }) =>
      (row) =>
        favourites.has(listing.idAt(row)),
    subscribe: (listener) => {
      changed = listener;
      return () => undefined;
    },
  };
  const slices: Slices = { now: () => 0, pause: () => Promise.resolve().then(() => atPause()) };
  const store = new ItemsStore(roots, library, view, sources, slices);
  library.connect();
  store.connect();
  library.follow([1]);
  await vi.runAllTimersAsync();
  const hold = async (id: number | null) => {
    store.hold(id === null ? null : keyOf(1, id));
    await vi.runAllTimersAsync();
  };
  /** In the midst of the next list. */
  const amid = (run: () => void) => {
    atPause = () => {
      atPause = () => undefined;
      run();
    };
  };
  const mark = async (id: number, favourite: boolean) => {
    if (favourite) favourites.add(id);
    else favourites.delete(id);
    changed();
    await vi.runAllTimersAsync();
  };
  return { gallery, view, store, hold, amid, mark, ids: () => [...store.get().keys].map(idOfKey) };
}

it('stays in its place until somebody goes on', async () => {
  const { store, hold, mark, ids } = await start();
  await hold(2);
  await mark(2, false);
  expect(ids()).toEqual([1, 2, 3, 4]);
  expect(store.get().counts.photos).toBe(4);
  // Also while others go.
  await mark(1, false);
  expect(ids()).toEqual([2, 3, 4]);
  await hold(3);
  expect(ids()).toEqual([3, 4]);
  await mark(3, false);
  await hold(null);
  expect(ids()).toEqual([4]);
});

it('is there as any other when its mark comes back', async () => {
  const { hold, mark, ids } = await start();
  await hold(2);
  await mark(2, false);
  await mark(2, true);
  await hold(3);
  expect(ids()).toEqual([1, 2, 3, 4]);
});

it('goes with its file', async () => {
  const { gallery, hold, mark, ids } = await start();
  await hold(2);
  await mark(2, false);
  gallery.emit('library.patch', { root: 1, patch: patchOf(0, [], [2]) });
  await vi.runAllTimersAsync();
  expect(ids()).toEqual([1, 3, 4]);
});

it('is not taken along to other places and filters', async () => {
  const { view, hold, mark, ids } = await start();
  await hold(2);
  await mark(2, false);
  view.open({ kind: 'favourites' });
  await vi.runAllTimersAsync();
  expect(ids()).toEqual([1, 3, 4]);
});

it('is held, and is gone, also where somebody goes on while the list is made', async () => {
  const { store, hold, amid, mark, ids } = await start(3000);
  amid(() => store.hold(keyOf(1, 3)));
  await mark(3, false);
  expect(ids().slice(0, 4)).toEqual([1, 2, 3, 4]);
  amid(() => store.hold(keyOf(1, 5)));
  await mark(4, false);
  expect(ids().slice(0, 4)).toEqual([1, 2, 5, 6]);
  await hold(null);
  expect(ids()).toHaveLength(2998);
});
