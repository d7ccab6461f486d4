// Runs in every Node process: opens a user's file for reading, and only if it truly lies inside a chosen folder.

import { constants, fstatSync, readlinkSync, realpathSync, type Stats } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import { AppError } from '../shared/result.js';
import { decodeName, diskPath } from './raw-paths.js';

/** Whether `path` is `folder` or lies below it. Both absolute, without links and without `..`. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

/** How the file system is asked. */
export interface Asking {
  readonly realpath: (path: string | Buffer) => Promise<Buffer> | Buffer;
  readonly stat: (handle: FileHandle) => Promise<Stats> | Stats;
}

/** By another thread, while the loop goes on: a drive may take its time. */
export const ASIDE: Asking = {
  realpath: (path) => realpath(path, { encoding: 'buffer' }),
  stat: (handle) => handle.stat(),
};

/**
 * At once, in a process that has nothing else to do: for another thread to be asked takes longer than for most drives to answer, and
 * where all processors are busy, each change of threads may have to wait for one.
 */
export const AT_ONCE: Asking = {
  realpath: (path) => realpathSync.native(path, { encoding: 'buffer' }),
  stat: ({ fd }) => fstatSync(fd),
};

/**
 * Opens a regular file below `root` (absolute, itself without links). What a path through links leads to is looked at before
 * anything is opened, and what was opened is looked at again: a link that is swapped meanwhile leads nowhere else.
 *
 * @throws AppError `forbidden` outside the root, `not-found` when it is gone, `unreadable` otherwise
 */
export async function openInside(root: string, path: string, asking: Asking = ASIDE): Promise<FileHandle> {
  let handle: FileHandle | undefined;
  try {
    const real = await withoutLinks(path, asking);
    if (!isInside(root, real))
      throw new AppError(
        'forbidden',
        'This file lies outside the chosen folders. Add the folder that it lies in.',
      );
    handle = await open(diskPath(real), FLAGS);
    if (!(await isStillInside(root, real, handle, asking))) throw swapped();
    if (!(await asking.stat(handle)).isFile())
      throw new AppError('unsupported', 'This is not a regular file.');
    return handle;
  } catch (error) {
    await handle?.close();
    throw describe(error);
  }
}

/**
 * Makes sure that a folder is there and truly lies inside `root` (absolute, itself without links), or is that itself.
 *
 * @throws AppError `forbidden` outside the root, `not-found` when it is gone, `unreadable` otherwise
 */
export async function findInside(root: string, path: string, asking: Asking = ASIDE): Promise<void> {
  try {
    const real = await withoutLinks(path, asking);
    if (!isInside(root, real))
      throw new AppError(
        'forbidden',
        'This folder lies outside the chosen folders. Add it as a folder of its own.',
      );
    if (!(await stat(diskPath(real))).isDirectory()) throw folderGone();
  } catch (error) {
    throw describeFolder(error);
  }
}

const folderGone = (cause?: unknown) =>
  new AppError('not-found', 'The folder is no longer there. Check for changes.', { cause });

/** Non-blocking, so that a pipe which took the file's place cannot hold us; a link that did is not followed. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0);

/** Whether the file behind a handle, opened by a path that had no links, lies in the root. */
async function isStillInside(
  root: string,
  real: string,
  handle: FileHandle,
  asking: Asking,
): Promise<boolean> {
  // Linux knows of every handle where its file lies. A name, which is what the others have, may be swapped once more.
  if (process.platform === 'linux') return isInside(root, pathOf(handle));
  const again = await withoutLinks(real, asking);
  const [opened, there] = await Promise.all([
    handle.stat({ bigint: true }),
    stat(diskPath(again), { bigint: true }),
  ]);
  return isInside(root, again) && opened.dev === there.dev && opened.ino === there.ino;
}

/** Linux knows it by heart: no drive is asked. */
const pathOf = ({ fd }: FileHandle): string =>
  decodeName(readlinkSync(`/proc/self/fd/${fd}`, { encoding: 'buffer' }));

/** An absolute path without the links in it. */
export const withoutLinks = async (path: string, asking: Asking): Promise<string> =>
  decodeName(await asking.realpath(diskPath(path)));

const swapped = (cause?: unknown) =>
  new AppError('forbidden', 'This file changed while it was opened. Try it again.', { cause });

function describe(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('not-found', 'The file is no longer there. Check its folder for changes.', {
      cause: error,
    });
  }
  if (code === 'ELOOP') return swapped(error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError(
      'unreadable',
      'You have no permission to read this file. Allow reading it, then try it again.',
      { cause: error },
    );
  }
  return new AppError('unreadable', `The file cannot be read (${code ?? message}). Try it again.`, {
    cause: error,
  });
}

function describeFolder(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return folderGone(error);
  if (code === 'EACCES' || code === 'EPERM') {
    return new AppError(
      'unreadable',
      'You have no permission to read this folder. Allow reading it, then try it again.',
      { cause: error },
    );
  }
  return new AppError('unreadable', `The folder cannot be read (${code ?? message}). Try it again.`, {
    cause: error,
  });
}
