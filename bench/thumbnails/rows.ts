// Runs in Node: one line of the measurements, and the arithmetic they share.

export interface BenchRow {
  readonly what: string;
  /** Null when it could not be measured here; the note says why. */
  readonly value: number | null;
  /** No machine like this one can measure it: nothing is missing. */
  readonly impossible?: boolean;
  /** What the number means: `x`, `ms`, `MB`, `files`. */
  readonly unit: string;
  readonly must: Bound;
  readonly aim: Bound;
  readonly note: string;
}

export interface Bound {
  readonly at: 'least' | 'most';
  readonly value: number;
}

export const atLeast = (value: number): Bound => ({ at: 'least', value });
export const atMost = (value: number): Bound => ({ at: 'most', value });

/** Whether a value keeps a bound. */
export const keeps = (value: number, { at, value: bound }: Bound): boolean =>
  at === 'least' ? value >= bound : value <= bound;

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** `part` from 0 to 1. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
