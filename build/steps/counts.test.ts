// Runs in Node: the last line of `npm test` must not claim more than the reports say.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPlaywrightCounts, addVitestCounts } from './counts.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'home-gallery-counts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const zero = () => ({ passed: 0, failed: 0, skipped: 0 });
const vitest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, success: true };
const playwright = { stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe('addVitestCounts', () => {
  it('adds to what is there', async () => {
    const counts = { passed: 10, failed: 1, skipped: 0 };
    await addVitestCounts(counts, report({ ...vitest, numFailedTests: 2, success: false }));
    expect(counts).toEqual({ passed: 15, failed: 3, skipped: 1 });
  });

  it('counts a test file that cannot be loaded', async () => {
    const counts = zero();
    await addVitestCounts(counts, report({ ...vitest, success: false }));
    expect(counts.failed).toBe(1);
  });

  it('counts a run that was broken off', async () => {
    const counts = zero();
    await addVitestCounts(counts, join(folder, 'missing.json'));
    expect(counts.failed).toBe(1);
  });
});

describe('addPlaywrightCounts', () => {
  it('adds, and a test that passed only sometimes failed', async () => {
    const counts = { passed: 1, failed: 0, skipped: 0 };
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    await addPlaywrightCounts(counts, report({ ...playwright, stats }));
    expect(counts).toEqual({ passed: 4, failed: 2, skipped: 2 });
  });

  it('counts an error outside of any test', async () => {
    const counts = zero();
    await addPlaywrightCounts(counts, report({ ...playwright, errors: [{ message: 'no tests found' }] }));
    expect(counts.failed).toBe(1);
  });

  it('counts a run that was broken off', async () => {
    const counts = zero();
    await addPlaywrightCounts(counts, join(folder, 'missing.json'));
    expect(counts.failed).toBe(1);
  });
});
