// Renderer: whether the window is too narrow for a sidebar beside the pictures.

import { useSyncExternalStore } from 'react';
import { NARROW } from './toggleSidebar.js';

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
