// Tests of the grid in pages.

import { expect, it } from 'vitest';
import type { PageOptions } from '../../../electron/shared/page-start.js';
import type { Items } from '../../state/items.js';
import type { ItemKey } from '../../state/keys.js';
import { usualOptions } from '../../state/options.js';
import { Store } from '../../state/store.js';
import { Pages, topOf } from './pages.js';

type Part = Pick<Items, 'keys' | 'dates' | 'of' | 'alike'>;
const count = (files: number, of = {} as Items['of'], alike: Uint32Array | null = null): Part => ({
  keys: Float64Array.from({ length: files }, (_, index) => index),
  dates: { days: Int32Array.from({ length: files }, (_, index) => index), more: null },
  ...{ of, alike },
});

function paged(files: number, itemsPerPage: number) {
  const items = new Store(count(files));
  const options = new Store<PageOptions>({ ...usualOptions, itemsPerPage });
  const item = new Store<{ item: ItemKey | null }>({ item: null });
  const pages = new Pages(items, options, item);
  pages.connect();
  const shown = () => {
    const { keys, dates, page, pages: total } = pages.get();
    expect([...dates!.days]).toEqual([...keys]);
    return [page, total, keys[0], keys.length];
  };
  return { items, options, item, pages, shown };
}

it('shows everything when no pages are wanted, or one is enough', () => {
  expect(paged(25, 0).shown()).toEqual([0, 1, 0, 25]);
  expect(paged(25, 25).shown()).toEqual([0, 1, 0, 25]);
  expect(paged(0, 10).shown()).toEqual([0, 1, undefined, 0]);
});

it('turns, and stays within its ends', () => {
  const { pages, shown } = paged(25, 10);
  expect(shown()).toEqual([0, 3, 0, 10]);
  const first = pages.get().of;
  pages.turn(2);
  expect(shown()).toEqual([2, 3, 20, 5]);
  expect(pages.get().of).not.toBe(first);
  pages.turn(9);
  expect(shown()).toEqual([2, 3, 20, 5]);
  pages.turn(-1);
  expect(shown()).toEqual([0, 3, 0, 10]);
  expect(pages.get().of).toBe(first);
});

it('stays on its page when files come and go, and begins anew with another place or size', () => {
  const { items, options, pages, shown } = paged(25, 10);
  pages.turn(2);
  items.set({ ...count(30), of: items.get().of });
  expect(shown()).toEqual([2, 3, 20, 10]);
  items.set({ ...count(15), of: items.get().of });
  expect(shown()).toEqual([1, 2, 10, 5]);
  items.set(count(50));
  expect(shown()).toEqual([0, 5, 0, 10]);
  pages.turn(3);
  options.update((now) => ({ ...now, itemsPerPage: 20 }));
  expect(shown()).toEqual([0, 3, 0, 20]);
});

it('opens the page of the file that the viewer showed last', () => {
  const { item, shown } = paged(25, 10);
  item.set({ item: 3 });
  item.set({ item: 14 });
  expect(shown()).toEqual([0, 3, 0, 10]);
  item.set({ item: null });
  expect(shown()).toEqual([1, 3, 10, 10]);
});

it('opens the page of the first file that is still there, and tells by its files where it is', () => {
  const { pages, shown } = paged(25, 10);
  expect(topOf(pages.get())).toBeNull();
  pages.turnTo([99, 14, 3]);
  expect(shown()).toEqual([1, 3, 10, 10]);
  const top = topOf(pages.get())!;
  pages.turn(0);
  pages.turnTo([]);
  expect(shown()).toEqual([0, 3, 0, 10]);
  pages.turnTo(top.keys);
  expect(shown()).toEqual([1, 3, 10, 10]);
});

it('keeps files with the same content on one page', () => {
  const { items, shown } = paged(25, 10);
  items.set(count(25, undefined, new Uint32Array(25)));
  expect(shown()).toEqual([0, 1, 0, 25]);
});
