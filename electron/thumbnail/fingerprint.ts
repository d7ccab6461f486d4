// Runs in a thumbnail worker: the fingerprint of the file of a job.

import { fingerprintOf } from '../node/fingerprint.js';
import type { FingerprintJob } from '../shared/messages.js';
import { EMPTY_FILE, readError } from './errors.js';
import { openOriginal } from './open.js';

/** Fingerprint of the file of a job; reads its head and tail only. @throws AppError */
export async function fingerprint(job: FingerprintJob): Promise<string> {
  const handle = await openOriginal(job);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw EMPTY_FILE;
    return await fingerprintOf(handle, size, job.path);
  } catch (error) {
    throw readError(error);
  } finally {
    await handle.close();
  }
}
