// Runs in a thumbnail worker: the way to the file of a job.

import type { FileHandle } from 'node:fs/promises';
import type { FingerprintJob } from '../shared/messages.js';
import { AT_ONCE, openInside, withoutLinks } from '../node/open-inside.js';
import { readError } from './errors.js';

/** Opens the original, if it truly lies inside its root. @throws AppError with a sentence for a person */
export async function openOriginal({ rootPath, path }: FingerprintJob): Promise<FileHandle> {
  try {
    return await openInside(await withoutLinks(rootPath, AT_ONCE), path, AT_ONCE);
  } catch (error) {
    throw readError(error);
  }
}
