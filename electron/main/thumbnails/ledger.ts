// Runs in main: which file's thumbnail is where on its way: not looked up, to be made, queued, done or failed.
// Pure bookkeeping; every file of a root is in exactly one place, so the totals always add up.

import type { FileId, RootId, ThumbnailFailure } from '../../shared/contract.js';

export type Place = 'unchecked' | 'todo' | 'queued' | 'done' | 'failed';

interface Failed {
  readonly failure: ThumbnailFailure;
  /** The key that failed: a changed file has another and gets a new try. */
  readonly key: string;
  /** When that was told, milliseconds since 1970. */
  readonly at: number;
}

export interface Totals {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly pending: number;
}

interface RootFiles {
  readonly places: Map<FileId, Place>;
  /** In the order of arrival. */
  readonly unchecked: Set<FileId>;
  readonly todo: Set<FileId>;
  /** With the keys of their jobs. */
  readonly queued: Map<FileId, string>;
  readonly failures: Map<FileId, Failed>;
  done: number;
}

export class Ledger {
  private readonly roots = new Map<RootId, RootFiles>();

  place(root: RootId, id: FileId): Place | undefined {
    return this.roots.get(root)?.places.get(id);
  }

  /** Moves a file, or takes it in. */
  move(root: RootId, id: FileId, to: 'unchecked' | 'todo' | 'done'): void {
    const files = this.enter(root, id, to);
    if (to === 'done') files.done++;
    else files[to].add(id);
  }

  /** Moves a file whose job waits or runs in the pool. */
  queue(root: RootId, id: FileId, key: string): void {
    this.enter(root, id, 'queued').queued.set(id, key);
  }

  fail(failure: ThumbnailFailure, key: string): void {
    this.enter(failure.root, failure.id, 'failed').failures.set(failure.id, { failure, key, at: Date.now() });
  }

  rootIds(): RootId[] {
    return [...this.roots.keys()];
  }

  /** Files of a root that are done. They may be moved while this goes on. */
  *done(root: RootId): Generator<FileId> {
    for (const [id, place] of this.roots.get(root)?.places ?? []) if (place === 'done') yield id;
  }

  /** Forgets a file; answers the key of its job, if it had one. */
  forget(root: RootId, id: FileId): string | undefined {
    const files = this.roots.get(root);
    const key = files?.queued.get(id);
    if (files) leave(files, id);
    files?.places.delete(id);
    return key;
  }

  /** Forgets a root; answers the keys of its jobs. */
  forgetRoot(root: RootId): string[] {
    const keys = [...(this.roots.get(root)?.queued.values() ?? [])];
    this.roots.delete(root);
    return keys;
  }

  /**
   * The files in a place, oldest first, but for those of roots that `leaveOut` names. Files may be moved while this goes on; asking for the first one again and
   * again instead would step over all that were moved before, each time.
   */
  *each(
    place: 'unchecked' | 'todo',
    leaveOut: (root: RootId) => boolean = () => false,
  ): Generator<{ root: RootId; id: FileId }> {
    for (const [root, files] of this.roots) {
      if (leaveOut(root)) continue;
      for (const id of files[place]) yield { root, id };
    }
  }

  /** With a `key` only if it is the one that failed. */
  failed(root: RootId, id: FileId, key?: string): Failed | undefined {
    const failed = this.roots.get(root)?.failures.get(id);
    return key === undefined || failed?.key === key ? failed : undefined;
  }

  /** All failures, or those of one root. */
  failures(root?: RootId): Failed[] {
    const roots = root === undefined ? [...this.roots.values()] : [this.roots.get(root)];
    return roots.flatMap((files) => (files ? [...files.failures.values()] : []));
  }

  /** Files that want a thumbnail and have no job yet. */
  waiting(): number {
    let count = 0;
    for (const { unchecked, todo } of this.roots.values()) count += unchecked.size + todo.size;
    return count;
  }

  totals(): Totals {
    let total = 0;
    let done = 0;
    let failed = 0;
    for (const files of this.roots.values()) {
      total += files.places.size;
      done += files.done;
      failed += files.failures.size;
    }
    return { total, done, failed, pending: total - done - failed };
  }

  private enter(root: RootId, id: FileId, place: Place): RootFiles {
    let files = this.roots.get(root);
    if (files) leave(files, id);
    else this.roots.set(root, (files = emptyRoot()));
    files.places.set(id, place);
    return files;
  }
}

function emptyRoot(): RootFiles {
  return {
    places: new Map(),
    unchecked: new Set(),
    todo: new Set(),
    queued: new Map(),
    failures: new Map(),
    done: 0,
  };
}

function leave(files: RootFiles, id: FileId): void {
  switch (files.places.get(id)) {
    case 'unchecked':
      files.unchecked.delete(id);
      return;
    case 'todo':
      files.todo.delete(id);
      return;
    case 'queued':
      files.queued.delete(id);
      return;
    case 'done':
      files.done--;
      return;
    case 'failed':
      files.failures.delete(id);
      return;
    case undefined:
  }
}
