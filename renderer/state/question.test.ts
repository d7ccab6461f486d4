// Tests of what is asked of another process to be shown: what is known of it, that it takes a while, and why it is not there.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { deferred, type Deferred } from '../../electron/shared/deferred.js';
import { AppError } from '../../electron/shared/result.js';
import { setTexts } from '../texts.js';
import { Late } from './patience.js';
import { Question } from './question.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  setTexts('en', 'en', {});
});

function asking() {
  const works: Deferred<number>[] = [];
  const question = new Question(() => {
    const work = deferred<number>();
    works.push(work);
    return work.promise;
  });
  return { question, works };
}
const soon = () => vi.advanceTimersByTimeAsync(0);

it('says that it takes a while, and no longer than it does', async () => {
  const { question, works } = asking();
  void question.put();
  await vi.advanceTimersByTimeAsync(200);
  expect(question.get()).toEqual({ value: null, late: false, problem: null });
  await vi.advanceTimersByTimeAsync(200);
  expect(question.get()).toEqual({ value: null, late: true, problem: null });
  works[0]!.resolve(7);
  await vi.advanceTimersByTimeAsync(400);
  expect(question.get()).toEqual({ value: 7, late: false, problem: null });
});

it('says why there is no answer, until there is one', async () => {
  const { question, works } = asking();
  void question.put();
  setTexts('de', 'de', {});
  works[0]!.reject(new AppError('crashed', 'The library is being started again. Try it again in a moment.'));
  await soon();
  const problem = 'Die Bibliothek wird neu gestartet. Bitte gleich noch einmal versuchen.';
  expect(question.get()).toEqual({ value: null, late: false, problem });
  // Nothing flickers while it is asked again.
  void question.put();
  await soon();
  expect(question.get().problem).toBe(problem);
  await vi.advanceTimersByTimeAsync(400);
  expect(question.get().late).toBe(true);
  works[1]!.resolve(7);
  await soon();
  expect(question.get()).toEqual({ value: 7, late: false, problem: null });
  // What was known stays when a later question fails.
  void question.put();
  works[2]!.reject(new AppError('offline', 'No.'));
  await soon();
  expect(question.get()).toEqual({ value: 7, late: false, problem: 'No.' });
});

it('keeps what main has told meanwhile, and what the last question was answered', async () => {
  const { question, works } = asking();
  void question.put();
  question.enter(2);
  works[0]!.resolve(1);
  await soon();
  expect(question.get().value).toBe(2);
  void question.put();
  void question.put();
  works[2]!.resolve(4);
  await soon();
  works[1]!.resolve(3);
  await vi.advanceTimersByTimeAsync(400);
  expect(question.get()).toEqual({ value: 4, late: false, problem: null });
});

it('nothing changes any more when nobody waits', async () => {
  const { question, works } = asking();
  void question.put();
  question.end();
  await vi.advanceTimersByTimeAsync(400);
  works[0]!.reject(new Error('No.'));
  await soon();
  expect(question.get()).toEqual({ value: null, late: false, problem: null });
});

it('several works are late as long as one of them is', async () => {
  const late = new Late();
  const [first, second, quick] = [deferred(), deferred(), deferred()];
  for (const work of [first, second, quick]) void late.watch(work.promise).catch(() => undefined);
  quick.resolve();
  await vi.advanceTimersByTimeAsync(200);
  expect(late.get()).toBe(false);
  await vi.advanceTimersByTimeAsync(200);
  expect(late.get()).toBe(true);
  first.resolve();
  await soon();
  expect(late.get()).toBe(true);
  second.reject(new Error('No.'));
  await soon();
  expect(late.get()).toBe(false);
});

it('is put once more when something changes meanwhile, however often, and answered in between', async () => {
  const { question, works } = asking();
  void question.put();
  for (let change = 0; change < 5; change++) question.renew();
  expect(works).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(400);
  expect(question.get().late).toBe(true);
  works[0]!.resolve(1);
  await soon();
  expect([question.get().value, works.length]).toEqual([1, 2]);
  works[1]!.reject(new AppError('crashed', 'Try it again.'));
  await soon();
  expect([question.get().problem, works.length]).toEqual(['Try it again.', 2]);
  question.renew();
  expect(works).toHaveLength(3);
  works[2]!.resolve(3);
  await soon();
  expect(question.get()).toEqual({ value: 3, late: false, problem: null });
});
