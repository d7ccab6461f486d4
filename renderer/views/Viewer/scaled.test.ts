// Tests of how large a photo is decoded.

import { expect, it } from 'vitest';
import { targetFor } from './scaled.js';

const screen = { width: 1200, height: 800 };

it('makes large photos as large as the screen', () => {
  expect(targetFor({ width: 6000, height: 4000 }, screen)).toEqual({ width: 1200, height: 800 });
  expect(targetFor({ width: 3000, height: 6000 }, screen)).toEqual({ width: 400, height: 800 });
});

it('leaves those alone that have not many more pixels', () => {
  expect(targetFor({ width: 2000, height: 1500 }, screen)).toBeNull();
  expect(targetFor({ width: 6000, height: 4000 }, { width: 5000, height: 3000 })).toBeNull();
});
