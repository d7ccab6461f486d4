// Renderer: the part of the view that is there again after a restart.

import type { RootInfo } from '../../electron/shared/contract.js';
import { keptCriteria, restoredCriteria } from './saved-criteria.js';
import { ALL, clampZoom, initialView, SORTS, type Place, type View } from './view.js';

/** Roots by their path, because ids belong to one run. */
interface SavedView {
  readonly sort?: unknown;
  readonly seed?: unknown;
  readonly criteria?: unknown;
  readonly zoom?: unknown;
  readonly sidebar?: unknown;
  readonly info?: unknown;
  readonly place?: { readonly rootPath?: unknown; readonly path?: unknown } | null;
}

const NAME = 'home-gallery.view';

function savedPlace(place: Place, roots: readonly RootInfo[]): NonNullable<SavedView['place']> | null {
  const root = place.kind === 'folder' ? roots.find(({ id }) => id === place.root) : undefined;
  return root && place.kind === 'folder' ? { rootPath: root.path, path: place.path } : null;
}

/** Keeps what is worth keeping of a view. */
export function saveView(view: View, roots: readonly RootInfo[], storage: Storage): void {
  const { sort, seed, criteria, zoom, sidebar, info, place } = view;
  const kept = keptCriteria(criteria);
  const saved: SavedView = {
    ...{ sort, seed, criteria: kept, zoom, sidebar, info },
    place: savedPlace(place, roots),
  };
  storage.setItem(NAME, JSON.stringify(saved));
}

/** A text that is the same for all views that show the same files in the same order, in every run. */
export function nameView({ place, criteria, sort, seed }: View, roots: readonly RootInfo[]): string {
  const seeds = sort === 'shuffle' ? [seed] : [];
  return JSON.stringify([savedPlace(place, roots), keptCriteria(criteria), sort, ...seeds]);
}

/** The view that was saved; whatever of it does not make sense (any more) is as at first start. */
export function restoreView(roots: readonly RootInfo[], storage: Storage): View {
  let saved: SavedView;
  try {
    saved = (JSON.parse(storage.getItem(NAME) ?? '{}') ?? {}) as SavedView;
  } catch {
    // Written by another version or cut short: nothing of worth is lost.
    return initialView;
  }
  const sort = SORTS.find((known) => known === saved.sort) ?? initialView.sort;
  const zoom = typeof saved.zoom === 'number' ? clampZoom(Math.round(saved.zoom)) : initialView.zoom;
  const sidebar = saved.sidebar !== false;
  return {
    ...initialView,
    sort,
    seed: typeof saved.seed === 'number' ? saved.seed >>> 0 : initialView.seed,
    criteria: restoredCriteria(saved.criteria),
    zoom,
    sidebar,
    info: saved.info === true,
    place: placeOf(saved, roots),
  };
}

function placeOf({ place }: SavedView, roots: readonly RootInfo[]): Place {
  const root = roots.find(({ path }) => path === place?.rootPath);
  if (root === undefined || typeof place?.path !== 'string') return ALL;
  return { kind: 'folder', root: root.id, path: place.path };
}
