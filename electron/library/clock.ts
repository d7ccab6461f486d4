// Runs in the library process: time, as its services see it, so that tests can move it by hand.

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after a delay; answers what cancels it. */
  after(ms: number, callback: () => void): () => void;
}

export const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
