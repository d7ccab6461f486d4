// Entry of a scan thread, a worker thread of the library process: reads folders as fast as the disk gives them,
// so that the process itself keeps answering. Knows nothing but the folders it is told to read.

import { parentPort } from 'node:worker_threads';
import { readFolderAtOnce } from './read-folder.js';
import { buffersOf, packReadings } from './scan/readings.js';
import type { ThreadAnswer, ThreadRequest } from './scan/threads.js';

// Electron looks through each path of a file for an archive of its own, which takes a tenth of the time of a scan.
// Nothing of this thread's own code is read from here on.
process.noAsar = true;

parentPort?.on('message', ({ id, root, folders }: ThreadRequest) => {
  const readings = packReadings(folders.map((folder) => readFolderAtOnce(root, folder)));
  const answer: ThreadAnswer = { id, readings };
  parentPort?.postMessage(answer, buffersOf(readings));
});
