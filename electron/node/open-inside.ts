// Runs in every Node process: opens a user's file for reading, and only if it truly lies inside a chosen folder.

import { constants, type BigIntStats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { AppError } from '../shared/result.js';
import { decodeName, diskPath } from './raw-paths.js';

/** Whether `path` is `folder` or lies below it. Both absolute, without links and without `..`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * Opens a regular file below `root` (absolute, itself without links). Whatever links the path goes through,
 * and even if one is swapped meanwhile, the handle is only given out when the very file it stands for
 * (device and inode) is reached by a path without links inside `root`.
 *
 * @throws AppError `forbidden` outside the root, `not-found` when it is gone, `unreadable` otherwise
 */
export async function openInside(root: string, path: string): Promise<FileHandle> {
  let handle: FileHandle | undefined;
  try {
    // Non-blocking, so that a pipe which took the file's place cannot hold us.
    handle = await open(diskPath(path), constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const real = decodeName(await realpath(diskPath(path), { encoding: 'buffer' }));
    if (!isInside(root, real)) throw new AppError('forbidden', 'This file lies outside the chosen folders.');
    const [opened, inside] = await Promise.all([
      handle.stat({ bigint: true }),
      stat(diskPath(real), { bigint: true }),
    ]);
    if (!sameFile(opened, inside)) throw new AppError('forbidden', 'This file changed while it was opened.');
    if (!opened.isFile()) throw new AppError('unsupported', 'This is not a regular file.');
    return handle;
  } catch (error) {
    await handle?.close();
    throw describe(error);
  }
}

const sameFile = (a: BigIntStats, b: BigIntStats): boolean => a.dev === b.dev && a.ino === b.ino;

function describe(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('not-found', 'The file is no longer there.', { cause: error });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('unreadable', 'You have no permission to read this file.', { cause: error });
  }
  return new AppError('unreadable', `The file cannot be read (${code ?? message}).`, { cause: error });
}
