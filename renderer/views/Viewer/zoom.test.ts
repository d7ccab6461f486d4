// Tests of zooming and panning.

import { describe, expect, it } from 'vitest';
import { enlarged, fitPose, fitScale, isFit, wheelFactor, within, zoomTo } from './zoom.js';

const picture = { width: 4000, height: 3000 };
const stage = { width: 1000, height: 800 };

describe('zoom', () => {
  it('fits large pictures and does not blow up small ones', () => {
    expect(fitScale(picture, stage, 1)).toBe(0.25);
    expect(fitScale({ width: 100, height: 100 }, stage, 1)).toBe(1);
    expect(fitScale({ width: 100, height: 100 }, stage, 2)).toBe(0.5);
  });

  it('keeps the point under the cursor', () => {
    const point = { x: 200, y: -100 };
    const from = zoomTo(fitPose(picture, stage, 1), 1, { x: 0, y: 0 }, picture, stage, 1);
    const to = zoomTo(from, 2, point, picture, stage, 1);
    const under = (pose: typeof to) => [(point.x - pose.x) / pose.scale, (point.y - pose.y) / pose.scale];
    expect(under(to)[0]).toBeCloseTo(under(from)[0]!);
    expect(under(to)[1]).toBeCloseTo(under(from)[1]!);
  });

  it('stays between fit and eightfold', () => {
    const fit = fitPose(picture, stage, 1);
    expect(zoomTo(fit, 100, { x: 0, y: 0 }, picture, stage, 1).scale).toBe(8);
    expect(zoomTo(fit, 0.01, { x: 0, y: 0 }, picture, stage, 1)).toEqual(fit);
    expect(isFit(fit, picture, stage, 1)).toBe(true);
  });

  it('does not let the picture leave the stage', () => {
    expect(within({ scale: 1, x: 9999, y: -9999 }, picture, stage)).toEqual({ scale: 1, x: 1500, y: -1100 });
    expect(within({ scale: 0.25, x: 50, y: 50 }, picture, stage)).toEqual({ scale: 0.25, x: 0, y: 0 });
  });

  it('turns the wheel both ways alike', () => {
    expect(wheelFactor(100) * wheelFactor(-100)).toBeCloseTo(1);
    expect(wheelFactor(-100)).toBeGreaterThan(1);
  });

  it('goes by all pixels of a photo of which a smaller picture is shown', () => {
    const shown = { width: 2560, height: 1707 };
    expect(enlarged(shown, { width: 6000, height: 4000 })).toEqual({ width: 6000, height: 4000 });
    // Not known yet, or no more than is shown.
    expect(enlarged(shown, { width: 0, height: 0 })).toBe(shown);
    expect(enlarged(shown, { width: 2560, height: 1707 })).toBe(shown);
    // The sensor saw more at the sides than the camera's own picture shows.
    expect(enlarged({ width: 2560, height: 1920 }, { width: 5120, height: 3415 })).toEqual({
      width: 5120,
      height: 3840,
    });
  });
});
