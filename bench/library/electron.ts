// Runs in Node: starts Electron for one measurement and hands back the line it prints.

import { spawn } from 'node:child_process';
import { prepareElectron } from '../../build/electron.mjs';
import { machineSwitches } from '../../build/steps/launch.mjs';

const LIMIT = 120_000;

export interface Answer<T> {
  readonly value: T;
  /** When it was started, milliseconds since 1970. */
  readonly startedAt: number;
}

/** Runs Electron with these arguments until it ends; its `RESULT` line is the answer. */
export async function runElectron<T>(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Answer<T>> {
  const { binary } = await prepareElectron();
  const startedAt = Date.now();
  const child = spawn(binary, [...args, ...machineSwitches(process.platform === 'linux')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const add = (part: Buffer) => (output += part.toString('utf8'));
  child.stdout.on('data', add);
  child.stderr.on('data', add);
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT);
  await new Promise((done, fail) => {
    child.on('close', done);
    child.on('error', fail);
  });
  clearTimeout(timer);
  const line = /^RESULT (.*)$/m.exec(output)?.[1];
  if (line === undefined) throw new Error(`Electron gave no answer. It said:\n${output.slice(-2000)}`);
  return { value: JSON.parse(line) as T, startedAt };
}
