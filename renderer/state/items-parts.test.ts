// Test of how the files of a place follow a large change, which comes in parts.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { encodeListing } from '../../electron/shared/listing-table.js';
import { asDelivered, fakeGallery, file, NO_SOURCES, patchOf } from '../testing.js';
import { ItemsStore } from './items.js';
import { idOfKey } from './keys.js';
import { Library } from './library.js';
import { Roots } from './roots.js';
import { initialView, ViewStore } from './view.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('puts files in order once', async () => {
  const columns = encodeListing([file(1), file(2), file(3)]);
  const gallery = fakeGallery({ 'library.listing': () => asDelivered(columns) });
  const library = new Library(gallery, (error) => expect.unreachable(String(error)));
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 0, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const store = new ItemsStore(roots, library, new ViewStore(initialView), NO_SOURCES);
  library.connect();
  store.connect();
  library.follow([1]);
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
