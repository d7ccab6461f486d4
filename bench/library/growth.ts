// Runs in Node: the rows of growth from 10,000 to 1,000,000 entries: does an entry cost the same, however many there are?

import { median, ms, short } from '../numbers.js';
import { judge, worst, type Row } from '../row.js';
import type { Memory } from './inside/memory.js';

/** What is timed, milliseconds of one run. */
export interface Work {
  /** Entering readings of all folders into an index, without the disk. */
  readonly scan: number;
  /** The index as the bytes that are kept. */
  readonly snapshot: number;
  /** The index from them. */
  readonly restore: number;
  /** The listing in main or the window from a message. */
  readonly listing: number;
  /** A patch that removes a hundredth of the files and adds as many. */
  readonly patch: number;
  /** The listing as a message. */
  readonly columns: number;
}

/** All runs at one size. */
export interface Size {
  readonly entries: number;
  readonly runs: readonly Work[];
}

type Factors = Readonly<Record<string, number>>;

/**
 * An entry may cost this many times as much among 1,000,000 as among 10,000, and still count as linear: what no longer
 * fits the processor's caches takes longer. Anything quadratic would take 100 times as long.
 */
const LINEAR = 3;

/** Microseconds per entry, the median of all runs. */
function perEntry({ entries, runs }: Size): Factors {
  const names = Object.keys(runs[0]!) as (keyof Work)[];
  return Object.fromEntries(
    names.map((name) => [name, (median(runs.map((run) => run[name])) * 1000) / entries]),
  );
}

/** How many times as much an entry costs. */
const factors = (from: Factors, to: Factors): Factors =>
  Object.fromEntries(Object.entries(from).map(([name, value]) => [name, to[name]! / value]));

const list = (some: Factors) =>
  Object.entries(some)
    .map(([name, factor]) => `${name} ${factor.toFixed(1)}`)
    .join(', ');

const span = (from: { entries: number }, to: { entries: number }) =>
  `${from.entries.toLocaleString('en')} to ${to.entries.toLocaleString('en')}`;

/** The row of time; `sizes` from small to large. */
export function timeRow(sizes: readonly Size[]): Row {
  const costs = sizes.map(perEntry);
  const [first, last] = [sizes[0]!, sizes.at(-1)!];
  const whole = factors(costs[0]!, costs.at(-1)!);
  const steps = costs.slice(1).map((cost, i) => factors(costs[i]!, cost));
  const eachStep = steps.map((step, i) => `${span(sizes[i]!, sizes[i + 1]!)}: ${list(step)}`);
  const atLast = Object.entries(costs.at(-1)!).map(([name, cost]) => {
    return `${name} ${ms((cost * last.entries) / 1000)}`;
  });
  const limits = { must: LINEAR, aim: 1.5 };
  return {
    what: `growth of time per entry, ${span(first, last)}`,
    ...{ must: `linear: <= ${LINEAR} x`, aim: '<= 1.5 x' },
    measured: list(whole),
    verdict: worst(...Object.values(whole).map((factor) => judge(factor, limits))),
    numbers: { sizes, microsecondsPerEntry: costs, steps, whole },
    note: `warm, medians of several runs. ${eachStep.join('; ')}. At ${last.entries.toLocaleString('en')}: ${atLast.join(', ')}`,
  };
}

/** The row of memory; `sizes` from small to large. */
export function memoryRow(sizes: readonly Memory[]): Row {
  const [first, last] = [sizes[0]!, sizes.at(-1)!];
  const beyond = last.perEntry - last.text;
  const factor = (from: Memory, to: Memory) => to.perEntry / from.perEntry;
  const whole = factor(first, last);
  const steps = sizes
    .slice(1)
    .map((size, i) => `${span(sizes[i]!, size)}: ${factor(sizes[i]!, size).toFixed(2)}`);
  return {
    what: `memory of a listing in main, growth per entry, ${span(first, last)} / beyond the path`,
    ...{ must: 'linear: <= 1.5 x', aim: '<= 60 bytes per entry' },
    measured: `${whole.toFixed(2)} x / ${short(beyond)} bytes`,
    verdict: worst(judge(whole, { must: 1.5, aim: 1.5 }), judge(beyond, { must: Infinity, aim: 60 })),
    numbers: { memory: sizes },
    note: `${steps.join('; ')}. ${short(last.perEntry)} bytes with the path's ${short(last.text)}`,
  };
}
