// Runs in the library process: what the index database needs, and the numbers it tells.

import type { LogLevel } from '../../shared/messages.js';
import type { Database } from './sqlite.js';

export interface IndexOptions {
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /** Tells a person something about the index, one sentence; each kind of trouble once. */
  readonly report: (message: string) => void;
  /** Replaced by tests. */
  readonly open?: (file: string) => Database;
}

/** Numbers for statistics. */
export interface IndexCounts {
  readonly roots: number;
  readonly snapshots: number;
  /** Files with metadata, and those of them that could not be read. */
  readonly files: number;
  readonly errors: number;
  /** Size of the database file, bytes; 0 in memory. */
  readonly bytes: number;
  /** True when there is no file and nothing is kept for the next start. */
  readonly inMemory: boolean;
  /** Writings that failed since the start. */
  readonly failedWrites: number;
}
