// Runs in main: what a running job may take. Its worker is ended when it takes too long, or too much memory.

import { NOT_SAVED, type ThumbnailMade } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import type { Clock, Timer } from './clock.js';
import { SILENT_DISK } from './stored-file.js';

/** Milliseconds. Most jobs are over before the first look at their memory; one that eats it is noticed in time. */
const BETWEEN_LOOKS = 250;
/** Milliseconds that the disk gets for a picture: one that sleeps, or is busy with others, takes long. */
const WRITING_LIMIT = 60_000;

export interface JobWatchOptions {
  readonly clock: Clock;
  /** Milliseconds. */
  readonly limit: number;
  /** Whether the worker holds more memory than it may. */
  readonly isTooLarge: () => boolean;
  /** The job has taken too much: see {@link JobWatch.reason}. */
  readonly onTooMuch: () => void;
}

/** Pixels of a picture that may have made its worker grow by much, and milliseconds of a job that must have. */
const MANY_PIXELS = 40_000_000;
const LONG = 500;

/** Whether a worker may hold much more memory after a picture of this size, for which it took so many milliseconds. */
export const tookMuch = ({ width, height }: Pick<ThumbnailMade, 'width' | 'height'>, ms: number): boolean =>
  width * height > MANY_PIXELS || ms > LONG;

export class JobWatch {
  /** What the job has taken too much of, for a person; undefined as long as it has not. */
  reason: AppError | undefined;
  private timer: Timer;
  private look: Timer;

  constructor(private readonly options: JobWatchOptions) {
    const { clock, limit } = options;
    this.timer = clock.setTimer(() => this.end('timeout', 'It took too long to read this file.'), limit);
    this.look = this.nextLook();
  }

  /** The file is read, and its picture is being written: now another job may be what takes time or memory, or the disk does. */
  writing(): void {
    this.stop();
    if (this.reason) return;
    const message = `${NOT_SAVED}${SILENT_DISK}.`;
    this.timer = this.options.clock.setTimer(() => this.end('internal', message), WRITING_LIMIT);
  }

  /** The job is over. */
  stop(): void {
    this.options.clock.clearTimer(this.timer);
    this.options.clock.clearTimer(this.look);
  }

  private nextLook(): Timer {
    return this.options.clock.setTimer(() => {
      if (!this.options.isTooLarge()) this.look = this.nextLook();
      else this.end('memory', 'Reading this file takes more memory than this computer can spare.');
    }, BETWEEN_LOOKS);
  }

  private end(code: 'timeout' | 'memory' | 'internal', message: string): void {
    this.reason = new AppError(code, message);
    this.stop();
    this.options.onTooMuch();
  }
}
