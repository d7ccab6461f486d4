// Runs in main: how long a place of the pool rests before it starts another worker, in milliseconds.

const FIRST = 100;
/** A file that ends workers must not hold up the others, so this stays short. */
const LONGEST_WITH_JOB = 2000;
const LONGEST = 60_000;

/** After so many ends in a row; `withoutJob`: the last one came before the worker had anything to do. */
export function restAfter(ends: number, withoutJob: boolean): number {
  // The first end is an accident: replaced at once.
  if (ends === 1) return 0;
  return Math.min(withoutJob ? LONGEST : LONGEST_WITH_JOB, FIRST * 2 ** Math.min(ends - 2, 20));
}
