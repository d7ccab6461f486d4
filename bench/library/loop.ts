// Runs in Node: how long main's loop was held, and how much of that is this machine's doing.

import { spawn } from 'node:child_process';
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
process.stdin.on('end', () => { console.log(longest); process.exit(); }).resume();`;

/** The same in a process with nothing to do: what this machine does to everybody. Answers what ends it. */
export function watchIdleLoop(): () => Promise<number> {
  const child = spawn(process.execPath, ['-e', IDLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  return async () => {
    child.stdin.end();
    let text = '';
    for await (const part of child.stdout) text += String(part);
    return Number(text);
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
