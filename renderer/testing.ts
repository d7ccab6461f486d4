// Test helper, never bundled: a main process that answers from a table, and listings from short notes.

import type { CallName, Events, EventName } from '../electron/shared/contract.js';
import type { ListingColumns } from '../electron/shared/listing.js';
import type { ListingPortion } from '../electron/shared/listing-portions.js';
import { encodeListing, encodeRows, Listing, type RowItem } from '../electron/shared/listing-table.js';
import type { Gallery } from './gallery.js';
import type { Sources } from './state/criteria.js';

/** A photo with an id; everything else has a default. */
export const file = (id: number, rest: Partial<RowItem> = {}): RowItem => ({
  id,
  folder: '',
  name: `${id}.jpg`,
  kind: 'photo',
  size: 1,
  modified: id * 1000,
  ...rest,
});

/** What main answers when it is asked for a listing of few files. */
export const asDelivered = (columns: ListingColumns): ListingPortion => ({
  ...columns,
  ...{ total: columns.id.length, left: 0, delivery: 1 },
});

export const listingOf = (...items: readonly RowItem[]): Listing => Listing.from(encodeListing(items));

/** A patch that follows `from`. */
export const patchOf = (from: number, items: readonly RowItem[], removed: readonly number[] = []) => ({
  from,
  removed: Uint32Array.from(removed),
  rows: encodeRows(items),
});

/** Tests of criteria that need nothing but listings. */
export const NO_SOURCES: Sources = {
  ...{ favourite: () => () => false, rated: () => () => false, tagged: () => () => false },
  ...{ takenBy: () => () => false, located: () => () => false, found: () => () => false },
  ...{ prepare: () => null, subscribe: () => () => undefined },
};

export interface FakeGallery extends Gallery {
  readonly calls: [CallName, ...unknown[]][];
  emit<K extends EventName>(name: K, payload: Events[K]): void;
}

/** `answers` gives the value of each call, or throws. */
export function fakeGallery(answers: Partial<Record<CallName, (...args: never[]) => unknown>>): FakeGallery {
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  const calls: [CallName, ...unknown[]][] = [];
  return {
    calls,
    call: (name, ...args) => {
      calls.push([name, ...args]);
      return Promise.resolve(answers[name]?.(...(args as never[])) as never);
    },
    dropFolders: () => Promise.resolve([]),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener));
      return () => set.delete(listener);
    },
    emit: (name, payload) => listeners.get(name)?.forEach((listener) => listener(payload as never)),
  };
}
