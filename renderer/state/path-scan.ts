// Renderer: finds the file, or the files below the folder, whose path was typed or pasted: absolute, as file managers and "Copy path"
// give it, or as it is inside its chosen folder, with `/` or `\` between the parts.

import type { Listing } from '../../electron/shared/listing-table.js';
import { fold } from '../../electron/shared/fold.js';
import { displayPath } from '../../electron/shared/paths.js';
import { foldedTexts } from './name-scan.js';

/** Folded, with `/` between the parts and none at the end. */
const plain = (path: string): string =>
  fold(displayPath(path))
    .replace(/[\\/]+/g, '/')
    .replace(/\/$/, '');

/** A search text as a path; null where it is none. What Windows copies as a path stands between quotation marks. */
export function pathOf(text: string): string | null {
  const path = plain(text.trim().replace(/^"(.*)"$/, '$1'));
  return path.includes('/') ? path : null;
}

/**
 * By row: 1 where it is the file of a path that {@link pathOf} has made, or lies below its folder. `root`: the chosen folder itself,
 * absolute.
 */
export function scanPath(listing: Listing, root: string, path: string): Uint8Array {
  const hits = new Uint8Array(listing.count);
  const top = plain(root);
  if (path === top) return hits.fill(1);
  const wanted = path.startsWith(`${top}/`) ? path.slice(top.length + 1) : path.replace(/^\.\//, '');
  const { names, starts, folders } = foldedTexts(listing);
  const parent = wanted.slice(0, Math.max(0, wanted.lastIndexOf('/')));
  const name = wanted.slice(wanted.lastIndexOf('/') + 1);
  // A name may hold the sign that separates folders elsewhere.
  const paths = folders.map((folder) => folder.replace(/[\\/]+/g, '/'));
  const isBelow = paths.map((folder) => `${folder}/`.startsWith(`${wanted}/`));
  const isParent = paths.map((folder) => folder === parent);
  const { folder } = listing;
  for (let row = 0; row < hits.length; row++) {
    const at = folder[row]!;
    if (isBelow[at]) hits[row] = 1;
    else if (isParent[at] && names.startsWith(name, starts[row])) {
      const end = starts[row]! + name.length;
      if (end === names.length || names[end] === '\0') hits[row] = 1;
    }
  }
  return hits;
}
