// Runs in the library process: has a large database looked through for damage in a thread of its own, while it is used.
// SQLite makes this check in one call that nothing can divide: 330 ms for 200 MB that the system holds in memory.

import type { Worker } from 'node:worker_threads';
import type { LogLevel } from '../../shared/messages.js';
import type { Clock } from '../clock.js';
import type { CheckLater } from './index-types.js';

/** What a check thread is started with. */
export interface CheckRequest {
  /** Absolute path. */
  readonly file: string;
}

export interface CheckAnswer {
  readonly damaged: boolean;
}

export interface CheckOptions {
  /** Starts a thread with `request` as its `workerData`. */
  readonly start: (request: CheckRequest) => Worker;
  readonly clock: Clock;
  readonly log: (level: LogLevel, message: string) => void;
}

/** Milliseconds: a start has better things to read from the disk. */
export const CHECK_AFTER_MS = 10_000;

/** Checks in threads. A check that cannot be made is logged; damage then shows when it is used. */
export function checkInThreads({ start, clock, log }: CheckOptions): CheckLater {
  return (file, onDamaged) => {
    let thread: Worker | null = null;
    let ended = false;
    const cancel = clock.after(CHECK_AFTER_MS, () => {
      const started = clock.now();
      thread = start({ file });
      // An app that ends does not wait for it.
      thread.unref();
      thread.on('message', ({ damaged }: CheckAnswer) => {
        if (ended) return;
        const result = damaged ? 'damaged' : 'sound';
        log('debug', `Database ${file} checked beside all else in ${clock.now() - started} ms: ${result}`);
        if (damaged) onDamaged();
      });
      thread.on('error', (error) => {
        if (!ended) log('warn', `Database ${file} could not be checked: ${String(error)}`);
      });
    });
    return () => {
      ended = true;
      cancel();
      // The call it is in comes to its end by itself; nobody waits for that.
      void thread?.terminate();
    };
  };
}
