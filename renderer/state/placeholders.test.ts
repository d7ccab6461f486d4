import { rgbaToThumbHash } from 'thumbhash';
import { describe, expect, it } from 'vitest';
import { keyOf } from './keys.js';
import { backgroundOf, Placeholders } from './placeholders.js';

describe('Placeholders', () => {
  const colors = new Uint8Array(48);
  // Red above, blue below.
  const rgba = Array.from({ length: 16 }, (_, i) => (i < 8 ? [255, 0, 0, 255] : [0, 0, 255, 255])).flat();
  colors.set(rgbaToThumbHash(4, 4, rgba), 24);

  it('gives each file its picture, as a bitmap that stands from top to bottom', () => {
    const placeholders = new Placeholders();
    placeholders.enter(2, { ids: Uint32Array.of(5, 7), colors });
    const url = backgroundOf(placeholders.colors(keyOf(2, 7)) ?? new Uint8Array());
    const bytes = Uint8Array.from(atob(/base64,(.*)\)$/.exec(url)?.[1] ?? ''), (one) => one.charCodeAt(0));
    const view = new DataView(bytes.buffer);
    const [width, height] = [view.getInt32(18, true), -view.getInt32(22, true)];
    expect(width).toBeGreaterThan(3);
    expect(height).toBeGreaterThan(3);
    expect(bytes).toHaveLength(54 + width * height * 3);
    // Blue, green, red.
    const [firstBlue, , firstRed] = bytes.subarray(54);
    expect(firstRed).toBeGreaterThan(2 * firstBlue! + 60);
    const [lastBlue, , lastRed] = bytes.subarray(-3);
    expect(lastBlue).toBeGreaterThan(2 * lastRed! + 60);
    expect(placeholders.colors(keyOf(2, 6))).toBeUndefined();
    placeholders.keep([1]);
    expect(placeholders.colors(keyOf(2, 7))).toBeUndefined();
  });

  it('tells tiles that are there already, and only those whose colours are new need to draw', () => {
    const placeholders = new Placeholders();
    const seen: (Uint8Array | undefined)[] = [];
    const unsubscribe = placeholders.subscribe(() => seen.push(placeholders.colors(keyOf(2, 7))));
    placeholders.enter(2, { ids: Uint32Array.of(5, 7), colors });
    placeholders.enter(2, { ids: Uint32Array.of(8), colors });
    placeholders.enter(2, { ids: new Uint32Array(), colors: new Uint8Array() });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
    unsubscribe();
    placeholders.enter(2, { ids: Uint32Array.of(9), colors });
    expect(seen).toHaveLength(2);
  });
});
