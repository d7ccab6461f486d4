// Runs in a thumbnail worker: run-length packed BMP rows (RLE8 and RLE4).

import type { BmpHeader } from './bmp-header.js';

/** Unpacks to one palette index per pixel, top row first; pixels that no run covers keep index 0. */
export function unpackRuns(
  bytes: Uint8Array,
  { width, height, packing, topDown }: BmpHeader,
): { indices: Uint8Array; whole: boolean } {
  const indices = new Uint8Array(width * height);
  const half = packing === 'rle4';
  let x = 0;
  let y = 0;
  let at = 0;
  const next = () => bytes[at++] ?? 0;
  const put = (index: number) => {
    if (x < width && y < height) indices[(topDown ? y : height - 1 - y) * width + x] = index;
    x++;
  };
  /** The i-th index of a run whose current byte is given. */
  const indexOf = (byte: number, i: number) => (half ? (i % 2 === 0 ? byte >> 4 : byte & 15) : byte);
  while (at < bytes.length && y < height) {
    const count = next();
    const value = next();
    if (count > 0) {
      for (let i = 0; i < count; i++) put(indexOf(value, i));
    } else if (value === 0) {
      x = 0;
      y++;
    } else if (value === 1) {
      return { indices, whole: true };
    } else if (value === 2) {
      x += next();
      y += next();
    } else {
      at = putLiteral(value);
    }
  }
  // Some writers leave out the end mark; the last row being there is enough.
  return { indices, whole: y >= height - 1 };

  function putLiteral(count: number): number {
    const start = at;
    for (let i = 0; i < count; i++) put(indexOf(bytes[start + (half ? i >> 1 : i)] ?? 0, i));
    const used = half ? (count + 1) >> 1 : count;
    // Literal runs are padded to even length.
    return start + used + (used % 2);
  }
}
