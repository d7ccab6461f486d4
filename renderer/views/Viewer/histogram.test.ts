// Tests of the histogram.

import { describe, expect, it } from 'vitest';
import { histogramOf, outlineOf } from './histogram.js';

const pixels = (...colors: (readonly [number, number, number, number?])[]) =>
  Uint8ClampedArray.from(colors.flatMap(([r, g, b, a = 255]) => [r, g, b, a]));
const valuesIn = (channel: Float32Array) => [...channel.keys()].filter((value) => channel[value]! > 0);

describe('histogram', () => {
  it('counts each colour and the brightness that is seen', () => {
    const { red, green, blue, luma } = histogramOf(pixels([255, 0, 0], [0, 255, 0], [0, 0, 255]));
    for (const channel of [red, green, blue]) expect(valuesIn(channel)).toEqual([0, 255]);
    expect(valuesIn(luma)).toEqual([18, 54, 182]);
  });

  it('leaves out what is seen through', () => {
    expect(valuesIn(histogramOf(pixels([10, 10, 10], [200, 200, 200, 0])).luma)).toEqual([10]);
    expect(valuesIn(histogramOf(pixels()).luma)).toEqual([]);
  });

  it('shows what stands beside one large flat area', () => {
    const flat = Array.from({ length: 10_000 }, () => [0, 0, 0] as const);
    const rest = Array.from(
      { length: 100 },
      (_, i) => [100 + (i % 20), 100 + (i % 20), 100 + (i % 20)] as const,
    );
    const { luma } = histogramOf(pixels(...flat, ...rest));
    expect(luma[0]).toBe(1);
    expect(luma[110]).toBeGreaterThan(0.5);
  });

  it('is drawn from the ground to the ground', () => {
    const path = outlineOf(histogramOf(pixels([0, 0, 0])).luma);
    expect(path.startsWith('M0,100L0,0.0L1,100.0')).toBe(true);
    expect(path.endsWith('L255,100Z')).toBe(true);
  });
});
