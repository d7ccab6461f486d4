// Runs in Node: how long main's loop was held, and how much of that is this machine's doing.

import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Gallery } from '../../e2e/app.js';
import { ms } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { noteGaps, type Gap, type Noted } from './inside/loop.js';

/** Starts to note how long main's loop is held; answers what gives the gaps since the last asking. */
export async function watchMainLoop({ app }: Gallery): Promise<() => Promise<Gap[]>> {
  await app.evaluate(noteGaps);
  return () => app.evaluate(() => (globalThis as Noted).benchGaps!.splice(0));
}

const IDLE = `(${noteGaps.toString()})();
process.stdin.on('data', () => console.log(JSON.stringify(benchGaps.splice(0)))).on('end', () => process.exit());`;

export interface IdleLoop {
  /** When it was held since the last asking. */
  readonly take: () => Promise<Gap[]>;
  readonly end: () => void;
}

/** The same in a process with nothing to do: what this machine does to everybody. Its own start does not count. */
export async function startIdleLoop(): Promise<IdleLoop> {
  const child = spawn(process.execPath, ['-e', IDLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const take = async () => {
    child.stdin.write('\n');
    return JSON.parse((await lines.next()).value as string) as Gap[];
  };
  await take();
  return { take, end: () => child.stdin.end() };
}

/** The same for one time: answers what ends it. */
export function watchIdleLoop(): () => Promise<Gap[]> {
  const started = startIdleLoop();
  return async () => {
    const idle = await started;
    const held = await idle.take();
    idle.end();
    return held;
  };
}

/** The longest of some, milliseconds. */
export const longest = (gaps: readonly Gap[]): number => Math.max(0, ...gaps.map(({ whole }) => whole));

/** Milliseconds of a gap without those in which an idle process was held as well. */
export function less({ at, whole }: Gap, idle: readonly Gap[]): number {
  const shared = idle.map((held) => Math.min(at + whole, held.at + held.whole) - Math.max(at, held.at));
  return shared.reduce((own, both) => own - Math.max(0, both), whole);
}

/** Of the phases of one row, by name. */
export type Phases = Readonly<Record<string, readonly Gap[]>>;

/**
 * The row of main's longest stall in all phases, less what this machine did to everybody in the same moment.
 * @param idle when a process with nothing to do was held
 */
export function stallRow(what: string, phases: Phases, idle: readonly Gap[], note: string): Row {
  const own = (gaps: readonly Gap[]) => Math.max(0, ...gaps.map((gap) => less(gap, idle)));
  const all = Object.values(phases).flat();
  const stall = own(all);
  const each = Object.entries(phases).map(([name, gaps]) => `${name} ${ms(own(gaps))}`);
  return {
    what,
    ...{ must: '<= 50 ms', aim: '<= 16 ms' },
    measured: `${ms(stall)} (${each.join(', ')})`,
    verdict: judge(stall, { must: 50, aim: 16 }),
    numbers: { ...phases, idle },
    note:
      `${note}; less what an idle process was held in the same moment: ${ms(longest(all))} with that, and an idle process ` +
      `${ms(longest(idle))} at most`,
  };
}
