// Runs in main: how a picture that a worker has written gets its place in the store, and how it goes when it gets none.

import { rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../../node/make-folder.js';
import type { Logger } from '../log.js';

/**
 * Gives what was written its place. `known`: the folder of that place was there; where it has been removed since, it is made again.
 *
 * @throws the system's error; `ENOENT` when what was written is gone
 */
export async function takeOver(from: string, to: string, known: boolean): Promise<void> {
  if (!known) await makeFolder(dirname(to));
  try {
    await rename(from, to);
  } catch (error) {
    if (!known || !isGone(error)) throw error;
    await takeOver(from, to, false);
  }
}

/** Whether the system says that something is not there. */
export const isGone = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT';

/** Whether the system says that another program holds something. */
export const isHeld = (error: unknown): boolean =>
  ['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');

/** Removes a picture, or a part of one. Never rejects. */
export const discard = (path: string, log: Logger): Promise<void> =>
  rm(path, { force: true }).catch((error: unknown) => {
    log('warn', `A thumbnail could not be removed: ${String(error)}`);
  });
