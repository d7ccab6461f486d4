// Runs in end-to-end tests: starts the app as a terminal or a script does, and reads what it says.

import { spawn } from 'node:child_process';
import { machineSwitches } from '../build/steps/launch.mjs';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface TerminalOptions {
  /** What an unpackaged Electron needs in front of the arguments. */
  readonly before?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** The program is asked to end as soon as this is so. */
  readonly until?: () => boolean;
}

/** Runs a program to its end. */
export function runInTerminal(
  program: string,
  args: readonly string[],
  { before = [], env = {}, until = () => false }: TerminalOptions = {},
): Promise<Said> {
  const child = spawn(program, [...before, ...machineSwitches(process.platform === 'linux'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const looking = setInterval(() => {
    if (!until()) return;
    clearInterval(looking);
    child.kill('SIGTERM');
  }, 20);
  return new Promise<Said>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
  }).finally(() => clearInterval(looking));
}

/** What there is on a computer without a screen. */
export const NO_DISPLAY: NodeJS.ProcessEnv = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
