// Runs in main of the app that is measured: notes how long its loop is held. Given over as text by the bench, or
// bundled into the probe; so it must use nothing around it.

/** A time in which a loop was held, milliseconds. */
export interface Gap {
  /** When it began, since the process started. */
  readonly at: number;
  readonly whole: number;
  /** Without the time in which it was ready to run but had no processor. Linux only; elsewhere the whole. */
  readonly own: number;
}

/** Where {@link noteGaps} puts them. */
export interface Noted {
  benchGaps?: Gap[];
}

/** Notes from now on every time of more than 4 ms in which the loop is held, in `globalThis.benchGaps`. */
export function noteGaps(): void {
  const gaps: Gap[] = [];
  (globalThis as Noted).benchGaps = gaps;
  const fs = process.getBuiltinModule('node:fs');
  const waited = (): number => {
    if (process.platform !== 'linux') return 0;
    // Nanoseconds on a processor, and waiting for one.
    return Number(fs.readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  };
  let [last, lastWaited] = [performance.now(), waited()];
  setInterval(() => {
    const [now, nowWaited] = [performance.now(), waited()];
    // A timer of 1 ms is late by what held the loop.
    const whole = now - last - 1;
    const own = Math.max(0, whole - (nowWaited - lastWaited));
    if (whole > 4) gaps.push({ at: last, whole, own });
    [last, lastWaited] = [now, nowWaited];
  }, 1);
}
