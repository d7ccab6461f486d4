// Runs in main: tries something again after growing delays, until it works.

const FIRST_MS = 10_000;
const LONGEST_MS = 600_000;

export class Retry {
  private wait = FIRST_MS;
  private cancel: (() => void) | null = null;

  /** @param after calls back once after a delay in milliseconds; answers what cancels it */
  constructor(
    private readonly after: (ms: number, callback: () => void) => () => void,
    private readonly work: () => void,
  ) {}

  /** It did not work: it is tried again, each time after twice the delay. Answers the delay, milliseconds. */
  failed(): number {
    const { wait } = this;
    this.cancel?.();
    this.cancel = this.after(wait, () => {
      this.cancel = null;
      this.work();
    });
    this.wait = Math.min(LONGEST_MS, wait * 2);
    return wait;
  }

  /** It worked, or is not wanted any more. */
  done(): void {
    this.cancel?.();
    this.cancel = null;
    this.wait = FIRST_MS;
  }
}
