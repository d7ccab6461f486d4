// Tests of how the files of a place follow a large change, which comes in parts, and of what is made of many in one go.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ListingColumns } from '../../electron/shared/listing.js';
import { encodeListing, Listing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, NO_SOURCES, patchOf } from '../testing.js';
import { addedTimes } from './added.js';
import { datesOf, isOutdated } from './dates.js';
import { ItemsStore } from './items.js';
import { idOfKey } from './keys.js';
import { Library } from './library.js';
import { sortNumbers } from './merge-sort.js';
import { Roots } from './roots.js';
import { runAtOnce, type Slices } from './schedule.js';
import { countsOf, keysOf } from './select.js';
import { Times } from './times.js';
import { initialView, ViewStore } from './view.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(columns: ListingColumns, slices?: Slices) {
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(columns) });
  const library = new Library(gallery, (error) => expect.unreachable(String(error)));
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const view = new ViewStore(initialView);
  const store = new ItemsStore(roots, library, view, NO_SOURCES, slices);
  library.connect();
  store.connect();
  library.follow([1]);
  return { gallery, library, roots, view, store };
}

it('shows a folder that is only visited where it is open, and nowhere else', async () => {
  const { roots, view, store } = setUp(encodeListing([file(1), file(2)]));
  roots.set(roots.get().map((root) => ({ ...root, visited: true })));
  const found: number[] = [];
  for (const kind of ['all', 'folder', 'browse'] as const) {
    view.open(kind === 'all' ? { kind } : { kind, root: 1, path: '' });
    await vi.runAllTimersAsync();
    found.push(store.get().inPlace);
  }
  expect(found).toEqual([0, 2, 2]);
});

it('puts files in order once', async () => {
  const { gallery, library, store } = setUp(encodeListing([file(1), file(2), file(3)]));
  await vi.runAllTimersAsync();
  let shown = 0;
  store.subscribe(() => shown++);
  const send = (from: number, more: boolean) => {
    const files = Array.from({ length: 2500 }, (_, i) => file(10 + from * 2500 + i));
    const patch = { ...patchOf(from, files, [from + 1]), more };
    gallery.emit('library.patch', { root: 1, patch });
  };
  send(0, true);
  await vi.runAllTimersAsync();
  expect([library.listing(1)?.count, shown]).toEqual([2502, 0]);
  send(1, true);
  send(2, false);
  await vi.runAllTimersAsync();
  expect(shown).toBe(1);
  expect([...store.get().keys].map(idOfKey)).toEqual(Array.from({ length: 7500 }, (_, i) => 7509 - i));
});

it('lets the window paint between all pieces of work of which each looks at all files', async () => {
  let [pauses, pausesAtEnd, time] = [0, 0, 0];
  const pause = () => Promise.resolve(void pauses++);
  const files = 100_000;
  const columns = encodeListing(Array.from({ length: files }, (_, i) => file(i)));
  // Every piece that is offered is followed by a pause.
  const { store } = setUp(columns, { now: () => (time += 1000), pause });
  store.subscribe(() => (pausesAtEnd = pauses));
  await vi.runAllTimersAsync();
  expect(pausesAtEnd).toBeGreaterThan(0);

  const listings = new Map([[1, Listing.from(columns)]]);
  const keys = runAtOnce(keysOf({ kind: 'all' }, listings));
  const times = runAtOnce(Times.of(listings));
  const column = runAtOnce(times.column(keys));
  const dates = runAtOnce(datesOf(column));
  const backwards = column.slice().reverse();
  const piecesOf: Record<string, Generator<void, unknown>> = {
    keys: keysOf({ kind: 'all' }, listings),
    times: Times.of(listings),
    column: times.column(keys),
    numbers: sortNumbers(backwards),
    counts: countsOf(listings),
    days: datesOf(column),
    added: addedTimes(keys, listings),
    outdated: isOutdated(dates, column, false),
  };
  for (const [what, work] of Object.entries(piecesOf)) {
    let pieces = 0;
    while (work.next().done !== true) pieces++;
    expect(pieces, what).toBeGreaterThanOrEqual(4);
  }
  expect(backwards).toEqual(column.slice().sort());
});
