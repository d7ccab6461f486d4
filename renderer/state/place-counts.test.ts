// Tests of the numbers beside the places, and of the day they go by.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, listingOf, NO_SOURCES } from '../testing.js';
import { ItemsStore } from './items.js';
import { idOfKey } from './keys.js';
import { Library } from './library.js';
import { countPlaces } from './place-counts.js';
import { Roots } from './roots.js';
import { runAtOnce } from './schedule.js';
import { countsOf } from './select.js';
import { startOfDay, Today } from './today.js';
import { countsShown, takenBy, totalsOf } from './totals.js';
import { initialView, ViewStore } from './view.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const at = (day: number, hour = 0, minute = 0) => new Date(2024, 2, day, hour, minute).getTime();

it('counts favourites and what has come lately, but not in hidden folders', () => {
  const listings = new Map([
    [1, listingOf(file(1, { added: at(8) }), file(2, { added: at(7, 23, 59), folder: 'a' }))],
    [2, listingOf(file(1, { added: at(9), folder: 'b' }), file(2, { folder: 'b/c', added: at(9) }))],
  ]);
  const marks = { matcher: (root: number) => (id: number) => root === 2 || id === 2 };
  const count = (hidden = new Map<number, readonly string[]>()) =>
    countPlaces(listings, marks, hidden, at(8));
  expect(count()).toEqual({ favourites: 3, recent: 3 });
  expect(count(new Map([[2, ['b']]]))).toEqual({ favourites: 1, recent: 1 });
  expect(count(new Map([[1, ['a']]]))).toEqual({ favourites: 2, recent: 3 });
});

it('counts neither photos, nor years, nor what was taken on this day in hidden folders', () => {
  const taken = (id: number, year: number, folder: string) =>
    file(id, { folder, taken: Date.UTC(year, 2, 9), takenSource: 1 });
  const listings = new Map([
    [1, listingOf(taken(1, 2019, 'a'), taken(2, 2020, 'away/deep'), taken(3, 2021, 'a'))],
  ]);
  const hidden = new Map([[1, ['away']]]);
  expect([countsOf(listings), countsOf(listings, hidden)].map(runAtOnce).map(({ photos }) => photos)).toEqual(
    [3, 2],
  );
  expect(totalsOf(listings, [], at(9))).toMatchObject({ years: 3, onThisDay: 3 });
  expect(totalsOf(listings, [], at(9), hidden)).toMatchObject({ years: 2, onThisDay: 2 });
});

it('counts places and the cameras that files were taken with', () => {
  const of = (cameras: string[], camera: number[], located: number[]) => ({
    cameras,
    ids: Uint32Array.from(camera, (_, i) => i),
    camera: Uint16Array.from(camera),
    located: Uint8Array.from(located),
  });
  const roots = [
    of(['A', 'B', '', 'gone'], [1, 2, 2, 3, 0], [1, 0, 1, 1, 0]),
    of(['B', 'C'], [1, 2], [0, 1]),
  ];
  const all = new Map(roots.map((one, root) => [root, one]));
  expect(takenBy(all)).toEqual({ placed: 4, cameras: 3 });
  // Files 0 and 1 of the first root are hidden, and with them all that camera A has taken.
  const listing = listingOf(...[0, 1, 2, 3, 4].map((id) => file(id, { folder: id < 2 ? 'away' : 'a' })));
  const shown = (root: number) => countsShown(root === 0 ? listing : undefined, ['away']);
  expect(takenBy(all, shown)).toEqual({ placed: 3, cameras: 2 });
  expect(takenBy(new Map())).toEqual({ placed: 0, cameras: 0 });
});

it('knows when days begin, also where the clocks change', () => {
  expect(startOfDay(at(9, 13, 5))).toBe(at(9));
  expect(startOfDay(at(9, 23, 59), 6)).toBe(at(3));
  expect(startOfDay(at(31, 12), -1)).toBe(new Date(2024, 3, 1).getTime());
});

it('tells of midnight, also after a sleep in which no timer ran', () => {
  vi.setSystemTime(at(9, 22));
  const today = new Today();
  const window = new EventTarget();
  const told: number[] = [];
  const end = today.connect(window);
  today.subscribe(() => told.push(today.get()));
  vi.advanceTimersByTime(119 * 60_000);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(60_000);
  vi.advanceTimersByTime(24 * 3_600_000);
  expect(told).toEqual([at(10), at(11)]);
  vi.setSystemTime(at(14, 9));
  window.dispatchEvent(new Event('focus'));
  expect(told).toEqual([at(10), at(11), at(14)]);
  end();
  expect(vi.getTimerCount()).toBe(0);
});

it('another day of other years is shown after midnight', async () => {
  vi.setSystemTime(at(9, 23));
  const taken = (id: number, day: number) => file(id, { taken: Date.UTC(2019, 2, day), takenSource: 1 });
  const columns = encodeListing([taken(1, 9), taken(2, 10), taken(3, 11)]);
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(columns) });
  const library = new Library(gallery, (error) => expect(error).toBeNull());
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const items = new ItemsStore(
    roots,
    library,
    new ViewStore({ ...initialView, place: { kind: 'day' } }),
    NO_SOURCES,
  );
  library.connect();
  items.connect();
  library.follow([1]);
  const ids = () => [...items.get().keys].map(idOfKey);
  await vi.runAllTimersAsync();
  expect(ids()).toEqual([1]);
  vi.setSystemTime(at(10, 0, 1));
  items.newDay();
  await vi.runAllTimersAsync();
  expect(ids()).toEqual([2]);
});
