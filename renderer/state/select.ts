// Renderer: which files belong to a place, and how many of each kind.

import type { Listing } from '../../electron/shared/listing-table.js';
import { KINDS } from '../../electron/shared/listing.js';
import { keyOf } from './keys.js';
import type { Listings } from './order.js';
import type { Filter, Place } from './view.js';

export interface Counts {
  readonly photos: number;
  readonly videos: number;
}

const PHOTO = KINDS.indexOf('photo');

/** By folder of the listing: 1 where it belongs to the place. */
function foldersOf(listing: Listing, path: string): Uint8Array {
  const inside = new Uint8Array(listing.folders.length);
  const prefix = path === '' ? '' : `${path}/`;
  listing.folders.forEach((folder, index) => {
    inside[index] = folder === path || folder.startsWith(prefix) ? 1 : 0;
  });
  return inside;
}

/** Asks for one row at a time whether it belongs to a place and a filter. */
export function membership(
  place: Place,
  filter: Filter,
  root: number,
  listing: Listing,
): (row: number) => boolean {
  if (place.kind === 'folder' && place.root !== root) return () => false;
  const inside = place.kind === 'folder' && place.path !== '' ? foldersOf(listing, place.path) : null;
  const kind = filter === 'all' ? -1 : KINDS.indexOf(filter);
  return (row) =>
    (inside === null || inside[listing.folder[row]!] === 1) && (kind < 0 || listing.kind[row] === kind);
}

/** Keys of all files of a place, in the order of the listings. */
export function keysOf(place: Place, filter: Filter, listings: Listings): Float64Array {
  let room = 0;
  for (const listing of listings.values()) room += listing.count;
  const keys = new Float64Array(room);
  let count = 0;
  for (const [root, listing] of listings) {
    const belongs = membership(place, filter, root, listing);
    for (let row = 0; row < listing.count; row++) {
      if (belongs(row)) keys[count++] = keyOf(root, listing.id[row]!);
    }
  }
  return keys.slice(0, count);
}

/** How many photos and videos a place holds, whatever the filter. */
export function countsOf(place: Place, listings: Listings): Counts {
  let photos = 0;
  let videos = 0;
  for (const [root, listing] of listings) {
    const belongs = membership(place, 'all', root, listing);
    for (let row = 0; row < listing.count; row++) {
      if (!belongs(row)) continue;
      if (listing.kind[row] === PHOTO) photos++;
      else videos++;
    }
  }
  return { photos, videos };
}
