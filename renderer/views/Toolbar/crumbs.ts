// Renderer: the parts of a place's path and where each leads.

import { displayPath } from '../../../electron/shared/paths.js';
import { folderOf, FOLDERS, type Place } from '../../state/places.js';
import { texts } from '../../texts.js';

export interface Crumb {
  readonly name: string;
  readonly place: Place;
}

/** From the root to the place itself. `roots`: of how many it is one. */
export function crumbsOf(place: Place, rootName: string, roots = 1): Crumb[] {
  const folder = folderOf(place);
  if (folder === null) return [{ name: texts.placeName(place.kind), place }];
  const kind = place.kind === 'browse' ? 'browse' : 'folder';
  const { root, path } = folder;
  const parts = path === '' ? [] : path.split('/');
  return [
    ...(kind === 'browse' && roots > 1 ? [{ name: texts.placeName('browse'), place: FOLDERS }] : []),
    { name: rootName, place: { kind, root, path: '' } },
    ...parts.map((name, index): Crumb => {
      return { name: displayPath(name), place: { kind, root, path: parts.slice(0, index + 1).join('/') } };
    }),
  ];
}
