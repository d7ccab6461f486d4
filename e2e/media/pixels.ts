// Runs in Node, in tests, benches and the demo: plain pixels in memory, before an encoder sees them.

import sharp from 'sharp';
import { isSideways, type Orientation } from './exif.js';
import { random } from './random.js';

/** RGB, three bytes per pixel, rows from the top. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels of an SVG document at its own size. */
export async function pixelsOfSvg(svg: string): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(svg))
    .flatten({ background: '#000' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Red, green / blue, yellow quarters: for tests that ask which corner ended up where. */
export function quarters(width: number, height: number): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const left = x < width / 2;
      const top = y < height / 2;
      data[at] = top === left ? (top ? 230 : 240) : 20;
      if (top && left) data[at + 1] = 20;
      else data[at + 1] = left ? 40 : 200;
      data[at + 2] = left && !top ? 230 : 20;
    }
  }
  return { data, width, height };
}

let noise: Int8Array | undefined;

/** Adds the soft grain of a sensor, in place, and tints the picture; `strength` about 3 to 8, 0 is none. */
export function addGrain(
  { data, width, height }: Pixels,
  strength: number,
  seed: number,
  [red, green, blue]: readonly [number, number, number] = [1, 1, 1],
): void {
  noise ??= makeNoise();
  const start = random(seed);
  const row = width * 3;
  for (let y = 0; y < height; y++) {
    let from = Math.floor(start() * noise.length);
    for (let at = y * row; at < (y + 1) * row; at += 3) {
      from = from + 1 === noise.length ? 0 : from + 1;
      const change = ((noise[from] ?? 0) * strength) / 64;
      data[at] = limit((data[at] ?? 0) * red + change);
      data[at + 1] = limit((data[at + 1] ?? 0) * green + change);
      data[at + 2] = limit((data[at + 2] ?? 0) * blue + change);
    }
  }
}

const limit = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : value);

function makeNoise(): Int8Array {
  const next = random('grain');
  return Int8Array.from({ length: 1 << 16 }, () => (next() + next() + next() - 1.5) * 80);
}

/** The pixels as a camera stores them, so that showing them by the orientation gives `upright` again. */
export function storeRotated(upright: Pixels, orientation: Orientation): Pixels {
  if (orientation === 1) return upright;
  const { width: w, height: h, data } = upright;
  const [width, height] = isSideways(orientation) ? [h, w] : [w, h];
  const stored = new Uint8Array(data.length);
  const from = source(orientation, w, h);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const pixel = from(x, y) * 3;
      stored[at] = data[pixel] ?? 0;
      stored[at + 1] = data[pixel + 1] ?? 0;
      stored[at + 2] = data[pixel + 2] ?? 0;
    }
  }
  return { data: stored, width, height };
}

/** Index of the upright pixel that lies at (x, y) of the stored picture: TIFF 6.0, tag 274. */
function source(orientation: Orientation, w: number, h: number): (x: number, y: number) => number {
  switch (orientation) {
    case 1:
      return (x, y) => y * w + x;
    case 2:
      return (x, y) => y * w + (w - 1 - x);
    case 3:
      return (x, y) => (h - 1 - y) * w + (w - 1 - x);
    case 4:
      return (x, y) => (h - 1 - y) * w + x;
    case 5:
      return (x, y) => x * w + y;
    case 6:
      return (x, y) => x * w + (w - 1 - y);
    case 7:
      return (x, y) => (h - 1 - x) * w + (w - 1 - y);
    case 8:
      return (x, y) => (h - 1 - x) * w + y;
  }
}
