// Runs in main: those who wait until the pool has nothing left to do.

import type { Clock } from './clock.js';

export class Waiters {
  private readonly waiting = new Set<() => void>();

  constructor(private readonly clock: Clock) {}

  /** Resolves with true at {@link release}, with false after `timeoutMs`. */
  wait(timeoutMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (result: boolean) => {
        this.clock.clearTimer(timer);
        this.waiting.delete(done);
        resolve(result);
      };
      const done = () => finish(true);
      const timer = this.clock.setTimer(() => finish(false), timeoutMs);
      this.waiting.add(done);
    });
  }

  release(): void {
    for (const done of [...this.waiting]) done();
  }
}
