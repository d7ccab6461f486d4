// Runs in the library process: what the index database needs.

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
