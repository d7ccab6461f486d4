// Tests of criteria: what passes, what is kept of them, and that years are those of the calendar.

import { describe, expect, it } from 'vitest';
import { file, listingOf } from '../testing.js';
import { NO_CRITERIA, narrows, type Criteria, type Sources } from './criteria.js';
import { yearOf } from './dates.js';
import { idOfKey } from './keys.js';
import { keptCriteria, restoredCriteria } from './saved-criteria.js';
import { runAtOnce } from './schedule.js';
import { keysOf, narrow } from './select.js';
import { ALL, initialView, ViewStore } from './view.js';

const listings = new Map([
  [1, listingOf(...[1, 2, 3, 4, 5, 6].map((id) => file(id, { kind: id % 2 === 0 ? 'video' : 'photo' })))],
  [2, listingOf(file(1), file(2, { taken: Date.UTC(2019, 11, 31, 23, 59), takenSource: 1 }))],
]);

/** Each criterion is met by ids that a number divides. */
const by = (divisor: number) => {
  return ({ listing }: { listing: { idAt: (row: number) => number } }) =>
    (row: number) =>
      listing.idAt(row) % divisor === 0;
};
const sources: Sources = {
  favourite: by(2),
  rated: (rows, stars) => by(stars)(rows),
  tagged: (rows, tag) => by(tag.length)(rows),
  takenBy: (rows, camera) => by(camera.length)(rows),
  located: by(5),
  found: (rows, search) => by(search.length)(rows),
  prepare: () => null,
  subscribe: () => () => undefined,
};

function kept(part: Partial<Criteria>) {
  const keys = runAtOnce(keysOf(ALL, listings));
  const narrowed = runAtOnce(narrow(keys, { ...NO_CRITERIA, ...part }, listings, sources));
  return { ids: [...narrowed.keys].map(idOfKey), ...narrowed.counts, same: narrowed.keys === keys };
}

describe('criteria', () => {
  it('ask for nothing', () => {
    expect(kept({})).toEqual({ ids: [1, 2, 3, 4, 5, 6, 1, 2], photos: 5, videos: 3, same: true });
    expect(narrows(NO_CRITERIA)).toBe(false);
  });

  it('must all be met', () => {
    expect(kept({ favourites: true }).ids).toEqual([2, 4, 6, 2]);
    expect(kept({ favourites: true, rating: 3 }).ids).toEqual([6]);
    expect(kept({ tag: 'abc' }).ids).toEqual([3, 6]);
    expect(kept({ camera: 'abcd' }).ids).toEqual([4]);
    expect(kept({ located: true }).ids).toEqual([5]);
    expect(kept({ search: 'ab', tag: 'abc' }).ids).toEqual([6]);
    expect(kept({ search: '  ' }).ids).toHaveLength(8);
  });

  it('count both kinds, whichever is shown', () => {
    expect(kept({ kind: 'photo', rating: 3 })).toMatchObject({ ids: [3], photos: 1, videos: 1 });
    expect(kept({ kind: 'video', rating: 3 })).toMatchObject({ ids: [6], photos: 1, videos: 1 });
  });

  it('know the year of the calendar', () => {
    expect(kept({ year: 2019 }).ids).toEqual([2]);
    for (let year = 1890; year < 2110; year++) {
      const start = Date.UTC(year, 0, 1);
      expect([yearOf(start - 1), yearOf(start), yearOf(start + 1)]).toEqual([year - 1, year, year]);
    }
  });
});

describe('kept criteria', () => {
  it('come back, but not what was looked for', () => {
    const all: Criteria = {
      ...{ kind: 'video', favourites: true, rating: 4, tag: 'Oma', camera: 'Lumen M3' },
      ...{ year: 2019, located: true, search: 'italy' },
    };
    const saved: unknown = JSON.parse(JSON.stringify(keptCriteria(all)));
    expect(restoredCriteria(saved)).toEqual({ ...all, search: '' });
  });

  it('ask for nothing when they make no sense', () => {
    const nonsense = { kind: 'x', favourites: 1, rating: 'a', tag: 4, camera: {}, year: 1.5, located: 'y' };
    for (const saved of [null, undefined, 7, 'x', [], nonsense])
      expect(restoredCriteria(saved)).toEqual(NO_CRITERIA);
    expect(restoredCriteria({ rating: 9 }).rating).toBe(5);
  });
});

it('another place is not searched, but filtered as before; the same criteria are no news', () => {
  const view = new ViewStore(initialView);
  view.narrow({ search: 'italy', year: 2019 });
  const before = view.get();
  view.narrow({ year: 2019 });
  expect(view.get()).toBe(before);
  view.open({ kind: 'folder', root: 1, path: 'a' });
  expect(view.get().criteria).toMatchObject({ search: '', year: 2019 });
});

it('a place that is opened, or the open one once more, closes the viewer', () => {
  const view = new ViewStore({ ...initialView, item: 7 });
  view.open({ kind: 'favourites' });
  expect(view.get()).toMatchObject({ place: { kind: 'favourites' }, item: null });
  view.change({ item: 7 });
  view.open({ kind: 'favourites' });
  expect(view.get().item).toBeNull();
});
