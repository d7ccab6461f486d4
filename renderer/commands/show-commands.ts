// Renderer: what the commands do that say which files are shown, and in which order.

import type { App } from '../state/app.js';
import { NO_CRITERIA, type Criteria, type Filter } from '../state/criteria.js';
import { isEverywhere } from '../state/places.js';
import { ALL, isOrderFree, showsPictures, shownOf, SORTS, type Sort } from '../state/view.js';
import { chipsOf } from '../views/Search/chips.js';
import { FILTER_BUTTON, pressButton, SORT_BUTTON } from '../views/Toolbar/open-button.js';
import type { Handler } from './registry.js';
import type { CommandOf, SortCommand } from './table.js';

export function showCommands({
  view,
  items,
  roots,
}: App): Readonly<Record<CommandOf<'show'> | 'searchEverywhere', Handler>> {
  /** Whether files are shown to choose from, and not one of them in the viewer. */
  const hasPictures = () => roots.get().length > 0 && view.get().item === null && showsPictures(view.get());
  const isFree = () => hasPictures() && isOrderFree(view.get().place);
  const searched = () => view.get().criteria.search.trim() !== '';
  const sort = (name: Sort): Handler => ({
    can: isFree,
    run: () => view.change({ sort: name }),
    checked: () => isFree() && view.get().sort === name,
  });
  const kind = (name: Filter): Handler => ({
    can: () => hasPictures() && view.get().place.kind !== 'videos',
    run: () => view.narrow({ kind: name }),
    checked: () => hasPictures() && view.get().place.kind !== 'videos' && view.get().criteria.kind === name,
  });
  /** Asks for a criterion or no longer for it, except in a place that has it by itself. */
  const toggle = <K extends keyof Criteria>(name: K, value: Criteria[K], but?: 'favourites'): Handler => {
    const holds = () => shownOf(view.get()).criteria[name] !== NO_CRITERIA[name];
    return {
      can: () => hasPictures() && view.get().place.kind !== but,
      run: () => view.narrow({ [name]: holds() ? NO_CRITERIA[name] : value }),
      checked: () => hasPictures() && holds(),
    };
  };
  return {
    ...(Object.fromEntries(SORTS.map((name) => [`sort-${name}`, sort(name)])) as Record<
      SortCommand,
      Handler
    >),
    sort: { can: isFree, run: () => pressButton(SORT_BUTTON) },
    shuffleAgain: {
      can: () => view.get().place.kind === 'shuffle' || (isFree() && view.get().sort === 'shuffle'),
      run: () => view.shuffle(Math.random),
    },
    reorder: { can: () => hasPictures() && items.outdated.get(), run: () => items.reorder() },
    filter: { can: hasPictures, run: () => pressButton(FILTER_BUTTON) },
    'show-all': kind('all'),
    'show-photo': kind('photo'),
    'show-video': kind('video'),
    showFavourites: toggle('favourites', true, 'favourites'),
    showRated: toggle('rating', 1),
    showLocated: toggle('located', true),
    clearFilters: {
      can: () => hasPictures() && chipsOf(view.get().criteria).length > 0,
      run: () => view.narrow({ ...NO_CRITERIA, search: view.get().criteria.search }),
    },
    cards: {
      can: () => roots.get().length > 0 && view.get().place.kind === 'browse',
      run: () => view.update((now) => ({ ...now, browsing: now.browsing === 'flow' ? 'cards' : 'flow' })),
      checked: () => view.get().browsing === 'cards',
    },
    searchEverywhere: {
      can: () => searched() && !isEverywhere(view.get().place) && view.get().item === null,
      // Not `open`, which ends a search.
      run: () => view.change({ place: ALL }),
    },
  };
}
