// Runs in Node, in tests, benches and the demo: Windows bitmaps, which sharp does not write.

import { encode } from 'bmp-ts';
import type { Pixels } from './pixels.js';

/** A 24-bit BMP. */
export function encodeBmp({ data, width, height }: Pixels): Buffer {
  // bmp-ts takes four bytes per pixel, the alpha first and the colours from blue to red.
  const abgr = Buffer.alloc(width * height * 4, 0xff);
  for (let from = 0, to = 0; from < data.length; from += 3, to += 4) {
    abgr[to + 1] = data[from + 2] ?? 0;
    abgr[to + 2] = data[from + 1] ?? 0;
    abgr[to + 3] = data[from] ?? 0;
  }
  return encode({ data: abgr, width, height, bitPP: 24 }).data;
}
