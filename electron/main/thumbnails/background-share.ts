// Runs in main: how much of the pool background work may have: none while it is held, fewer workers or pauses on battery.

import type { Clock, Timer } from './clock.js';

/** On battery one worker rests between two jobs for as long as the last one took, within these milliseconds. */
const SHORTEST_REST = 50;
const LONGEST_REST = 5000;

export class BackgroundShare {
  private holding = false;
  private rests = false;
  private resting: Timer | undefined;

  constructor(
    private readonly clock: Clock,
    private workers: number,
    /** Background work may go on. */
    private readonly onOpen: () => void,
  ) {}

  /** Stops it and lets it go on. */
  hold(hold: boolean): void {
    if (this.holding === hold) return;
    this.holding = hold;
    this.onOpen();
  }

  /** `workers` that may do it at once; with `rests` none does for a while after each job. */
  limit(workers: number, rests: boolean): void {
    this.workers = workers;
    this.rests = rests;
    if (!rests) this.endRest();
    this.onOpen();
  }

  /** Workers that may take background work, when `busy` are at it. */
  free(busy: number): number {
    return this.holding || this.resting !== undefined ? 0 : Math.max(0, this.workers - busy);
  }

  /** A background job is over after so many milliseconds. */
  ended(milliseconds: number): void {
    if (!this.rests) return;
    this.endRest();
    const rest = Math.min(LONGEST_REST, Math.max(SHORTEST_REST, milliseconds));
    this.resting = this.clock.setTimer(() => {
      this.resting = undefined;
      this.onOpen();
    }, rest);
  }

  stop(): void {
    this.rests = false;
    this.endRest();
  }

  private endRest(): void {
    if (this.resting !== undefined) this.clock.clearTimer(this.resting);
    this.resting = undefined;
  }
}
