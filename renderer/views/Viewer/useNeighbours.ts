// Renderer: where the viewer is among the files of the place, and loading what is next to it.

import { useEffect, useMemo, useState } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected, useStore } from '../../state/store.js';
import { neighbourOf } from './slideshow.js';
import { subjectOf } from './subject.js';
import type { Picture } from './pictures.js';
import { pictureOf } from './usePicture.js';
import { useViewed } from './useViewed.js';
import type { ViewerState } from './viewerState.js';

export interface Neighbours {
  /** 0 for the first. */
  readonly index: number;
  readonly total: number;
  /** In the order of the slideshow while one runs. */
  readonly previous: ItemKey | null;
  readonly next: ItemKey | null;
  /** The photos among them, as far as they are loaded. */
  readonly ahead: readonly Picture[];
}

/** `ready` says that the file itself stands on the screen: what is next to it comes after it. */
export function useNeighbours(item: ItemKey, viewer: ViewerState, ready: boolean): Neighbours {
  const app = useApp();
  const keys = useSelected(app.items, (now) => now.keys);
  const show = useStore(app.show);
  const order = useSelected(app.options, (now) => now.slideshowOrder);
  const neighbours = useMemo(() => {
    const index = keys.indexOf(item);
    const at = (step: 1 | -1): ItemKey | null => {
      if (show !== null) return neighbourOf(keys, item, order, show.seed, step);
      return index < 0 ? null : (keys[index + step] ?? null);
    };
    return { index, total: keys.length, previous: at(-1), next: at(1) };
  }, [keys, item, show, order]);
  const { previous, next } = neighbours;
  const [ahead, setAhead] = useState<readonly Picture[]>([]);
  useViewed(item, previous, next);
  useEffect(() => {
    if (!ready) return;
    const photos: Picture[] = [];
    for (const neighbour of [previous, next]) {
      const subject = neighbour === null ? null : subjectOf(app, neighbour);
      if (subject?.kind === 'photo') photos.push(pictureOf(viewer.photos, subject));
      else if (subject?.kind === 'video' && subject.thumbnail !== null) viewer.posters.get(subject.thumbnail);
    }
    setAhead(photos);
  }, [app, viewer, previous, next, ready]);
  return { ...neighbours, ahead };
}
