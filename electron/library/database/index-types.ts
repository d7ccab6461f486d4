// Runs in the library process: what the index database needs, and the name of a damaged one.

import type { LogLevel } from '../../shared/messages.js';
import type { Database } from './sqlite.js';

/** A larger file is not checked at start (100 MB take 60-150 ms) but later, beside all else. */
export const CHECK_LIMIT = 96 * 1024 * 1024;

export const REBUILT =
  'The index of your folders was damaged and is built again. Your files are not affected.';

/**
 * Has a database file that is in use checked without holding this process. `onDamaged` comes at most once, not from
 * within. Answers what ends the check; nothing comes after that.
 */
export type CheckLater = (file: string, onDamaged: () => void) => () => void;

export interface IndexOptions {
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /** Tells a person something about the index, one sentence; each kind of trouble once. */
  readonly report: (message: string) => void;
  /** How a file is checked that is too large for a check at start; absent: damage in it shows when it is used. */
  readonly checkLater?: CheckLater | undefined;
  /** A damaged file has been replaced by an empty one while it was used: what is known should be kept again. */
  readonly onReplaced?: () => void;
  /** Replaced by tests. Bytes; a larger file is checked later. */
  readonly checkLimit?: number;
  /** Replaced by tests. */
  readonly open?: (file: string) => Database;
}

/** Where a damaged index goes; only the newest is kept. */
export const damagedIndexName = (file: string): string => file.replace(/(\.db)?$/, '.damaged.db');
