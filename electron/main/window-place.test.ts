import { expect, it } from 'vitest';
import { placeOn } from './window-place.js';

const area = { x: 100, y: 20, width: 1366, height: 700 };

it('leaves a window where it was', () => {
  const bounds = { x: 200, y: 30, width: 1300, height: 600 };
  expect(placeOn(area, bounds)).toEqual(bounds);
});

it('makes a window of a larger screen as large as this one', () => {
  expect(placeOn(area, { x: 140, y: 30, width: 2560, height: 1400 })).toEqual(area);
  expect(placeOn(area, { x: 140, y: 30, width: 800, height: 1400 })).toEqual({
    ...{ x: 140, y: 20, width: 800, height: 700 },
  });
});

it('refuses a place where nothing could be taken hold of', () => {
  for (const at of [
    { x: 1400, y: 30 },
    { x: -1000, y: 30 },
    { x: 200, y: 0 },
    { x: 200, y: 690 },
  ]) {
    expect(placeOn(area, { ...at, width: 1000, height: 600 }), JSON.stringify(at)).toBeNull();
  }
});
