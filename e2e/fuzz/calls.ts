// Runs by its text in the page and in main: makes the calls, and judges every answer. Because its text is sent, the function
// stands alone.

import type { Inputs } from './inputs.js';
import type { Shape } from './shapes.js';

export interface CallRun {
  readonly calls: readonly (readonly [name: string, shapes: readonly Shape[]])[];
  /** So many times each. */
  readonly times: number;
  /** What these do when they are asked as they should be would end the test; the roots that they must not name. */
  readonly notRight: readonly string[];
  readonly roots: readonly number[];
  /** Part of every file that must not be read. */
  readonly canary: string;
  readonly codes: readonly string[];
}

export interface CallReport {
  readonly tried: number;
  /** How often each code was answered; `ok`, and `thrown` for what could not even be sent. */
  readonly answers: Readonly<Record<string, number>>;
  /** A line for each answer that must not be. */
  readonly wrong: readonly string[];
}

export async function tryCalls(
  inputs: Inputs,
  run: CallRun,
  invoke: (name: string, args: readonly unknown[]) => Promise<unknown>,
): Promise<CallReport> {
  const answers: Record<string, number> = {};
  const wrong: string[] = [];
  let tried = 0;
  const holds = (value: unknown, levels = 12): boolean => {
    if (typeof value === 'string') return value.includes(run.canary);
    if (value === null || typeof value !== 'object' || levels === 0) return false;
    if (ArrayBuffer.isView(value)) {
      const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
      return new TextDecoder('latin1').decode(bytes).includes(run.canary);
    }
    return Object.entries(value).some(([key, one]) => key.includes(run.canary) || holds(one, levels - 1));
  };
  const shown = (args: readonly unknown[]): string => {
    try {
      return JSON.stringify(args, (_, value: unknown) =>
        typeof value === 'bigint' ? `${value}n` : value,
      ).slice(0, 300);
    } catch {
      return String(args.length);
    }
  };
  const isRight = (args: readonly unknown[]) =>
    args.length === 0 || (args.length === 1 && run.roots.includes(args[0] as number));
  const one = async (name: string, args: readonly unknown[]) => {
    const complain = (what: string) => wrong.push(`${name} ${shown(args)}: ${what}`);
    tried++;
    let kind = 'thrown';
    try {
      const answer = (await invoke(name, args)) as
        { ok?: unknown; code?: unknown; message?: unknown } | undefined;
      if (answer?.ok === true) kind = 'ok';
      else if (answer?.ok === false) kind = String(answer.code);
      else complain('no answer of ours');
      // A fault of ours shows as this code.
      if (kind !== 'ok' && (!run.codes.includes(kind) || kind === 'internal' || kind === 'crashed'))
        complain(`${kind}: ${String(answer?.message)}`);
      if (holds(answer)) complain('holds what lies outside');
    } catch (error) {
      // What cannot be sent is told to whoever asked; main hears nothing of it.
      const message = error instanceof Error ? error.message : String(error);
      if (/remote method|gallery|undefined|null|not a function/.test(message)) complain(`thrown: ${message}`);
    }
    answers[kind] = (answers[kind] ?? 0) + 1;
  };
  const hadBefore = Object.keys(Object.prototype).length;
  for (let time = 0; time < run.times; time++) {
    const together: Promise<void>[] = [];
    for (const [name, shapes] of run.calls) {
      const args = inputs.args(shapes);
      if (!run.notRight.includes(name) || !isRight(args)) together.push(one(name, args));
    }
    await Promise.all(together);
  }
  if (Object.keys(Object.prototype).length !== hadBefore || 'polluted' in {} || 'isAdmin' in {})
    wrong.push('the prototype of all objects was changed');
  return { tried, answers, wrong };
}
