// Tests of the small map: what is around a place, and that the world is where it is.

import { describe, expect, it } from 'vitest';
import { around, ringsToPath, spotOf, WORLD } from './map.js';
import { drawWorld } from './world.js';

describe('map', () => {
  it('has the place in its middle', () => {
    const rome = { latitude: 41.9, longitude: 12.5 };
    expect(spotOf(rome, around(rome))).toEqual({ x: 0.5, y: 0.5 });
    const onWorld = spotOf(rome, WORLD);
    expect([onWorld.x, onWorld.y].map((share) => share.toFixed(3))).toEqual(['0.535', '0.267']);
  });

  it('stays on the world at the poles', () => {
    const extent = around({ latitude: 89, longitude: 0 });
    expect(extent.y).toBe(-90);
    expect(extent.width).toBeLessThanOrEqual(360);
  });

  it('draws lines', () => {
    const ring = [
      [0, 10],
      [5.5, -3],
    ] as const;
    expect(ringsToPath([ring], true)).toBe('M0.00,-10.00L5.50,3.00Z');
  });

  it('knows land and borders', () => {
    const { land, borders } = drawWorld();
    expect(land.split('M').length).toBeGreaterThan(100);
    expect(borders.split('M').length).toBeGreaterThan(100);
    expect(land.length).toBeLessThan(300_000);
  });
});
