// Renderer: what the first letter of a search would wait for is made before somebody types it.

import { useCallback, useEffect } from 'react';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';

/** Makes it when nothing else is to be done, once files are there; answers what makes it now, for when a search is near. */
export function useReadiness(): () => void {
  const { items, library, roots, sources } = useApp();
  const known = useSelected(items, (now) => now.known);
  const ready = useCallback(() => {
    const listings = roots.get().map(({ id }) => library.listing(id));
    sources.finder.warm(listings.filter((listing) => listing !== undefined));
  }, [library, roots, sources]);
  useEffect(() => {
    if (!known) return;
    const idle = requestIdleCallback(ready);
    return () => cancelIdleCallback(idle);
  }, [known, ready]);
  return ready;
}
