import { thumbHashToApproximateAspectRatio, thumbHashToAverageRGBA, thumbHashToRGBA } from 'thumbhash';
import { describe, expect, it } from 'vitest';
import { PLACEHOLDER } from '../shared/placeholder.js';
import { placeholderOf } from './placeholder.js';

const filled = (width: number, height: number, colors: (x: number, y: number) => readonly number[]) => {
  const pixels = Array.from({ length: width * height }, (_, i) => colors(i % width, Math.floor(i / width)));
  const channels = (pixels[0]?.length ?? 3) as 1 | 2 | 3 | 4;
  return { data: Uint8Array.from(pixels.flat()), width, height, channels };
};

/** The mean colour of a placeholder, from 0 to 255. */
function mean(placeholder: Uint8Array): number[] {
  const { r, g, b, a } = thumbHashToAverageRGBA(placeholder);
  return [r, g, b, a].map((part) => Math.round(part * 255));
}

function expectNear(found: readonly number[], wanted: readonly number[], by = 12): void {
  expect(found).toHaveLength(wanted.length);
  found.forEach((part, i) => expect(Math.abs(part - wanted[i]!), `${String(found)}`).toBeLessThanOrEqual(by));
}

describe('placeholderOf', () => {
  it('shows where a picture is light, dark and coloured', () => {
    const placeholder = placeholderOf(filled(120, 80, (x, y) => [x < 60 ? 230 : 20, 40, y < 40 ? 200 : 30]));
    const { w, h, rgba } = thumbHashToRGBA(placeholder);
    const at = (x: number, y: number) => [...rgba.subarray((y * w + x) * 4, (y * w + x) * 4 + 3)];
    expectNear(at(4, 3), [230, 40, 200], 60);
    expectNear(at(w - 5, 3), [20, 40, 200], 60);
    expectNear(at(4, h - 4), [230, 40, 30], 60);
    expectNear(at(w - 5, h - 4), [20, 40, 30], 60);
  });

  it('has one length, whatever the shape, and keeps the shape', () => {
    for (const [width, height] of [
      [480, 480],
      [480, 320],
      [320, 480],
      [3, 480],
      [480, 3],
      [1, 1],
    ] as const) {
      const placeholder = placeholderOf(filled(width, height, (x, y) => [x % 256, y % 256, 90]));
      expect(placeholder).toHaveLength(PLACEHOLDER.bytes);
      const ratio = Math.min(7, Math.max(1 / 7, width / height));
      expect(Math.abs(Math.log(thumbHashToApproximateAspectRatio(placeholder) / ratio))).toBeLessThan(0.9);
    }
  });

  it('takes grey, and puts what is transparent on neutral ground', () => {
    expectNear(mean(placeholderOf(filled(1, 1, () => [255, 255, 255]))), [255, 255, 255, 255]);
    expectNear(mean(placeholderOf(filled(5, 2, () => [0]))), [0, 0, 0, 255]);
    expectNear(mean(placeholderOf(filled(8, 6, () => [255, 0, 0, 0]))), [128, 128, 128, 255]);
    expectNear(mean(placeholderOf(filled(8, 6, () => [255, 255]))), [255, 255, 255, 255]);
  });
});
