// Runs in main: has the system open files, and tells when it does not.

import { access } from 'node:fs/promises';
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
  const file = logFile();
  await access(file).catch((cause: unknown) => {
    throw new AppError('not-found', 'There is no log file.', { cause });
  });
  await openPath(file);
}
