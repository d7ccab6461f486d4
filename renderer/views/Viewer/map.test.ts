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

  it('goes on beyond the date line', () => {
    const fiji = [
      [179, -17],
      [-179, -16],
      [-179, -18],
      [179, -17],
    ] as const;
    expect(ringsToPath([fiji], true)).toBe('M179.00,17.00L181.00,16.00L181.00,18.00L179.00,17.00Z');
  });

  it('draws no line right across the world, but along a pole', () => {
    const { land, borders } = drawWorld();
    const rings = (land + borders)
      .split('M')
      .slice(1)
      .map((ring) =>
        ring
          .replace('Z', '')
          .split('L')
          .map((point) => point.split(',').map(Number)),
      );
    const wide = rings.flatMap((ring) =>
      ring.filter(([x], index) => Math.abs(x! - (ring[index - 1] ?? ring.at(-1)!)[0]!) > 180),
    );
    expect(wide.map(([, y]) => y)).toEqual([90]);
  });

  it('knows land and borders', () => {
    const { land, borders } = drawWorld();
    expect(land.split('M').length).toBeGreaterThan(100);
    expect(borders.split('M').length).toBeGreaterThan(100);
    expect(land.length).toBeLessThan(300_000);
  });
});
