// Runs in main: a stored thumbnail as a file: whether it is whole, and what an error of its folder means.

import { open } from 'node:fs/promises';
import { AppError } from '../../shared/result.js';

/** Whether a file is a WebP of just the length that it says: a power cut can leave a part, or nothing but zeros. */
export async function isWholeWebp(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r');
    try {
      const head = Buffer.alloc(12);
      const { bytesRead } = await file.read(head, 0, 12, 0);
      const { size } = await file.stat();
      const marks = head.toString('latin1', 0, 4) + head.toString('latin1', 8, 12);
      return bytesRead === 12 && marks === 'RIFFWEBP' && head.readUInt32LE(4) + 8 === size;
    } finally {
      await file.close();
    }
  } catch {
    // Gone or unreadable: for the caller the same as damaged.
    return false;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EROFS: 'the folder is read-only',
  EACCES: 'there is no permission to write to the folder',
  EPERM: 'there is no permission to write to the folder',
  ENOTDIR: 'it is no folder',
  EEXIST: 'it is no folder',
  ENOENT: 'the folder is gone',
  EIO: 'the disk reports an error',
};

/** Why thumbnails cannot be saved, for a person. */
export function storeError(folder: string, error: unknown): AppError {
  // The reason first: where the line is short, it is the folder's end that is cut off.
  return new AppError('internal', `Thumbnails cannot be saved: ${reasonOf(error)} (${folder}).`, {
    cause: error,
  });
}

/** Why thumbnails could not be removed, for a person. `errors`: one per thumbnail, at least one. */
export function removeError(folder: string, errors: readonly unknown[]): AppError {
  const [cause] = errors;
  const count = errors.length === 1 ? 'One thumbnail' : `${errors.length} thumbnails`;
  return new AppError('internal', `${count} could not be removed: ${reasonOf(cause)} (${folder}).`, {
    cause,
  });
}

function reasonOf(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? code;
}
