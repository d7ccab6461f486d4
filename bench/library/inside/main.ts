// Runs in main of a bare Electron: does what BENCH_TASK names and prints one line of JSON.
// `scan` and `watch` in a fresh utility process; `memory` measures listings here, where the app keeps them.

import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import { memoryPerEntry } from './memory.js';
import type { Measured } from './scan.js';

const { BENCH_TASK: task = '', BENCH_ROOT: root = '', BENCH_THREAD: thread = '' } = process.env;

const inUtilityProcess = () =>
  new Promise<Measured>((done, fail) => {
    const entry = join(import.meta.dirname, 'scan.js');
    const child = utilityProcess.fork(entry, [task, root, thread], {
      stdio: 'inherit',
      execArgv: ['--expose-gc'],
    });
    child.on('message', done);
    child.on('exit', (code) => fail(new Error(`The process ended with code ${code}`)));
  });

async function run(): Promise<unknown> {
  await app.whenReady();
  return task === 'memory' ? memoryPerEntry() : inUtilityProcess();
}

run().then(
  (value) => {
    process.stdout.write(`RESULT ${JSON.stringify(value)}\n`, () => app.exit(0));
  },
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`, () => app.exit(1));
  },
);
