// Renderer: which files have the same content, as the place of duplicates asks for it.

import type { RootId } from '../../electron/shared/contract.js';

export interface Groups {
  /**
   * By file id: the number of the group of files that are alike, 0 for a file that is like no other. Groups come in the
   * order of their numbers. Undefined while nothing is known of the root.
   */
  readonly of: (root: RootId) => ArrayLike<number> | undefined;
  /** Tells that it has changed. Returns the unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
}

export const NO_GROUPS: Groups = { of: () => undefined, subscribe: () => () => undefined };
