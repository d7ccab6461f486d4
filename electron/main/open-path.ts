// Runs in main: has the system open files, and tells when it does not.

import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { AppError } from '../shared/result.js';
import { logFile } from './log.js';

/** Has the system open a person's file (absolute path). @throws AppError `unsupported` with why, and what to do */
export async function openPath(path: string): Promise<void> {
  const reason = await whyNotOpened(path);
  if (reason === null) return;
  const message = `The system could not open this file (${reason}). Choose a program for such files in the system, or use “Show in folder”.`;
  throw new AppError('unsupported', message);
}

/** Has the system open the log file. @throws AppError `not-found` when there is none, `unsupported` */
export async function openLog(): Promise<void> {
  const missing = 'There is no log file. See in the settings whether one is kept, and where.';
  await openOwn(logFile(), missing);
}

/** Has the system open the licences of Chromium's parts. @throws AppError `not-found`, `unsupported` */
export async function openChromiumLicences(): Promise<void> {
  // Electron brings them beside its program; on macOS they are packed into the app.
  const folder = process.platform === 'darwin' ? process.resourcesPath : dirname(process.execPath);
  const missing = 'The licences of Chromium are not there. Install the app again to have them.';
  await openOwn(join(folder, 'LICENSES.chromium.html'), missing);
}

/** A file of the app's: where it lies is told, because the window shows it nowhere. */
async function openOwn(file: string, missing: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new AppError('not-found', missing, { cause });
  });
  const reason = await whyNotOpened(file);
  if (reason === null) return;
  const message = `The system could not open ${file} (${reason}). Open it by hand, with a program of your choice.`;
  throw new AppError('unsupported', message);
}

/** In the system's own words, as a part of a sentence; null when it was opened. */
async function whyNotOpened(path: string): Promise<string | null> {
  const problem = (await shell.openPath(path)).trim().replace(/\.$/, '');
  return problem === '' ? null : problem;
}
