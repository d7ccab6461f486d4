// Renderer: work on many files in slices, between which the window may paint and answer, and what is made of it.

import { browserSlices, runAtOnce, runSliced } from '../../state/schedule.js';

export class Steps {
  /** Does at once what is left. */
  private rest: (() => void) | null = null;

  /** Does the work, then `show` with what it led to; with `pauses` both later, in pieces. */
  run<T>(work: Generator<void, T>, show: (made: T) => void, pauses: boolean): void {
    this.finish();
    let made: { readonly value: T } | null = null;
    const rest = () => show(made === null ? runAtOnce(work) : made.value);
    this.rest = rest;
    if (!pauses) return this.finish();
    const later = async () => {
      await browserSlices.pause();
      const slices = runSliced(work, () => this.rest !== rest, browserSlices);
      const value = this.rest === rest ? await slices : null;
      if (this.rest !== rest) return;
      made = { value: value! };
      await browserSlices.pause();
      if (this.rest === rest) this.finish();
    };
    void later();
  }

  /** Does at once all that is left: before anything is made of what it leads to. */
  finish(): void {
    const { rest } = this;
    this.rest = null;
    rest?.();
  }
}
