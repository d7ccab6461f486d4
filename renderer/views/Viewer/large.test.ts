// Tests of which photos are decoded as large as the screen.

import { expect, it } from 'vitest';
import { isLarge } from './large.js';

const screen = { width: 1200, height: 800 };

it('is one with many more pixels than the screen, on either side', () => {
  expect(isLarge({ width: 6000, height: 4000 }, screen)).toBe(true);
  expect(isLarge({ width: 3000, height: 6000 }, screen)).toBe(true);
});

it('is none with few pixels, or with hardly more than the screen', () => {
  expect(isLarge({ width: 2000, height: 1500 }, screen)).toBe(false);
  expect(isLarge({ width: 6000, height: 4000 }, { width: 5000, height: 3000 })).toBe(false);
});
