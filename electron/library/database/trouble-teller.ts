// Runs in the library process: tells a person trouble with the index, each kind once, and when it has passed.

import type { Trouble } from './sqlite.js';

/** Trouble that passes by itself, or when a person does something about it. */
const PASSING: ReadonlySet<string> = new Set<Trouble>(['full', 'read-only', 'cannot-open', 'disk', 'busy']);

export const isPassing = (trouble: Trouble): boolean => PASSING.has(trouble);

export class TroubleTeller {
  private readonly told = new Set<string>();

  constructor(private readonly report: (message: string) => void) {}

  /** `what` names the kind. */
  once(what: string, message: string): void {
    if (this.told.has(what)) return;
    this.told.add(what);
    this.report(message);
  }

  /** A writing has succeeded: what was told to be in the way is no more, and may be told again should it come back. */
  over(): void {
    const passed = [...this.told].filter((what) => PASSING.has(what) || what === 'memory');
    for (const what of passed) this.told.delete(what);
    if (passed.length > 0) this.report('What was read of your folders can be kept again.');
  }
}
