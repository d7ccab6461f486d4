// Renderer: the numbers beside the places, wherever these are led to.

import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import type { Way } from './placeFor.js';

/** Absent where there is nothing to count, 0 where it is not known or none. */
export function usePlaceCounts(): Readonly<Partial<Record<Way, number>>> {
  const { items, duplicates, placeCounts } = useApp();
  const all = useSelected(items, ({ totals }) => totals.photos + totals.videos);
  const videos = useSelected(items, ({ totals }) => totals.videos);
  const alike = useSelected(duplicates, ({ files }) => files);
  const { favourites, recent } = useStore(placeCounts);
  return { all, videos, favourites, recent, duplicates: alike };
}
