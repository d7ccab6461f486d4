// Runs in Node, in every bench: one line of the table, and what it is judged by.

export type Verdict = 'aim' | 'must' | 'missed' | 'no limit' | 'not measured';

/** One thing that was measured, against something real. */
export interface Row {
  readonly what: string;
  /** Shown as it is. */
  readonly must: string;
  readonly aim: string;
  /** The measured value in words, with its unit. */
  readonly measured: string;
  readonly verdict: Verdict;
  /** All numbers behind it, for the JSON file. */
  readonly numbers: Readonly<Record<string, unknown>>;
  /** What a reader should know about it. */
  readonly note?: string;
}

export interface Limits {
  readonly must: number | null;
  readonly aim: number | null;
}

/** Judges a value of which less is better. */
export function judge(value: number, { must, aim }: Limits): Verdict {
  if (must !== null && !(value <= must)) return 'missed';
  if (aim !== null && value <= aim) return 'aim';
  return must === null ? 'no limit' : 'must';
}

/** The worse of two verdicts, for rows with two limits. */
export function worst(...verdicts: readonly Verdict[]): Verdict {
  const order: Verdict[] = ['missed', 'not measured', 'must', 'no limit', 'aim'];
  return order.find((one) => verdicts.includes(one)) ?? 'no limit';
}

/** A row that could not be measured on this machine, with the reason. */
export const notMeasured = (what: string, must: string, aim: string, note: string): Row => ({
  ...{ what, must, aim, note },
  measured: '-',
  verdict: 'not measured',
  numbers: {},
});
