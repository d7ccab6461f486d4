// Shared by main and the window: what the app is doing right now, for the Activity view.

import type { RootId, RootInfo, ThumbnailFailure } from './contract.js';
import type { CacheNumbers, IndexNumbers, WatchNumbers } from './details.js';

export type CacheName = 'directory' | 'metadata';

/** A worker's place in the pool. */
export interface WorkerActivity {
  readonly name: string;
  readonly pid: number | null;
  /** off: not started yet; dead: ended, waits before its next start; ending: told to end. */
  readonly state: 'off' | 'starting' | 'ready' | 'busy' | 'ending' | 'dead';
  /** What it works on, as text for a person, and for how many seconds. */
  readonly file: string | null;
  readonly seconds: number;
  /** Bytes; null when the system does not tell. */
  readonly memory: number | null;
}

export interface PoolActivity {
  /** Since the app started. */
  readonly completed: number;
  /** Of those, the ones whose content had been pictured before. */
  readonly recognised: number;
  readonly failed: number;
  /** Waiting and running, with the files that wait for their place in the pool. */
  readonly pending: number;
  readonly running: number;
  /** Waiting, by lane. */
  readonly lanes: Readonly<Record<'viewer' | 'visible' | 'near' | 'background', number>>;
  /** Seconds that the last jobs took; null before the first. */
  readonly median: number | null;
  readonly p95: number | null;
  readonly workers: readonly WorkerActivity[];
}

export type ProcessKind =
  'main' | 'window' | 'library' | 'thumbnails' | 'graphics' | 'network' | 'sound' | 'starter';

/** One process of the app. */
export interface ProcessActivity {
  readonly pid: number;
  /** As Electron tells it. */
  readonly name: string;
  /** What a person is told; null for what has no other name. */
  readonly kind: ProcessKind | null;
  /** Bytes. */
  readonly memory: number;
  /** Percent of one processor since the look before. */
  readonly cpu: number;
}

export interface ActivitySnapshot {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Seconds since the app started. */
  readonly uptime: number;
  readonly useCache: boolean;
  readonly caches: Readonly<Record<CacheName, CacheNumbers>>;
  readonly pool: PoolActivity;
  readonly thumbnails: {
    readonly paused: boolean;
    readonly perSecond: number;
    readonly done: number;
    readonly total: number;
    /** Files that have no thumbnail, with reasons, the ones left alone first; at most {@link MOST_FAILURES}. */
    readonly failures: readonly ThumbnailFailure[];
    readonly failed: number;
    readonly store: { readonly folder: string; readonly bytes: number; readonly cap: number };
    readonly notice: string | null;
  };
  readonly roots: readonly RootInfo[];
  readonly watchers: readonly WatchNumbers[];
  /** Null while the library process is not running. */
  readonly index: IndexNumbers | null;
  /** Delay of main's event loop since the look before, milliseconds; null at the first look. */
  readonly loop: { readonly median: number; readonly p99: number; readonly longest: number } | null;
  readonly processes: readonly ProcessActivity[];
}

export const MOST_FAILURES = 200;

/** One entry of a cache. */
export interface CacheEntry {
  readonly key: string;
  /** What it is of, for a person. */
  readonly name: string;
  readonly root: RootId | null;
  /** The folder to invalidate with it, relative to its root. */
  readonly folder: string;
  /** Milliseconds. */
  readonly age: number;
  /** Milliseconds until it expires; below 0 it is only waiting to be cleaned away. */
  readonly left: number;
}

export interface CacheEntries {
  /** Youngest first, at most {@link MOST_ENTRIES}. */
  readonly entries: readonly CacheEntry[];
  readonly total: number;
}

export const MOST_ENTRIES = 200;

export const ACTIVITY_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type ActivityLevel = (typeof ACTIVITY_LEVELS)[number];

/** The end of the log file. */
export interface LogTail {
  /** Latest last. */
  readonly lines: readonly LogLine[];
  /** False: the log file is switched off, so that the lines are from before. */
  readonly isKept: boolean;
  /** Why no line can be written, one sentence; null when they can. */
  readonly problem: string | null;
}

/** A line of the log file. */
export interface LogLine {
  /** As written: YYYY-MM-DD HH:MM:SS. */
  readonly time: string;
  readonly module: string;
  readonly level: ActivityLevel;
  readonly message: string;
}
