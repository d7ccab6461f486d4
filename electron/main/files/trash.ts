// Runs in main: moving files to the trash when a person asked for that, and back again.

import { shell } from 'electron';
import type { RootId } from '../../shared/contract.js';
import type { FailedFile, FilesTrashed } from '../../shared/files.js';
import type { FilesOf } from '../../shared/marks.js';
import { displayPath, parentOf } from '../../shared/paths.js';
import { AppError, toFailure } from '../../shared/result.js';
import { textPath, type CheckedFiles } from './checked-files.js';
import { findTrashed, isInTrash, restore, type Trashed } from './home-trash.js';

/** So many times something can be undone. */
const MOST_KEPT = 20;

interface Undoable {
  readonly trashed: readonly Trashed[];
  /** Where the files were: relative paths, by root. */
  readonly folders: ReadonlyMap<RootId, ReadonlySet<string>>;
}

export class Trash {
  private readonly undoable = new Map<number, Undoable>();
  private last = 0;

  constructor(
    private readonly files: CheckedFiles,
    /** Folders (relative paths) of a root in which files went or came: what is known of them is not true any more. */
    private readonly onChanged: (root: RootId, folders: readonly string[]) => void,
    private readonly log: (level: 'info' | 'warn', message: string) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Moves files to the trash of the system. Answers what was done, and how it can be undone where that is possible. */
  async put(files: readonly FilesOf[]): Promise<FilesTrashed> {
    const started = this.now();
    const moved: string[] = [];
    const folders = new Map<RootId, Set<string>>();
    const result = await this.files.each(files, async ({ path, file }) => {
      await trashItem(textPath(path));
      moved.push(path);
      folders.set(file.root, (folders.get(file.root) ?? new Set()).add(parentOf(file.relative)));
    });
    this.tellChanged(folders);
    this.log('info', `Moved to the trash: ${result.done} files, ${result.failed.length} failed`);
    const found =
      process.platform === 'linux' ? await findTrashed(moved, started) : new Map<string, Trashed>();
    // Half of an undo would be a surprise.
    if (moved.length === 0 || found.size < moved.length) return { ...result, undo: null };
    return { ...result, undo: this.keep({ trashed: [...found.values()], folders }) };
  }

  /**
   * Brings back what {@link put} has moved. What fails can be tried again for as long as it is in the trash.
   * @throws AppError `not-found` when that is not known any more
   */
  async undo(id: number): Promise<FilesTrashed> {
    const undoable = this.undoable.get(id);
    if (!undoable)
      throw new AppError(
        'not-found',
        'This can no longer be undone here. Look into the trash of the system.',
      );
    this.undoable.delete(id);
    const { trashed, folders } = undoable;
    const failed: FailedFile[] = [];
    const left: Trashed[] = [];
    for (const one of trashed) {
      try {
        await restore(one);
      } catch (error) {
        failed.push({ path: displayPath(one.original), message: toFailure(error).message });
        if (await isInTrash(one)) left.push(one);
      }
    }
    this.tellChanged(folders);
    const done = trashed.length - failed.length;
    this.log('info', `Restored from the trash: ${done} files, ${failed.length} failed`);
    return { done, failed, undo: left.length === 0 ? null : this.keep({ trashed: left, folders }) };
  }

  private keep(undoable: Undoable): number {
    this.undoable.set(++this.last, undoable);
    if (this.undoable.size > MOST_KEPT) this.undoable.delete(this.undoable.keys().next().value!);
    return this.last;
  }

  private tellChanged(folders: Undoable['folders']): void {
    for (const [root, changed] of folders) this.onChanged(root, [...changed]);
  }
}

async function trashItem(path: string): Promise<void> {
  try {
    await shell.trashItem(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'unsupported',
      `The system could not move it to the trash (${reason}). Try it again, or move it there in the file manager.`,
      {
        cause: error,
      },
    );
  }
}
