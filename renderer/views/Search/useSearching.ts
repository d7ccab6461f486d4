// Renderer: whether what is looked for, or filtered by, is still being asked for, and has been for a while.

import { useApp } from '../../state/app.js';
import type { Criteria } from '../../state/criteria.js';
import { useStore } from '../../state/store.js';

export function useSearching({ search, camera, located }: Criteria): boolean {
  const { finder, facets } = useApp().sources;
  const words = useStore(finder.late);
  const others = useStore(facets.late);
  return (words && search.trim() !== '') || (others && (camera !== null || located));
}
