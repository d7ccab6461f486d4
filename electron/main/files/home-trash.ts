// Runs in main: where a desktop that follows freedesktop.org's trash specification has put a file, and bringing it back. Only the
// trash of the home folder is looked at. Nothing is ever replaced.

import { copyFile, link, lstat, readdir, readFile, rm, stat, unlink, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { AppError } from '../../shared/result.js';
import { diskPath } from '../../node/raw-paths.js';
import { encodePath } from './file-uri.js';

/** A file in the trash. Absolute paths. */
export interface Trashed {
  readonly original: string;
  readonly file: string;
  readonly info: string;
}

const SUFFIX = '.trashinfo';

/** The trash of the home folder. */
export const homeTrash = (env = process.env): string =>
  join(env['XDG_DATA_HOME'] || join(homedir(), '.local/share'), 'Trash');

/**
 * Finds files (absolute paths) that have been put into the trash since `from`, milliseconds since 1970; by path. What lies in
 * the trash of another drive is not found.
 */
export async function findTrashed(
  originals: readonly string[],
  from: number,
  trash = homeTrash(),
): Promise<Map<string, Trashed>> {
  const wanted = new Map(originals.map((path) => [encodePath(path), path]));
  const found = new Map<string, Trashed & { readonly time: number }>();
  for (const name of await readdir(join(trash, 'info')).catch(() => [])) {
    if (!name.endsWith(SUFFIX)) continue;
    const info = join(trash, 'info', name);
    const { mtimeMs } = await stat(info).catch(() => ({ mtimeMs: 0 }));
    // Files systems keep times less exactly than the clock.
    if (mtimeMs < from - 2000) continue;
    const original = wanted.get(pathIn(await readFile(info, 'utf8').catch(() => '')));
    if (original === undefined || (found.get(original)?.time ?? 0) > mtimeMs) continue;
    const file = join(trash, 'files', name.slice(0, -SUFFIX.length));
    if (await lstat(file).catch(() => null)) found.set(original, { original, file, info, time: mtimeMs });
  }
  return found;
}

/** The path that an info file names, in the encoding of {@link encodePath}. */
function pathIn(text: string): string {
  const path = /^Path=(.*)$/m.exec(text)?.[1]?.trim() ?? '';
  try {
    // Others leave other characters as they are.
    return path.startsWith('/') ? encodeBytes(path) : '';
  } catch {
    // No valid encoding: it is none that we look for.
    return '';
  }
}

function encodeBytes(path: string): string {
  const bytes = path.replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  const raw = Buffer.from(bytes, /[^\0-\xFF]/.test(bytes) ? 'utf8' : 'latin1');
  return encodePath(raw.toString('utf8'));
}

/** Whether a file is still where it was found in the trash. Where the disk does not say, it is taken to be. */
export const isInTrash = ({ file }: Trashed): Promise<boolean> =>
  lstat(file).then(
    () => true,
    ({ code }: NodeJS.ErrnoException) => code !== 'ENOENT' && code !== 'ENOTDIR',
  );

/** Brings a file back to where it was. @throws AppError when something else is there by now, or its folder is not */
export async function restore(trashed: Trashed): Promise<void> {
  const { original, file, info } = trashed;
  const target = diskPath(original);
  try {
    const { isFolder } = await stat(diskPath(dirname(original))).then((stats) => ({
      isFolder: stats.isDirectory(),
    }));
    if (!isFolder) throw noFolder();
    await moveBack(file, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!(await isInTrash(trashed)))
      throw new AppError('not-found', 'It is no longer in the trash of the system.');
    if (error instanceof AppError) throw error;
    if (code === 'EEXIST') {
      throw new AppError(
        'forbidden',
        'There is another file of this name by now, so it is still in the trash of the system. Rename that one, then try it again.',
      );
    }
    if (code === 'ENOENT' || code === 'ENOTDIR') throw noFolder();
    const reason = code ?? String(error);
    throw new AppError(
      'unreadable',
      `The file could not be restored (${reason}) and is still in the trash of the system. Try it again, or restore it there.`,
      { cause: error },
    );
  }
  await rm(info, { force: true });
}

const noFolder = (): AppError =>
  new AppError(
    'not-found',
    'Its folder is no longer there, so it is still in the trash of the system. Make the folder again, or restore the file there.',
  );

/** A hard link never replaces anything, and neither does the copy where links are not possible. */
async function moveBack(file: string, target: string | Buffer): Promise<void> {
  try {
    await link(file, target);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EPERM' && code !== 'EXDEV' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
    const { constants } = await import('node:fs');
    await copyFile(file, target, constants.COPYFILE_EXCL);
    const { atime, mtime, size } = await stat(file);
    await utimes(target, atime, mtime);
    if ((await stat(target)).size !== size) throw error;
  }
  await unlink(file);
}
