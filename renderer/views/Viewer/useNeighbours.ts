// Renderer: where the viewer is among the files of the place, and loading the photos next to it.

import { useEffect } from 'react';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import type { Pictures } from './pictures.js';
import { subjectOf } from './subject.js';

export interface Neighbours {
  /** 1 for the first. */
  readonly position: number;
  readonly total: number;
  readonly previous: ItemKey | null;
  readonly next: ItemKey | null;
}

export function useNeighbours(item: ItemKey, pictures: Pictures, ready: boolean): Neighbours {
  const app = useApp();
  const keys = useSelected(app.items, (now) => now.keys);
  const index = keys.indexOf(item);
  const next = index < 0 ? null : (keys[index + 1] ?? null);
  const previous = index <= 0 ? null : (keys[index - 1] ?? null);
  // The one on screen first.
  useEffect(() => {
    if (!ready) return;
    for (const neighbour of [previous, next]) {
      const subject = neighbour === null ? null : subjectOf(app, neighbour);
      if (subject?.kind === 'photo') pictures.get(subject.url);
    }
  }, [app, pictures, previous, next, ready]);
  return { position: index + 1, total: keys.length, previous, next };
}
