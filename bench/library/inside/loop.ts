// Runs in main of the app that is measured: notes how long its loop is held. Given over as text by the bench, or
// bundled into the probe; so it must use nothing around it.

/** A time in which a loop was held, or a frame was long; milliseconds. */
export interface Gap {
  /** When it began, since 1970. */
  readonly at: number;
  readonly whole: number;
}

/** Where {@link noteGaps} puts them. */
export interface Noted {
  benchGaps?: Gap[];
}

/** Notes from now on every time of more than 4 ms in which the loop is held, in `globalThis.benchGaps`. */
export function noteGaps(): void {
  const gaps: Gap[] = [];
  (globalThis as Noted).benchGaps = gaps;
  let last = performance.timeOrigin + performance.now();
  setInterval(() => {
    const now = performance.timeOrigin + performance.now();
    // A timer of 1 ms is late by what held the loop.
    const whole = now - last - 1;
    if (whole > 4) gaps.push({ at: last + 1, whole });
    last = now;
  }, 1);
}
