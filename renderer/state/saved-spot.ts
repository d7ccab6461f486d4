// Renderer: where in the open place the window was, kept for its next start. Files by their ids, which stay from one run
// to the next, and by their paths, in case they did not.

import type { RootInfo } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import type { Spot } from './journey.js';
import { idOfKey, keyOf, rootOfKey, type ItemKey } from './keys.js';
import { nameShown } from './saved.js';
import type { Shown } from './view.js';
import type { WindowStorage } from './window-storage.js';

const NAME = 'home-gallery.spot';
/** How many of the files after the first are kept. */
const MOST = 12;

interface SavedFile {
  readonly rootPath: string;
  readonly id: number;
  readonly path: string;
}

interface SavedSpot extends Omit<Spot, 'keys'> {
  readonly shown: string;
  readonly files: readonly SavedFile[];
}

type ListingOf = (root: number) => Listing | undefined;

/** Keeps a spot in what is shown; null: it is at the top. */
export function saveSpot(
  spot: Spot | null,
  shown: Shown,
  roots: readonly RootInfo[],
  listingOf: ListingOf,
  storage: WindowStorage,
): void {
  if (spot === null) return storage.removeItem(NAME);
  const { keys, ...rest } = spot;
  const files: SavedFile[] = [];
  for (const key of keys.slice(0, MOST)) {
    const root = roots.find(({ id }) => id === rootOfKey(key));
    const listing = listingOf(rootOfKey(key));
    const row = listing?.rowOf(idOfKey(key)) ?? -1;
    if (root && listing && row >= 0)
      files.push({ rootPath: root.path, id: idOfKey(key), path: listing.pathAt(row) });
  }
  const saved: SavedSpot = { ...rest, shown: nameShown(shown, roots), files };
  storage.setItem(NAME, JSON.stringify(saved));
}

/** The spot that was kept for what is shown, to be asked when the listings are there; null when it was at the top. */
export function restoreSpot(
  shown: Shown,
  roots: readonly RootInfo[],
  listingOf: ListingOf,
  storage: WindowStorage,
): (() => Spot | null) | null {
  try {
    const saved = JSON.parse(storage.getItem(NAME) ?? 'null') as SavedSpot | null;
    if (saved === null || saved.shown !== nameShown(shown, roots)) return null;
    const { files, offset, before, scrolled } = saved;
    if (![offset, before, scrolled, files.length].every(Number.isFinite)) return null;
    const kept: readonly SavedFile[] = files;
    return () => {
      const keys = kept.map((file) => keyOfFile(file, roots, listingOf)).filter((key) => key !== null);
      return { keys, offset, before, scrolled };
    };
  } catch {
    // Written by another version or cut short: the window begins at the top.
    return null;
  }
}

function keyOfFile(file: SavedFile, roots: readonly RootInfo[], listingOf: ListingOf): ItemKey | null {
  const root = roots.find(({ path }) => path === file.rootPath);
  const listing = root && listingOf(root.id);
  if (!root || !listing) return null;
  const row = listing.rowOf(file.id);
  if (row >= 0 && listing.pathAt(row) === file.path) return keyOf(root.id, file.id);
  for (let other = 0; other < listing.count; other++) {
    if (listing.pathAt(other) === file.path) return keyOf(root.id, listing.idAt(other));
  }
  return null;
}
