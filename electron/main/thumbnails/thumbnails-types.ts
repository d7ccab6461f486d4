// Runs in main: what the thumbnail service needs from the app and what it answers.

import type {
  FileId,
  Problem,
  RootId,
  ThumbnailFailure,
  ThumbnailsChanged,
  ThumbnailStatus,
} from '../../shared/contract.js';
import type { Logger } from '../log.js';
import type { Clock } from './clock.js';
import type { FfmpegFound } from './ffmpeg.js';
import type { LookUp, MediaFacts } from './media-file.js';
import type { ThumbnailPool } from './pool.js';
import type { PoolStats } from './pool-types.js';
import type { ThumbnailStore } from './store.js';
import type { StoredPicture } from './stored-file.js';

export interface ThumbnailsOptions {
  readonly pool: ThumbnailPool;
  readonly store: ThumbnailStore;
  readonly lookUp: LookUp;
  /** Whether a root is out of reach: nothing is made of its files until they are announced again. */
  readonly isAway?: (root: RootId) => boolean;
  /** Asked once at start. */
  readonly ffmpeg: () => Promise<FfmpegFound>;
  readonly workers: number;
  /** Where failures are kept over a restart, absolute; absent: nowhere. */
  readonly userData?: string;
  /** Whether background work rests from the start. */
  readonly paused?: boolean;
  /** A person stopped or resumed background work: to be remembered. */
  readonly onPaused?: (paused: boolean) => void;
  readonly emitChanged: (change: ThumbnailsChanged) => void;
  readonly emitStatus: (status: ThumbnailStatus) => void;
  readonly onFacts: (root: RootId, id: FileId, facts: MediaFacts) => void;
  /** A file that could be pictured but is not whole. */
  readonly onProblem: (problem: Problem) => void;
  readonly log: Logger;
  readonly clock?: Clock;
}

export type ThumbnailBytes =
  | { readonly path: string; readonly bytes?: StoredPicture['bytes'] }
  | { readonly pending: true }
  | { readonly failed: ThumbnailFailure };

/** What is going on. */
export interface ThumbnailActivity extends Pick<
  ThumbnailStatus,
  'done' | 'total' | 'paused' | 'perSecond' | 'notice'
> {
  readonly pool: PoolStats;
  readonly failures: readonly ThumbnailFailure[];
  /** Bytes. */
  readonly store: { readonly folder: string; readonly bytes: number; readonly cap: number };
}

/** What a file contains, as a name; `unreadable` when no picture of it can be made. */
export type Content = { readonly name: string } | 'unknown' | 'unreadable' | 'gone';

/** What a window shows now, most wanted first. */
export interface Wish {
  readonly root: RootId;
  readonly visible: readonly FileId[];
  readonly near: readonly FileId[];
}
