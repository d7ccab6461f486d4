// Tests of the first screen: what a window keeps for the next start, and that the listings replace it.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RootInfo } from '../../electron/shared/contract.js';
import { NO_DUPLICATES } from '../../electron/shared/duplicates.js';
import { deferred } from '../../electron/shared/deferred.js';
import type { ListingColumns } from '../../electron/shared/listing.js';
import { encodeListing, type RowItem } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file } from '../testing.js';
import { createApp, startApp } from './app.js';
import { idOfKey, keyOf, rootOfKey } from './keys.js';

const NAME = 'home-gallery.first-screen';
const rootAt = (id: number, path: string): RootInfo => ({
  ...{ id, path, name: path.slice(1), state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
});
const home = rootAt(3, '/home');

/** A window's storage that outlives the window. */
function storageOf(): Storage {
  const entries = new Map<string, string>();
  const storage: Partial<Storage> = {
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  };
  return storage as Storage;
}

/** A window whose listings come when the test lets them. */
async function openWindow(storage: Storage, roots: readonly RootInfo[] = [home], useCache = true) {
  const listing = deferred<ListingColumns>();
  const gallery = fakeGallery({
    'roots.list': () => roots,
    'library.listing': () => listing.promise.then(asDelivered),
    'library.problems': () => [],
    'library.duplicates': () => NO_DUPLICATES,
    'thumbnails.failures': () => [],
    'thumbnails.placeholders': () => ({ ids: new Uint32Array(), colors: new Uint8Array() }),
  });
  const app = createApp(gallery);
  void startApp(app, storage, useCache);
  await vi.advanceTimersByTimeAsync(0);
  const arrive = async (...items: readonly RowItem[]) => {
    listing.resolve(encodeListing(items));
    await vi.advanceTimersByTimeAsync(10_000);
  };
  const ids = () => [...app.items.get().keys].map(idOfKey);
  return { app, arrive, ids };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => setTimeout(run, 16));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const DAYS = 18_700;
const taken = (days: number) => ({ taken: days * 86_400_000, takenSource: 1 });
/** More than are put in order at once. */
const many = Array.from({ length: 3000 }, (_, i) => {
  return file(i + 1, { width: 30, height: 20, folder: 'a', taken: DAYS * 86_400_000 + i, takenSource: 1 });
});

it('is there before the listing is, with the numbers of all files, and gives way to it', async () => {
  const storage = storageOf();
  const first = await openWindow(storage);
  expect(first.ids()).toEqual([]);
  const save = vi.spyOn(storage, 'setItem');
  // So slow that the order is built in slices.
  let time = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => (time += 20));
  await first.arrive(...many, file(9000, { kind: 'video', ...taken(DAYS - 60) }));
  // Between listing and order there is nothing to keep.
  for (const [, text] of save.mock.calls.filter(([name]) => name === NAME)) {
    expect((JSON.parse(text) as { rows: unknown[] }).rows.length).toBe(250);
  }

  // Root ids belong to one run.
  const second = await openWindow(storage, [{ ...home, id: 8 }]);
  const { keys, counts, known } = second.app.items.get();
  expect(keys.length).toBe(250);
  expect([rootOfKey(keys[0]!), idOfKey(keys[0]!)]).toEqual([8, 3000]);
  expect([counts, known]).toEqual([{ photos: 3000, videos: 1 }, false]);
  const row = second.app.library.listing(8)!.rowOf(3000);
  expect(second.app.library.listing(8)!.pathAt(row)).toBe('a/3000.jpg');
  expect(second.app.library.has(8)).toBe(false);

  // Headings count the files that are not there yet.
  expect(second.app.items.get().dates).toEqual({
    days: new Int32Array(250).fill(DAYS),
    more: { day: 2750, month: 2750, year: 2751 },
  });

  await second.arrive(file(3001), file(3000));
  expect(second.app.items.get().dates?.more).toBeNull();
  expect(second.ids()).toEqual([3001, 3000]);
  expect(second.app.items.get()).toMatchObject({ counts: { photos: 2, videos: 0 }, known: true });
  expect(second.app.library.listing(8)!.has(2999)).toBe(false);
});

it('is that of the spot where a person was, if there is one and it was kept for it', async () => {
  const storage = storageOf();
  const first = await openWindow(storage);
  const { app } = first;
  await first.arrive(...many, file(9000, taken(DAYS - 60)));
  const at = (index: number) => ({
    keys: [...app.items.get().keys.subarray(index, index + 3)],
    ...{ offset: -7, before: index, scrolled: 5000 },
  });
  let spot = at(1000);
  app.journey.follows(() => spot);
  app.journey.keepSpot();
  const second = await openWindow(storage, [{ ...home, id: 8 }]);
  const { keys, dates, counts, known, of } = second.app.items.get();
  expect([keys.length, idOfKey(keys[0]!), idOfKey(keys[249]!)]).toEqual([250, 2000, 1751]);
  expect([counts, known]).toEqual([{ photos: 3001, videos: 0 }, false]);
  expect(dates).toMatchObject({
    more: { day: 1750, month: 1750, year: 1751 },
    earlier: { day: 1000, month: 1000, year: 1000 },
  });
  expect(second.app.journey.spotFor(of)).toMatchObject({ keys: [...keys.slice(0, 3)], offset: -7 });

  // The window went on and was ended before it kept its screen: the one it has is of somewhere else.
  const screen = storage.getItem('home-gallery.spot-screen')!;
  spot = at(1500);
  app.journey.keepSpot();
  storage.setItem('home-gallery.spot-screen', screen);
  const third = await openWindow(storage);
  expect(third.ids()).toEqual([]);
  // Nor is one kept where pages or folders stand above.
  app.options.set({ ...app.options.get(), itemsPerPage: 500 });
  app.journey.keepSpot();
  expect(storage.getItem('home-gallery.spot-screen')).toBe(screen);
});

it('is not shown when caching is switched off', async () => {
  const storage = storageOf();
  await (await openWindow(storage)).arrive(...many);
  expect((await openWindow(storage, [home], false)).ids()).toEqual([]);
});

it('is not used for other folders, nor for another view', async () => {
  const storage = storageOf();
  const first = await openWindow(storage);
  await first.arrive(...many);
  expect((await openWindow(storage, [home, rootAt(4, '/more')])).ids()).toEqual([]);
  first.app.view.change({ sort: 'name' });
  const saved = storage.getItem(NAME)!;
  await vi.advanceTimersByTimeAsync(10_000);
  storage.setItem(NAME, saved);
  expect((await openWindow(storage)).ids()).toEqual([]);
});

it('is left alone when it makes no sense', async () => {
  const storage = storageOf();
  const first = await openWindow(storage);
  await first.arrive(...many);
  const undated = storage.getItem(NAME)!.replace('"days":[', '"days":[7,');
  for (const text of ['', '{', 'null', '{"rows":3}', '{"view":"x","roots":[],"rows":null}', undated]) {
    storage.setItem(NAME, text);
    const { ids, arrive, app } = await openWindow(storage);
    expect(ids()).toEqual([]);
    await arrive(file(1));
    expect([ids(), app.notices.get()]).toEqual([[1], []]);
  }
});

it('is not saved while files are still on their way', async () => {
  const storage = storageOf();
  const { app } = await openWindow(storage);
  app.items.set({ ...app.items.get(), keys: Float64Array.of(keyOf(3, 1)) });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(storage.getItem(NAME)).toBeNull();
});
