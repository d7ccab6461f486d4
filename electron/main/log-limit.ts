// Runs in main: keeps one message that repeats itself from filling the log. The same words with other numbers are the same
// message; how many were left out is told when they stop or when their time is over.

export interface LimitOptions {
  /** Of one message in one period. */
  readonly most: number;
  /** Milliseconds. */
  readonly period: number;
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => void;
}

interface Counted {
  readonly since: number;
  written: number;
  left: number;
}

/** Messages that are remembered; a log with more kinds in one period has no repetition to limit. */
const MOST_KINDS = 1000;

export class LogLimit {
  private readonly counted = new Map<string, Counted>();

  constructor(private readonly options: LimitOptions) {}

  /**
   * Whether a line may be written.
   * @param told gets the number of lines left out, once, when the period is over
   */
  allows(kind: string, message: string, told: (left: number) => void): boolean {
    const { most, period, now, after } = this.options;
    const key = `${kind} ${message.slice(0, 300).replaceAll(/\d+/g, '#')}`;
    let counted = this.counted.get(key);
    if (counted === undefined || now() - counted.since >= period) {
      if (this.counted.size >= MOST_KINDS) this.forgetOldest();
      this.counted.delete(key);
      counted = { since: now(), written: 0, left: 0 };
      this.counted.set(key, counted);
    }
    if (counted.written < most) {
      counted.written++;
      return true;
    }
    if (counted.left++ === 0) {
      const full = counted;
      after(Math.max(0, full.since + period - now()), () => told(full.left));
    }
    return false;
  }

  private forgetOldest(): void {
    const [oldest] = this.counted.keys();
    if (oldest !== undefined) this.counted.delete(oldest);
  }
}
