// Runs in every Node process: opens a user's file for reading, and only if it truly lies inside a chosen folder.

import { constants } from 'node:fs';
import { open, readlink, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { AppError } from '../shared/result.js';
import { decodeName, diskPath } from './raw-paths.js';

/** Whether `path` is `folder` or lies below it. Both absolute, without links and without `..`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/**
 * Opens a regular file below `root` (absolute, itself without links). What a path through links leads to is looked at before
 * anything is opened, and what was opened is looked at again: a link that is swapped meanwhile leads nowhere else.
 *
 * @throws AppError `forbidden` outside the root, `not-found` when it is gone, `unreadable` otherwise
 */
export async function openInside(root: string, path: string): Promise<FileHandle> {
  let handle: FileHandle | undefined;
  try {
    const real = await withoutLinks(path);
    if (!isInside(root, real)) throw new AppError('forbidden', 'This file lies outside the chosen folders.');
    handle = await open(diskPath(real), FLAGS);
    if (!(await isStillInside(root, real, handle))) throw swapped();
    if (!(await handle.stat()).isFile()) throw new AppError('unsupported', 'This is not a regular file.');
    return handle;
  } catch (error) {
    await handle?.close();
    throw describe(error);
  }
}

/** Non-blocking, so that a pipe which took the file's place cannot hold us; a link that did is not followed. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether the file behind a handle, opened by a path that had no links, lies in the root. */
async function isStillInside(root: string, real: string, handle: FileHandle): Promise<boolean> {
  // Linux knows of every handle where its file lies. A name, which is what the others have, may be swapped once more.
  if (process.platform === 'linux') return isInside(root, await pathOf(handle));
  const again = await withoutLinks(real);
  const [opened, there] = await Promise.all([
    handle.stat({ bigint: true }),
    stat(diskPath(again), { bigint: true }),
  ]);
  return isInside(root, again) && opened.dev === there.dev && opened.ino === there.ino;
}

const pathOf = async ({ fd }: FileHandle): Promise<string> =>
  decodeName(await readlink(`/proc/self/fd/${fd}`, { encoding: 'buffer' }));

const withoutLinks = async (path: string): Promise<string> =>
  decodeName(await realpath(diskPath(path), { encoding: 'buffer' }));

const swapped = (cause?: unknown) =>
  new AppError('forbidden', 'This file changed while it was opened.', { cause });

function describe(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('not-found', 'The file is no longer there.', { cause: error });
  }
  if (code === 'ELOOP') return swapped(error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError('unreadable', 'You have no permission to read this file.', { cause: error });
  }
  return new AppError('unreadable', `The file cannot be read (${code ?? message}).`, { cause: error });
}
