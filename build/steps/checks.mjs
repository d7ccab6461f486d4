// @ts-check
// Runs in the build scripts: the steps of `npm run check` and `npm test`, each a name and what it runs.

import { mkdir, rm } from 'node:fs/promises';
import { bundle } from './bundle.mjs';
import { addPlaywrightCounts, addVitestCounts } from './counts.mjs';
import { inRoot } from './paths.mjs';
import { rooms } from './rooms.mjs';
import { tool } from './run.mjs';

/**
 * @typedef {import('./run.mjs').RunResult} RunResult
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {() => Promise<RunResult>} run collects its output when the step may run beside others
 * @property {boolean} [quiet] whether its output is collected
 */

const RESULTS = inRoot('test-results');
const collect = /** @type {const} */ ({ output: 'collect' });
const eslint = ['.', '--max-warnings', '0'];

/** @type {Step} */
export const format = {
  name: 'format',
  quiet: true,
  run: () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'], collect),
};

/** @type {Step} */
export const lint = { name: 'lint', quiet: true, run: () => tool('eslint/bin/eslint.js', eslint, collect) };

/** @type {Step} */
export const types = {
  name: 'types',
  quiet: true,
  run: async () => {
    const all = { code: 0, stdout: '', stderr: '', timedOut: false };
    for (const room of rooms()) {
      const one = await tool('typescript/bin/tsc', ['-p', room, '--pretty', 'false'], collect);
      all.code ||= one.code;
      all.stdout += one.stdout;
      all.stderr += one.stderr;
    }
    return all;
  },
};

/**
 * @param {import('./counts.mjs').Counts} counts
 * @returns {Step}
 */
export const unit = (counts) => ({
  name: 'unit tests',
  run: async () => {
    const file = inRoot('test-results/unit.json');
    await fresh(file);
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    const result = await tool('vitest/vitest.mjs', ['run', ...reporters]);
    await addVitestCounts(counts, file);
    return result;
  },
});

/** @type {Step} */
export const build = {
  name: 'build',
  run: async () => {
    await bundle();
    return { code: 0, stdout: '', stderr: '', timedOut: false };
  },
};

/**
 * Tests in real Electron.
 * @param {string} name
 * @param {string} project of playwright.config.ts
 * @param {import('./counts.mjs').Counts} counts
 * @returns {Step}
 */
export const playwright = (name, project, counts) => ({
  name,
  run: async () => {
    const file = inRoot(`test-results/${project}.json`);
    await fresh(file);
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
    const args = ['test', `--project=${project}`, '--reporter=list,json'];
    const result = await tool('@playwright/test/cli.js', args, { env });
    await addPlaywrightCounts(counts, file);
    return result;
  },
});

/**
 * Results of an earlier run must not be taken for this one's.
 * @param {string} file
 */
async function fresh(file) {
  await mkdir(RESULTS, { recursive: true });
  await rm(file, { force: true });
}
