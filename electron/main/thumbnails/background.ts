// Runs in main: the work nobody waits for. Keeps the pool's background lane filled up to its bound, and knows when to
// rest: while it is paused, on battery, or when the space is nearly used up.

import type { RootId } from '../../shared/contract.js';
import type { GridJobs } from './grid-jobs.js';
import { fileIdentity } from './keys.js';
import type { Ledger } from './ledger.js';
import type { Maker } from './maker.js';
import type { LookUp } from './media-file.js';
import type { ThumbnailPool } from './pool.js';
import type { ThumbnailStore } from './store.js';

export interface BackgroundOptions {
  readonly ledger: Ledger;
  readonly maker: Maker;
  readonly jobs: GridJobs;
  readonly pool: ThumbnailPool;
  readonly store: ThumbnailStore;
  readonly lookUp: LookUp;
  readonly isAway: (root: RootId) => boolean;
  readonly workers: number;
  /** Whether to rest from the start. */
  readonly paused: boolean;
  readonly onPaused: ((paused: boolean) => void) | undefined;
}

/** The pool is filled up when it has room for this many: most ends of jobs then cost nothing here. */
const PORTION = 250;
/** A battery is for what the person does: one worker goes on in the background; where there is only one, it rests in between. */
const WORKERS_ON_BATTERY = 1;

export class Background {
  private resting: boolean;
  private battery = false;

  constructor(private readonly options: BackgroundOptions) {
    this.resting = options.paused;
  }

  get paused(): boolean {
    return this.resting;
  }

  /** Whether nothing is made that nobody looks at: it is paused, or there is no space left for it. */
  get held(): boolean {
    return this.resting || this.options.store.full;
  }

  get onBattery(): boolean {
    return this.battery;
  }

  /** Stops and resumes; what a person looks at is made all the same. */
  pause(paused: boolean): void {
    this.resting = paused;
    this.options.onPaused?.(paused);
  }

  /** The computer runs on its battery, or on mains again. */
  powered(onBattery: boolean): void {
    const { pool, workers } = this.options;
    this.battery = onBattery;
    pool.limitBackground(
      onBattery ? Math.min(WORKERS_ON_BATTERY, workers) : workers,
      onBattery && workers <= WORKERS_ON_BATTERY,
    );
  }

  /** Holds or opens the pool's background lane, and fills it while there is something to do and room for it. */
  feed(): void {
    const { pool, maker, ledger, jobs, lookUp, isAway } = this.options;
    const { held } = this;
    pool.holdBackground(held);
    if (!maker.works || held) return;
    let room = pool.backgroundRoom;
    if (room < PORTION) return;
    for (const { root, id } of ledger.each('todo', isAway)) {
      const file = lookUp(root, id);
      if (file) jobs.enqueue(file, fileIdentity(file), 'background');
      else ledger.forget(root, id);
      if (--room === 0) return;
    }
  }
}
