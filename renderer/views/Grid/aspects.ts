// Renderer: the proportions that boxes of the grid are made from.

import type { Listing } from '../../../electron/shared/listing-table.js';
import { KINDS } from '../../../electron/shared/listing.js';
import { idOfKey, rootOfKey } from '../../state/keys.js';
import { STEP } from '../../state/schedule.js';

/** Proportions of the boxes of some files, in their order. */
export interface Aspects {
  /** Width by height. */
  readonly value: Float32Array;
  /** 1 where the picture's size is not known yet and the proportion is a guess. */
  readonly guessed: Uint8Array;
}

/** Beyond these a box would dwarf its row or vanish in it; the picture is cropped to them. */
const NARROWEST = 0.45;
const WIDEST = 4;
const GUESS_PHOTO = 4 / 3;
const GUESS_VIDEO = 16 / 9;
const VIDEO = KINDS.indexOf('video');

const NO_COLUMNS = { width: new Uint16Array(), height: new Uint16Array(), kind: new Uint8Array() };

/** Width by height of a box for a picture of this size. */
export const boxAspect = (width: number, height: number): number =>
  Math.min(WIDEST, Math.max(NARROWEST, width / height));

/** Proportions of the files of `keys`. Yields now and then; no rows may move meanwhile. */
export function* aspectsOf(
  keys: Float64Array,
  listingOf: (root: number) => Listing | undefined,
): Generator<void, Aspects> {
  const value = new Float32Array(keys.length);
  const guessed = new Uint8Array(keys.length);
  for (let from = 0; from < keys.length; from += STEP) {
    const [files, to] = [keys.subarray(from, from + STEP), from + STEP];
    enterAspects(files, listingOf, value.subarray(from, to), guessed.subarray(from, to));
    yield;
  }
  return { value, guessed };
}

/** A function of its own: the engine compiles it sooner than a generator. */
function enterAspects(
  keys: Float64Array,
  listingOf: (root: number) => Listing | undefined,
  value: Float32Array,
  guessed: Uint8Array,
): void {
  let root = -1;
  let listing: Listing | undefined;
  let columns: Pick<Listing, 'width' | 'height' | 'kind'> = NO_COLUMNS;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    const keyRoot = rootOfKey(key);
    if (keyRoot !== root) {
      root = keyRoot;
      listing = listingOf(root);
      // Each is a getter: asked once, not for every file.
      if (listing) columns = { width: listing.width, height: listing.height, kind: listing.kind };
    }
    const row = listing?.rowOf(idOfKey(key)) ?? -1;
    const width = row < 0 ? 0 : columns.width[row]!;
    const height = row < 0 ? 0 : columns.height[row]!;
    if (width > 0 && height > 0) {
      value[i] = boxAspect(width, height);
    } else {
      guessed[i] = 1;
      value[i] = row >= 0 && columns.kind[row] === VIDEO ? GUESS_VIDEO : GUESS_PHOTO;
    }
  }
}
