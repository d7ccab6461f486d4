// Renderer: from the name of a place to the place itself.

import type { RootInfo } from '../../../electron/shared/contract.js';
import { FOLDERS, type Place, type PlaceKind } from '../../state/places.js';

/** Places that can be named without saying more. */
export type Way = Exclude<PlaceKind, 'folder'>;

/** `random` answers from 0 to less than 1: each way to the shuffled files is another order. */
export function placeFor(
  way: Way,
  roots: readonly Pick<RootInfo, 'id'>[],
  random: () => number = Math.random,
): Place {
  switch (way) {
    case 'browse': {
      // One chosen folder would be a choice of one.
      const [only, ...others] = roots;
      return only !== undefined && others.length === 0
        ? { kind: 'browse', root: only.id, path: '' }
        : FOLDERS;
    }
    case 'shuffle':
      return { kind: 'shuffle', seed: Math.floor(random() * 2 ** 32) };
    default:
      return { kind: way };
  }
}
