// Runs in Node: what a part of the benches is, and what it gets.

import type { Row } from './row.js';

export interface PartOptions {
  /** Less of everything: for trying, not for judging. */
  readonly quick: boolean;
  /** An empty folder for this part, removed afterwards. */
  readonly scratch: string;
  /** Says what is going on. */
  readonly say: (message: string) => void;
}

/** Measures everything of one part; a row is told as soon as it is known. */
export type Part = (options: PartOptions, tell: (row: Row) => void) => Promise<void>;
