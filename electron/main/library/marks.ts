// Runs in main: favourites, ratings, tags and hidden folders, which the library process keeps.

import type { RootId } from '../../shared/contract.js';
import type { FilesOf, MarkChange, MarksImported, MarksSet, RootMarks } from '../../shared/marks.js';
import type { LibraryEvents } from '../../shared/messages.js';
import type { LibraryChild } from './library-process.js';

/** What is told about marks. */
export interface MarksNews {
  readonly changed: (payload: LibraryEvents['marks']) => void;
  readonly hidden: (payload: LibraryEvents['hidden']) => void;
  readonly reset: (payload: LibraryEvents['marksReset']) => void;
}

export interface MarksOptions {
  /** Absent: nobody is told. */
  readonly news?: MarksNews | undefined;
  /** The running library process; throws `crashed` while there is none. */
  readonly child: () => LibraryChild;
  /** Resolves when the files of the last run are known. */
  readonly restored: (root: RootId) => Promise<void>;
}

/** Every method rejects with an AppError, `crashed` while the library process is being started again. */
export class Marks {
  constructor(private readonly options: MarksOptions) {}

  /** Passes on what a library process tells, for as long as it lives. */
  listen(child: LibraryChild): void {
    const { news } = this.options;
    if (!news) return;
    child.on('marks', news.changed);
    child.on('hidden', news.hidden);
    child.on('marksReset', news.reset);
  }

  async list(root: RootId): Promise<RootMarks> {
    await this.options.restored(root);
    return this.options.child().ask('marks', { root });
  }

  /** Resolves when the change is on the disk. */
  async set(files: readonly FilesOf[], change: MarkChange): Promise<MarksSet> {
    await Promise.all(files.map(({ root }) => this.options.restored(root)));
    return this.options.child().ask('setMarks', { files, change });
  }

  async hideFolder(root: RootId, folder: string, hidden: boolean): Promise<void> {
    await this.options.restored(root);
    await this.options.child().ask('hideFolder', { root, folder, hidden });
  }

  /** Writes all marks to a file (absolute path); answers how many files are marked. */
  export(file: string): Promise<number> {
    return this.options.child().ask('exportMarks', { file });
  }

  import(file: string): Promise<MarksImported> {
    return this.options.child().ask('importMarks', { file });
  }
}
