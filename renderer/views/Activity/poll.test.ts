import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { poll, type Poll } from './poll.js';

let asked: number;
let answers: number[];
let errors: unknown[];
let running: Poll;
let ask: () => Promise<number>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = 0;
  answers = [];
  errors = [];
  ask = () => Promise.resolve(++asked);
});
afterEach(() => {
  running.stop();
  vi.useRealTimers();
});

const begin = () => {
  const onAnswer = (answer: number) => void answers.push(answer);
  running = poll({ ask: () => ask(), onAnswer, onError: (error) => void errors.push(error), interval: 1000 });
};

test('asks at once, and again after each answer', async () => {
  begin();
  await vi.advanceTimersByTimeAsync(3000);
  expect(answers).toEqual([1, 2, 3, 4]);
  running.refresh();
  await vi.advanceTimersByTimeAsync(999);
  expect(answers).toEqual([1, 2, 3, 4, 5]);
});

test('asks nothing once it is stopped', async () => {
  begin();
  await vi.advanceTimersByTimeAsync(1000);
  running.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  running.refresh();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toBe(2);
  expect(vi.getTimerCount()).toBe(0);
});

test('asks nothing when it is stopped before the answer, which is thrown away', async () => {
  let answer: (value: number) => void = () => undefined;
  ask = () => {
    asked++;
    return new Promise((done) => (answer = done));
  };
  begin();
  // A slow answer is waited for.
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toBe(1);
  running.stop();
  answer(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked, answers]).toEqual([1, []]);
});

test('goes on after an error', async () => {
  ask = () => (++asked === 1 ? Promise.reject(new Error('busy')) : Promise.resolve(asked));
  begin();
  await vi.advanceTimersByTimeAsync(1000);
  expect([answers, errors]).toEqual([[2], [new Error('busy')]]);
});
