// Runs in the library process: tells the problems of one root as a whole, each set of them once.

import type { Clock } from './clock.js';
import type { Found } from './found.js';

/** The more there are, the less often they are told. */
const WAIT_MS = 200;
const WAIT_MS_EACH = 0.2;

export interface TellerOptions {
  readonly clock: Clock;
  readonly find: () => readonly Found[];
  /** About how many there are. */
  readonly count: () => number;
  readonly tell: (found: readonly Found[]) => void;
}

export class ProblemTeller {
  private cancel: (() => void) | null = null;
  private told = '[]';

  constructor(private readonly options: TellerOptions) {}

  /** Something may have changed. `now`: everything has been read, and who asked for that is told how many there are. */
  tellSoon(now = false): void {
    if (now) return this.tell();
    const { clock, count } = this.options;
    this.cancel ??= clock.after(WAIT_MS + count() * WAIT_MS_EACH, () => this.tell());
  }

  private tell(): void {
    this.cancel?.();
    this.cancel = null;
    const found = this.options.find();
    const text = JSON.stringify(found);
    if (text === this.told) return;
    this.told = text;
    this.options.tell(found);
  }

  close(): void {
    this.cancel?.();
  }
}
