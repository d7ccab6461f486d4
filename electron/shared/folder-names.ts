// Shared by every process: the folders that a listing's rows name by number. Folders come with patches and their last
// file may go; the names of such folders are dropped now and then, or months of renaming would keep every one.

import { joinNames, splitNames } from './listing-rows.js';

/** So many names that nobody uses are not worth a look. */
const SPARE = 1024;

export class FolderNames {
  private paths: readonly string[];
  private indexes: Map<string, number>;
  /** With more names than this, those that no row uses are dropped: so a look is paid for by many new names. */
  private limit: number;

  private constructor(paths: readonly string[]) {
    this.paths = paths;
    this.indexes = indexesOf(paths);
    this.limit = limitFor(paths.length);
  }

  /** The paths in `joined`, as a listing's column `folders` has them; `rows`: how many files there are. */
  static of(joined: string, rows: number): FolderNames {
    return new FolderNames(splitNames(joined, rows));
  }

  /** By number; some may have no files. Another list when numbers have changed their meaning. */
  get all(): readonly string[] {
    return this.paths;
  }

  /** The number of a path, which is added when it is new. */
  indexOf(path: string): number {
    const known = this.indexes.get(path);
    if (known !== undefined) return known;
    const index = (this.paths as string[]).push(path) - 1;
    this.indexes.set(path, index);
    return index;
  }

  /** The column `folders` with only what `column` (a number per row) names; `column` gets the numbers of that. */
  join(column: Uint32Array): string {
    const used = this.usedBy(column);
    if (used.length < this.paths.length) this.renumber(column, used);
    return joinNames(used);
  }

  /** Drops what `column` does not name, once that may be much; `column` gets the new numbers then. */
  tidy(column: Uint32Array): void {
    if (this.paths.length <= this.limit) return;
    const used = this.usedBy(column);
    this.limit = limitFor(used.length);
    if (used.length === this.paths.length) return;
    this.indexes = this.renumber(column, used);
    this.paths = used;
  }

  /** The paths that are used, in their order. */
  private usedBy(column: Uint32Array): string[] {
    const used = new Uint8Array(this.paths.length);
    for (let row = 0; row < column.length; row++) used[column[row]!] = 1;
    return this.paths.filter((_, index) => used[index] === 1);
  }

  /** From numbers of these paths to those of `paths`; answers the latter. */
  private renumber(column: Uint32Array, paths: readonly string[]): Map<string, number> {
    const indexes = indexesOf(paths);
    const numbers = Uint32Array.from(this.paths, (path) => indexes.get(path) ?? 0);
    for (let row = 0; row < column.length; row++) column[row] = numbers[column[row]!]!;
    return indexes;
  }
}

const limitFor = (used: number): number => used * 2 + SPARE;

const indexesOf = (paths: readonly string[]) => new Map(paths.map((path, index) => [path, index]));
