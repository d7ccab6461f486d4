import { expect, it } from 'vitest';
import { madeAgain } from './libraries.js';
import type { Service } from './service.js';

const after = (numbers: { completed: number; recognised: number; failed: number }, done: number) =>
  ({ pool: { stats: () => numbers }, thumbnails: { status: () => ({ done }) } }) as unknown as Service;

it('counts what was tried in vain as work, too, and takes no file for done that is not', () => {
  expect(madeAgain(after({ completed: 10, recognised: 10, failed: 0 }, 10), 10)).toBe(0);
  expect(madeAgain(after({ completed: 10, recognised: 8, failed: 1 }, 10), 10)).toBe(3);
  expect(() => madeAgain(after({ completed: 9, recognised: 9, failed: 1 }, 9), 10)).toThrow('9 of 10');
});
