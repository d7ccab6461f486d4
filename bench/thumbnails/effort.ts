// Runs in Node: what a piece of work takes: time, processor time of this process and of its workers, and what other programs
// took of the processors meanwhile, by which a result on a busy machine is understood.

import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { timed } from './rows.js';

export interface Effort {
  /** Milliseconds. */
  readonly time: number;
  /** Processor time of this process, milliseconds. */
  readonly main: number;
  /** Processor time of the workers, milliseconds; only Linux tells it, elsewhere NaN. */
  readonly workers: number;
  /** Part of all processors' time that other programs had; NaN where {@link workers} is. */
  readonly others: number;
}

/** Measures a piece of work, during which workers of these process ids live. */
export async function effortOf(pids: readonly number[], work: () => Promise<unknown>): Promise<Effort> {
  const before = { main: process.cpuUsage(), workers: workersTime(pids), all: allTime() };
  const time = await timed(work);
  const { user, system } = process.cpuUsage(before.main);
  const main = (user + system) / 1000;
  const workers = workersTime(pids) - before.workers;
  const all = allTime() - before.all;
  return { time, main, workers, others: Math.max(0, all - main - workers) / (time * cpus().length) };
}

/** Milliseconds of all threads of these processes. The system counts in steps of 10 ms. */
function workersTime(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    try {
      const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
      // Behind the name, which may hold anything: utime and stime are the 12th and the 13th.
      const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
      return sum + (Number(fields[11]) + Number(fields[12])) * 10;
    } catch {
      return NaN;
    }
  }, 0);
}

/** Milliseconds that all processors have worked since the system started. */
function allTime(): number {
  return cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);
}

/**
 * The rounds that tell what a second worker gives: all but the two in which other programs held the most, be it while one worked or both. It
 * needs a second processor: where others had it, a round tells nothing about workers. Chosen by what others did, never by what came out.
 */
export function quietest<R extends Record<'single' | 'double', Pick<Effort, 'others'>>>(
  rounds: readonly R[],
): R[] {
  const others = ({ single, double }: R) => Math.max(single.others, double.others);
  return rounds.toSorted((a, b) => others(a) - others(b) || 0).slice(0, -2);
}
