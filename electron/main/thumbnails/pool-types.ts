// Runs in main: what goes into the pool of thumbnail workers and what it tells of itself.

import type { Deferred } from '../../shared/deferred.js';
import type { MediaKind } from '../../shared/media.js';
import type { ThumbnailJob, ThumbnailMade } from '../../shared/messages.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';
import type { Lane } from './queue.js';
import type { SlotState, Worker } from './slot-types.js';
import type { Strikes } from './strikes.js';

export interface PoolOptions {
  /** Starts a process; called again for each replacement. */
  readonly startWorker: () => Worker;
  readonly workers: number;
  readonly log: Logger;
  readonly clock?: Clock;
  /** Milliseconds per job. */
  readonly timeLimits?: Readonly<Record<MediaKind, number>>;
  /** Jobs of the background lane that may wait at once. */
  readonly backgroundLimit?: number;
  /** Jobs of each other lane that may wait at once. */
  readonly laneLimit?: number;
  readonly memoryOf?: (pid: number) => number | null;
  /** A worker that holds more is replaced between two jobs. Bytes. */
  readonly memoryLimit?: number;
  /** A worker that holds more is ended with its job. Bytes. */
  readonly jobMemoryLimit?: number;
  /** Remembers files that end workers; forgotten with the pool unless given. */
  readonly strikes?: Strikes;
  /** The notice changed. */
  readonly onNotice?: () => void;
}

export interface PoolWork {
  /** Work with the same key is one job. */
  readonly key: string;
  readonly lane: Lane;
  readonly job: Omit<ThumbnailJob, 'timeLimit'>;
  /** Whether the content may have been pictured before; asked when the job begins. */
  readonly mayBeKnown?: () => boolean;
  /** The picture of a content, which then is not made again. */
  readonly recognise?: Recognise;
}

/** Work in the pool, waiting or running. */
export interface PoolTask extends PoolWork {
  lane: Lane;
  readonly answer: Deferred<ThumbnailMade>;
  startedAt: number;
}

/** Answers what is known of the picture of a content (its fingerprint; `readSum`: its CRC-32, which is dear), or null. */
export type Recognise = (
  fingerprint: string,
  readSum: () => Promise<number>,
) => ThumbnailMade | null | Promise<ThumbnailMade | null>;

export interface PoolStats {
  /** Made or recognised. */
  readonly completed: number;
  readonly recognised: number;
  readonly failed: number;
  /** Waiting and running. */
  readonly pending: number;
  readonly queueSize: number;
  readonly running: number;
  /** Waiting, by lane. */
  readonly lanes: Readonly<Record<Lane, number>>;
  /** Seconds that the last jobs took; null before the first. */
  readonly median: number | null;
  readonly p95: number | null;
  readonly workers: readonly WorkerStats[];
}

export interface WorkerStats {
  readonly name: string;
  readonly pid: number | null;
  readonly state: SlotState;
  /** What it works on, as text for a person, and for how long. */
  readonly file: string | null;
  readonly seconds: number;
  /** Bytes; null when not known. */
  readonly memory: number | null;
}
