// Runs in main: what a running job may take. Its worker is ended when it takes too long, or too much memory.

import { AppError } from '../../shared/result.js';
import type { Clock, Timer } from './clock.js';

/** Milliseconds. Most jobs are over before the first look at their memory; one that eats it is noticed in time. */
const BETWEEN_LOOKS = 250;

export interface JobWatchOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly limit: number;
  /** Whether the worker holds more memory than it may. */
  readonly isTooLarge: () => boolean;
  /** The job has taken too much: see {@link JobWatch.reason}. */
  readonly onTooMuch: () => void;
}

export class JobWatch {
  /** What the job has taken too much of, for a person; undefined as long as it has not. */
  reason: AppError | undefined;
  private readonly timer: Timer;
  private look: Timer;

  constructor(private readonly options: JobWatchOptions) {
    const { clock, limit } = options;
    this.timer = clock.setTimer(() => this.end('timeout', 'It took too long to read this file.'), limit);
    this.look = this.nextLook();
  }

  /** From now on another job may be what takes the memory. */
  ignoreMemory(): void {
    this.options.clock.clearTimer(this.look);
  }

  /** The job is over. */
  stop(): void {
    this.options.clock.clearTimer(this.timer);
    this.ignoreMemory();
  }

  private nextLook(): Timer {
    return this.options.clock.setTimer(() => {
      if (!this.options.isTooLarge()) this.look = this.nextLook();
      else this.end('memory', 'Reading this file takes more memory than this computer can spare.');
    }, BETWEEN_LOOKS);
  }

  private end(code: 'timeout' | 'memory', message: string): void {
    this.reason = new AppError(code, message);
    this.stop();
    this.options.onTooMuch();
  }
}
