// Shared by every process: making the columns of a listing from plain items, where they are born.

import type { ListingColumns, Rows } from './listing.js';
import { KINDS } from './listing.js';
import type { MediaKind } from './media.js';

/** One file as a plain item; handy for few rows and for tests. */
export interface RowItem {
  readonly id: number;
  /** Relative folder, '' is the root. */
  readonly folder: string;
  readonly name: string;
  readonly kind: MediaKind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Pixels as shown; 0 or absent while unknown. */
  readonly width?: number;
  readonly height?: number;
  /** Seconds; 0 or absent while unknown. */
  readonly duration?: number;
  /** Wall clock time, see {@link Rows.taken}; with the code of where it comes from, 0 or absent while unknown. */
  readonly taken?: number;
  readonly takenSource?: number;
  /** When it came into the library, milliseconds since 1970; kept to the second. */
  readonly added?: number;
}

/** Largest number of pixels that the width and height columns can hold. */
export const MAX_PIXELS = 0xffff;

/** Joins parts for the `folders` and `names` columns. */
export const joinNames = (parts: readonly string[]): string => parts.join('\0');

/** Splits a `folders` or `names` column that has `count` parts (an empty string is no part or one empty part). */
export const splitNames = (joined: string, count: number): string[] =>
  count === 0 ? [] : joined.split('\0');

/** Numeric columns that grow. */
function columnsOf(capacity: number) {
  return {
    id: new Uint32Array(capacity),
    folder: new Uint32Array(capacity),
    kind: new Uint8Array(capacity),
    size: new Float64Array(capacity),
    modified: new Float64Array(capacity),
    width: new Uint16Array(capacity),
    height: new Uint16Array(capacity),
    duration: new Float32Array(capacity),
    taken: new Float64Array(capacity),
    takenSource: new Uint8Array(capacity),
    added: new Uint32Array(capacity),
  };
}

/** Files side by side, as reading a folder finds them. */
export interface FileColumns {
  /** Joined as {@link joinNames} does it; there are as many as kinds. */
  readonly names: string;
  /** Indexes into KINDS. */
  readonly kinds: ArrayLike<number>;
  /** Bytes. */
  readonly sizes: ArrayLike<number>;
  /** Milliseconds since 1970. */
  readonly modified: ArrayLike<number>;
}

const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Collects rows one by one into columns. */
export class RowsBuilder {
  private readonly folders: string[] = [];
  private readonly folderIndex = new Map<string, number>();
  /** Names of one file or of all of a folder, joined. */
  private readonly names: string[] = [];
  private rows = 0;
  private columns: ReturnType<typeof columnsOf>;

  constructor(capacity = 0) {
    this.columns = columnsOf(capacity);
  }

  get count(): number {
    return this.rows;
  }

  add(item: RowItem): void {
    const row = this.rows++;
    this.names.push(item.name);
    if (row >= this.columns.id.length) this.grow(row * 2 + 64);
    const to = this.columns;
    to.id[row] = item.id;
    to.folder[row] = this.indexOf(item.folder);
    to.kind[row] = KINDS.indexOf(item.kind);
    to.size[row] = item.size;
    to.modified[row] = item.modified;
    to.width[row] = Math.min(MAX_PIXELS, item.width ?? 0);
    to.height[row] = Math.min(MAX_PIXELS, item.height ?? 0);
    to.duration[row] = item.duration ?? 0;
    to.taken[row] = item.taken ?? 0;
    to.takenSource[row] = item.takenSource ?? 0;
    to.added[row] = seconds(item.added ?? 0);
  }

  /**
   * New files of one folder whose facts are unknown; their ids follow `firstId`. The same as `add` for each, but
   * columns go in as columns: half the time of a first scan outside the disk was spent on single rows. `added`: when the
   * file of a number came, milliseconds since 1970.
   */
  addFolder(folder: string, firstId: number, files: FileColumns, added: (file: number) => number): void {
    const { names, kinds, sizes, modified } = files;
    if (kinds.length === 0) return;
    const first = this.rows;
    const end = first + kinds.length;
    if (end > this.columns.id.length) this.grow(Math.max(end, first * 2) + 64);
    const to = this.columns;
    to.folder.fill(this.indexOf(folder), first, end);
    to.kind.set(kinds, first);
    to.size.set(sizes, first);
    to.modified.set(modified, first);
    for (let i = 0; i < kinds.length; i++) {
      to.id[first + i] = firstId + i;
      to.added[first + i] = seconds(added(i));
    }
    this.names.push(names);
    this.rows = end;
  }

  /** The rows so far; the builder is not used any further. */
  finish(): Rows {
    const { id, folder, kind, size, modified, width, height, duration } = this.columns;
    const { taken, takenSource, added } = this.columns;
    const count = this.rows;
    return {
      folders: joinNames(this.folders),
      names: joinNames(this.names),
      id: id.slice(0, count),
      folder: folder.slice(0, count),
      kind: kind.slice(0, count),
      size: size.slice(0, count),
      modified: modified.slice(0, count),
      width: width.slice(0, count),
      height: height.slice(0, count),
      duration: duration.slice(0, count),
      taken: taken.slice(0, count),
      takenSource: takenSource.slice(0, count),
      added: added.slice(0, count),
    };
  }

  private indexOf(folder: string): number {
    let index = this.folderIndex.get(folder);
    if (index === undefined) {
      index = this.folders.push(folder) - 1;
      this.folderIndex.set(folder, index);
    }
    return index;
  }

  private grow(capacity: number): void {
    const larger = columnsOf(capacity);
    for (const name of Object.keys(larger) as (keyof typeof larger)[]) larger[name].set(this.columns[name]);
    this.columns = larger;
  }
}

/** Columns of `items`, in their order. */
export function encodeRows(items: readonly RowItem[]): Rows {
  const builder = new RowsBuilder(items.length);
  for (const item of items) builder.add(item);
  return builder.finish();
}

/** A whole listing of `items`. */
export const encodeListing = (items: readonly RowItem[], version = 0): ListingColumns => ({
  ...encodeRows(items),
  version,
});

/** The buffers of a listing, each once, for moving it to another thread instead of copying it. */
export function transferables(rows: Rows): ArrayBuffer[] {
  const columns = [rows.id, rows.folder, rows.kind, rows.size, rows.modified, rows.width, rows.height];
  const facts = [rows.duration, rows.taken, rows.takenSource, rows.added];
  return [...new Set([...columns, ...facts].map((column) => column.buffer as ArrayBuffer))];
}
