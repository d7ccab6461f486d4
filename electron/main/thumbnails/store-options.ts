// Runs in main: how much thumbnails may take on disk, and by which clock they are kept.

import type { Clock } from './clock.js';

/** Bytes on disk unless configured otherwise. */
export const DEFAULT_CAP = 2_000_000_000;

export interface StoreOptions {
  /** Bytes. */
  readonly cap?: number | (() => number);
  readonly clock?: Clock;
  /** Some pictures were removed because they took more than they may. */
  readonly onEvicted?: () => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Tries whether a file (absolute) can be written; replaced by tests. */
  readonly tryWriting?: ((path: string) => Promise<void>) | undefined;
}
