// Tests of the bookkeeping: every file is in one place, however it gets there.

import { expect, it } from 'vitest';
import { Ledger } from './ledger.js';

const unchecked = (ledger: Ledger) => Array.from(ledger.each('unchecked'), ({ id }) => id);

it('has each file in one place, and counts all of them', () => {
  const ledger = new Ledger();
  for (const id of [7, 3, 5000]) ledger.move(1, id, 'unchecked');
  expect([unchecked(ledger), ledger.waiting()]).toEqual([[7, 3, 5000], 3]);
  ledger.move(1, 3, 'done');
  ledger.queue(1, 5000, 'key');
  expect(unchecked(ledger)).toEqual([7]);
  expect([3, 4, 7, 5000].map((id) => ledger.place(1, id))).toEqual([
    'done',
    undefined,
    'unchecked',
    'queued',
  ]);
  expect(ledger.totals()).toEqual({ total: 3, done: 1, failed: 0, pending: 2 });
  expect([...ledger.done(1)]).toEqual([3]);
  expect([ledger.forget(1, 5000), ledger.forget(1, 4), ledger.forget(2, 1)]).toEqual([
    'key',
    undefined,
    undefined,
  ]);
  expect(ledger.totals().total).toBe(2);
});

it('tells once of a file that came again, also of those that come while one looks at them', () => {
  const ledger = new Ledger();
  for (const id of [1, 2, 1, 2, 3]) ledger.move(1, id, 'unchecked');
  const seen: number[] = [];
  for (const { id } of ledger.each('unchecked')) {
    seen.push(id);
    ledger.move(1, id, 'todo');
    if (id === 2) ledger.move(1, 4, 'unchecked');
  }
  expect(seen).toEqual([1, 2, 3, 4]);
  expect([unchecked(ledger), ledger.waiting()]).toEqual([[], 4]);
  ledger.move(1, 1, 'unchecked');
  expect(unchecked(ledger)).toEqual([1]);
});
