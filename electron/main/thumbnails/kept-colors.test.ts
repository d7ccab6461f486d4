import { expect, it } from 'vitest';
import { KeptColors } from './kept-colors.js';

const COLORS = Uint8Array.from({ length: 24 }, (_, i) => i * 11);

it('gives the colours back as they were, until they are forgotten', () => {
  const kept = new KeptColors();
  kept.keep('a', COLORS);
  kept.keep('b', COLORS.subarray(3));
  expect([...kept.entries()]).toEqual([
    ['a', COLORS],
    ['b', COLORS.slice(3)],
  ]);
  kept.forget('a');
  expect([kept.get('a'), kept.has('a'), kept.get('b')]).toEqual([undefined, false, COLORS.slice(3)]);
  kept.clear();
  expect(kept.size).toBe(0);
});

it('forgets those first that were kept longest ago', () => {
  const kept = new KeptColors(2);
  for (const name of ['a', 'b', 'a', 'c']) kept.keep(name, COLORS);
  expect([...kept.entries()].map(([name]) => name)).toEqual(['a', 'c']);
});
