// Runs in main: a stored thumbnail as a file: whether it is whole, and what an error of its folder means.

import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { AppError } from '../../shared/result.js';

/**
 * Whether a file is the picture that was stored: a power cut can leave a part, or nothing but zeros, and disks age.
 * `bytes`: its length; `checksum`: its CRC-32.
 */
export async function isAsStored(
  path: string,
  { bytes, checksum }: { readonly bytes: number; readonly checksum: number },
): Promise<boolean> {
  try {
    const picture = await readFile(path);
    return picture.length === bytes && crc32(picture) === checksum;
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
