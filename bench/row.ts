// Runs in Node, in every bench: one line of the table, and what it is judged by.

export type Verdict = 'aim' | 'must' | 'missed' | 'no limit' | 'not measured' | 'not possible here';

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
  const order: Verdict[] = ['missed', 'not measured', 'must', 'not possible here', 'no limit', 'aim'];
  return order.find((one) => verdicts.includes(one)) ?? 'no limit';
}

/** A row that could have been measured and was not, with the reason: something is missing, so it counts as missed. */
export const notMeasured = (what: string, must: string, aim: string, note: string): Row => ({
  ...{ what, must, aim, note },
  measured: '-',
  verdict: 'not measured',
  numbers: {},
});

/** A row that no machine of this kind can measure (another system, other rights), with the reason. Nothing is wrong then. */
export const notPossible = (...about: Parameters<typeof notMeasured>): Row => ({
  ...notMeasured(...about),
  verdict: 'not possible here',
});

/** Rows for which a bench fails. */
export const failing = (rows: readonly Row[]): Row[] =>
  rows.filter(({ verdict, must }) => verdict === 'missed' || (verdict === 'not measured' && must !== '-'));
