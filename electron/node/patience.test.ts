// Tests of waiting for a drive that does not answer: calls that never come back, and a clock moved by hand.

import { expect, it } from 'vitest';
import { SILENT } from '../shared/messages.js';
import { Patience } from './patience.js';

const LIMIT = 5000;
const settle = () => new Promise(setImmediate);
/** What waits for a thread that is free, without threads. */
const free: (() => void)[] = [];
const release = () => free.splice(0).forEach((callback) => callback());

/** A patience with its calls, in the order in which they began, and a clock for one limit. */
function patienceFor(most: number) {
  const timers = new Set<() => void>();
  const calls: ((value: string) => void)[] = [];
  const told: boolean[] = [];
  const patience = new Patience({
    most,
    limit: LIMIT,
    after: (ms, callback) => {
      expect(ms).toBe(LIMIT);
      timers.add(callback);
      return () => timers.delete(callback);
    },
    whenFree: (callback) => free.push(callback),
    onHanging: (hangs) => told.push(hangs),
  });
  const call = () => new Promise<string>((resolve) => calls.push(resolve));
  const pass = () => {
    for (const callback of timers) callback();
    timers.clear();
    release();
    return settle();
  };
  return { patience, calls, told, call, pass, timers };
}

const SILENCE = { code: 'offline', message: SILENT };

it('lets a few calls wait at a time, the others after them', async () => {
  const { patience, calls, told, call, timers } = patienceFor(2);
  const all = Promise.all([patience.run(call), patience.run(call), patience.run(call)]);
  await settle();
  expect(calls).toHaveLength(2);
  calls[1]!('b');
  await settle();
  expect(calls).toHaveLength(3);
  calls[0]!('a');
  calls[2]!('c');
  expect(await all).toEqual(['a', 'b', 'c']);
  expect([told, timers.size]).toEqual([[], 0]);
});

it('refuses all others while one hangs, and takes them again when it has come back', async () => {
  const { patience, calls, told, call, pass } = patienceFor(2);
  const hanging = [patience.run(call), patience.run(call)];
  const waiting = patience.run(call).catch((error: unknown) => error);
  await settle();
  await pass();
  expect(await waiting).toMatchObject(SILENCE);
  await expect(patience.run(call)).rejects.toMatchObject(SILENCE);
  expect([calls.length, told, patience.hangs]).toEqual([2, [true], true]);
  calls[0]!('late');
  expect(await hanging[0]).toBe('late');
  await expect(patience.run(call)).rejects.toMatchObject(SILENCE);
  calls[1]!('later');
  expect(await hanging[1]).toBe('later');
  expect([told, patience.hangs]).toEqual([[true, false], false]);
  const again = patience.run(call);
  await settle();
  calls[2]!('again');
  expect(await again).toBe('again');
});

it('counts a call that fails as an answer', async () => {
  const { patience } = patienceFor(1);
  const broken = () => Promise.reject(new Error('EIO'));
  await expect(patience.run(broken)).rejects.toThrow('EIO');
  await expect(patience.run(broken)).rejects.toThrow('EIO');
});

it('lets nobody wait beyond the limit who does not want to', async () => {
  const { patience, calls, call, pass, timers } = patienceFor(1);
  const look = patience.runInTime(call).catch((error: unknown) => error);
  await pass();
  expect(await look).toMatchObject(SILENCE);
  await expect(patience.runInTime(call)).rejects.toMatchObject(SILENCE);
  expect(calls).toHaveLength(1);
  calls[0]!('late');
  await settle();
  const next = patience.runInTime(call);
  calls[1]!('now');
  expect(await next).toBe('now');
  expect(timers.size).toBe(0);
});

it('takes in first what came back while the process itself was held up', async () => {
  const { patience, calls, told, call, timers } = patienceFor(1);
  const look = patience.runInTime(call);
  for (const callback of timers) callback();
  calls[0]!('there');
  await settle();
  release();
  expect([await look, told]).toEqual(['there', []]);
});

it('blames no drive while calls on others keep all threads', async () => {
  const { patience, told, call, timers } = patienceFor(1);
  const look = patience.runInTime(call).catch((error: unknown) => error);
  for (const callback of timers) callback();
  await settle();
  expect([told, patience.hangs]).toEqual([[], false]);
  release();
  expect(await look).toMatchObject(SILENCE);
  expect(told).toEqual([true]);
});
