// Tests of the background reading of facts: order, batches, limits.

import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import type { Facts } from '../../shared/listing.js';
import { HandClock } from '../test-files.js';
import { NO_FACTS } from '../metadata/media-facts.js';
import type { FileFacts } from './facts.js';
import { FactsQueue, type FactsQueueOptions } from './queue.js';

const facts = (id: number): FileFacts => ({ media: { ...NO_FACTS, width: id, height: 1 }, problem: null });
const settle = () => new Promise(setImmediate);

function setUp(options: Partial<FactsQueueOptions> = {}) {
  const clock = new HandClock();
  const read: number[] = [];
  const batches: number[][] = [];
  const left: number[] = [];
  const problems: number[] = [];
  const errors: number[] = [];
  const queue = new FactsQueue({
    clock,
    read: (id) => {
      read.push(id);
      return Promise.resolve(facts(id));
    },
    onBatch: (batch: Facts) => batches.push([...batch.id]),
    onLeft: (count) => left.push(count),
    onProblem: (id, problem) => problem && problems.push(id),
    onError: (id) => errors.push(id),
    ...options,
  });
  return { clock, queue, read, batches, left, problems, errors };
}

describe('FactsQueue', () => {
  it('reads in order and tells early first, then in longer batches', async () => {
    const { clock, queue, read, batches } = setUp();
    queue.add([1, 2, 3]);
    await settle();
    expect([read, batches]).toEqual([[1, 2, 3], []]);
    clock.move(30);
    expect(batches).toEqual([[1, 2, 3]]);
    queue.add([4]);
    await settle();
    queue.add([5]);
    await settle();
    clock.move(199);
    expect(batches).toHaveLength(1);
    clock.move(1);
    expect(batches[1]).toEqual([4, 5]);
    clock.move(1000);
    expect([batches.length, clock.waiting]).toEqual([2, 0]);
  });

  it('reads a few at a time, preferred files first, each once', async () => {
    const gates = new Map<number, ReturnType<typeof deferred<void>>>();
    const started: number[] = [];
    const { queue } = setUp({
      read: async (id) => {
        started.push(id);
        const gate = deferred();
        gates.set(id, gate);
        await gate.promise;
        return facts(id);
      },
    });
    queue.add([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(started).toEqual([1, 2, 3, 4]);
    queue.prefer([8, 2, 7, 99]);
    for (const id of [1, 2, 3, 4]) gates.get(id)!.resolve();
    await settle();
    expect(started).toEqual([1, 2, 3, 4, 8, 7, 5, 6]);
    expect(queue.size).toBe(0);
  });

  it('reads some files at once until a deadline', async () => {
    const { clock, queue, read, batches } = setUp({});
    queue.add([]);
    const all = await queue.readNow([3, 2, 1], clock.now() + 100);
    expect([[...all.id].sort(), read]).toEqual([
      [1, 2, 3],
      [3, 2, 1],
    ]);
    expect((await queue.readNow([4], clock.now())).id).toHaveLength(0);
    expect(batches).toEqual([]);
  });

  it('waits for no file beyond the deadline, and tells its facts when they come', async () => {
    const gate = deferred<FileFacts>();
    const { clock, queue, batches } = setUp({
      read: (id) => (id === 2 ? gate.promise : Promise.resolve(facts(id))),
    });
    const first = queue.readNow([1, 2], clock.now() + 100);
    await settle();
    clock.move(100);
    expect([...(await first).id]).toEqual([1]);
    gate.resolve(facts(2));
    await settle();
    clock.move(30);
    expect(batches).toEqual([[2]]);
  });

  it('tells problems and errors, and goes on', async () => {
    const { clock, queue, batches, problems, errors } = setUp({
      read: (id) => {
        if (id === 1) return Promise.reject(new Error('Unexpected'));
        if (id === 2) return Promise.resolve(null);
        const damaged = { kind: 'damaged', message: 'Empty.' } as const;
        return Promise.resolve(id === 3 ? { media: null, problem: damaged } : facts(id));
      },
    });
    queue.add([1, 2, 3, 4]);
    await settle();
    clock.move(30);
    expect([errors, problems, batches]).toEqual([[1], [3], [[4]]]);
  });

  it('tells now and then how many files are left, and when there are none', async () => {
    const gate = deferred<FileFacts>();
    const { clock, queue, left } = setUp({ read: () => gate.promise });
    queue.add([1, 2, 3, 4, 5, 6]);
    clock.move(499);
    expect(left).toEqual([]);
    clock.move(1);
    expect(left).toEqual([6]);
    gate.resolve({ media: null, problem: { kind: 'damaged', message: 'Empty.' } });
    await settle();
    await settle();
    clock.move(500);
    clock.move(5000);
    expect(left).toEqual([6, 0]);
    queue.add([]);
    clock.move(5000);
    expect(left).toEqual([6, 0]);
  });

  it('ends when it is stopped', async () => {
    const { clock, queue, read, batches } = setUp();
    queue.add([1]);
    queue.stop();
    await settle();
    clock.move(1000);
    expect([read, batches]).toEqual([[1], []]);
  });
});
