// @ts-check
// Runs in the build scripts: how many tests passed and failed, read from the reports of the test runners.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Adds what a report of vitest says. A run without a report was broken off: that counts as one failure.
 * @param {Counts} counts
 * @param {string} file
 */
export async function addVitestCounts(counts, file) {
  const report = await read(file);
  if (!report) return void counts.failed++;
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  // A test file that cannot even be loaded has no failed tests, only a failed suite.
  if (report.numFailedTests === 0 && !report.success) counts.failed++;
}

/**
 * Adds what a report of Playwright says. A run without a report was broken off: that counts as one failure.
 * @param {Counts} counts
 * @param {string} file
 */
export async function addPlaywrightCounts(counts, file) {
  const report = await read(file);
  if (!report) return void counts.failed++;
  counts.passed += report.stats.expected;
  counts.failed += report.stats.unexpected + report.stats.flaky;
  counts.skipped += report.stats.skipped;
  if (report.stats.unexpected === 0 && report.errors.length > 0) counts.failed++;
}

/**
 * @param {string} file
 * @returns {Promise<any>} the report, or null when there is none
 */
async function read(file) {
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null;
}
