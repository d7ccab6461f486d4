// Runs in main: has the system open files, and tells when it does not.

import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { shell } from 'electron';
import { AppError } from '../shared/result.js';
import { logFile } from './log.js';

/** Has the system open a file. @throws AppError `unsupported` with the system's words */
export async function openPath(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') throw new AppError('unsupported', problem);
}

/** Has the system open the log file. @throws AppError `not-found` when there is none, `unsupported` */
export async function openLog(): Promise<void> {
  await openExisting(logFile(), 'There is no log file.');
}

/** Has the system open the licences of Chromium's parts. @throws AppError `not-found`, `unsupported` */
export async function openChromiumLicences(): Promise<void> {
  // Electron brings them beside its program; on macOS they are packed into the app.
  const folder = process.platform === 'darwin' ? process.resourcesPath : dirname(process.execPath);
  await openExisting(join(folder, 'LICENSES.chromium.html'), 'The licences of Chromium are not there.');
}

async function openExisting(file: string, missing: string): Promise<void> {
  await access(file).catch((cause: unknown) => {
    throw new AppError('not-found', missing, { cause });
  });
  await openPath(file);
}
