// Runs in a thumbnail worker: a blurred picture in a few bytes, to stand in the place of the real one until it is there.

import { rgbaToThumbHash } from 'thumbhash';
import { PLACEHOLDER } from '../shared/placeholder.js';
import type { Pixels } from './picture.js';

/** Stands for what is transparent. */
const NEUTRAL = 0x80;

/** Pixels on the longest side of what is hashed: a ThumbHash tells no more than seven waves apart, and the time grows with the pixels. */
const SIDE = 16;

/** The ThumbHash of a picture, as {@link PLACEHOLDER} says. */
export function placeholderOf({ data, width, height, channels }: Pixels): Uint8Array {
  const scale = Math.min(1, SIDE / Math.max(width, height));
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const small = new Uint8Array(columns * rows * 4);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = Math.floor((column * width) / columns);
      const top = Math.floor((row * height) / rows);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / columns));
      const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / rows));
      const color = meanOf({ left, top, right, bottom }, data, width, channels);
      small.set([...color, 0xff], (row * columns + column) * 4);
    }
  }
  const placeholder = new Uint8Array(PLACEHOLDER.bytes);
  placeholder.set(rgbaToThumbHash(columns, rows, small));
  return placeholder;
}

interface Field {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function meanOf(
  { left, top, right, bottom }: Field,
  data: Uint8Array,
  width: number,
  channels: number,
): readonly [number, number, number] {
  const gray = channels < 3;
  const alpha = channels === 2 || channels === 4;
  const sums: [number, number, number] = [0, 0, 0];
  let weight = 0;
  // Every other pixel of every other line gives the same mean.
  for (let y = top; y < bottom; y += 2) {
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * channels;
      const opaque = alpha ? (data[at + channels - 1] ?? 0) / 255 : 1;
      for (let color = 0; color < 3; color++) {
        const value = data[gray ? at : at + color] ?? 0;
        sums[color] = (sums[color] ?? 0) + value * opaque + NEUTRAL * (1 - opaque);
      }
      weight++;
    }
  }
  return [sums[0] / weight, sums[1] / weight, sums[2] / weight];
}
