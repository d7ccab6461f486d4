// Renderer: what is open and how it is shown. Kept by the window itself; the folders are main's.

import type { RootId } from '../../electron/shared/contract.js';
import type { ItemKey } from './keys.js';
import { Store } from './store.js';

/** What the grid shows: everything, or one folder with all below it ('' is the whole root). */
export type Place =
  { readonly kind: 'all' } | { readonly kind: 'folder'; readonly root: RootId; readonly path: string };
export type Filter = 'all' | 'photo' | 'video';
export type Sort = 'newest' | 'oldest' | 'name';

export const SORTS: readonly Sort[] = ['newest', 'oldest', 'name'];

export interface View {
  readonly place: Place;
  readonly filter: Filter;
  readonly sort: Sort;
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
}

/** Height the rows of the grid aim at, CSS pixels, by zoom. */
export const ROW_HEIGHTS: readonly number[] = [72, 96, 124, 156, 192, 236, 290, 360, 440];
const DEFAULT_ZOOM = 4;

/** Space between tiles, CSS pixels: 2 when dense, 8 when large. */
export const gapOf = (zoom: number): number => (zoom <= 1 ? 2 : zoom >= 7 ? 8 : 4);

export const clampZoom = (zoom: number): number => Math.min(ROW_HEIGHTS.length - 1, Math.max(0, zoom));

export const ALL: Place = { kind: 'all' };

export const initialView: View = {
  place: ALL,
  filter: 'all',
  sort: 'newest',
  zoom: DEFAULT_ZOOM,
  sidebar: true,
  drawer: false,
  info: false,
  item: null,
  problems: false,
};

export const samePlace = (a: Place, b: Place): boolean =>
  a.kind === 'all' ? b.kind === 'all' : b.kind === 'folder' && a.root === b.root && a.path === b.path;

/** The view with the few things one does to it. */
export class ViewStore extends Store<View> {
  change(part: Partial<View>): void {
    this.update((view) => ({ ...view, ...part }));
  }

  open(place: Place): void {
    this.update((view) => (samePlace(view.place, place) ? view : { ...view, place }));
  }

  zoomBy(steps: number): void {
    this.update((view) => {
      const zoom = clampZoom(view.zoom + steps);
      return zoom === view.zoom ? view : { ...view, zoom };
    });
  }

  resetZoom(): void {
    this.change({ zoom: DEFAULT_ZOOM });
  }
}
