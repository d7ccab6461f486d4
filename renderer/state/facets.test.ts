// Tests of what files can be filtered by: cameras, places, and the numbers beside each choice.

import { describe, expect, it } from 'vitest';
import type { FacetColumns } from '../../electron/shared/facets.js';
import { fakeGallery, file, listingOf, NO_SOURCES } from '../testing.js';
import { NO_CRITERIA, type Criteria, type Sources } from './criteria.js';
import { countFacets } from './facet-counts.js';
import { Facets } from './facets.js';
import type { MarkSource } from './mark-source.js';
import { Roots } from './roots.js';
import { runAtOnce } from './schedule.js';
import { keysOf } from './select.js';
import { WindowSources } from './sources.js';
import { ALL, initialView, ViewStore } from './view.js';

const at = (id: number, year: number) => file(id, { taken: Date.UTC(year, 3, 1), takenSource: 1 });
const listing = listingOf(at(1, 2023), at(2, 2023), at(3, 2019), at(4, 2019), at(5, 2018));
const columns: FacetColumns = {
  // The same camera with two lenses.
  cameras: ['Lumen M3', 'Lumen M3', 'Kestrel P40'],
  ids: Uint32Array.of(1, 2, 3, 5),
  camera: Uint16Array.of(1, 2, 3, 0),
  located: Uint8Array.of(1, 0, 0, 1),
};

function start(answer: () => unknown = () => columns) {
  const gallery = fakeGallery({ 'library.facets': () => answer() });
  const roots = new Roots();
  roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 5, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  let changed = 0;
  const facets = new Facets(
    gallery,
    roots,
    () => changed++,
    () => undefined,
  );
  const answerWith = (next: () => unknown) => (answer = next);
  return { gallery, roots, facets, answerWith, changed: () => changed };
}

const rows = { root: 1, listing };
const passing = (test: (row: number) => boolean) => [...listing.id].filter((_, row) => test(row));

describe('facets', () => {
  it('test cameras and places', async () => {
    const { facets } = start();
    expect(passing(facets.takenBy(rows, 'Lumen M3'))).toEqual([]);
    await facets.prepare();
    expect(facets.prepare()).toBeNull();
    expect(passing(facets.takenBy(rows, 'Lumen M3'))).toEqual([1, 2]);
    expect(passing(facets.takenBy(rows, 'Nobody'))).toEqual([]);
    expect(passing(facets.located(rows))).toEqual([1, 5]);
    expect(passing(facets.withCamera(rows, 'p4')!)).toEqual([3]);
    expect(facets.withCamera(rows, 'xyz')).toBeNull();
  });

  it('are asked for again when more is known, if anybody ever asked', async () => {
    const { facets, gallery, changed } = start();
    facets.refresh(1);
    expect(gallery.calls).toHaveLength(0);
    await facets.prepare();
    facets.refresh(1);
    await Promise.resolve();
    expect(gallery.calls).toHaveLength(2);
    await new Promise((resolve) => setImmediate(resolve));
    expect(changed()).toBe(1);
  });

  it('that cannot be told are no news, and are asked for again', async () => {
    const { facets, gallery, changed, answerWith } = start(() => Promise.reject(new Error('away')));
    expect(await facets.prepare()).toBe(false);
    facets.refresh(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect([gallery.calls.length, changed()]).toEqual([2, 0]);
    answerWith(() => columns);
    expect(await facets.prepare()).toBe(true);
    facets.refresh(1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(changed()).toBe(1);
  });

  it('are not asked for without an end by a search while they cannot be told', async () => {
    const { gallery, roots, answerWith } = start(() => Promise.reject(new Error('away')));
    const criteria = { ...NO_CRITERIA, search: 'xy' };
    const errors: unknown[] = [];
    const sources = new WindowSources({
      ...{ gallery, roots, marks, locales: () => ['en'] },
      view: new ViewStore({ ...initialView, criteria }),
      report: (error) => errors.push(error),
    });
    sources.connect();
    // As the files do that are shown.
    let told = 0;
    sources.subscribe(() => {
      told++;
      if (told < 10) void sources.prepare(criteria);
    });
    void sources.prepare(criteria);
    await new Promise((resolve) => setImmediate(resolve));
    expect([gallery.calls.length, errors.length, told]).toEqual([1, 1, 0]);
    answerWith(() => columns);
    gallery.emit('library.indexed', { root: 1 });
    await new Promise((resolve) => setImmediate(resolve));
    expect([gallery.calls.length, told]).toEqual([2, 1]);
  });

  it('are nothing where nothing is known', async () => {
    const { facets } = start(() => null);
    await facets.prepare();
    expect(passing(facets.located(rows))).toEqual([]);
  });
});

const marks: MarkSource = {
  matcher: () => () => false,
  isFavourite: (key) => key % 2 === 1,
  rating: (key) => (key % 2 ** 32 === 3 ? 4 : 0),
  tags: (key) => (key % 2 ** 32 < 3 ? ['Oma'] : []),
  allTags: () => [{ tag: 'Oma', count: 2 }],
  subscribe: () => () => undefined,
};

async function counts(criteria: Partial<Criteria>) {
  const { facets } = start();
  await facets.prepare();
  const sources: Sources = {
    ...NO_SOURCES,
    takenBy: (of, camera) => facets.takenBy(of, camera),
    located: (of) => facets.located(of),
    found: (of) => (row) => of.listing.idAt(row) > 1,
  };
  const listings = new Map([[1, listing]]);
  const all = { ...NO_CRITERIA, ...criteria };
  const work = countFacets(runAtOnce(keysOf(ALL, listings)), all, listings, { sources, facets, marks });
  const { years, cameras, tags, ...rest } = runAtOnce(work);
  return { ...rest, years: [...years], cameras: [...cameras], tags: [...tags] };
}

describe('counts', () => {
  it('are those of all choices', async () => {
    expect(await counts({})).toMatchObject({
      ...{ favourites: 3, located: 2, ratings: [0, 1, 1, 1, 1, 0], tags: [['Oma', 2]] },
      years: [
        [2023, 2],
        [2019, 2],
        [2018, 1],
      ],
      cameras: [
        ['Lumen M3', 2],
        ['Kestrel P40', 1],
      ],
    });
  });

  it('keep the other choices of what is chosen, and follow it in all else', async () => {
    expect(await counts({ year: 2023 })).toMatchObject({
      ...{ located: 1, cameras: [['Lumen M3', 2]] },
      years: [
        [2023, 2],
        [2019, 2],
        [2018, 1],
      ],
    });
    expect(await counts({ year: 2023, camera: 'Lumen M3', located: true })).toMatchObject({
      ...{ years: [[2023, 1]], cameras: [['Lumen M3', 1]], located: 1 },
    });
  });

  it('are of what is looked for and of the kind that is shown', async () => {
    expect(await counts({ search: 'x' })).toMatchObject({
      located: 1,
      cameras: [
        ['Lumen M3', 1],
        ['Kestrel P40', 1],
      ],
    });
    expect(await counts({ kind: 'video' })).toMatchObject({ favourites: 0, years: [] });
  });
});
