// Renderer: shows or hides the sidebar, which is a drawer in a narrow window.

import type { ViewStore } from '../../state/view.js';

/** Windows narrower than this have a drawer, CSS pixels. */
export const NARROW = '(width < 800px)';

export const isNarrow = (): boolean => matchMedia(NARROW).matches;

export function toggleSidebar(view: ViewStore): void {
  const { sidebar, drawer } = view.get();
  view.change(isNarrow() ? { drawer: !drawer } : { sidebar: !sidebar });
}
