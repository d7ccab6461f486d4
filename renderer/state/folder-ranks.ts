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
  const compare = (a: number, b: number) => compareNames(folders[a]!, folders[b]!) || a - b;
  const added = yield* roughly(folders, known.length);
  yield* mergeSort(added, compare);
  const inOrder = new Float64Array(known.length);
  known.forEach((rank, folder) => (inOrder[rank] = folder));
  const order = yield* mergeSorted(inOrder, added, compare);
  const ranks = new Uint32Array(order.length);
  order.forEach((folder, rank) => (ranks[folder] = rank));
  ranksByFolders.set(folders, ranks);
  return ranks;
}

/** How many paths the engine sorts in one piece, in a millisecond or two. */
const CHUNK = 4096;

/**
 * The numbers of folders from `from` on, many of them in the order of their characters: that is nearly the natural one, which then
 * takes a tenth of the comparisons, and costs as much as a few.
 */
function* roughly(folders: readonly string[], from: number): Generator<void, Float64Array> {
  const order = new Float64Array(folders.length - from);
  const byCharacters = (a: number, b: number) =>
    folders[a]! < folders[b]! ? -1 : folders[a]! > folders[b]! ? 1 : 0;
  for (let start = from; start < folders.length; start += CHUNK) {
    const length = Math.min(CHUNK, folders.length - start);
    const numbers = Array.from({ length }, (_, i) => start + i);
    order.set(numbers.sort(byCharacters), start - from);
    yield;
  }
  return order;
}
