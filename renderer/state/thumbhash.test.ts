import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash';
import { expect, it } from 'vitest';
import { pixelsOf, SIDE } from './thumbhash.js';

/** Numbers from 0 to 255 that are the same in each run. */
function noise(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 24;
}

/** What the package's pixels are at a place between them, within a few steps (they are cut off, and straight lines take the place of waves); `x` and `y` from 0 to 1. */
function sampled({ w, h, rgba }: ReturnType<typeof thumbHashToRGBA>, x: number, y: number): number[] {
  const [left, top] = [x * w - 0.5, y * h - 0.5];
  const part = (value: number) => value - Math.floor(value);
  const at = (column: number, row: number, color: number) =>
    rgba[(Math.min(h - 1, Math.max(0, row)) * w + Math.min(w - 1, Math.max(0, column))) * 4 + color]!;
  return [0, 1, 2].map((color) => {
    const [column, row] = [Math.floor(left), Math.floor(top)];
    const upper = at(column, row, color) * (1 - part(left)) + at(column + 1, row, color) * part(left);
    const lower = at(column, row + 1, color) * (1 - part(left)) + at(column + 1, row + 1, color) * part(left);
    return upper * (1 - part(top)) + lower * part(top);
  });
}

it('has the colours that the package finds, in every shape', () => {
  for (const [seed, [width, height]] of (
    [
      [16, 16],
      [16, 11],
      [11, 16],
      [16, 2],
      [2, 16],
      [1, 1],
    ] as const
  ).entries()) {
    const next = noise(seed);
    // Smooth, as pictures are at this size, with a strong colour.
    const [red, green, blue] = [next(), next(), next()];
    const rgba = Array.from({ length: width * height }, (_, i) => {
      const [x, y] = [(i % width) / width, Math.floor(i / width) / height];
      const light = 0.35 + 0.3 * Math.sin(5 * x + seed) * Math.cos(4 * y);
      return [red * light + 90 * x, green * light + 60 * y, blue * light, 255].map(Math.round);
    }).flat();
    const hash = rgbaToThumbHash(width, height, rgba);
    const wanted = thumbHashToRGBA(hash);
    const found = pixelsOf(hash);
    expect(found).toHaveLength(SIDE * SIDE * 3);
    for (let i = 0; i < SIDE * SIDE; i++) {
      const place = [((i % SIDE) + 0.5) / SIDE, (Math.floor(i / SIDE) + 0.5) / SIDE] as const;
      for (const [color, value] of sampled(wanted, ...place).entries())
        expect(Math.abs(found[i * 3 + color]! - value), `${width} x ${height}, pixel ${i}`).toBeLessThan(6);
    }
  }
});

it('is a picture, whatever the bytes are', () => {
  for (const bytes of [new Uint8Array(24), new Uint8Array(24).fill(255), new Uint8Array(3)])
    expect(pixelsOf(bytes)).toHaveLength(SIDE * SIDE * 3);
});
