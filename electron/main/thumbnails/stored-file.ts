// Runs in main: a stored thumbnail as a file: whether it is whole, and what an error of its folder means.

import { open, readdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../../node/make-folder.js';
import { AppError } from '../../shared/result.js';

/** Pictures of more bytes are read in pieces of so many. */
const AT_ONCE = 1024 * 1024;
/** Thumbnails for tiles have 20 to 100 KB. Bytes. */
const TRIAL = 128 * 1024;

/** A stored picture. */
export interface StoredPicture {
  readonly path: string;
  /** Its bytes; null when they are too many to be held. */
  readonly bytes: Buffer<ArrayBuffer> | null;
}

/**
 * The picture in a file if it is the one that was stored; `damaged` if not: a power cut can leave a part, or nothing but zeros, and
 * disks age; null when there is none or it cannot be read.
 * `bytes`: its length; `checksum`: its CRC-32.
 */
export async function readStored(
  path: string,
  { bytes, checksum }: { readonly bytes: number; readonly checksum: number },
): Promise<StoredPicture | 'damaged' | null> {
  try {
    if (bytes > AT_ONCE)
      return (await checksumOf(path, bytes)) === checksum ? { path, bytes: null } : 'damaged';
    const picture = await readWhole(path, bytes);
    return picture.length === bytes && crc32(picture) === checksum ? { path, bytes: picture } : 'damaged';
  } catch {
    // Told by whoever asked.
    return null;
  }
}

/** A file that should have so many bytes; of a longer one a byte more. Asks the disk less often than one whose length is not known. */
async function readWhole(path: string, bytes: number): Promise<Buffer<ArrayBuffer>> {
  const file = await open(path, 'r');
  try {
    const picture = Buffer.allocUnsafeSlow(bytes + 1);
    let length = 0;
    while (length <= bytes) {
      const { bytesRead } = await file.read(picture, length, picture.length - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === bytes) break;
    }
    return picture.subarray(0, length);
  } finally {
    // Nobody waits for it: nothing was written that could be lost.
    file.close().catch(() => undefined);
  }
}

/** In pieces, none of which holds main's loop; null when the file has another length. */
async function checksumOf(path: string, bytes: number): Promise<number | null> {
  const file = await open(path, 'r');
  try {
    if ((await file.stat()).size !== bytes) return null;
    const piece = Buffer.allocUnsafe(AT_ONCE);
    let sum = 0;
    for (let at = 0; at < bytes;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) return null;
      sum = crc32(piece.subarray(0, bytesRead), sum);
      at += bytesRead;
    }
    return sum;
  } finally {
    await file.close();
  }
}

/** Writes a file as large as all but the largest thumbnails and removes it: an empty one can be made on a full disk. */
export async function tryWriting(path: string): Promise<void> {
  await makeFolder(dirname(path));
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(Buffer.alloc(TRIAL));
    // Network drives and quotas refuse only when it comes to the disk.
    await file.datasync();
  } finally {
    await file.close();
  }
  // Only then: where nothing can be written, nothing can be removed either, and that is not the news.
  await rm(path, { force: true });
}

/** What is in a folder; nothing when there is none. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw error;
  }
}

/** Why nothing was written, where the system has not said so. */
export const SILENT_DISK = 'the disk does not answer';

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
  ETIMEDOUT: SILENT_DISK,
};

/** Why thumbnails cannot be saved, for a person. */
export function storeError(folder: string, error: unknown): AppError {
  // The reason first: where the line is short, it is the folder's end that is cut off.
  return new AppError('internal', notSaved(reasonOf(error), folder), { cause: error });
}

/** The same; `reason`: as the end of a sentence. */
export const notSaved = (reason: string, folder: string): string =>
  `Thumbnails cannot be saved: ${reason} (${folder}). Fix that, or choose another folder in the settings.`;

/** Why thumbnails could not be removed, for a person. `errors`: one per thumbnail, at least one. */
export function removeError(folder: string, errors: readonly unknown[]): AppError {
  const [cause] = errors;
  const count = errors.length === 1 ? 'One thumbnail' : `${errors.length} thumbnails`;
  return new AppError(
    'internal',
    `${count} could not be removed: ${reasonOf(cause)} (${folder}). Try it again, or delete what is left by hand.`,
    {
      cause,
    },
  );
}

/** Why the system did not write, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  const { code = String(error) } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? code;
}
