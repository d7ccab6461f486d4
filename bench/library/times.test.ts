// Tests of the times that the files of a made library get.

import { expect, it } from 'vitest';
import { secondsOf } from './times.js';

it('gives one file of twenty the whole second of a neighbour, and every other one a time of its own', () => {
  const FILES = 10_000;
  const times = Array.from({ length: FILES }, (_, i) => secondsOf(i, FILES));
  const twins = times.map((time, i) => ({ time, i })).filter(({ time, i }) => i > 0 && time === times[i - 1]);
  expect(new Set(times).size).toBe(FILES - FILES / 20);
  expect(twins).toHaveLength(FILES / 20);
  expect(twins.every(({ time }) => Number.isInteger(time))).toBe(true);
});
