// Runs in main, before there is anything: says why the app does not start, and ends it. Who started it by its icon sees no
// terminal, and gets a box with the same line.

import { fstatSync } from 'node:fs';
import { app, dialog } from 'electron';
import { COMMANDS } from './options/commands.js';
import { lacksDisplay, type Surroundings } from './no-display.js';

/** Whether nobody would read what is written to the standard error, and there is somebody who can close a box. */
export function needsBox(from: Surroundings & { readonly isRead: boolean }): boolean {
  const isCommand = from.argv.slice(1).some((part) => Object.hasOwn(COMMANDS, part));
  return !isCommand && !from.isRead && !lacksDisplay(from);
}

/** Whether a terminal, or a program by a pipe, gets the standard error. Desktops of Linux give it to their log, by a socket. */
function isStderrRead(): boolean {
  // Files and nothing have another class than terminals, pipes and sockets.
  if (!('connecting' in process.stderr)) return false;
  return process.stderr.isTTY || process.platform !== 'linux' || !fstatSync(2).isSocket();
}

/** Ends the app with a line and an exit code. Not to be waited for: Electron is ready only when nobody waits. */
export async function endWith(line: string, code: number, isRead = isStderrRead()): Promise<void> {
  process.stderr.write(`${line}\n`);
  const { argv, env, platform } = process;
  if (needsBox({ argv, env, platform, isRead })) {
    const title = 'Home Gallery';
    if (platform === 'linux') {
      // This one can be ended from outside.
      await app.whenReady();
      await dialog.showMessageBox({ type: 'error', title, message: title, detail: line });
    } else {
      // Elsewhere a box can be shown before; that leaves the folders alone that Chromium makes when it is ready.
      dialog.showErrorBox(title, line);
    }
  }
  app.exit(code);
}
