import { expect, test } from 'vitest';
import { foldedOf, MORE, SEPARATOR, wholeOf } from './fold.js';

test('a path that has room stands there whole', () => {
  expect(foldedOf([100, 50, 80], 230 + 2 * SEPARATOR)).toBe(0);
  expect(foldedOf([100], 10)).toBe(0);
  expect(foldedOf([], 10)).toBe(0);
  expect(wholeOf([100, 50, 80])).toBe(230 + 2 * SEPARATOR);
  expect(wholeOf([])).toBe(0);
});

test('the first parts go first, and as few as the button and the rest need', () => {
  expect(foldedOf([100, 50, 80], 229 + 2 * SEPARATOR)).toBe(1);
  expect(foldedOf([100, 50, 80], MORE + 130 + 2 * SEPARATOR)).toBe(1);
  expect(foldedOf([100, 50, 80], MORE + 129 + 2 * SEPARATOR)).toBe(2);
});

test('the folder itself stays, however narrow it is', () => {
  expect(foldedOf([100, 50, 80], 0)).toBe(2);
});
