import { expect, it } from 'vitest';
import { LogLimit } from './log-limit.js';

function limited() {
  let time = 0;
  const later: { at: number; run: () => void }[] = [];
  const limit = new LogLimit({
    ...{ most: 3, period: 10_000, now: () => time },
    after: (ms, run) => void later.push({ at: time + ms, run }),
  });
  const told: number[] = [];
  return {
    told,
    write: (message: string, kind = 'thumbnails info') =>
      limit.allows(kind, message, (left) => told.push(left)),
    pass: (ms: number) => {
      time += ms;
      for (const timer of later.splice(0)) {
        if (timer.at <= time) timer.run();
        else later.push(timer);
      }
    },
  };
}

it('leaves out what repeats itself, whatever its numbers, and tells how many', () => {
  const { write, pass, told } = limited();
  expect([1, 2, 3, 4, 5].map((n) => write(`Job ${n} failed`))).toEqual([true, true, true, false, false]);
  expect(write('Job failed')).toBe(true);
  expect(write('Job 6 failed', 'library info')).toBe(true);
  pass(9999);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual([2]);
  expect(write('Job 7 failed')).toBe(true);
  pass(10_000);
  expect(told).toEqual([2]);
});

it('tells nothing when nothing was left out, and keeps no more kinds than it must', () => {
  const { write, pass, told } = limited();
  const word = (n: number) => n.toString(2).replaceAll('0', 'a').replaceAll('1', 'b');
  for (let n = 0; n < 5000; n++) expect(write(word(n))).toBe(true);
  pass(20_000);
  expect(told).toEqual([]);
});
