import { describe, expect, it } from 'vitest';
import { PLACEHOLDER, unpackColor } from '../shared/placeholder.js';
import { placeholderOf } from './placeholder.js';

const filled = (width: number, height: number, colors: (x: number, y: number) => readonly number[]) => {
  const pixels = Array.from({ length: width * height }, (_, i) => colors(i % width, Math.floor(i / width)));
  const channels = (pixels[0]?.length ?? 3) as 1 | 2 | 3 | 4;
  return { data: Uint8Array.from(pixels.flat()), width, height, channels };
};
const colorsOf = (packed: Uint8Array) => Array.from({ length: 12 }, (_, i) => unpackColor(packed, i));

describe('placeholderOf', () => {
  it('gives each field its own colour', () => {
    const packed = placeholderOf(filled(40, 30, (x, y) => [Math.floor(x / 10) * 85, 0, y < 10 ? 255 : 0]));
    expect(packed).toHaveLength(PLACEHOLDER.bytes);
    const colors = colorsOf(packed);
    expect(colors[0]).toEqual([0, 0, 255]);
    expect(colors[3]).toEqual([255, 0, 255]);
    expect(colors[11]).toEqual([255, 0, 0]);
    expect(Math.abs((colors[5]?.[0] ?? 0) - 85)).toBeLessThan(5);
  });

  it('takes any size, grey, and what is transparent', () => {
    expect(colorsOf(placeholderOf(filled(1, 1, () => [255, 255, 255])))).toEqual(
      Array.from({ length: 12 }, () => [255, 255, 255]),
    );
    expect(colorsOf(placeholderOf(filled(5, 2, () => [0])))[7]).toEqual([0, 0, 0]);
    const [clear] = colorsOf(placeholderOf(filled(8, 6, () => [255, 0, 0, 0])));
    for (const part of clear ?? []) expect(Math.abs(part - 128)).toBeLessThan(6);
    expect(colorsOf(placeholderOf(filled(8, 6, () => [255, 255])))[0]).toEqual([255, 255, 255]);
  });
});
