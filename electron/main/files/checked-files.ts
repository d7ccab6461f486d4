// Runs in main: from ids to paths that may be handed to the system, one by one, with what became of those that may not.

import { lstat, type FileHandle } from 'node:fs/promises';
import type { FileId, RootId } from '../../shared/contract.js';
import type { FailedFile, FilesDone } from '../../shared/files.js';
import type { FilesOf } from '../../shared/marks.js';
import { displayPath } from '../../shared/paths.js';
import { AppError, toFailure } from '../../shared/result.js';
import { diskPath } from '../../node/raw-paths.js';
import type { Library, LibraryFile } from '../library/library.js';
import type { Roots } from '../roots.js';
import { OFFLINE } from '../thumbnails/rebuild.js';

export interface CheckedFile {
  readonly file: LibraryFile;
  /** Absolute, without links in front of the file, inside its root. */
  readonly path: string;
}

/** More files than this are not handed to the system at once: neither clipboard nor drag can hold them. */
export const MOST_AT_ONCE = 10_000;

export class CheckedFiles {
  constructor(
    private readonly library: Library,
    private readonly roots: Roots,
  ) {}

  /**
   * The path of a file, after making sure that it lies inside its root and is a file, no link to one.
   * @throws AppError `not-found`, `forbidden`, `unreadable`, `unsupported`, `offline`
   */
  async check(file: LibraryFile): Promise<CheckedFile> {
    const path = this.roots.absolute(file.root, file.relative);
    const handle = await this.open(file);
    try {
      const [opened, there] = await Promise.all([
        handle.stat({ bigint: true }),
        lstat(diskPath(path), { bigint: true }),
      ]);
      if (!there.isFile() || there.dev !== opened.dev || there.ino !== opened.ino) {
        throw new AppError('forbidden', 'This is a link to a file, which is left alone.');
      }
    } finally {
      await handle.close();
    }
    return { file, path };
  }

  /**
   * The path of a file, or of what it is a link to, after making sure that it lies inside its root.
   * @throws AppError `not-found`, `forbidden`, `unreadable`, `unsupported`, `offline`
   */
  async readable(root: RootId, id: FileId): Promise<string> {
    const file = await this.library.file(root, id);
    const handle = await this.open(file);
    await handle.close();
    return this.roots.absolute(root, file.relative);
  }

  /**
   * The path of a folder (relative, '' for the root), after making sure that it lies inside its root.
   * @throws AppError `not-found`, `forbidden`, `unreadable`, `offline`
   */
  async folder(root: RootId, relative: string): Promise<string> {
    if (this.library.isAway(root)) throw OFFLINE;
    return this.roots.folder(root, relative);
  }

  /** Without its folder a file is not gone. */
  private open({ root, relative }: LibraryFile): Promise<FileHandle> {
    if (this.library.isAway(root)) throw OFFLINE;
    return this.roots.open(root, relative);
  }

  /** Does something with each file, in order; one that fails keeps no other from it. */
  async each(files: readonly FilesOf[], work: (file: CheckedFile) => unknown): Promise<FilesDone> {
    const failed: FailedFile[] = [];
    let done = 0;
    for (const { root, ids } of files) {
      for (const id of ids) {
        let path = '';
        try {
          const file = await this.library.file(root, id);
          path = displayPath(file.relative);
          await work(await this.check(file));
          done++;
        } catch (error) {
          failed.push({ path, message: toFailure(error).message, file: { root, id } });
        }
      }
    }
    return { done, failed };
  }

  /**
   * The paths of some files, as `write` gives them: a file for which it throws has failed.
   * @throws AppError `unsupported` when these are too many
   */
  async paths(
    files: readonly FilesOf[],
    write: (path: string) => string = (path) => path,
  ): Promise<FilesDone & { readonly paths: readonly string[] }> {
    assertFew(files);
    const paths: string[] = [];
    const result = await this.each(files, ({ path }) => paths.push(write(path)));
    return { ...result, paths };
  }
}

function assertFew(files: readonly FilesOf[]): void {
  const count = files.reduce((sum, { ids }) => sum + ids.length, 0);
  if (count > MOST_AT_ONCE) {
    const most = MOST_AT_ONCE.toLocaleString('en');
    throw new AppError('unsupported', `No more than ${most} files can be handed over at once. Select fewer.`);
  }
}

/** A path for functions that take text only. @throws AppError `unsupported` for a name that is none */
export function textPath(path: string): string {
  if (typeof diskPath(path) === 'string') return path;
  throw new AppError(
    'unsupported',
    'The name of this file is not valid text, so the system cannot be given it. Rename it first.',
  );
}
