// Tests of the verdict on frames: one long frame must not hide behind several short ones, nor behind a busy machine at another time.

import { expect, it } from 'vitest';
import { frameRow } from './frames.js';

const judged = (...frames: [number, number][]) =>
  frameRow(
    'frame',
    frames.map(([longest, machine]) => ({ longest, machine })),
    { must: 50, aim: 17, note: 'changes' },
  );

it('is judged by the worst of all changes', () => {
  expect(judged([10, 0], [12, 0], [83, 0])).toMatchObject({ measured: '83 ms', verdict: 'missed' });
});

it('is judged without what an idle process was held at the same time, and says so', () => {
  const row = judged([83, 70], [12, 0]);
  expect(row).toMatchObject({ measured: '13 ms', verdict: 'aim' });
  expect(row.note).toBe(
    'changes; the worst of 2, less what an idle process was held meanwhile: frames 83 ms, 12 ms; idle 70 ms, 0 ms',
  );
  expect(judged([83, 0], [12, 70]).verdict).toBe('missed');
});
