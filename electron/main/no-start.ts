// Runs in main, before there is anything: says why the app does not start, and ends it. Who started it by its icon sees no
// terminal, and gets a box with the same line.

import { app, dialog } from 'electron';
import { COMMANDS } from './options/commands.js';
import { lacksDisplay, type Surroundings } from './no-display.js';

/** Whether nobody would read what is written to the standard error, and there is somebody who can close a box. */
export function needsBox(from: Surroundings & { readonly isTerminal: boolean }): boolean {
  const isCommand = from.argv.slice(1).some((part) => Object.hasOwn(COMMANDS, part));
  return !isCommand && !from.isTerminal && !lacksDisplay(from);
}

/** Ends the app with a line and an exit code. Not to be waited for: Electron is ready only when nobody waits. */
export async function endWith(line: string, code: number, isTerminal = process.stderr.isTTY): Promise<void> {
  process.stderr.write(`${line}\n`);
  const { argv, env, platform } = process;
  if (needsBox({ argv, env, platform, isTerminal })) {
    // Elsewhere a box can be shown before; that leaves the folders alone that Chromium makes when it is ready.
    if (platform === 'linux') await app.whenReady();
    dialog.showErrorBox('Home Gallery', line);
  }
  app.exit(code);
}
