// Renderer: which files are alike, asked of main while somebody looks at the place that shows them; now and then also
// otherwise, for their number, which makes nobody read a file.

import type { RootId } from '../../electron/shared/contract.js';
import { NO_DUPLICATES, type DuplicateColumns } from '../../electron/shared/duplicates.js';
import type { Gallery } from '../gallery.js';
import type { Groups } from './groups.js';
import { hiddenFolders, type Hidden } from './hidden.js';
import type { Library } from './library.js';
import type { Roots } from './roots.js';
import { throttled } from './schedule.js';
import { Store, type Readable } from './store.js';
import type { ViewStore } from './view.js';

export interface DuplicatesState {
  /** How far comparing is: see {@link DuplicateColumns}. */
  readonly candidates: number;
  readonly compared: number;
  readonly unreadable: number;
  readonly groups: number;
  /** In all groups together. */
  readonly files: number;
  /** Bytes that all but one file of each group take. */
  readonly spare: number;
  /** False until main has answered. */
  readonly known: boolean;
}

/** Milliseconds between two questions while contents are being read, or files come and go. */
const INTERVAL = 1500;
/** The same while nobody looks. */
const QUIET_INTERVAL = 15_000;
/** A start has other things to do, milliseconds. */
const AFTER_START = 4000;

export class Duplicates extends Store<DuplicatesState> {
  private byRoot = new Map<RootId, Uint32Array>();
  /** What main has answered, which knows nothing of hidden folders. */
  private answer: DuplicateColumns | null = null;
  private last: DuplicateColumns = NO_DUPLICATES;
  private readonly changed = new Set<() => void>();

  constructor(
    private readonly gallery: Gallery,
    private readonly library: Library,
    private readonly roots: Roots,
    private readonly hidden: Readable<Hidden>,
    private readonly view: ViewStore,
    private readonly report: (error: unknown) => void,
  ) {
    super({ candidates: 0, compared: 0, unreadable: 0, groups: 0, files: 0, spare: 0, known: false });
  }

  /** Of the groups, for those who show files; the numbers are in the store itself. */
  readonly groups: Groups = {
    of: (root) => this.byRoot.get(root),
    subscribe: (listener) => {
      this.changed.add(listener);
      return () => this.changed.delete(listener);
    },
  };

  /** Starts to ask, above all when the place is open; returns the end of it. */
  connect(): () => void {
    const isOpen = () => this.view.get().place.kind === 'duplicates';
    let wasOpen = false;
    const ask = throttled(() => {
      if (isOpen()) void this.ask(true);
    }, INTERVAL);
    const count = throttled(() => {
      if (!isOpen()) void this.ask(false);
    }, QUIET_INTERVAL);
    let started = false;
    const soon = () => {
      ask();
      if (started) count();
    };
    const timer = setTimeout(() => {
      started = true;
      count();
    }, AFTER_START);
    const again = () => {
      if (this.answer) this.enter(this.answer);
    };
    const ends = [
      this.hidden.subscribe(again),
      this.roots.subscribe(throttled(again, INTERVAL)),
      this.view.subscribe(() => {
        if (isOpen() && !wasOpen) ask();
        wasOpen = isOpen();
      }),
      this.library.subscribe((changes) => {
        if (changes.some(({ kind }) => kind !== 'facts')) soon();
      }),
      this.gallery.on('thumbnails.changed', () => {
        const { candidates, compared, unreadable } = this.get();
        if (!this.get().known || compared + unreadable < candidates) soon();
      }),
    ];
    ask();
    return () => {
      clearTimeout(timer);
      ends.forEach((end) => end());
    };
  }

  private async ask(read: boolean): Promise<void> {
    try {
      this.enter(await this.gallery.call('library.duplicates', read));
    } catch (error) {
      this.report(error);
    }
  }

  /** Without what no place shows: files in hidden folders, and in folders that are only visited. */
  private withoutAway(columns: DuplicateColumns): DuplicateColumns {
    const { root, id } = columns;
    const hidden = new Map<RootId, Uint8Array | null>();
    for (const { id: one, visited = false } of this.roots.get()) {
      const listing = this.library.listing(one);
      if (!visited) hidden.set(one, listing ? hiddenFolders(listing, this.hidden.get().get(one)) : null);
    }
    const isShown = (row: number): boolean => {
      const away = hidden.get(root[row]!);
      if (away === undefined || away === null) return away === null;
      const listing = this.library.listing(root[row]!)!;
      const at = listing.rowOf(id[row]!);
      return at < 0 || away[listing.folder[at]!] === 0;
    };
    return onlyGroups(columns, [...id.keys()].filter(isShown));
  }

  private enter(answer: DuplicateColumns): void {
    this.answer = answer;
    const columns = this.withoutAway(answer);
    const { root, id, group, candidates, compared, unreadable } = columns;
    const other = !sameGroups(columns, this.last);
    this.last = columns;
    if (other) this.byRoot = groupsByRoot(columns);
    let spare = 0;
    for (let i = 1; i < id.length; i++) {
      const listing = this.library.listing(root[i]!);
      const row = listing?.rowOf(id[i]!) ?? -1;
      if (group[i] === group[i - 1] && listing && row >= 0) spare += listing.sizeAt(row);
    }
    this.set({
      candidates,
      compared,
      unreadable,
      groups: group.at(-1) ?? 0,
      files: id.length,
      spare,
      known: true,
    });
    if (other) for (const listener of this.changed) listener();
  }
}

/** Some rows (their numbers) of columns: groups that have at least two of these, counted from 1 again. */
function onlyGroups(
  { root, id, group, ...rest }: DuplicateColumns,
  rows: readonly number[],
): DuplicateColumns {
  const isAlike = (row: number | undefined, other: number | undefined) =>
    row !== undefined && other !== undefined && group[row] === group[other];
  const alike = rows.filter((row, i) => isAlike(row, rows[i - 1]) || isAlike(row, rows[i + 1]));
  let number = 0;
  return {
    ...rest,
    root: Float64Array.from(alike, (row) => root[row]!),
    id: Uint32Array.from(alike, (row) => id[row]!),
    group: Uint32Array.from(alike, (row, i) => (isAlike(row, alike[i - 1]) ? number : ++number)),
  };
}

function sameGroups(a: DuplicateColumns, b: DuplicateColumns): boolean {
  if (a.id.length !== b.id.length) return false;
  return a.id.every((id, i) => id === b.id[i] && a.root[i] === b.root[i] && a.group[i] === b.group[i]);
}

function groupsByRoot({ root, id, group }: DuplicateColumns): Map<RootId, Uint32Array> {
  const tops = new Map<RootId, number>();
  root.forEach((one, i) => tops.set(one, Math.max(tops.get(one) ?? 0, id[i]!)));
  const byRoot = new Map([...tops].map(([one, top]) => [one, new Uint32Array(top + 1)]));
  root.forEach((one, i) => (byRoot.get(one)![id[i]!] = group[i]!));
  return byRoot;
}
