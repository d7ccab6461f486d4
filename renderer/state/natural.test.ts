// Tests of the order of names: as the language has it, also on the quick way.

import { afterEach, expect, it } from 'vitest';
import { collateIn, compareNames } from './natural.js';

afterEach(() => collateIn('en'));

it('orders all pairs as the language does by itself', () => {
  collateIn('en');
  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });
  const names = ['', 'IMG_', 'img_', 'é', 'e', 'a b ', '-'].flatMap((before) =>
    ['', '1', '01', '2', '10', '10.5', '9007199254740993', '9007199254740992', '007 x', 'x7'].flatMap(
      (number) => ['', '.jpg', ' (1).JPG', 'b'].map((after) => `${before}${number}${after}`),
    ),
  );
  const wrong = names.flatMap((a) =>
    names.filter((b) => Math.sign(compareNames(a, b)) !== Math.sign(compare(a, b))).map((b) => `${a} | ${b}`),
  );
  expect(wrong).toEqual([]);
});

it('follows the language that is chosen', () => {
  collateIn('de');
  expect(['z', 'ä', 'a'].sort(compareNames)).toEqual(['a', 'ä', 'z']);
  collateIn('sv');
  expect(['z', 'ä', 'a'].sort(compareNames)).toEqual(['a', 'z', 'ä']);
});
