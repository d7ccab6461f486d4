// Runs in main: finds files with the same content. Only files of one size can be alike; of those the content is known by
// the fingerprints that thumbnails go by. Works in portions, because a library has 100,000 files and main's loop is everybody's.

import { setImmediate as afterOthers } from 'node:timers/promises';
import type { FileId, RootId } from '../shared/contract.js';
import type { DuplicateColumns } from '../shared/duplicates.js';

export interface DuplicateSources {
  /** Ids and sizes (bytes) of all files of all roots; as they are now. */
  readonly files: () => Iterable<{
    readonly root: RootId;
    readonly id: Uint32Array;
    readonly size: Float64Array;
  }>;
  /** What a file contains, as a name; `unknown` until it has been read, `unreadable` when that fails, `gone` without a file. */
  readonly contentOf: (root: RootId, id: FileId) => Content;
  /** Has the contents of some files read soon. */
  readonly hurry: (root: RootId, ids: readonly FileId[]) => void;
  /** Milliseconds, monotonic. */
  readonly clock: () => number;
}

export type Content = { readonly name: string } | 'unknown' | 'unreadable' | 'gone';

interface Member {
  readonly root: RootId;
  readonly id: FileId;
  readonly size: number;
}

/** Milliseconds of main's loop per portion. */
const PORTION = 4;
/** Files that are read next, each time somebody asks. */
const NEXT = 200;

export class Duplicates {
  private running: Promise<DuplicateColumns> | null = null;
  /** What the last look did not know and nobody has had read yet. */
  private unknown: ReadonlyMap<RootId, readonly FileId[]> = new Map();

  constructor(private readonly sources: DuplicateSources) {}

  /** All files that are like others, as far as is known now; `read`: what is not known yet is read next. */
  find(read = true): Promise<DuplicateColumns> {
    this.running ??= this.run().finally(() => (this.running = null));
    if (!read) return this.running;
    return this.running.then((found) => {
      for (const [root, ids] of this.unknown) this.sources.hurry(root, ids);
      this.unknown = new Map();
      return found;
    });
  }

  private async run(): Promise<DuplicateColumns> {
    const work = this.work();
    let until = this.sources.clock() + PORTION;
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      if (this.sources.clock() < until) continue;
      await afterOthers();
      until = this.sources.clock() + PORTION;
    }
  }

  private *work(): Generator<void, DuplicateColumns> {
    const roots = [...this.sources.files()].map(({ root, id, size }) => ({
      root,
      id: id.slice(),
      size: size.slice(),
    }));
    const sizes = new Map<number, number>();
    for (const { size } of roots) {
      for (let row = 0; row < size.length; row++) {
        if (size[row]! > 0) sizes.set(size[row]!, (sizes.get(size[row]!) ?? 0) + 1);
        if (row % 512 === 511) yield;
      }
    }
    const groups = new Map<string, Member[]>();
    const unknown = new Map<RootId, FileId[]>();
    let [candidates, compared, unreadable, waiting] = [0, 0, 0, 0];
    for (const { root, id, size } of roots) {
      for (let row = 0; row < id.length; row++) {
        if ((sizes.get(size[row]!) ?? 0) < 2) continue;
        yield;
        const content = this.sources.contentOf(root, id[row]!);
        if (content === 'gone') continue;
        candidates++;
        if (content === 'unreadable') unreadable++;
        else if (content === 'unknown') {
          if (waiting++ < NEXT) unknown.set(root, [...(unknown.get(root) ?? []), id[row]!]);
        } else {
          compared++;
          const member = { root, id: id[row]!, size: size[row]! };
          const group = groups.get(content.name);
          if (group) group.push(member);
          else groups.set(content.name, [member]);
        }
      }
    }
    this.unknown = unknown;
    return { ...columnsOf([...groups.values()]), candidates, compared, unreadable };
  }
}

function columnsOf(groups: readonly (readonly Member[])[]): Pick<DuplicateColumns, 'root' | 'id' | 'group'> {
  const waste = (group: readonly Member[]) => (group.length - 1) * group[0]!.size;
  const alike = groups.filter((group) => group.length > 1).sort((a, b) => waste(b) - waste(a));
  const members = alike.flat();
  return {
    root: Float64Array.from(members, ({ root }) => root),
    id: Uint32Array.from(members, ({ id }) => id),
    group: Uint32Array.from(alike.flatMap((group, index) => group.map(() => index + 1))),
  };
}
