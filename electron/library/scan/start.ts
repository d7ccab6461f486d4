// Runs in the library process: starts its scan threads as they are in the built app.

import { Worker } from 'node:worker_threads';
import { SYSTEM_CLOCK } from '../clock.js';
import { readFolder } from '../read-folder.js';
import { Slices } from '../slices.js';
import { ScanThreads } from './threads.js';

/** The threads, on their way already. `entry`: absolute path of their bundle. */
export function startScanThreads(entry: string, log: (message: string) => void): ScanThreads {
  const threads = new ScanThreads({
    clock: SYSTEM_CLOCK,
    start: () => new Worker(entry),
    readHere: async (root, folders) => {
      const slices = new Slices();
      const outcomes = [];
      for (const folder of folders) {
        if (slices.due) await slices.rest();
        outcomes.push(await readFolder(root, folder, slices));
      }
      return outcomes;
    },
    log,
  });
  threads.warm();
  return threads;
}
