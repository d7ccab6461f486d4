// Runs in main: whether thumbnails can be written now. Their disk may not answer at all (a network that went away): then each
// call on it keeps one of this process's few threads. So there is one trial at a time, and nobody waits for it for long.

import type { AppError } from '../../shared/result.js';
import type { Clock, Timer } from './clock.js';
import { storeError, tryWriting } from './stored-file.js';

/** Milliseconds. A disk that wakes up takes some seconds. */
const LIMIT = 10_000;

export interface StoreTrialOptions {
  /** Where thumbnails are stored, for a person. */
  readonly folder: string;
  readonly clock: Clock;
  /** Absolute path of the file that is written. */
  readonly path: string;
  readonly tryWriting: typeof tryWriting | undefined;
}

export class StoreTrial {
  private running: Promise<AppError | null> | null = null;

  constructor(private readonly options: StoreTrialOptions) {}

  /** Resolves when the trial comes back that the disk has not answered; null when there is none. */
  get hanging(): Promise<unknown> | null {
    return this.running;
  }

  /** Why thumbnails cannot be written now, or null. */
  async run(): Promise<AppError | null> {
    const { folder } = this.options;
    this.running ??= this.begin();
    return this.inTime(this.running, () => storeError(folder, { code: 'ETIMEDOUT' }));
  }

  /** Resolves as `promise` does; with what `late` answers when that takes longer than ten seconds. */
  async inTime<T, L>(promise: Promise<T>, late: () => L): Promise<T | L> {
    const { clock } = this.options;
    let timer: Timer | undefined;
    const tooLate = new Promise<L>((resolve) => (timer = clock.setTimer(() => resolve(late()), LIMIT)));
    try {
      return await Promise.race([promise, tooLate]);
    } finally {
      if (timer !== undefined) clock.clearTimer(timer);
    }
  }

  private begin(): Promise<AppError | null> {
    const { folder, path, tryWriting: write = tryWriting } = this.options;
    return write(path)
      .then(
        () => null,
        (error: unknown) => storeError(folder, error),
      )
      .finally(() => (this.running = null));
  }
}
