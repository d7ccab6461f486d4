// Renderer: folders that a person has hidden: which folders of a listing these are.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { isWithin } from '../../electron/shared/paths.js';
import type { Readable } from './store.js';

/** Hidden folders (relative paths) by root. */
export type Hidden = ReadonlyMap<RootId, readonly string[]>;

/** Where nothing is hidden. */
export const NOTHING_HIDDEN: Readable<Hidden> = {
  get: () => NONE,
  subscribe: () => () => undefined,
};
const NONE: Hidden = new Map();

/**
 * By folder of a listing 1 where it is hidden, by itself or with one above it; null: none is. `open`: a folder that is
 * shown all the same, because it was opened.
 */
export function hiddenFolders(
  listing: Listing,
  hidden: readonly string[] = [],
  open: string | null = null,
): Uint8Array | null {
  const wanted = open === null ? hidden : hidden.filter((path) => !isWithin(open, path));
  if (wanted.length === 0) return null;
  return Uint8Array.from(listing.folders, (folder) =>
    wanted.some((path) => isWithin(folder, path)) ? 1 : 0,
  );
}
