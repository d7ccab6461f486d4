// Renderer: a ThumbHash as pixels. The package that writes them decodes one to 32 x 32 pixels in 0.3 ms, which for all tiles of a
// screen at once would cost several frames; a picture that is blurred when it is shown needs no more than these.

/** Pixels on each side, whatever the shape of the picture: it is stretched to its tile. */
export const SIDE = 8;

/** A wave of each frequency, at the middle of each pixel. */
const WAVES = Array.from({ length: SIDE }, (_, frequency) =>
  Float64Array.from({ length: SIDE }, (_, at) => Math.cos((Math.PI / SIDE) * (at + 0.5) * frequency)),
);

/** Colours are stored somewhat paler than they were. */
const SATURATION = 1.25;

/**
 * The pixels of a ThumbHash without transparency (format: https://evanw.github.io/thumbhash/): red, green and blue from 0 to 255,
 * row by row.
 */
export function pixelsOf(hash: Uint8Array): Uint8ClampedArray {
  const first = hash[0]! | (hash[1]! << 8) | (hash[2]! << 16);
  const second = hash[3]! | (hash[4]! << 8);
  const shorter = Math.max(3, second & 7);
  const [columns, rows] = second >> 15 ? [7, shorter] : [shorter, 7];
  // The factors of the waves, four bits each.
  let at = 0;
  const next = () => {
    const byte = hash[5 + (at >> 1)] ?? 0;
    return (at++ & 1 ? byte >> 4 : byte & 15) / 7.5 - 1;
  };
  const light = planeOf((first & 63) / 63, ((first >> 18) & 31) / 31, columns, rows, next);
  const yellow = planeOf(
    ((first >> 6) & 63) / 31.5 - 1,
    (((second >> 3) & 63) / 63) * SATURATION,
    3,
    3,
    next,
  );
  const red = planeOf(((first >> 12) & 63) / 31.5 - 1, (((second >> 9) & 63) / 63) * SATURATION, 3, 3, next);
  const pixels = new Uint8ClampedArray(SIDE * SIDE * 3);
  for (let i = 0; i < SIDE * SIDE; i++) {
    const b = light[i]! - (2 / 3) * yellow[i]!;
    const r = (3 * light[i]! - b + red[i]!) / 2;
    pixels[i * 3] = r * 255;
    pixels[i * 3 + 1] = (r - red[i]!) * 255;
    pixels[i * 3 + 2] = b * 255;
  }
  return pixels;
}

/** The sum of a mean and waves across and down, of which the higher ones in both directions are not stored. */
function planeOf(
  mean: number,
  scale: number,
  columns: number,
  rows: number,
  next: () => number,
): Float64Array {
  const plane = new Float64Array(SIDE * SIDE).fill(mean);
  for (let down = 0; down < rows; down++) {
    for (let across = down === 0 ? 1 : 0; across * rows < columns * (rows - down); across++) {
      const factor = next() * scale * 2;
      const [wave, steps] = [WAVES[across]!, WAVES[down]!];
      for (let y = 0, i = 0; y < SIDE; y++) {
        const share = factor * steps[y]!;
        for (let x = 0; x < SIDE; x++, i++) plane[i]! += share * wave[x]!;
      }
    }
  }
  return plane;
}
