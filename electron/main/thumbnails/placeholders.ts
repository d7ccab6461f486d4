// Runs in main: the ThumbHashes that stand for files while their thumbnails are not there, by root, as the window wants them.

import type { FileId, PlaceholderColumns, RootId } from '../../shared/contract.js';
import { PLACEHOLDER } from '../../shared/placeholder.js';

export class Placeholders {
  private readonly roots = new Map<RootId, Map<FileId, Uint8Array>>();

  constructor(private readonly onNew: (root: RootId, id: FileId, colors: Uint8Array) => void) {}

  /** Takes over what is known of a file; undefined: nothing. */
  set(root: RootId, id: FileId, colors: Uint8Array | undefined): void {
    if (colors === undefined) return;
    const files = this.roots.get(root) ?? new Map<FileId, Uint8Array>();
    this.roots.set(root, files.set(id, colors));
    this.onNew(root, id, colors);
  }

  forget(root: RootId, id: FileId): void {
    this.roots.get(root)?.delete(id);
  }

  forgetRoot(root: RootId): void {
    this.roots.delete(root);
  }

  /** All that are known of a root. */
  all(root: RootId): PlaceholderColumns {
    return columnsOf(this.roots.get(root) ?? new Map());
  }
}

/** Placeholders as columns: thousands of small arrays would be slow to hand over. */
function columnsOf(files: ReadonlyMap<FileId, Uint8Array>): PlaceholderColumns {
  const list = new PlaceholderList(files.size);
  for (const [id, colors] of files) list.add(id, colors);
  return list.columns();
}

const { bytes: SIZE } = PLACEHOLDER;

/** Collects placeholders as columns: at a start there are thousands between two messages to the window. */
export class PlaceholderList {
  private count = 0;
  private ids: Uint32Array;
  private colors: Uint8Array;

  constructor(capacity = 0) {
    this.ids = new Uint32Array(capacity);
    this.colors = new Uint8Array(capacity * SIZE);
  }

  /** Of a file that is added twice the later one counts. */
  add(id: FileId, colors: Uint8Array): void {
    const row = this.count++;
    if (row >= this.ids.length) this.grow(row * 2 + 64);
    this.ids[row] = id;
    const to = this.colors;
    // Quicker than the copying of so few bytes by `set`.
    for (let i = 0; i < SIZE; i++) to[row * SIZE + i] = colors[i]!;
  }

  /** All of them, in the order in which they were added. */
  columns(): PlaceholderColumns {
    return { ids: this.ids.slice(0, this.count), colors: this.colors.slice(0, this.count * SIZE) };
  }

  private grow(capacity: number): void {
    const { ids, colors } = this;
    this.ids = new Uint32Array(capacity);
    this.colors = new Uint8Array(capacity * SIZE);
    this.ids.set(ids);
    this.colors.set(colors);
  }
}
