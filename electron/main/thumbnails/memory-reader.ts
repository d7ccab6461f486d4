// Runs in main: how much memory the workers hold.

/** What Electron tells of a process. */
interface Metric {
  readonly pid: number;
  /** Kilobytes. */
  readonly memory: { readonly workingSetSize: number };
}

/**
 * Milliseconds in which nothing is asked again. Each question looks at every process of the app, for a millisecond and longer: where
 * thousands of files fail one after the other, main did little else.
 */
const VALID = 200;

/** Tells the bytes that a process of the app holds, no older than {@link VALID}; null of one that is not known. */
export function memoryReader(
  metrics: () => readonly Metric[],
  now: () => number,
): (pid: number) => number | null {
  let bytes = new Map<number, number>();
  let asked = -Infinity;
  return (pid) => {
    // One that has just been started is asked for at once.
    if (now() - asked >= VALID || !bytes.has(pid)) {
      bytes = new Map(metrics().map((one) => [one.pid, one.memory.workingSetSize * 1024]));
      asked = now();
    }
    return bytes.get(pid) ?? null;
  };
}
