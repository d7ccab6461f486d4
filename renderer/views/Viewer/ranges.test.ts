// Tests of what has been loaded of a video.

import { describe, expect, it } from 'vitest';
import { bufferedAt, gapAfter, type Ranges } from './ranges.js';

const ranges = (...parts: (readonly [number, number])[]): Ranges => ({
  length: parts.length,
  start: (i) => parts[i]![0],
  end: (i) => parts[i]![1],
});

describe('loaded parts', () => {
  const loaded = ranges([0, 10], [22, 30]);

  it('end after the time that lies in them', () => {
    expect(bufferedAt(loaded, 4)).toBe(10);
    expect(bufferedAt(loaded, 25)).toBe(30);
    expect(bufferedAt(loaded, 10)).toBeNull();
    expect(bufferedAt(loaded, 15)).toBeNull();
    expect(bufferedAt(ranges(), 0)).toBeNull();
  });

  it('begin a little late without being missing', () => {
    expect(bufferedAt(ranges([0.08, 5]), 0)).toBe(5);
  });

  it('are reached over the gap to the next picture that stands for itself', () => {
    expect(gapAfter(loaded, 20.5)).toBeCloseTo(22, 1);
    expect(gapAfter(loaded, 4)).toBeNull();
    expect(gapAfter(ranges([0, 1], [40, 50]), 2)).toBeNull();
    expect(gapAfter(ranges(), 2)).toBeNull();
  });
});
