// Runs in main: how much memory thumbnail workers may hold.

import { totalmem } from 'node:os';

/** A worker that holds more is replaced between two jobs, so that with the next large picture it stays below 400 MB. Bytes. */
export const MEMORY_LIMIT = 280 * 2 ** 20;
/** A single picture may take this much for the seconds it is read: enough for 250 megapixels of most kinds. Bytes. */
export const JOB_MEMORY_LIMIT = Math.min(2 * 2 ** 30, Math.max(0.75 * 2 ** 30, totalmem() / 4));
