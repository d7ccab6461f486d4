// Tests of what is filtered by, in words.

import { expect, it } from 'vitest';
import { NO_CRITERIA } from '../../state/criteria.js';
import { chipsOf } from './chips.js';

it('says of a rating that there may be more, except of the most', () => {
  const text = (rating: number) => chipsOf({ ...NO_CRITERIA, rating })[0]!.text;
  expect([1, 4, 5].map(text)).toEqual(['1 star or more', '4 stars or more', '5 stars']);
});
