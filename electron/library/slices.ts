// Runs in the library process: long work in slices, so that messages are answered in between.

/** Lets others run whenever a slice of time has been used up. */
export class Slices {
  private started: number;

  constructor(
    private readonly lengthMs = 20,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.started = now();
  }

  /** True when it is time to `await rest()`. */
  get due(): boolean {
    return this.now() - this.started >= this.lengthMs;
  }

  /** Gives the event loop one turn. */
  async rest(): Promise<void> {
    await new Promise(setImmediate);
    this.started = this.now();
  }
}
