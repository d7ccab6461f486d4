// Runs in main: how much thumbnails may take on disk, and by which clock they are kept.

import type { Clock } from './clock.js';
import type { readStored } from './stored-file.js';

/** Bytes on disk unless configured otherwise. */
export const DEFAULT_CAP = 2_000_000_000;

export interface StoreOptions {
  /** Bytes. */
  readonly cap?: number | (() => number);
  readonly clock?: Clock;
  /** Some pictures were removed because they took more than they may. */
  readonly onEvicted?: () => void;
  /** Pictures that could not be read because the disk did not answer can be again. */
  readonly onAnswering?: () => void;
  /** Reads a stored picture; replaced by tests. */
  readonly readPicture?: typeof readStored;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Tries whether a file (absolute) can be written; replaced by tests. */
  readonly tryWriting?: ((path: string) => Promise<void>) | undefined;
}
