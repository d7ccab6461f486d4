// Runs in main: what the viewers of all windows show and have next to it. Large pictures that were asked for on the way
// there, while somebody leafed on, are not wanted any more.

import type { FileId, RootId } from '../../shared/contract.js';
import type { FilesOf } from '../../shared/marks.js';

const nameOf = (root: RootId, id: FileId): string => `${root}/${id}`;

export class Viewed {
  /** By window. */
  private readonly windows = new Map<number, ReadonlySet<string>>();
  /** Key of a job that waits or runs -> its file. */
  private readonly jobs = new Map<string, string>();

  constructor(private readonly withdraw: (key: string) => void) {}

  /** A viewer shows these files, or has them next to what it shows; none: it is closed. */
  replace(window: number, files: readonly FilesOf[]): void {
    if (files.length === 0) {
      this.windows.delete(window);
    } else {
      const names = files.flatMap(({ root, ids }) => Array.from(ids, (id) => nameOf(root, id)));
      this.windows.set(window, new Set(names));
    }
    for (const [key, file] of this.jobs) {
      if ([...this.windows.values()].some((wanted) => wanted.has(file))) continue;
      this.jobs.delete(key);
      this.withdraw(key);
    }
  }

  /** A large picture was asked for. */
  began(key: string, root: RootId, id: FileId): void {
    this.jobs.set(key, nameOf(root, id));
  }

  ended(key: string): void {
    this.jobs.delete(key);
  }
}
