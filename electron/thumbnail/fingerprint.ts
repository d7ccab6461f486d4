// Runs in a thumbnail worker: by what the content of a job's file is known.

import type { FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fingerprintOf } from '../node/fingerprint.js';
import type { FingerprintJob } from '../shared/messages.js';
import { EMPTY_FILE, readError } from './errors.js';
import { openOriginal } from './open.js';

/** Fingerprint of the file of a job; reads its head and tail only. @throws AppError */
export const fingerprint = (job: FingerprintJob): Promise<string> =>
  ofFile(job, (handle, size) => fingerprintOf(handle, size, job.path));

/** CRC-32 of all bytes of the file of a job. @throws AppError */
export const sum = (job: FingerprintJob): Promise<number> => ofFile(job, sumOf);

const PIECE = 1024 * 1024;

async function sumOf(handle: FileHandle): Promise<number> {
  const piece = Buffer.allocUnsafe(PIECE);
  let sum = 0;
  for (let at = 0; ;) {
    const { bytesRead } = await handle.read(piece, 0, PIECE, at);
    if (bytesRead === 0) return sum;
    sum = crc32(piece.subarray(0, bytesRead), sum);
    at += bytesRead;
  }
}

async function ofFile<T>(
  job: FingerprintJob,
  read: (handle: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  const handle = await openOriginal(job);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw EMPTY_FILE;
    return await read(handle, size);
  } catch (error) {
    throw readError(error);
  } finally {
    await handle.close();
  }
}
