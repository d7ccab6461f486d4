// Shared by main and the window: doing something with several files of a person, and what came of it.

import type { FileId, RootId } from './contract.js';

/** A file with which something could not be done. */
export interface FailedFile {
  /** For a person; empty when it is not known any more. */
  readonly path: string;
  /** One sentence. */
  readonly message: string;
  /** Which one it is, to try it again; absent where its ids are not known. */
  readonly file?: { readonly root: RootId; readonly id: FileId };
}

/** What came of doing something with several files. */
export interface FilesDone {
  readonly done: number;
  readonly failed: readonly FailedFile[];
}

/** What came of moving files to the trash, or back again. */
export interface FilesTrashed extends FilesDone {
  /** For `files.restore`: brings back what is in the trash now; null where nothing is, or the app cannot. */
  readonly undo: number | null;
}

/** Where a tile is in the window, CSS pixels. */
export interface TileBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
