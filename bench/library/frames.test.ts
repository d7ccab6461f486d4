// Tests of the verdict on frames: one long frame must not hide behind several short ones.

import { expect, it } from 'vitest';
import { frameRow } from './frames.js';

const judged = (...frames: [longest: number, own: number][]) =>
  frameRow(
    'frame',
    frames.map(([longest, own]) => ({ longest, own })),
    { must: 50, aim: 17, note: 'changes' },
  );

it('is judged by the worst of all changes', () => {
  expect(judged([10, 10], [12, 12], [83, 83])).toMatchObject({ measured: '83 ms', verdict: 'missed' });
});

it('is judged without what an idle process was held in the same moment, and says so', () => {
  const row = judged([83, 13], [12, 12]);
  expect(row).toMatchObject({ measured: '13 ms', verdict: 'aim' });
  expect(row.note).toBe(
    'changes; the worst of 2, less what an idle process was held in the same moment: with that 83 ms, 12 ms',
  );
});
