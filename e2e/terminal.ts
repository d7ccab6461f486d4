// Runs in end-to-end tests: starts the app as a terminal or a script does, and reads what it says.

import { spawn } from 'node:child_process';
import { machineSwitches } from '../build/steps/launch.mjs';

export interface Said {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end. `before`: what an unpackaged Electron needs in front of the arguments. */
export function runInTerminal(
  program: string,
  args: readonly string[],
  { before = [], env = {} }: { readonly before?: readonly string[]; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Said> {
  const child = spawn(program, [...before, ...machineSwitches(process.platform === 'linux'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => done({ code, out, err }));
  });
}

/** What there is on a computer without a screen. */
export const NO_DISPLAY: NodeJS.ProcessEnv = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };
