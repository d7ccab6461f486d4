// Runs in main: moving files to the trash when a person asked for that, and back again.

import { shell } from 'electron';
import type { FailedFile, FilesDone, FilesTrashed } from '../../shared/files.js';
import type { FilesOf } from '../../shared/marks.js';
import { displayPath } from '../../shared/paths.js';
import { AppError, toFailure } from '../../shared/result.js';
import { textPath, type CheckedFiles } from './checked-files.js';
import { findTrashed, restore, type Trashed } from './home-trash.js';

/** So many times something can be undone. */
const MOST_KEPT = 20;

export class Trash {
  private readonly undoable = new Map<number, readonly Trashed[]>();
  private last = 0;

  constructor(
    private readonly files: CheckedFiles,
    private readonly log: (level: 'info' | 'warn', message: string) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** Moves files to the trash of the system. Answers what was done, and how it can be undone where that is possible. */
  async put(files: readonly FilesOf[]): Promise<FilesTrashed> {
    const started = this.now();
    const moved: string[] = [];
    const result = await this.files.each(files, async ({ path }) => {
      await trashItem(textPath(path));
      moved.push(path);
    });
    this.log('info', `Moved to the trash: ${result.done} files, ${result.failed.length} failed`);
    const found =
      process.platform === 'linux' ? await findTrashed(moved, started) : new Map<string, Trashed>();
    // Half of an undo would be a surprise.
    if (moved.length === 0 || found.size < moved.length) return { ...result, undo: null };
    this.undoable.set(++this.last, [...found.values()]);
    if (this.undoable.size > MOST_KEPT) this.undoable.delete(this.undoable.keys().next().value!);
    return { ...result, undo: this.last };
  }

  /** Brings back what {@link put} has moved. @throws AppError `not-found` when that is not known any more */
  async undo(id: number): Promise<FilesDone> {
    const trashed = this.undoable.get(id);
    if (!trashed)
      throw new AppError(
        'not-found',
        'This can no longer be undone here. Look into the trash of the system.',
      );
    this.undoable.delete(id);
    const failed: FailedFile[] = [];
    for (const one of trashed) {
      try {
        await restore(one);
      } catch (error) {
        failed.push({ path: displayPath(one.original), message: toFailure(error).message });
      }
    }
    const done = trashed.length - failed.length;
    this.log('info', `Restored from the trash: ${done} files, ${failed.length} failed`);
    return { done, failed };
  }
}

async function trashItem(path: string): Promise<void> {
  try {
    await shell.trashItem(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('unsupported', `The system could not move it to the trash (${reason}).`, {
      cause: error,
    });
  }
}
