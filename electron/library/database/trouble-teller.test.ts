// Tests of telling trouble with the index once, and its end when all of it has passed.

import { expect, it } from 'vitest';
import { TroubleTeller } from './trouble-teller.js';

const KEPT = 'What was read of your folders can be kept again.';

function setUp() {
  const told: string[] = [];
  return { told, teller: new TroubleTeller((message) => told.push(message)) };
}

it('is calm while what is small finds room and what is large does not', () => {
  const { told, teller } = setUp();
  for (let i = 0; i < 3; i++) {
    teller.failed('snapshot of /a');
    teller.once('full', 'Full.');
    teller.written('metadata of /a');
  }
  expect(told).toEqual(['Full.']);
  teller.written('snapshot of /a');
  expect(told).toEqual(['Full.', KEPT]);
  teller.written('snapshot of /a');
  teller.failed('snapshot of /a');
  teller.once('full', 'Full.');
  expect(told).toEqual(['Full.', KEPT, 'Full.']);
});

it('waits for nothing of a folder that was removed, and tells no end of what does not pass', () => {
  const { told, teller } = setUp();
  teller.once('rebuilt', 'Rebuilt.');
  teller.once('full', 'Full.');
  teller.failed('snapshot of /a');
  teller.forget(' of /a');
  teller.written('metadata of /b');
  teller.once('rebuilt', 'Rebuilt.');
  expect(told).toEqual(['Rebuilt.', 'Full.', KEPT]);
});
