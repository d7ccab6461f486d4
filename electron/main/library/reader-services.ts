// Runs in main: what a reader of a root needs, and how it can be asked.

import type { RootId } from '../../shared/contract.js';
import type { ListingPatch } from '../../shared/listing.js';
import type { Listing } from '../../shared/listing-table.js';
import type { LogLevel } from '../../shared/messages.js';
import type { TtlCache } from './cache.js';
import type { LibraryChild } from './library-process.js';
import type { FileChanges } from './open-root.js';

/** Milliseconds between two scans when nothing is cached: somebody who scrolls looks many times a second. */
export const UNCACHED_REST_MS = 5000;

export interface ReaderServices {
  /** The running library process; throws `crashed` while there is none. */
  readonly child: () => LibraryChild;
  readonly cache: TtlCache<Listing>;
  readonly useCache: boolean;
  /** Until then nothing is read, not even what is known from the last run. */
  readonly begin: Promise<void> | undefined;
  readonly now: () => number;
  /** Calls back once after a delay in milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  readonly log: (level: LogLevel, message: string) => void;
  readonly onReset: (root: RootId) => void;
  readonly onPatch: (root: RootId, patch: ListingPatch) => void;
  readonly onFiles: (root: RootId, changes: FileChanges) => void;
  /**
   * Something in these folders (relative paths), or anywhere in `trees`, may have been written to, whether or not that shows in
   * their files.
   */
  readonly onTouched: (root: RootId, folders: readonly string[], trees: readonly string[]) => void;
  /** State, counts or problems of the root have changed. */
  readonly onInfo: () => void;
}

export interface LookOptions {
  /** False: read the disk whatever is cached. */
  readonly useCache?: boolean;
  /** False: do not wait for the sizes of the files that come first; they follow as facts. True when absent. */
  readonly includeDimensions?: boolean;
}

/** Calls back once after a delay; answers what cancels it. */
export const nodeTimer = (ms: number, callback: () => void) => {
  const timer = setTimeout(callback, ms);
  return () => clearTimeout(timer);
};
