// Renderer: which files of a place are shown: one value, and the tests it is made of. A test is made once for the listing
// of a root and then asked row by row, so that what it needs to know is looked up once and not for each of 100,000 files.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { KINDS } from '../../electron/shared/listing.js';
import { yearOf } from './dates.js';
import { timeAt } from './times.js';

export type Filter = 'all' | 'photo' | 'video';

/** What a file must be to be shown; null, false, 0 and '' ask for nothing. */
export interface Criteria {
  readonly kind: Filter;
  readonly favourites: boolean;
  /** Stars at least, 1 to 5. */
  readonly rating: number;
  readonly tag: string | null;
  /** Maker and model, as the facets of the library name it. */
  readonly camera: string | null;
  readonly year: number | null;
  /** Only what knows where it was taken. */
  readonly located: boolean;
  /** As the person typed it. */
  readonly search: string;
}

export const NO_CRITERIA: Criteria = {
  kind: 'all',
  favourites: false,
  rating: 0,
  tag: null,
  camera: null,
  year: null,
  located: false,
  search: '',
};

const NAMES = Object.keys(NO_CRITERIA) as readonly (keyof Criteria)[];

export const sameCriteria = (a: Criteria, b: Criteria): boolean => NAMES.every((name) => a[name] === b[name]);

/** Whether files may meet these once their dates have been read. */
export const asksForDates = ({ year, search }: Criteria): boolean => year !== null || search.trim() !== '';

/** Whether these leave anything out. */
export const narrows = (criteria: Criteria): boolean => !sameCriteria(criteria, NO_CRITERIA);

/** The files of one root, as a test sees them. */
export interface Rows {
  readonly root: RootId;
  readonly listing: Listing;
}

export type Test = (row: number) => boolean;

/** Where tests come from that need to know more than a listing does. */
export interface Sources {
  readonly favourite: (rows: Rows) => Test;
  readonly rated: (rows: Rows, stars: number) => Test;
  readonly tagged: (rows: Rows, tag: string) => Test;
  readonly takenBy: (rows: Rows, camera: string) => Test;
  readonly located: (rows: Rows) => Test;
  readonly found: (rows: Rows, search: string) => Test;
  /** Null: all that the tests of these criteria need is known. Otherwise resolves when it is; never rejects. */
  readonly prepare: (criteria: Criteria) => Promise<void> | null;
  /** Tells that tests made from now on may answer otherwise. Returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** The tests of all criteria but the kind, of which every file shown must pass each. Cheap ones come first. */
export function testsOf(criteria: Criteria, rows: Rows, sources: Sources): readonly Test[] {
  const { favourites, rating, tag, camera, year, located, search } = criteria;
  const tests: Test[] = [];
  if (year !== null) tests.push((row) => yearOf(timeAt(rows.listing, row)) === year);
  if (favourites) tests.push(sources.favourite(rows));
  if (rating > 0) tests.push(sources.rated(rows, rating));
  if (tag !== null) tests.push(sources.tagged(rows, tag));
  if (camera !== null) tests.push(sources.takenBy(rows, camera));
  if (located) tests.push(sources.located(rows));
  if (search.trim() !== '') tests.push(sources.found(rows, search));
  return tests;
}

/** Code of the kinds column that a filter wants; -1 for any. */
export const kindCode = (filter: Filter): number => (filter === 'all' ? -1 : KINDS.indexOf(filter));
