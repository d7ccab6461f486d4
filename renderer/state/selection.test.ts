import { beforeEach, expect, it } from 'vitest';
import { NO_CRITERIA } from './criteria.js';
import type { Items, ItemsStore } from './items.js';
import { keyOf } from './keys.js';
import { Selection } from './selection.js';
import { Store } from './store.js';

const key = (n: number) => keyOf(1 + (n % 2), n);
const keysOf = (...numbers: number[]) => Float64Array.from(numbers, key);
const of = { place: 1, criteria: NO_CRITERIA } as unknown as Items['of'];
let items: Store<Items>;
let selection: Selection;
const selected = () => [...selection.keys()].map((one) => one % 2 ** 32);

beforeEach(() => {
  items = new Store({ keys: keysOf(5, 4, 3, 2, 1, 0), of } as unknown as Items);
  selection = new Selection(items as unknown as ItemsStore);
  selection.connect();
});

it('toggles single files and selects ranges that move with their end', () => {
  selection.toggle(key(5));
  selection.toggle(key(3));
  expect([selected(), selection.count.get()]).toEqual([[5, 3], 2]);
  selection.extend(key(1));
  expect(selected()).toEqual([5, 3, 2, 1]);
  selection.extend(key(4));
  expect([selected(), selection.count.get()]).toEqual([[5, 4, 3], 3]);
  selection.toggle(key(3));
  expect(selected()).toEqual([5, 4]);
  selection.clear();
  selection.extend(key(1), key(2));
  expect(selected()).toEqual([2, 1]);
});

it('keeps what a band found selected, and takes all', () => {
  selection.toggle(key(0));
  selection.hold();
  selection.replace(keysOf(4, 3));
  selection.replace(keysOf(3));
  expect(selected()).toEqual([3, 0]);
  selection.all();
  expect([selection.count.get(), selected().length]).toEqual([6, 6]);
});

it('forgets files that go, and everything in another place', () => {
  selection.all();
  items.update((now) => ({ ...now, keys: keysOf(9, 4, 1) }));
  expect([selected(), selection.count.get()]).toEqual([[4, 1], 2]);
  items.update((now) => ({ ...now, of: { ...of, place: 2 } as unknown as Items['of'] }));
  expect(selection.count.get()).toBe(0);
});

it('stays while the same is asked for in another order', () => {
  const asking = (part: object) =>
    items.update((now) => ({ ...now, of: { ...of, criteria: { ...NO_CRITERIA, ...part } } }));
  asking({ favourites: true });
  selection.all();
  asking({ favourites: true });
  expect(selection.count.get()).toBe(6);
  asking({ favourites: true, kind: 'video' });
  expect(selection.count.get()).toBe(0);
});

it('keeps what was selected before a range when files come or go', () => {
  selection.toggle(key(5));
  selection.toggle(key(3));
  items.update((now) => ({ ...now, keys: keysOf(5, 7, 4, 3, 2, 1) }));
  selection.extend(key(1));
  expect(selected()).toEqual([5, 3, 2, 1]);
  items.update((now) => ({ ...now, keys: keysOf(7, 4, 3, 2, 1) }));
  selection.extend(key(2));
  expect([selected(), selection.count.get()]).toEqual([[3, 2], 2]);
});
