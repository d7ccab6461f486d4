// Renderer: what the files of a place can be filtered by, and how many files each choice would show: those that meet all
// other criteria that are set. Worked out in one run over all files, in slices, only while somebody looks at it.

import type { RootId } from '../../electron/shared/contract.js';
import {
  kindCode,
  testsOf,
  type Criteria,
  type Rows,
  type Sources,
  type Test,
  NO_CRITERIA,
} from './criteria.js';
import { yearOf } from './dates.js';
import type { Facets } from './facets.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import type { MarkSource } from './mark-source.js';
import type { Listings } from './order.js';
import { timeAt } from './times.js';

export interface FacetCounts {
  readonly favourites: number;
  readonly located: number;
  /** By the least number of stars, 1 to 5; index 0 is not used. */
  readonly ratings: readonly number[];
  readonly years: ReadonlyMap<number, number>;
  readonly cameras: ReadonlyMap<string, number>;
  readonly tags: ReadonlyMap<string, number>;
}

/** A criterion of which the choices are counted. */
type Facet = 'favourites' | 'located' | 'rating' | 'year' | 'camera' | 'tag';
const FACETS: readonly Facet[] = ['favourites', 'located', 'rating', 'year', 'camera', 'tag'];

export interface CountSources {
  readonly sources: Sources;
  readonly facets: Facets;
  readonly marks: MarkSource;
}

const STEP = 4096;

/** Counts the choices for the files of `keys`, all of which must be in the listings. Yields now and then. */
export function* countFacets(
  keys: Float64Array,
  criteria: Criteria,
  listings: Listings,
  { sources, facets, marks }: CountSources,
): Generator<void, FacetCounts> {
  const counted = new Counted();
  const kind = kindCode(criteria.kind);
  const roots = new Map<RootId, ReturnType<typeof questions>>();
  const questions = (root: RootId) => {
    const listing = listings.get(root)!;
    const rows: Rows = { root, listing };
    const { search } = criteria;
    return {
      listing,
      // The text that is looked for is no choice: without it nothing is counted.
      found: testsOf({ ...NO_CRITERIA, search }, rows, sources),
      tests: FACETS.flatMap((facet) =>
        testsOf({ ...NO_CRITERIA, [facet]: criteria[facet] }, rows, sources).map((test) => ({ facet, test })),
      ),
      located: sources.located(rows),
      cameraOf: facets.cameraOf(rows),
    };
  };
  for (let i = 0; i < keys.length; i++) {
    if (i % STEP === STEP - 1) yield;
    const key = keys[i]!;
    const root = rootOfKey(key);
    let of = roots.get(root);
    if (of === undefined) roots.set(root, (of = questions(root)));
    const row = of.listing.rowOf(idOfKey(key));
    if ((kind >= 0 && of.listing.kind[row] !== kind) || !of.found.every((test) => test(row))) continue;
    const failed = failedBy(row, of.tests);
    if (failed === 'several') continue;
    counted.add(failed, key, of.located(row), yearOf(timeAt(of.listing, row)), of.cameraOf(row), marks);
  }
  return counted;
}

/** The one criterion that a row does not meet; null when it meets all. */
function failedBy(
  row: number,
  tests: readonly { readonly facet: Facet; readonly test: Test }[],
): Facet | null | 'several' {
  let failed: Facet | null = null;
  for (const { facet, test } of tests) {
    if (test(row)) continue;
    if (failed !== null) return 'several';
    failed = facet;
  }
  return failed;
}

class Counted implements FacetCounts {
  favourites = 0;
  located = 0;
  readonly ratings = [0, 0, 0, 0, 0, 0];
  readonly years = new Map<number, number>();
  readonly cameras = new Map<string, number>();
  readonly tags = new Map<string, number>();

  /** A file counts for all choices, or only for those of the one criterion that it does not meet. */
  add(
    failed: Facet | null,
    key: ItemKey,
    located: boolean,
    year: number,
    camera: string,
    marks: MarkSource,
  ): void {
    const counts = (facet: Facet) => failed === null || failed === facet;
    if (counts('favourites') && marks.isFavourite(key)) this.favourites++;
    if (counts('located') && located) this.located++;
    if (counts('rating')) for (let stars = marks.rating(key); stars > 0; stars--) this.ratings[stars]!++;
    if (counts('year')) increase(this.years, year);
    if (counts('camera') && camera !== '') increase(this.cameras, camera);
    if (counts('tag')) for (const tag of marks.tags(key)) increase(this.tags, tag);
  }
}

function increase<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
