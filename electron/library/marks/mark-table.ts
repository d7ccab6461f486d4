// Runs in the library process: all marks in memory, by root, folder and name, so that a file's marks are found by where
// it lies without asking the database.

import type { FileMarks } from '../../shared/marks.js';
import { joinRelative, nameOf, parentOf } from '../../shared/paths.js';
import type { Mark, MarkedVersion, MarkKey } from '../database/user-marks.js';

/** The marks of one file, with what it contained when that was last looked at. */
export type MarkEntry = FileMarks & MarkedVersion;

export const NO_VERSION: MarkedVersion = { fingerprint: null, size: null, modified: null };

type Names = Map<string, MarkEntry>;

export class MarkTable {
  /** By absolute path of the root, then by relative path of the folder, then by name. */
  private readonly roots = new Map<string, Map<string, Names>>();

  /** Takes the place of everything known. */
  load(marks: Iterable<Mark>): void {
    this.roots.clear();
    for (const { root, path, favourite, rating, tags, fingerprint, size, modified } of marks) {
      this.set({ root, path }, { favourite, rating: rating ?? 0, tags, fingerprint, size, modified });
    }
  }

  get({ root, path }: MarkKey): MarkEntry | undefined {
    return this.names(root, parentOf(path))?.get(nameOf(path));
  }

  set({ root, path }: MarkKey, entry: MarkEntry): void {
    const folder = parentOf(path);
    let folders = this.roots.get(root);
    if (!folders) this.roots.set(root, (folders = new Map<string, Names>()));
    let names = folders.get(folder);
    if (!names) folders.set(folder, (names = new Map<string, MarkEntry>()));
    names.set(nameOf(path), entry);
  }

  delete({ root, path }: MarkKey): void {
    const folders = this.roots.get(root);
    const names = folders?.get(parentOf(path));
    names?.delete(nameOf(path));
    if (names?.size === 0) folders?.delete(parentOf(path));
    if (folders?.size === 0) this.roots.delete(root);
  }

  /** Roots with marks. */
  get rootPaths(): readonly string[] {
    return [...this.roots.keys()];
  }

  /** What is known of the files directly in a folder. */
  names(root: string, folder: string): ReadonlyMap<string, MarkEntry> | undefined {
    return this.roots.get(root)?.get(folder);
  }

  /** The folders of a root with what is known of the files in them. */
  folders(root: string): Iterable<readonly [folder: string, names: ReadonlyMap<string, MarkEntry>]> {
    return this.roots.get(root) ?? [];
  }

  /** Everything known of a root. */
  *entries(root: string): Generator<readonly [path: string, entry: MarkEntry]> {
    for (const [folder, names] of this.folders(root)) {
      for (const [name, entry] of names) yield [joinRelative(folder, name), entry];
    }
  }
}
