// Runs in a thumbnail worker: a few blurred colours of a picture, to stand in its place until it is there.

import { PLACEHOLDER, packColor } from '../shared/placeholder.js';
import type { Pixels } from './picture.js';

/** Stands for what is transparent. */
const NEUTRAL = 0x80;

/** The mean colours of the fields of a picture, packed as {@link PLACEHOLDER} says. */
export function placeholderOf({ data, width, height, channels }: Pixels): Uint8Array {
  const { columns, rows, bytes } = PLACEHOLDER;
  const packed = new Uint8Array(bytes);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const left = Math.floor((column * width) / columns);
      const top = Math.floor((row * height) / rows);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / columns));
      const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / rows));
      const [red, green, blue] = meanOf({ left, top, right, bottom }, data, width, channels);
      packColor(packed, row * columns + column, red, green, blue);
    }
  }
  return packed;
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
