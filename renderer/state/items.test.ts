// Tests of order, selection, and following changes of the library.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ListingColumns } from '../../electron/shared/listing.js';
import { encodeFacts, encodeListing, type RowItem } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, listingOf, NO_SOURCES, patchOf } from '../testing.js';
import { NO_CRITERIA } from './criteria.js';
import { ItemsStore } from './items.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';
import { Library } from './library.js';
import { mergeSort, mergeSorted } from './merge-sort.js';
import { comparison, sortKeys, type Listings } from './order.js';
import { Roots } from './roots.js';
import { runAtOnce } from './schedule.js';
import { countsOf, keysOf, narrow } from './select.js';
import { Times } from './times.js';
import { initialView, SORTS, ViewStore, type Sort } from './view.js';

const idsOf = (keys: Float64Array) => [...keys].map(idOfKey);

describe('keys', () => {
  it('hold root and id', () => {
    const key = keyOf(70_000, 4_294_967_295);
    expect([rootOfKey(key), idOfKey(key)]).toEqual([70_000, 4_294_967_295]);
  });
});

describe('merge sort', () => {
  it('sorts and is stable', () => {
    const values = Float64Array.from({ length: 3000 }, (_, i) => ((i * 7919) % 1009) + i / 10_000);
    runAtOnce(mergeSort(values, (a, b) => Math.floor(a) - Math.floor(b)));
    for (let i = 1; i < values.length; i++) expect(values[i]!).toBeGreaterThan(values[i - 1]!);
  });

  it('merges new into sorted', () => {
    const merged = runAtOnce(
      mergeSorted(Float64Array.of(1, 3, 5), Float64Array.of(0, 4, 9), (a, b) => a - b),
    );
    expect([...merged]).toEqual([0, 1, 3, 4, 5, 9]);
  });
});

describe('order', () => {
  const listing = listingOf(
    file(1, { name: 'IMG_10.jpg', folder: 'b', modified: 5000 }),
    file(2, { name: 'IMG_9.jpg', folder: 'b', modified: 5000 }),
    file(3, { name: 'z.jpg', folder: 'a 2', modified: 5400 }),
    file(4, { name: 'a.jpg', folder: 'a 10', modified: 1 }),
  );
  const listings = new Map([[1, listing]]);
  const sorted = (sort: Sort, of: Listings = listings) =>
    idsOf(runAtOnce(sortKeys(runAtOnce(keysOf({ kind: 'all' }, of)), sort, of)));

  it('sorts by name as people count, whatever the folder; files of one name by folder', () => {
    expect(sorted('name')).toEqual([4, 2, 1, 3]);
    const same = ['b 10', 'b 9', 'a'].map((folder, i) => file(i + 1, { name: 'x.jpg', folder }));
    const listings = new Map([[1, listingOf(...same)]]);
    expect(
      idsOf(runAtOnce(sortKeys(runAtOnce(keysOf({ kind: 'all' }, listings)), 'name', listings))),
    ).toEqual([3, 2, 1]);
  });
  it('sorts by time, then by name, also within one second', () => {
    expect(sorted('newest')).toEqual([3, 2, 1, 4]);
    expect(sorted('oldest')).toEqual([4, 2, 1, 3]);
  });
  it('turns names around', () => expect(sorted('name-down')).toEqual([3, 1, 2, 4]));

  it('sorts by size, however far apart, then by name', () => {
    const sizes = [5, 7e13, 5, 0, 7e13 + 1, 6];
    const some = new Map([[1, listingOf(...sizes.map((size, i) => file(i + 1, { size })))]]);
    expect(sorted('largest', some)).toEqual([5, 2, 6, 1, 3, 4]);
    expect(sorted('smallest', some)).toEqual([4, 1, 3, 6, 2, 5]);
  });

  it('sorts by kind, extension and name', () => {
    const names = ['b.PNG', 'film.avi', 'c.jpg', 'a.png', 'b.jpg', 'x.mp4'];
    const items = names.map((name, i) => {
      return file(i + 1, { name, kind: /avi|mp4/.test(name) ? 'video' : 'photo' });
    });
    const some = new Map([[1, listingOf(...items)]]);
    expect(sorted('type', some)).toEqual([5, 3, 4, 1, 2, 6]);
    expect(sorted('type-down', some)).toEqual([6, 2, 4, 1, 5, 3]);
  });

  it('agrees with its own comparison', () => {
    const items = Array.from({ length: 500 }, (_, i) => {
      const kind = i % 7 === 0 ? 'video' : 'photo';
      const name = `${(i * 7919) % 101}.${['jpg', 'mp4', 'heic', 'tiff'][i % 4]}`;
      const modified = (i * 104_729) % 40 === 3 ? i * 1e11 : (i * 17) % 50;
      return file(i + 1, { kind, name, modified, folder: `${i % 3}`, size: ((i * 31) % 60) * 1e9 + 0.5 });
    });
    const some = new Map([
      [1, listingOf(...items)],
      [9, listingOf(...items)],
    ]);
    const times = runAtOnce(Times.of(some));
    for (const sort of SORTS) {
      const keys = runAtOnce(sortKeys(runAtOnce(keysOf({ kind: 'all' }, some)), sort, some, times, 5));
      const compare = runAtOnce(comparison(sort, some, times, 5));
      for (let i = 1; i < keys.length; i++) expect(compare(keys[i - 1]!, keys[i]!), sort).toBeLessThan(0);
    }
  });

  it('shuffles by a seed, the same in another run and around files that come', () => {
    const shuffle = (count: number, seed: number, root = 1) => {
      const items = Array.from({ length: count }, (_, i) => file(i + 1, { folder: 'a' }));
      const of = new Map([[root, listingOf(...items)]]);
      const keys = runAtOnce(keysOf({ kind: 'all' }, of));
      return idsOf(runAtOnce(sortKeys(keys, 'shuffle', of, runAtOnce(Times.of(of)), seed)));
    };
    const order = shuffle(400, 3);
    expect(order).not.toEqual(shuffle(400, 4));
    expect(shuffle(400, 3, 8)).toEqual(order);
    expect(shuffle(500, 3).filter((id) => id <= 400)).toEqual(order);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 400 }, (_, i) => i + 1));
    // Two folders with the same names do not come as pairs.
    const twins = new Map([1, 2].map((root) => [root, listingOf(...order.map((id) => file(id)))]));
    const both = sorted('shuffle', twins);
    expect(both.filter((id, i) => id === both[i + 1]).length).toBeLessThan(20);
    // Neighbours by name do not stay neighbours.
    const steps = order.slice(1).map((id, i) => Math.abs(id - order[i]!));
    expect(steps.filter((step) => step <= 4).length).toBeLessThan(40);
    expect(steps.reduce((sum, step) => sum + step, 0) / steps.length).toBeGreaterThan(100);
  });
});

describe('selection', () => {
  const listings = new Map([
    [
      1,
      listingOf(
        file(1),
        file(2, { folder: 'a' }),
        file(3, { folder: 'a/b', kind: 'video' }),
        file(4, { folder: 'ab' }),
      ),
    ],
    [2, listingOf(file(1))],
  ]);

  it('takes a folder with all below it', () => {
    const place = { kind: 'folder', root: 1, path: 'a' } as const;
    const keys = runAtOnce(keysOf(place, listings));
    expect(idsOf(keys)).toEqual([2, 3]);
    const criteria = { ...NO_CRITERIA, kind: 'video' } as const;
    const narrowed = runAtOnce(narrow(keys, criteria, listings, NO_SOURCES));
    expect(idsOf(narrowed.keys)).toEqual([3]);
    expect(narrowed.counts).toEqual({ photos: 1, videos: 1 });
  });

  it('takes everything of all roots', () => {
    expect(runAtOnce(keysOf({ kind: 'all' }, listings))).toHaveLength(5);
    expect(runAtOnce(countsOf(listings))).toEqual({ photos: 4, videos: 1 });
  });
});

describe('ItemsStore', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function start(items: readonly RowItem[]) {
    let columns: ListingColumns = encodeListing(items);
    const gallery = fakeGallery({ 'library.listing': () => asDelivered(columns) });
    const errors: unknown[] = [];
    const library = new Library(gallery, (error) => errors.push(error));
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
    const setColumns = (next: readonly RowItem[], version: number) =>
      (columns = encodeListing(next, version));
    return { gallery, library, view, store, errors, setColumns, ids: () => idsOf(store.get().keys) };
  }

  it('shows newest first and follows patches', async () => {
    const { gallery, store, ids } = await start([file(1), file(2), file(3)]);
    expect(ids()).toEqual([3, 2, 1]);
    const { of } = store.get();
    gallery.emit('library.patch', {
      root: 1,
      patch: patchOf(0, [file(9, { modified: 2500 }), file(1, { modified: 9000 })], [3]),
    });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1, 9, 2]);
    expect(store.get().of).toBe(of);
    expect(store.get().counts).toEqual({ photos: 3, videos: 0 });
  });

  it('goes by the date taken, which moves nothing until the order is built anew', async () => {
    const { gallery, view, store, ids } = await start([
      file(1, { taken: 9_000_000_000, takenSource: 1 }),
      file(2),
      file(3),
    ]);
    expect(ids()).toEqual([1, 3, 2]);
    gallery.emit('library.facts', {
      root: 1,
      facts: encodeFacts([{ id: 2, taken: 9_900_000_000, takenSource: 3 }]),
    });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1, 3, 2]);
    const arrived = [file(4, { taken: 9_500_000_000, takenSource: 1 })];
    gallery.emit('library.patch', { root: 1, patch: patchOf(0, arrived) });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([4, 1, 3, 2]);
    // Headings go by what the order goes by.
    expect([...store.get().dates!.days].slice(0, 2)).toEqual([109, 104]);
    view.narrow({ kind: 'photo' });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([2, 4, 1, 3]);
    expect([...store.get().dates!.days].slice(0, 3)).toEqual([114, 109, 104]);
    view.change({ sort: 'name' });
    await vi.runAllTimersAsync();
    expect(store.get().dates).toBeNull();
  });

  it('follows place, filter and order', async () => {
    const { view, ids } = await start([file(1, { folder: 'a' }), file(2, { kind: 'video' }), file(3)]);
    view.change({ sort: 'oldest' });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1, 2, 3]);
    view.narrow({ kind: 'video' });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([2]);
    view.change({ criteria: NO_CRITERIA, place: { kind: 'folder', root: 1, path: 'a' } });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([1]);
  });

  it('asks for the whole listing when a patch is missing', async () => {
    const { gallery, setColumns, ids, errors } = await start([file(1)]);
    setColumns([file(1), file(2), file(3)], 5);
    gallery.emit('library.patch', { root: 1, patch: patchOf(4, [file(3)]) });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([3, 2, 1]);
    expect(errors).toEqual([]);
  });

  it('passes over patches that the listing holds already', async () => {
    const { gallery, setColumns, ids } = await start([file(1)]);
    setColumns([file(1), file(2)], 1);
    gallery.emit('library.reset', { root: 1 });
    gallery.emit('library.patch', { root: 1, patch: patchOf(0, [file(2)]) });
    gallery.emit('library.patch', { root: 1, patch: patchOf(1, [file(3)]) });
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([3, 2, 1]);
  });

  it('forgets a root that was removed', async () => {
    const { library, ids } = await start([file(1)]);
    library.follow([]);
    await vi.runAllTimersAsync();
    expect(ids()).toEqual([]);
  });

  it('tells of facts a few times a second at most', async () => {
    const { gallery, library } = await start([file(1)]);
    const heard: string[] = [];
    library.subscribe((changes) => heard.push(...changes.map(({ kind }) => kind)));
    for (let width = 1; width <= 50; width++) {
      const facts = encodeFacts([{ id: 1, width, height: 1 }]);
      gallery.emit('library.facts', { root: 1, facts });
      await vi.advanceTimersByTimeAsync(20);
    }
    await vi.runAllTimersAsync();
    expect(heard.length).toBeLessThanOrEqual(6);
    expect(new Set(heard)).toEqual(new Set(['facts']));
  });
});
