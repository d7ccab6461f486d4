// Entry of a check thread, a worker thread of the library process: looks through one large database for damage, which
// takes too long for the process that has to answer. Ends when it is done.

import { parentPort, workerData } from 'node:worker_threads';
import type { CheckAnswer, CheckRequest } from './database/check-later.js';
import { isDamaged } from './database/open.js';

const { file } = workerData as CheckRequest;
const answer: CheckAnswer = { damaged: isDamaged(file) };
parentPort?.postMessage(answer);
