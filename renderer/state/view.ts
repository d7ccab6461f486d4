// Renderer: what is open and how it is shown. Kept by the window itself; the folders are main's.

import { NO_CRITERIA, sameCriteria, type Criteria } from './criteria.js';
import type { Unit } from './dates.js';
import type { ItemKey } from './keys.js';
import { ALL, samePlace, type Place } from './places.js';
import { Store } from './store.js';

export { ALL, samePlace, type Place } from './places.js';
/** Orders a person can choose. */
export type Sort =
  'newest' | 'oldest' | 'name' | 'name-down' | 'largest' | 'smallest' | 'type' | 'type-down' | 'shuffle';
/** With those that belong to one place: `added` of what came last, `alike` of duplicates. */
export type AnySort = Sort | 'added' | 'alike';

/** What decides an order, and which end comes first. Files that are equal in it follow by name, always from A to Z. */
export interface Order {
  readonly by: 'date' | 'name' | 'size' | 'type' | 'shuffle' | 'added' | 'alike';
  readonly descending: boolean;
}

export const ORDERS: Readonly<Record<AnySort, Order>> = {
  newest: { by: 'date', descending: true },
  oldest: { by: 'date', descending: false },
  name: { by: 'name', descending: false },
  'name-down': { by: 'name', descending: true },
  largest: { by: 'size', descending: true },
  smallest: { by: 'size', descending: false },
  type: { by: 'type', descending: false },
  'type-down': { by: 'type', descending: true },
  shuffle: { by: 'shuffle', descending: false },
  added: { by: 'added', descending: true },
  alike: { by: 'alike', descending: false },
};

export const SORTS = Object.keys(ORDERS).filter((sort): sort is Sort => sort !== 'added' && sort !== 'alike');

export interface View {
  readonly place: Place;
  /** Which of its files are shown. */
  readonly criteria: Criteria;
  readonly sort: Sort;
  /** Of the shuffled order: the same seed gives the same order. A whole number from 0 to 2^32 - 1. */
  readonly seed: number;
  /** Index into {@link ROW_HEIGHTS}. */
  readonly zoom: number;
  readonly sidebar: boolean;
  /** The sidebar shows icons only. */
  readonly folded: boolean;
  /** How folders are browsed: as a flow of covers, or as cards with the files below them. */
  readonly browsing: 'flow' | 'cards';
  /** Below 800 px the sidebar is a drawer, closed until asked for. */
  readonly drawer: boolean;
  /** The info panel of the viewer. */
  readonly info: boolean;
  /** The file in the viewer. */
  readonly item: ItemKey | null;
  readonly problems: boolean;
  /** The Activity view is open. */
  readonly activity: boolean;
  /** The settings dialog is open. */
  readonly settings: boolean | 'updates';
}

/** Height the rows of the grid aim at, CSS pixels, by zoom. */
export const ROW_HEIGHTS: readonly number[] = [72, 96, 124, 156, 192, 236, 290, 360, 440];
const DEFAULT_ZOOM = 4;

/** The page stays light with about so many tiles. */
const MOST_TILES = 400;
/** How much wider than high a picture is, as a rule. */
const USUAL_ASPECT = 4 / 3;
/** What is drawn outside of a view with low rows, CSS pixels. */
const AROUND = 320;
/** By how much of the least height rows grow with each step of the zoom, where the view asks for more than the zoom. */
const LEAST_STEP = 0.08;

/** Height that rows aim at in a view, CSS pixels: on a very large one more than the zoom says, as there would be too many tiles. */
export function rowHeight(zoom: number, width: number, height: number): number {
  const least = Math.sqrt((width * (height + AROUND)) / (USUAL_ASPECT * MOST_TILES));
  // In steps, so that not every pixel more lays out all rows anew.
  return Math.max(ROW_HEIGHTS[zoom]!, Math.round((least * (1 + LEAST_STEP * zoom)) / 4) * 4);
}

/** Space between tiles, CSS pixels: 2 when dense, 8 when large. */
export const gapOf = (zoom: number): number => (zoom <= 1 ? 2 : zoom >= 7 ? 8 : 4);

/** What one heading of the grid stands for: small pictures come in large groups. */
export const unitOf = (zoom: number): Unit => (zoom <= 2 ? 'year' : zoom <= 5 ? 'month' : 'day');

export const clampZoom = (zoom: number): number => Math.min(ROW_HEIGHTS.length - 1, Math.max(0, zoom));

export const initialView: View = {
  place: ALL,
  criteria: NO_CRITERIA,
  sort: 'newest',
  seed: 1,
  zoom: DEFAULT_ZOOM,
  sidebar: true,
  folded: false,
  browsing: 'flow',
  drawer: false,
  info: false,
  item: null,
  problems: false,
  activity: false,
  settings: false,
};

/** What decides which files are shown, in which order. */
export interface Shown extends Pick<View, 'place' | 'criteria' | 'seed'> {
  readonly sort: AnySort;
}

/** What a view shows: some places have an order or a criterion of their own. */
export function shownOf({ place, criteria, sort, seed }: View): Shown {
  const shown = { place, criteria, sort, seed };
  switch (place.kind) {
    case 'home':
      // Its pictures come from everywhere; what is looked for there is looked for everywhere.
      return criteria.search.trim() === '' ? { ...shown, criteria: NO_CRITERIA } : shown;
    case 'favourites':
      return { ...shown, criteria: alsoAsking(criteria, 'favourites', true) };
    case 'videos':
      return { ...shown, criteria: alsoAsking(criteria, 'kind', 'all') };
    case 'newest':
      return { ...shown, sort: 'newest' };
    case 'recent':
      return { ...shown, sort: 'added' };
    case 'duplicates':
      return { ...shown, sort: 'alike' };
    case 'shuffle':
      return { ...shown, sort: 'shuffle', seed: place.seed };
    default:
      return shown;
  }
}

const alsoAsking = <K extends keyof Criteria>(criteria: Criteria, name: K, value: Criteria[K]): Criteria =>
  criteria[name] === value ? criteria : { ...criteria, [name]: value };

export const sameShown = (a: Shown, b: Shown): boolean =>
  inSameOrder(a, b) && sameCriteria(a.criteria, b.criteria);

/** Whether two are all files of one place in one order, whatever the criteria. */
export const inSameOrder = (
  a: Pick<Shown, 'place' | 'sort' | 'seed'>,
  b: Pick<Shown, 'place' | 'sort' | 'seed'>,
): boolean => a.place === b.place && a.sort === b.sort && a.seed === b.seed;

/** Whether the view is a grid of pictures. */
export function showsPictures({ place, browsing, criteria }: View): boolean {
  // What is looked for at home is looked for everywhere.
  if (place.kind === 'home') return criteria.search.trim() !== '';
  return place.kind !== 'browse' || (browsing === 'cards' && place.root !== null);
}

/** Whether a person chooses the order of a place's files. */
export const isOrderFree = (place: Place): boolean =>
  !['newest', 'recent', 'duplicates', 'shuffle'].includes(place.kind);

/** The view with the few things one does to it. */
export class ViewStore extends Store<View> {
  /** The zoom that a person calls usual. */
  usualZoom = DEFAULT_ZOOM;

  change(part: Partial<View>): void {
    this.update((view) => ({ ...view, ...part }));
  }

  /** Shows a place; the viewer, which shows a file of the one before, closes. */
  open(place: Place): void {
    this.update((view) => {
      if (samePlace(view.place, place)) return view.item === null ? view : { ...view, item: null };
      // What is looked for is looked for in one place; what is filtered by is wanted in the next one, too.
      return { ...view, place, item: null, criteria: { ...view.criteria, search: '' } };
    });
  }

  /** Asks for other criteria; those not named stay. */
  narrow(part: Partial<Criteria>): void {
    this.update((view) => {
      const criteria = { ...view.criteria, ...part };
      return sameCriteria(criteria, view.criteria) ? view : { ...view, criteria };
    });
  }

  zoomBy(steps: number): void {
    this.update((view) => {
      const zoom = clampZoom(view.zoom + steps);
      return zoom === view.zoom ? view : { ...view, zoom };
    });
  }

  /** Another shuffled order. `random` answers from 0 to less than 1. */
  shuffle(random: () => number): void {
    const seed = Math.floor(random() * 2 ** 32);
    if (this.get().place.kind === 'shuffle') this.change({ place: { kind: 'shuffle', seed } });
    else this.change({ sort: 'shuffle', seed });
  }

  resetZoom(): void {
    this.change({ zoom: this.usualZoom });
  }
}
