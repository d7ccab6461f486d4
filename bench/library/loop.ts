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

const IDLE = `let last = performance.now(), longest = 0;
setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last - 1); last = now; }, 1);
process.stdin.on('data', () => { console.log(longest); longest = 0; }).on('end', () => process.exit());`;

export interface IdleLoop {
  /** How long it was held since the last asking, milliseconds. */
  readonly take: () => Promise<number>;
  readonly end: () => void;
}

/** The same in a process with nothing to do: what this machine does to everybody. Its own start does not count. */
export async function startIdleLoop(): Promise<IdleLoop> {
  const child = spawn(process.execPath, ['-e', IDLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const take = async () => {
    child.stdin.write('\n');
    return Number((await lines.next()).value);
  };
  await take();
  return { take, end: () => child.stdin.end() };
}

/** The same for one time: answers what ends it. */
export function watchIdleLoop(): () => Promise<number> {
  const started = startIdleLoop();
  return async () => {
    const idle = await started;
    const held = await idle.take();
    idle.end();
    return held;
  };
}

/** Of the phases of one row, by name. */
export type Phases = Readonly<Record<string, readonly Gap[]>>;

/**
 * The row of main's longest stall in all phases.
 * @param machine milliseconds that an idle process was held meanwhile
 */
export function stallRow(what: string, phases: Phases, machine: number, note: string): Row {
  // On a machine that keeps even an idle process waiting, the whole would say nothing about the app.
  const part = machine > 16 ? 'own' : 'whole';
  const worst = (gaps: readonly Gap[], of: keyof Gap) => Math.max(0, ...gaps.map((gap) => gap[of]));
  const all = Object.values(phases).flat();
  const stall = worst(all, part);
  const each = Object.entries(phases).map(([name, gaps]) => `${name} ${ms(worst(gaps, part))}`);
  const waiting =
    part === 'whole'
      ? ''
      : `; ${ms(worst(all, 'whole'))} with waiting for a processor, for which an idle process waited ${ms(machine)}`;
  return {
    what,
    ...{ must: '<= 50 ms', aim: '<= 16 ms' },
    measured: `${ms(stall)} (${each.join(', ')})`,
    verdict: judge(stall, { must: 50, aim: 16 }),
    numbers: { ...phases, machine },
    note: `${note}${waiting}`,
  };
}
