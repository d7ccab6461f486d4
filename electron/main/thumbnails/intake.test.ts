// Tests of how files are taken over when something goes wrong with one of them.

import { expect, it } from 'vitest';
import type { FileId } from '../../shared/contract.js';
import { Intake } from './intake.js';
import { Ledger } from './ledger.js';
import { ManualClock, settle } from './testing.js';

function setUp(check: (id: FileId) => void = () => undefined) {
  const ledger = new Ledger();
  const lines: string[] = [];
  let portions = 0;
  const intake = new Intake({
    ...{ ledger, clock: new ManualClock(), canBegin: () => true },
    check: (root, id) => {
      check(id);
      ledger.move(root, id, 'done');
    },
    onPortion: () => void portions++,
    log: (_level, line) => lines.push(line),
  });
  return { ledger, lines, intake, portions: () => portions };
}

it('goes on with the next file when one cannot be taken over, and tells the log', async () => {
  const { intake, ledger, lines, portions } = setUp();
  intake.push(1, [1, 2, 3], (root, id) => {
    if (id === 2) throw new Error('Number two.');
    ledger.move(root, id, 'unchecked');
  });
  await settle();
  expect([1, 2, 3].map((id) => ledger.place(1, id))).toEqual(['done', undefined, 'done']);
  expect(lines).toEqual(['A file could not be taken over: Error: Number two.']);
  expect(portions()).toBe(1);
});

it('leaves a file that cannot be looked up to be made, and goes on', async () => {
  const { intake, ledger, lines } = setUp((id) => {
    if (id === 1) throw new Error('Number one.');
  });
  intake.push(1, [1, 2], (root, id) => ledger.move(root, id, 'unchecked'));
  await settle();
  expect([1, 2].map((id) => ledger.place(1, id))).toEqual(['todo', 'done']);
  expect(lines).toHaveLength(1);
});
