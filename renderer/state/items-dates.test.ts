// Tests of what becomes of the files of a place when dates are read while they are shown.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeFacts, encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, NO_SOURCES } from '../testing.js';
import { DAY } from './dates.js';
import { ItemsStore } from './items.js';
import { idOfKey } from './keys.js';
import { Library } from './library.js';
import { Roots } from './roots.js';
import { initialView, ViewStore, type View } from './view.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const dated = (id: number, taken: number) => file(id, { taken, takenSource: 1 });

async function start(...files: readonly ReturnType<typeof file>[]) {
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(encodeListing(files)) });
  const library = new Library(gallery, (error) => expect.unreachable(String(error)));
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const view = new ViewStore(initialView);
  const store = new ItemsStore(roots, library, view, NO_SOURCES);
  library.connect();
  store.connect();
  library.follow([1]);
  await vi.runAllTimersAsync();
  return {
    store,
    ids: () => [...store.get().keys].map(idOfKey),
    async change(change: Partial<View>) {
      view.change(change);
      await vi.runAllTimersAsync();
    },
    /** So many files are still to be read. */
    leave: (unread: number) => roots.update((all) => all.map((root) => ({ ...root, unread }))),
    /** The date of a file is read; answers whether another order is offered. */
    async tell(id: number, taken: number) {
      gallery.emit('library.facts', { root: 1, facts: encodeFacts([{ id, taken, takenSource: 1 }]) });
      await vi.runAllTimersAsync();
      return store.outdated.get();
    },
    async reorder() {
      store.reorder();
      await vi.runAllTimersAsync();
    },
  };
}

it('offers the order of dates that were read since, and keeps to it when asked', async () => {
  const files = [dated(1, 30 * DAY), dated(2, 20 * DAY), dated(3, 10 * DAY)];
  const { store, ids, tell, reorder, change } = await start(...files);
  expect(await tell(3, 10 * DAY + 5)).toBe(false);
  expect(await tell(3, 40 * DAY)).toBe(true);
  const { of } = store.get();
  expect(ids()).toEqual([1, 2, 3]);
  await reorder();
  expect(ids()).toEqual([3, 1, 2]);
  expect(store.get().of).not.toBe(of);
  expect(store.outdated.get()).toBe(false);
  // In the same place, but below another heading.
  expect(await tell(1, 29 * DAY)).toBe(true);
  await change({ place: { kind: 'newest' } }); // Without headings only the order counts.
  expect(await tell(1, 28 * DAY)).toBe(false);
  expect(await tell(1, 41 * DAY)).toBe(true);
});

it('lets files come to the day they were taken on, and go from it when that is asked for', async () => {
  vi.setSystemTime(new Date(2026, 10, 25, 12));
  const on = (year: number, day = 25) => Date.UTC(year, 10, day, 9);
  const files = [dated(1, on(2020)), dated(2, on(2010)), dated(3, on(2026)), file(4), file(5)];
  const { store, ids, tell, leave, reorder, change } = await start(...files);
  await change({ place: { kind: 'day' } });
  expect(ids()).toEqual([1, 2]);
  const { of } = store.get();
  // Also while others are still to be read, when no order is offered.
  leave(2);
  expect(await tell(4, on(2015))).toBe(false);
  expect(ids()).toEqual([1, 4, 2]);
  expect(store.get().counts).toEqual({ photos: 3, videos: 0 });
  expect(await tell(1, on(2020, 24))).toBe(false);
  expect(ids()).toEqual([1, 4, 2]);
  // What comes moves no other, and what should go is offered to.
  leave(0);
  expect(await tell(5, on(2012))).toBe(true);
  expect(ids()).toEqual([1, 4, 5, 2]);
  expect(store.get().of).toBe(of);
  await reorder();
  expect([ids(), store.outdated.get()]).toEqual([[4, 5, 2], false]);
  // In an order that does not go by dates as well.
  await change({ sort: 'name' });
  expect(await tell(2, on(2010, 24))).toBe(true);
  expect(ids()).toHaveLength(3);
  await change({ place: { kind: 'all' } });
  expect([ids().length, store.outdated.get()]).toEqual([5, false]);
});
