// Renderer: a look at all names of a listing for a part of them, for words that the index cannot look up or files that it
// does not know yet: 100,000 names take 2 ms once they are folded, because they stay one text.

import type { Listing } from '../../electron/shared/listing-table.js';
import { fold } from '../../electron/shared/fold.js';
import { displayPath } from '../../electron/shared/paths.js';

interface Folded {
  readonly version: number;
  readonly names: string;
  /** Where the name of each row begins. */
  readonly starts: Uint32Array;
  /** By number of the folder. */
  readonly folders: readonly string[];
}

const foldedOf = new WeakMap<Listing, Folded>();

/** All names and folders of a listing, folded; made once for each of its versions. */
export function foldedTexts(listing: Listing): Folded {
  const known = foldedOf.get(listing);
  if (known?.version === listing.version) return known;
  const names = fold(displayPath(listing.names.join()));
  const starts = new Uint32Array(listing.count);
  for (let row = 1, at = 0; row < starts.length; row++) starts[row] = at = names.indexOf('\0', at) + 1;
  const folders = listing.folders.map((path) => fold(displayPath(path)));
  const made = { version: listing.version, names, starts, folders };
  foldedOf.set(listing, made);
  return made;
}

/** By row: 1 where the file's name or folder holds a folded word. */
export function scanNames(listing: Listing, word: string): Uint8Array {
  const { names, starts, folders } = foldedTexts(listing);
  const hits = new Uint8Array(listing.count);
  const inFolder = Uint8Array.from(folders, (path) => (path.includes(word) ? 1 : 0));
  const { folder } = listing;
  for (let row = 0; row < hits.length; row++) hits[row] = inFolder[folder[row]!]!;
  let row = 0;
  for (let at = names.indexOf(word); at >= 0;) {
    while (row + 1 < starts.length && starts[row + 1]! <= at) row++;
    hits[row] = 1;
    if (row + 1 >= starts.length) break;
    // One hit in a name is enough.
    at = names.indexOf(word, starts[row + 1]);
  }
  return hits;
}
