// Runs in main, before there is anything else: a command without a window on a computer without a display. Chromium on
// Linux ends with a crash where there is none, unless it was told so on its command line; so the app starts itself again.

import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** Chromium's way to work without X or Wayland. */
const SWITCH = '--ozone-platform';

export interface Surroundings {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Whether Chromium would look for a display in vain. */
export function lacksDisplay({ argv, env, platform }: Surroundings): boolean {
  if (platform !== 'linux' || argv.some((part) => part.startsWith(SWITCH))) return false;
  return !env['DISPLAY'] && !env['WAYLAND_DISPLAY'];
}

/** Starts the app again with the same words, without a display. Resolves with its exit code when it has ended. */
export function runWithoutDisplay(): Promise<number> {
  const args = [...process.argv.slice(1), `${SWITCH}=headless`, '--disable-gpu'];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      // As shells count: 128 and the signal's number.
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
