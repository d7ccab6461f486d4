// Tests of asking for the memory of workers: not again for each of many jobs.

import { expect, it } from 'vitest';
import { memoryReader } from './memory-reader.js';

function setUp() {
  const at = { time: 0, asked: 0, metrics: [{ pid: 7, memory: { workingSetSize: 3 } }] };
  const memoryOf = memoryReader(
    () => (at.asked++, at.metrics),
    () => at.time,
  );
  return { at, memoryOf };
}

it('answers bytes, and null of a process that is not there', () => {
  const { memoryOf } = setUp();
  expect([memoryOf(7), memoryOf(8)]).toEqual([3072, null]);
});

it('asks the system once for many jobs, and again after a while', () => {
  const { at, memoryOf } = setUp();
  for (let job = 0; job < 100; job++) memoryOf(7);
  expect(at.asked).toBe(1);
  at.metrics = [{ pid: 7, memory: { workingSetSize: 5 } }];
  at.time = 199;
  expect([memoryOf(7), at.asked]).toEqual([3072, 1]);
  at.time = 200;
  expect([memoryOf(7), at.asked]).toEqual([5120, 2]);
});

it('asks at once for a process that was not there before', () => {
  const { at, memoryOf } = setUp();
  memoryOf(7);
  at.metrics = [{ pid: 8, memory: { workingSetSize: 1 } }];
  expect(memoryOf(8)).toBe(1024);
});
