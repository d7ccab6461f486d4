// Shared by main and the page: how making thumbnails goes, for each file and as a whole.

import type { FileId, RootId } from './contract.js';
import type { ErrorCode } from './result.js';

/** A file whose thumbnail could not be made. */
export interface ThumbnailFailure {
  readonly root: RootId;
  readonly id: FileId;
  /** Relative path, `/` between parts. */
  readonly path: string;
  readonly code: ErrorCode;
  readonly message: string;
}

export interface ThumbnailStatus {
  /** Files of all roots. */
  readonly total: number;
  /** Thumbnails that exist. */
  readonly done: number;
  readonly failed: number;
  /** Jobs waiting or running. */
  readonly pending: number;
  /** 0: workers are switched off, and only what exists is served. */
  readonly workers: number;
  /** Background work rests; what is on screen is made all the same. */
  readonly paused: boolean;
  /** The computer runs on its battery, so background work goes slower. */
  readonly onBattery: boolean;
  /** Nothing is made for now, whatever the file: tiles without a thumbnail show the photo itself. */
  readonly originals: boolean;
  /** Thumbnails done per second lately; 0 when nothing went on. */
  readonly perSecond: number;
  /** Until all are done; null while that cannot be said. */
  readonly secondsLeft: number | null;
  /** Of all stored thumbnails, and how many there may be. */
  readonly bytes: number;
  readonly cap: number;
  /** Set when something keeps thumbnails from being made (no ffmpeg, workers that do not start); one sentence. */
  readonly notice: string | null;
}

/** Ends of thumbnail jobs since the last event. */
export interface ThumbnailsChanged {
  readonly root: RootId;
  readonly ready: readonly FileId[];
  readonly failed: readonly ThumbnailFailure[];
  /** Of files that are ready. */
  readonly placeholders: PlaceholderColumns;
}

/** Tiny pictures, to fill tiles until their thumbnails are there. */
export interface PlaceholderColumns {
  readonly ids: Uint32Array;
  /** One after another, each as shared/placeholder.ts says. */
  readonly colors: Uint8Array;
}
