// Runs in main: puts the thumbnail engine together for the app.

import { app, powerMonitor } from 'electron';
import type { FileId, Problem, RootId, ThumbnailsChanged, ThumbnailStatus } from '../../shared/contract.js';
import type { ThumbnailEvents, ThumbnailRequests } from '../../shared/messages.js';
import { startChild, type Child } from '../child.js';
import type { Logger } from '../log.js';
import type { FfmpegFound } from './ffmpeg.js';
import { JOB_MEMORY_LIMIT, MEMORY_LIMIT } from './memory-limits.js';
import { memoryReader } from './memory-reader.js';
import { ThumbnailPool } from './pool.js';
import { withWaiting } from './pool-stats.js';
import { watchLinuxPower } from './power.js';
import { ThumbnailStore } from './store.js';
import { Strikes } from './strikes.js';
import type { LookUp, MediaFacts } from './media-file.js';
import { Thumbnails } from './thumbnails.js';
import type { ThumbnailActivity } from './thumbnails-types.js';

export interface CreateOptions {
  /** Absolute path of the worker's bundle. */
  readonly entry: string;
  /** Where thumbnails are stored. */
  readonly folder: string;
  /** Bytes that they may take; asked whenever it matters. */
  readonly space: () => number;
  /** Where it is kept which files end workers. */
  readonly userData: string;
  readonly workers: number;
  /** Which ffmpeg there is. */
  readonly ffmpeg: () => Promise<FfmpegFound>;
  /** Background work rests, as it did when the app ended. */
  readonly paused: boolean;
  readonly onPaused: (paused: boolean) => void;
  readonly lookUp: LookUp;
  readonly isAway: (root: RootId) => boolean;
  readonly onChanged: (change: ThumbnailsChanged) => void;
  readonly onStatus: (status: ThumbnailStatus) => void;
  readonly onFacts: (root: RootId, id: FileId, facts: MediaFacts) => void;
  readonly onProblem: (problem: Problem) => void;
  readonly log: Logger;
}

export interface ThumbnailEngine {
  /** Not started yet. */
  readonly thumbnails: Thumbnails;
  /** What is going on, for a person who wants to know. */
  readonly activity: () => ThumbnailActivity;
  /** Replaces the workers, or the one of that name; running jobs end first. */
  readonly restartWorkers: (name: string | null) => void;
}

export function createThumbnails(options: CreateOptions): ThumbnailEngine {
  const { log, workers } = options;
  const pool: ThumbnailPool = new ThumbnailPool({
    startWorker: () => startWorker(options.entry, log),
    workers,
    memoryOf: memoryReader(
      () => app.getAppMetrics(),
      () => performance.now(),
    ),
    memoryLimit: MEMORY_LIMIT,
    jobMemoryLimit: JOB_MEMORY_LIMIT,
    strikes: new Strikes(options.userData, log),
    onNotice: () => thumbnails.noticeChanged(),
    log,
  });
  const store = new ThumbnailStore(options.folder, log, {
    cap: options.space,
    onEvicted: () => thumbnails.evicted(),
    onAnswering: () => thumbnails.resume(),
  });
  const thumbnails: Thumbnails = new Thumbnails({
    pool,
    store,
    userData: options.userData,
    paused: options.paused,
    onPaused: options.onPaused,
    lookUp: options.lookUp,
    isAway: options.isAway,
    ffmpeg: options.ffmpeg,
    workers,
    emitChanged: options.onChanged,
    emitStatus: options.onStatus,
    onFacts: options.onFacts,
    onProblem: options.onProblem,
    log,
  });
  watchPower((onBattery) => thumbnails.powered(onBattery));
  return {
    thumbnails,
    activity: () => {
      const { done, total, paused, perSecond, notice, bytes, cap } = thumbnails.status();
      const place = { folder: store.folder, bytes, cap };
      const failures = thumbnails.failures();
      const numbers = withWaiting(pool.stats(), thumbnails.waiting());
      return { pool: numbers, failures, store: place, done, total, paused, perSecond, notice };
    },
    restartWorkers: (name) => pool.restart(name),
  };
}

/** Starts a worker, whose bundle is `entry`. */
export const startWorker = (entry: string, log: Logger): Child<ThumbnailRequests, ThumbnailEvents> =>
  startChild<ThumbnailRequests, ThumbnailEvents>({ entry, name: 'Home Gallery thumbnails', log });

/** Tells whether the computer runs on its battery: now, if it does, and whenever that changes. */
function watchPower(tell: (onBattery: boolean) => void): void {
  if (process.platform === 'linux') watchLinuxPower(tell);
  powerMonitor.on('on-battery', () => tell(true));
  powerMonitor.on('on-ac', () => tell(false));
  if (powerMonitor.onBatteryPower) tell(true);
}
