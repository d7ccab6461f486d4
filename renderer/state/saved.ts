// Renderer: the part of the view that is there again after a restart.

import type { RootInfo } from '../../electron/shared/contract.js';
import { keptCriteria, restoredCriteria } from './saved-criteria.js';
import { ALL, restoredPlace, savedPlace } from './places.js';
import { clampZoom, initialView, SORTS, type Shown, type View } from './view.js';
import type { WindowStorage } from './window-storage.js';

/** Roots by their path, because ids belong to one run. */
interface SavedView {
  readonly sort?: unknown;
  readonly seed?: unknown;
  readonly criteria?: unknown;
  readonly zoom?: unknown;
  readonly sidebar?: unknown;
  readonly folded?: unknown;
  readonly browsing?: unknown;
  readonly info?: unknown;
  readonly place?: unknown;
}

const NAME = 'home-gallery.view';

/** Keeps what is worth keeping of a view. */
export function saveView(view: View, roots: readonly RootInfo[], storage: WindowStorage): void {
  const { sort, seed, criteria, zoom, sidebar, folded, browsing, info, place } = view;
  const kept = keptCriteria(criteria);
  const saved: SavedView = {
    ...{ sort, seed, criteria: kept, zoom, sidebar, folded, browsing, info },
    place: savedPlace(place, roots),
  };
  storage.setItem(NAME, JSON.stringify(saved));
}

/** A text that is the same for all that shows the same files in the same order, in every run. */
export function nameShown({ place, criteria, sort, seed }: Shown, roots: readonly RootInfo[]): string {
  const seeds = sort === 'shuffle' ? [seed] : [];
  return JSON.stringify([savedPlace(place, roots), keptCriteria(criteria), sort, ...seeds]);
}

/** The view that was saved; whatever of it does not make sense (any more) is as at first start. */
export function restoreView(
  roots: readonly RootInfo[],
  storage: WindowStorage,
  usualZoom = initialView.zoom,
): View {
  let saved: SavedView;
  try {
    saved = (JSON.parse(storage.getItem(NAME) ?? '{}') ?? {}) as SavedView;
  } catch {
    // Written by another version or cut short: nothing of worth is lost.
    return { ...initialView, zoom: usualZoom };
  }
  const sort = SORTS.find((known) => known === saved.sort) ?? initialView.sort;
  const zoom = typeof saved.zoom === 'number' ? clampZoom(Math.round(saved.zoom)) : usualZoom;
  const sidebar = saved.sidebar !== false;
  return {
    ...initialView,
    sort,
    seed: typeof saved.seed === 'number' ? saved.seed >>> 0 : initialView.seed,
    criteria: restoredCriteria(saved.criteria),
    zoom,
    sidebar,
    folded: saved.folded === true,
    browsing: saved.browsing === 'cards' ? 'cards' : 'flow',
    info: saved.info === true,
    place: restoredPlace(saved.place, roots) ?? ALL,
  };
}
