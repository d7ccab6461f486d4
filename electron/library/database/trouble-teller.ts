// Runs in the library process: tells a person trouble with the index, each kind once, and when it has passed.

import type { Trouble } from './sqlite.js';

/** Trouble that passes by itself, or when a person does something about it. */
const PASSING: ReadonlySet<string> = new Set<Trouble>(['full', 'read-only', 'cannot-open', 'disk', 'busy']);

export const isPassing = (trouble: Trouble): boolean => PASSING.has(trouble);

export class TroubleTeller {
  private readonly told = new Set<string>();
  private readonly open = new Set<string>();

  constructor(private readonly report: (message: string) => void) {}

  /** `what` names the kind. */
  once(what: string, message: string): void {
    if (this.told.has(what)) return;
    this.told.add(what);
    this.report(message);
  }

  /** Something could not be written. `work` names it. */
  failed(work: string): void {
    this.open.add(work);
  }

  /** Work whose name ends so will not be tried again. */
  forget(end: string): void {
    for (const work of this.open) if (work.endsWith(end)) this.open.delete(work);
  }

  /**
   * Something was written. When it was the last of what had failed, the trouble is over, and is told once more should it
   * come back. (What is small may find room while what is large does not: that would tell both again and again.)
   */
  written(work: string): void {
    this.open.delete(work);
    if (this.open.size > 0) return;
    const passed = [...this.told].filter((what) => PASSING.has(what) || what === 'memory');
    for (const what of passed) this.told.delete(what);
    if (passed.length > 0) this.report('What was read of your folders can be kept again.');
  }
}
