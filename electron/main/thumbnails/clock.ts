// Runs in main: time as the thumbnail engine sees it, so that its tests need not wait.

/** A timer that can be cleared; what it is depends on the clock. */
export type Timer = object | number;

export interface Clock {
  /** Milliseconds; only differences count. */
  now(): number;
  setTimer(run: () => void, ms: number): Timer;
  clearTimer(timer: Timer): void;
}

/** The real clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  setTimer: (run, ms) => setTimeout(run, ms),
  clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
};
