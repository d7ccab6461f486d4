// Runs in Node: steps stop at the first failure, and the summary ends with the plain count.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Stop } from './say.mjs';
import { runSteps, summarise } from './sequence.mjs';

const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

const step = (name: string, code = 0) => ({
  name,
  run: () => Promise.resolve({ code, stdout: '', stderr: '', timedOut: false }),
});
const names = (done: readonly { name: string }[]) => done.map(({ name }) => name).sort();

describe('runSteps', () => {
  it('runs all, also those that stand together', async () => {
    const done = await runSteps([step('a'), [step('b'), step('c'), step('d')], step('e')]);
    expect(names(done)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('stops after a failure', async () => {
    const done = await runSteps([step('a'), step('b', 3), step('c')]);
    expect(names(done)).toEqual(['a', 'b']);
    expect(summarise(done, { passed: 1, failed: 0, skipped: 0 })).toBe(3);
  });

  it('takes a thrown error for a failure and shows its message', async () => {
    const broken = { name: 'broken', run: () => Promise.reject(new Stop('It broke.', 9)) };
    const done = await runSteps([broken, step('next')]);
    expect(done.map(({ code }) => code)).toEqual([9]);
    expect(lines).toContain('It broke.');
  });
});

describe('summarise', () => {
  it('ends with the number of tests', () => {
    expect(summarise([{ name: 'a', code: 0, seconds: 1 }], { passed: 12, failed: 0, skipped: 2 })).toBe(0);
    expect(lines.at(-1)).toBe('12 passed, 0 failed');
  });
});
