// Renderer: the parts of a place's path and where each leads.

import { displayPath } from '../../../electron/shared/paths.js';
import { ALL, type Place } from '../../state/view.js';
import { texts } from '../../texts.js';

export interface Crumb {
  readonly name: string;
  readonly place: Place;
}

/** From the root to the place itself. */
export function crumbsOf(place: Place, rootName: string): Crumb[] {
  if (place.kind === 'all') return [{ name: texts.allMedia, place: ALL }];
  const { root, path } = place;
  const parts = path === '' ? [] : path.split('/');
  return [
    { name: rootName, place: { kind: 'folder', root, path: '' } },
    ...parts.map((name, index): Crumb => {
      return {
        name: displayPath(name),
        place: { kind: 'folder', root, path: parts.slice(0, index + 1).join('/') },
      };
    }),
  ];
}
