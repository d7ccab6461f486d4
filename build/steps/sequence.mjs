// @ts-check
// Runs in the build scripts: runs steps with a header each, stops at the first failure, sums up at the end.

import { messageOf, Stop } from './say.mjs';

/**
 * @typedef {import('./checks.mjs').Step} Step
 * @typedef {{ name: string, code: number, seconds: number }} Done
 */

/**
 * Runs steps one after the other, or two at a time where they stand in an inner array; those must collect
 * their output, which is shown in order. Answers what was done, up to the first failure.
 * @param {readonly (Step | readonly Step[])[]} steps
 * @returns {Promise<Done[]>}
 */
export async function runSteps(steps) {
  /** @type {Done[]} */
  const done = [];
  for (const step of steps) {
    const group = 'name' in step ? [step] : step;
    const queue = [...group];
    const worker = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) done.push(await runStep(next));
    };
    await Promise.all([worker(), worker()]);
    if (done.some(({ code }) => code !== 0)) break;
  }
  return done;
}

/**
 * @param {Step} step
 * @returns {Promise<Done>}
 */
async function runStep(step) {
  const start = performance.now();
  if (!step.quiet) console.log(`\n== ${step.name}`);
  const { code, output } = await outcome(step);
  const seconds = (performance.now() - start) / 1000;
  if (step.quiet) console.log(`\n== ${step.name}`);
  if (output) console.log(output);
  console.log(`${step.name}: ${code === 0 ? 'ok' : `failed (code ${code})`} after ${seconds.toFixed(1)} s`);
  return { name: step.name, code, seconds };
}

/** @param {Step} step */
async function outcome(step) {
  try {
    const { code, stdout, stderr } = await step.run();
    return { code, output: `${stdout}${stderr}`.trim() };
  } catch (error) {
    return { code: error instanceof Stop ? error.exitCode : 1, output: messageOf(error) };
  }
}

/**
 * Prints the summary; its last line counts the tests. Answers the exit code: that of the first failure, else 0.
 * @param {readonly Done[]} done
 * @param {import('./counts.mjs').Counts} counts
 */
export function summarise(done, counts) {
  console.log('\n== summary');
  for (const { name, code, seconds } of done) {
    console.log(`${code === 0 ? 'ok    ' : 'failed'} ${name.padEnd(24)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  console.log(
    `${done.some(({ code }) => code !== 0) ? 'Failed' : 'All done'} after ${Math.round(performance.now() / 1000)} s`,
  );
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return done.find(({ code }) => code !== 0)?.code ?? 0;
}
