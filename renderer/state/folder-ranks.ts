// Renderer: the folders of listings in natural order, as numbers: comparing these is 20 times quicker than comparing paths.

import type { RootId } from '../../electron/shared/contract.js';
import type { Listing } from '../../electron/shared/listing-table.js';
import { mergeSort, mergeSorted } from './merge-sort.js';
import { compareNames } from './natural.js';

/** By the list of folders: the place of each in their order. */
let ranksByFolders = new WeakMap<readonly string[], Uint32Array>();

/** Names are in another order from now on. */
export function forgetRanks(): void {
  ranksByFolders = new WeakMap();
}

/** Place of each folder among those of its listing in natural order, by root. Yields now and then. */
export function* rankFolders(
  listings: ReadonlyMap<RootId, Listing>,
): Generator<void, ReadonlyMap<RootId, Uint32Array>> {
  const ranks = new Map<RootId, Uint32Array>();
  for (const [root, { folders }] of listings) ranks.set(root, yield* ranksOf(folders));
  return ranks;
}

function* ranksOf(folders: readonly string[]): Generator<void, Uint32Array> {
  const known = ranksByFolders.get(folders) ?? new Uint32Array();
  // Folders are only ever added to one list.
  if (known.length === folders.length) return known;
  const compare = (a: number, b: number) => compareNames(folders[a]!, folders[b]!);
  const added = Float64Array.from({ length: folders.length - known.length }, (_, i) => known.length + i);
  yield* mergeSort(added, compare);
  const inOrder = new Float64Array(known.length);
  known.forEach((rank, folder) => (inOrder[rank] = folder));
  const order = yield* mergeSorted(inOrder, added, compare);
  const ranks = new Uint32Array(order.length);
  order.forEach((folder, rank) => (ranks[folder] = rank));
  ranksByFolders.set(folders, ranks);
  return ranks;
}
