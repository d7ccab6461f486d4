// Runs in the library process: turns many small notices of change into few. The first change is told quickly;
// while more keep coming, the steps grow, so a burst costs a few readings instead of thousands.

import type { Clock } from '../clock.js';

const FIRST_MS = 50;
const LONGEST_MS = 1000;
/** So many steps in a row are a burst, in which a system's event queue may have overflowed. */
const BURST_STEPS = 4;

export interface CoalescerOptions {
  readonly clock: Clock;
  /** Changed folders, each once. */
  readonly onFolders: (folders: string[]) => void;
  /** A burst has ended: events may have been lost in it. */
  readonly onBurstEnd: () => void;
}

export class ChangeCoalescer {
  private readonly folders = new Set<string>();
  private step = FIRST_MS;
  private steps = 0;
  private cancel: (() => void) | null = null;

  constructor(private readonly options: CoalescerOptions) {}

  note(folder: string): void {
    this.folders.add(folder);
    this.cancel ??= this.options.clock.after(this.step, () => this.tick());
  }

  close(): void {
    this.cancel?.();
    this.cancel = null;
    this.folders.clear();
  }

  private tick(): void {
    this.cancel = null;
    if (this.folders.size === 0) {
      const wasBurst = this.steps >= BURST_STEPS;
      this.step = FIRST_MS;
      this.steps = 0;
      if (wasBurst) this.options.onBurstEnd();
      return;
    }
    const folders = [...this.folders];
    this.folders.clear();
    this.steps++;
    this.step = Math.min(LONGEST_MS, this.step * 2);
    // The next tick tells what came meanwhile, or that it is quiet again.
    this.cancel = this.options.clock.after(this.step, () => this.tick());
    this.options.onFolders(folders);
  }
}
