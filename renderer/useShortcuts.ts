// Renderer: the keys that work everywhere.

import { useEffect } from 'react';
import { shortcutOf, type Shortcut } from './shortcuts.js';
import { useApp } from './state/app.js';
import { useActions } from './state/useActions.js';
import { placeFor } from './views/Places/placeFor.js';
import { toggleSidebar } from './views/Browse/toggleSidebar.js';
import { focusSearch } from './views/Search/focus.js';

/** Also while something lies over the pictures. */
const ALWAYS: readonly Shortcut[] = ['choose', 'window', 'refresh', 'activity', 'settings'];

export function useShortcuts(): void {
  const { view, roots } = useApp();
  const actions = useActions();
  useEffect(() => {
    const run: Record<Shortcut, () => void> = {
      choose: actions.chooseFolders,
      window: actions.openWindow,
      refresh: actions.refreshAll,
      search: focusSearch,
      sidebar: () => toggleSidebar(view),
      larger: () => view.zoomBy(1),
      smaller: () => view.zoomBy(-1),
      usual: () => view.resetZoom(),
      settings: () => view.update((now) => ({ ...now, settings: !now.settings })),
      activity: () => view.update((now) => ({ ...now, activity: !now.activity })),
      home: () => view.open(placeFor('home', roots.get())),
      all: () => view.open(placeFor('all', roots.get())),
      browse: () => view.open(placeFor('browse', roots.get())),
      favourites: () => view.open(placeFor('favourites', roots.get())),
      videos: () => view.open(placeFor('videos', roots.get())),
      shuffle: () => view.open(placeFor('shuffle', roots.get())),
    };
    const press = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (shortcut === null || event.defaultPrevented) return;
      event.preventDefault();
      // The viewer has its own zoom, and nothing behind it should move.
      const { item, problems, activity, settings } = view.get();
      const free = item === null && !problems && !activity && !settings;
      if (free || ALWAYS.includes(shortcut)) run[shortcut]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [view, roots, actions]);
}
