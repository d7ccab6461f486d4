// Runs in main: how fast thumbnails get done, and how long the rest will take.

import type { Clock } from './clock.js';

/** Seconds looked back on: long enough to be calm, short enough to follow a change from photos to videos. */
const WINDOW = 10;

export class Pace {
  /** Ends per second of the clock, oldest first. */
  private readonly buckets: { readonly second: number; ends: number }[] = [];
  private began: number | undefined;

  constructor(private readonly clock: Clock) {}

  /** One more is done. */
  ended(): void {
    const second = this.second();
    this.forget(second);
    this.began ??= this.clock.now() / 1000;
    const last = this.buckets.at(-1);
    if (last?.second === second) last.ends++;
    else this.buckets.push({ second, ends: 1 });
  }

  /** Thumbnails per second lately; 0 when nothing went on. */
  get perSecond(): number {
    this.forget(this.second());
    if (this.began === undefined) return 0;
    const ends = this.buckets.reduce((sum, bucket) => sum + bucket.ends, 0);
    const seconds = Math.min(WINDOW, this.clock.now() / 1000 - this.began);
    return ends / Math.max(1, seconds);
  }

  /** Seconds that `pending` more will take; null while that cannot be said. */
  secondsLeft(pending: number): number | null {
    const rate = this.perSecond;
    return rate > 0 && pending > 0 ? pending / rate : null;
  }

  private second(): number {
    return Math.floor(this.clock.now() / 1000);
  }

  private forget(now: number): void {
    while (this.buckets[0] && this.buckets[0].second <= now - WINDOW) this.buckets.shift();
    if (this.buckets.length === 0) this.began = undefined;
  }
}
