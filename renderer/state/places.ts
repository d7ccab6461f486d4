// Renderer: the places of the window: what its main area shows. Plain values, so that they can be kept and compared.

import type { RootId, RootInfo } from '../../electron/shared/contract.js';

/** Places that need no more than their name. */
export const PLAIN = [
  ...(['home', 'all', 'newest', 'favourites', 'videos', 'recent', 'duplicates', 'day'] as const),
] as const;
export type PlainKind = (typeof PLAIN)[number];

/**
 * `folder`: one folder with all below it ('' is the whole root). `browse`: folders as cards, with the files directly in
 * the open one; without a root the chosen folders. `shuffle`: all files in the order of a seed, a whole number from 0 to
 * 2^32 - 1, so that going back shows the same order. `day`: what was taken on this day of other years.
 */
export type Place =
  | { readonly kind: PlainKind }
  | { readonly kind: 'shuffle'; readonly seed: number }
  | { readonly kind: 'folder'; readonly root: RootId; readonly path: string }
  | { readonly kind: 'browse'; readonly root: RootId | null; readonly path: string };

export type PlaceKind = Place['kind'];

export const ALL: Place = { kind: 'all' };
/** Where browsing begins. */
export const FOLDERS: Place = { kind: 'browse', root: null, path: '' };

const EVERYWHERE: ReadonlySet<PlaceKind> = new Set(['home', 'all', 'newest', 'recent', 'shuffle']);
/** Whether a place has the files of all folders, so that what is searched there is searched everywhere. */
export const isEverywhere = ({ kind }: Place): boolean => EVERYWHERE.has(kind);

/** The folder that a place is about; null for others. */
export const folderOf = (place: Place): { readonly root: RootId; readonly path: string } | null =>
  (place.kind === 'folder' || place.kind === 'browse') && place.root !== null
    ? { root: place.root, path: place.path }
    : null;

export function samePlace(a: Place, b: Place): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind) return false;
  if (a.kind === 'shuffle') return a.seed === (b as typeof a).seed;
  if (a.kind !== 'folder' && a.kind !== 'browse') return true;
  const { root, path } = b as typeof a;
  return a.root === root && a.path === path;
}

/** A place as it is kept between starts: roots by their path, because ids belong to one run. */
export interface SavedPlace {
  readonly kind: PlaceKind;
  readonly seed?: number;
  readonly rootPath?: string | null;
  readonly path?: string;
}

/** Null where the folder is not one of the library (any more). */
export function savedPlace(place: Place, roots: readonly RootInfo[]): SavedPlace | null {
  switch (place.kind) {
    case 'shuffle':
      return { kind: 'shuffle', seed: place.seed };
    case 'folder':
    case 'browse': {
      const { kind, path } = place;
      if (place.root === null) return { kind, rootPath: null, path: '' };
      const root = roots.find(({ id }) => id === place.root);
      return root ? { kind, rootPath: root.path, path } : null;
    }
    default:
      return { kind: place.kind };
  }
}

/** The place that was kept; null where it makes no sense (any more). Takes anything, as it comes from a file. */
export function restoredPlace(saved: unknown, roots: readonly RootInfo[]): Place | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { kind, seed, rootPath, path } = saved as Record<keyof SavedPlace, unknown>;
  const plain = PLAIN.find((known) => known === kind);
  if (plain !== undefined) return { kind: plain };
  if (kind === 'shuffle') return typeof seed === 'number' ? { kind, seed: seed >>> 0 } : null;
  // What was kept before there were other places has no kind.
  if (kind !== 'browse' && kind !== 'folder' && kind !== undefined) return null;
  if (kind === 'browse' && rootPath === null) return FOLDERS;
  const root = roots.find((one) => one.path === rootPath);
  if (root === undefined || typeof path !== 'string') return null;
  return { kind: kind ?? 'folder', root: root.id, path };
}
