// Runs in a thumbnail worker: the way to the file of a job.

import { realpath, type FileHandle } from 'node:fs/promises';
import type { FingerprintJob } from '../shared/messages.js';
import { openInside } from '../node/open-inside.js';
import { decodeName, diskPath } from '../node/raw-paths.js';
import { readError } from './errors.js';

/** Opens the original, if it truly lies inside its root. @throws AppError with a sentence for a person */
export async function openOriginal({ rootPath, path }: FingerprintJob): Promise<FileHandle> {
  try {
    const root = decodeName(await realpath(diskPath(rootPath), { encoding: 'buffer' }));
    return await openInside(root, path);
  } catch (error) {
    throw readError(error);
  }
}
