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

/** By the number that stands for it in a column; 0: unknown file. */
const PLACES = [undefined, 'unchecked', 'todo', 'queued', 'done', 'failed'] as const satisfies readonly (
  Place | undefined
)[];
const UNCHECKED = PLACES.indexOf('unchecked');
const DONE = PLACES.indexOf('done');

/** Columns and lists where all files of a library arrive at once: a map or a set of 100,000 holds main's loop when it grows. */
interface RootFiles {
  /** By file id, see {@link PLACES}. */
  places: Uint8Array;
  /** Files that are in any place. */
  total: number;
  /** In the order of arrival, also those that have left since. */
  readonly arrived: FileId[];
  /** Of those, how many have not. */
  unchecked: number;
  /** In the order of arrival. */
  readonly todo: Set<FileId>;
  /** With the keys of their jobs. */
  readonly queued: Map<FileId, string>;
  readonly failures: Map<FileId, Failed>;
  done: number;
}

export class Ledger {
  private readonly roots = new Map<RootId, RootFiles>();

  place(root: RootId, id: FileId): Place | undefined {
    return PLACES[this.roots.get(root)?.places[id] ?? 0];
  }

  /** Moves a file, or takes it in. */
  move(root: RootId, id: FileId, to: 'unchecked' | 'todo' | 'done'): void {
    const files = this.enter(root, id, to);
    if (to === 'done') files.done++;
    else if (to === 'todo') files.todo.add(id);
    else {
      files.arrived.push(id);
      files.unchecked++;
    }
  }

  /** A file that is done is to be made after all. */
  again(root: RootId, id: FileId): void {
    if (this.place(root, id) === 'done') this.move(root, id, 'todo');
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
    const files = this.roots.get(root);
    for (let id = 0; id < (files?.places.length ?? 0); id++) if (files!.places[id] === DONE) yield id;
  }

  /** Files of a root that are to be made and have no job yet, as they are now. */
  todo(root: RootId): FileId[] {
    return [...(this.roots.get(root)?.todo ?? [])];
  }

  /** Forgets a file; answers the key of its job, if it had one. */
  forget(root: RootId, id: FileId): string | undefined {
    const files = this.roots.get(root);
    const key = files?.queued.get(id);
    if (files && this.place(root, id) !== undefined) {
      leave(files, id);
      files.places[id] = 0;
      files.total--;
    }
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
      if (place === 'todo') for (const id of files.todo) yield { root, id };
      else for (const id of files.arrived) if (files.places[id] === UNCHECKED) yield { root, id };
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
    for (const { unchecked, todo } of this.roots.values()) count += unchecked + todo.size;
    return count;
  }

  totals(): Totals {
    let total = 0;
    let done = 0;
    let failed = 0;
    for (const files of this.roots.values()) {
      total += files.total;
      done += files.done;
      failed += files.failures.size;
    }
    return { total, done, failed, pending: total - done - failed };
  }

  private enter(root: RootId, id: FileId, place: Place): RootFiles {
    let files = this.roots.get(root);
    if (!files) this.roots.set(root, (files = emptyRoot()));
    if (id >= files.places.length) {
      const larger = new Uint8Array(Math.max(1024, 2 * id));
      larger.set(files.places);
      files.places = larger;
    }
    if (files.places[id] === 0) files.total++;
    else leave(files, id);
    files.places[id] = PLACES.indexOf(place);
    return files;
  }
}

function emptyRoot(): RootFiles {
  return {
    ...{ places: new Uint8Array(), total: 0 },
    ...{ arrived: [], unchecked: 0 },
    todo: new Set(),
    queued: new Map(),
    failures: new Map(),
    done: 0,
  };
}

function leave(files: RootFiles, id: FileId): void {
  switch (PLACES[files.places[id]!]) {
    case 'unchecked':
      if (--files.unchecked === 0) files.arrived.length = 0;
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
