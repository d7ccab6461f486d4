// Renderer: shows or hides the sidebar, which is a drawer in a narrow window.

import type { ViewStore } from '../../state/view.js';

/** Windows narrower than this have a drawer, CSS pixels. */
export const NARROW = '(width < 800px)';

export function toggleSidebar(view: ViewStore): void {
  const { sidebar, drawer } = view.get();
  view.change(matchMedia(NARROW).matches ? { drawer: !drawer } : { sidebar: !sidebar });
}
