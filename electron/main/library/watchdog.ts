// Runs in main: notices that a process does not answer any more, though it has not ended.

/** Milliseconds between two questions. */
export const PING_MS = 5000;
/** So many times in a row the last question was still open: half a minute. */
const MOST_MISSED = 6;

export interface WatchdogOptions {
  /** Resolves when the process answers. A rejection (it ended) is an answer as well. */
  readonly ping: () => Promise<unknown>;
  /** Calls back once after a delay in milliseconds; answers what cancels it. */
  readonly after: (ms: number, callback: () => void) => () => void;
  /** It hangs. Called once. */
  readonly onHang: () => void;
}

export class Watchdog {
  private missed = 0;
  private answered = true;
  private cancel: (() => void) | null = null;

  constructor(private readonly options: WatchdogOptions) {}

  /** Milliseconds without an answer after which a process counts as hanging. */
  static readonly limit = PING_MS * MOST_MISSED;

  start(): void {
    this.ask();
    this.cancel = this.options.after(PING_MS, () => this.look());
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  // Looks are counted, not time: when the computer slept, or this process itself was held up, that is one look.
  private look(): void {
    this.cancel = null;
    this.missed = this.answered ? 0 : this.missed + 1;
    if (this.missed >= MOST_MISSED) {
      this.options.onHang();
      return;
    }
    if (this.answered) this.ask();
    this.cancel = this.options.after(PING_MS, () => this.look());
  }

  private ask(): void {
    this.answered = false;
    const answer = () => {
      this.answered = true;
    };
    this.options.ping().then(answer, answer);
  }
}
