// Renderer: what is open and how it is shown. Kept by the window itself; the folders are main's.

import type { RootId } from '../../electron/shared/contract.js';
import { NO_CRITERIA, sameCriteria, type Criteria } from './criteria.js';
import type { Unit } from './dates.js';
import type { ItemKey } from './keys.js';
import { Store } from './store.js';

/** What the grid shows: everything, or one folder with all below it ('' is the whole root). */
export type Place =
  { readonly kind: 'all' } | { readonly kind: 'folder'; readonly root: RootId; readonly path: string };
export type Sort =
  'newest' | 'oldest' | 'name' | 'name-down' | 'largest' | 'smallest' | 'type' | 'type-down' | 'shuffle';

/** What decides an order, and which end comes first. Files that are equal in it follow by name, always from A to Z. */
export interface Order {
  readonly by: 'date' | 'name' | 'size' | 'type' | 'shuffle';
  readonly descending: boolean;
}

export const ORDERS: Readonly<Record<Sort, Order>> = {
  newest: { by: 'date', descending: true },
  oldest: { by: 'date', descending: false },
  name: { by: 'name', descending: false },
  'name-down': { by: 'name', descending: true },
  largest: { by: 'size', descending: true },
  smallest: { by: 'size', descending: false },
  type: { by: 'type', descending: false },
  'type-down': { by: 'type', descending: true },
  shuffle: { by: 'shuffle', descending: false },
};

export const SORTS = Object.keys(ORDERS) as readonly Sort[];

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
  /** Below 800 px the sidebar is a drawer, closed until asked for. */
  readonly drawer: boolean;
  /** The info panel of the viewer. */
  readonly info: boolean;
  /** The file in the viewer. */
  readonly item: ItemKey | null;
  readonly problems: boolean;
  /** The Activity view is open. */
  readonly activity: boolean;
}

/** Height the rows of the grid aim at, CSS pixels, by zoom. */
export const ROW_HEIGHTS: readonly number[] = [72, 96, 124, 156, 192, 236, 290, 360, 440];
const DEFAULT_ZOOM = 4;

/** Space between tiles, CSS pixels: 2 when dense, 8 when large. */
export const gapOf = (zoom: number): number => (zoom <= 1 ? 2 : zoom >= 7 ? 8 : 4);

/** What one heading of the grid stands for: small pictures come in large groups. */
export const unitOf = (zoom: number): Unit => (zoom <= 2 ? 'year' : zoom <= 5 ? 'month' : 'day');

export const clampZoom = (zoom: number): number => Math.min(ROW_HEIGHTS.length - 1, Math.max(0, zoom));

export const ALL: Place = { kind: 'all' };

export const initialView: View = {
  place: ALL,
  criteria: NO_CRITERIA,
  sort: 'newest',
  seed: 1,
  zoom: DEFAULT_ZOOM,
  sidebar: true,
  drawer: false,
  info: false,
  item: null,
  problems: false,
  activity: false,
};

export const samePlace = (a: Place, b: Place): boolean =>
  a.kind === 'all' ? b.kind === 'all' : b.kind === 'folder' && a.root === b.root && a.path === b.path;

/** The view with the few things one does to it. */
export class ViewStore extends Store<View> {
  change(part: Partial<View>): void {
    this.update((view) => ({ ...view, ...part }));
  }

  open(place: Place): void {
    this.update((view) => {
      if (samePlace(view.place, place)) return view;
      // What is looked for is looked for in one place; what is filtered by is wanted in the next one, too.
      return { ...view, place, criteria: { ...view.criteria, search: '' } };
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
    this.change({ sort: 'shuffle', seed: Math.floor(random() * 2 ** 32) });
  }

  resetZoom(): void {
    this.change({ zoom: DEFAULT_ZOOM });
  }
}
