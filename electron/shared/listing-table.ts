// Shared by main and the window: a listing one can query and that follows its patches. No object per
// row, so 1,000,000 files stay cheap; a patch of k rows costs about k, not the size of the listing.

import { FolderNames } from './folder-names.js';
import type { Facts, ListingColumns, ListingPatch } from './listing.js';
import { KINDS } from './listing.js';
import { enterFacts } from './listing-facts.js';
import { encodeListing, splitNames } from './listing-rows.js';
import { copyRow, mapStore, spare, type Column, type Store } from './listing-store.js';
import type { MediaKind } from './media.js';
import { NameColumn } from './name-column.js';
import { joinRelative } from './paths.js';
import { AppError } from './result.js';

export { encodeFacts, type FactItem } from './listing-facts.js';
export { encodeListing, encodeRows, RowsBuilder, transferables, type RowItem } from './listing-rows.js';

/** What a patch did, as file ids. */
export interface Applied {
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** Known files whose row was replaced. */
  readonly changed: readonly number[];
}

const NO_ROW = -1;

/**
 * A listing in memory. Changes happen in place: `version` counts patches and `revision` counts patches
 * and facts, so a view knows when to look again. Row numbers hold until the next patch; ids always hold.
 */
export class Listing {
  /** Of all rows, in their order. Read only. */
  readonly names: NameColumn;
  private readonly folderNames: FolderNames;
  private store: Store;
  private views: Store;
  private rowById: Int32Array;
  private rows: number;
  private currentVersion: number;
  private highestId = -1;
  private changes = 0;

  private constructor(columns: ListingColumns) {
    const count = columns.id.length;
    this.folderNames = FolderNames.of(columns.folders, count);
    const names = NameColumn.of(columns.names, count);
    const { id, folder, kind, size, modified, width, height, duration, taken, takenSource, added } = columns;
    this.store = { id, folder, kind, size, modified, width, height, duration, taken, takenSource, added };
    if (!names || Object.values(this.store).some((c: Column) => c.length !== count)) {
      throw new AppError('internal', 'The columns of a listing differ in length.');
    }
    this.names = names;
    this.views = this.store;
    this.rows = count;
    this.currentVersion = columns.version;
    // Plain variables, because most listings are made in a process that has just started and compiles nothing yet.
    let highest = -1;
    for (let row = 0; row < count; row++) if (id[row]! > highest) highest = id[row]!;
    this.highestId = highest;
    const rowById = new Int32Array(highest + 1).fill(NO_ROW);
    for (let row = 0; row < count; row++) rowById[id[row]!] = row;
    this.rowById = rowById;
  }

  /** Takes over `columns`: they must not be changed by anyone else afterwards. */
  static from(columns: ListingColumns): Listing {
    return new Listing(columns);
  }

  static empty(): Listing {
    return new Listing(encodeListing([]));
  }

  get version(): number {
    return this.currentVersion;
  }
  /** Counts every change, facts included. */
  get revision(): number {
    return this.changes;
  }
  /** One above the highest id there ever was in this listing. */
  get endOfIds(): number {
    return this.highestId + 1;
  }
  /** Number of files. */
  get count(): number {
    return this.rows;
  }

  /**
   * Paths of folders, relative to the root, by the numbers in `folder`. A folder may have no rows (any more). Read only;
   * patches add to this list, and {@link tidy} puts another in its place.
   */
  get folders(): readonly string[] {
    return this.folderNames.all;
  }

  // Columns of exactly `count` rows, for loops. Read only; ask again after each patch.
  get id(): Uint32Array {
    return this.views.id;
  }
  get folder(): Uint32Array {
    return this.views.folder;
  }
  get kind(): Uint8Array {
    return this.views.kind;
  }
  get size(): Float64Array {
    return this.views.size;
  }
  get modified(): Float64Array {
    return this.views.modified;
  }
  get width(): Uint16Array {
    return this.views.width;
  }
  get height(): Uint16Array {
    return this.views.height;
  }
  get duration(): Float32Array {
    return this.views.duration;
  }
  get taken(): Float64Array {
    return this.views.taken;
  }
  get takenSource(): Uint8Array {
    return this.views.takenSource;
  }
  get added(): Uint32Array {
    return this.views.added;
  }

  /** The row of a file, -1 when it is not (any more) in the listing. */
  rowOf(id: number): number {
    return this.rowById[id] ?? NO_ROW;
  }
  has(id: number): boolean {
    return this.rowOf(id) !== NO_ROW;
  }
  idAt(row: number): number {
    return this.views.id[row]!;
  }
  nameAt(row: number): string {
    return this.names.at(row);
  }
  /** Relative path of the folder, '' is the root. */
  folderAt(row: number): string {
    return this.folders[this.views.folder[row]!]!;
  }
  /** Relative path. */
  pathAt(row: number): string {
    return joinRelative(this.folderAt(row), this.nameAt(row));
  }
  kindAt(row: number): MediaKind {
    return KINDS[this.views.kind[row]!]!;
  }
  /** Bytes. */
  sizeAt(row: number): number {
    return this.views.size[row]!;
  }
  /** Milliseconds since 1970. */
  modifiedAt(row: number): number {
    return this.views.modified[row]!;
  }
  /** Pixels as shown; 0 while unknown. */
  widthAt(row: number): number {
    return this.views.width[row]!;
  }
  heightAt(row: number): number {
    return this.views.height[row]!;
  }
  /** Seconds; 0 while unknown and for photos. */
  durationAt(row: number): number {
    return this.views.duration[row]!;
  }
  /** Wall clock time as in the `taken` column; null while unknown. */
  takenAt(row: number): number | null {
    return this.views.takenSource[row] === 0 ? null : this.views.taken[row]!;
  }
  /** When it came into the library, milliseconds since 1970. */
  addedAt(row: number): number {
    return this.views.added[row]! * 1000;
  }

  /** Brings the listing to the version that the patch leads to. A patch made for another version is refused: ask for the whole listing then. */
  apply(patch: ListingPatch): Applied {
    if (patch.from !== this.currentVersion) {
      throw new AppError(
        'internal',
        `A patch from version ${patch.from} cannot follow ${this.currentVersion}.`,
      );
    }
    const freed: number[] = [];
    const removed = [...patch.removed].filter((id) => this.remove(id, freed));
    const free = Uint32Array.from(freed).sort();
    let filled = 0;
    const added: number[] = [];
    const changed: number[] = [];
    const { rows } = patch;
    const names = splitNames(rows.names, rows.id.length);
    const folders = splitNames(rows.folders, rows.id.length).map((path) => this.folderNames.indexOf(path));
    this.reserve(this.rows + Math.max(0, names.length - free.length));
    names.forEach((name, from) => {
      const id = rows.id[from]!;
      const known = this.rowOf(id);
      (known === NO_ROW ? added : changed).push(id);
      // Of a folder that was renamed as many files come as go: no other row has to move then.
      const row = known === NO_ROW ? (free[filled++] ?? this.rows++) : known;
      this.place(id, row);
      this.names.set(row, name);
      copyRow(rows, from, this.store, row);
      this.store.folder[row] = folders[rows.folder[from]!]!;
    });
    this.close(free.subarray(filled));
    this.views = mapStore(this.store, (column) => column.subarray(0, this.rows));
    this.names.tidy();
    this.currentVersion = patch.to ?? patch.from + 1;
    this.changes++;
    return { added, removed, changed };
  }

  /** Enters facts found by reading files; answers how many rows they changed. Files that have gone are ignored. */
  applyFacts(facts: Facts): number {
    let touched = 0;
    facts.id.forEach((id, i) => {
      const row = this.rowOf(id);
      if (row !== NO_ROW && enterFacts(this.store, row, facts, i)) touched++;
    });
    if (touched > 0) this.changes++;
    return touched;
  }

  /**
   * Forgets folders without files, once there may be many; for after a patch. Folders have other numbers then, and
   * `folders` is another list: not for who keeps numbers.
   */
  tidy(): void {
    this.folderNames.tidy(this.views.folder);
  }

  /** The whole listing for sending, with just the folders that have files; shares nothing with this object that a later change could alter unseen by a copy. */
  columns(): ListingColumns {
    // A view would drag its whole buffer, spare room included, through a structured clone.
    const exact = mapStore(this.views, (column) => column.slice());
    return {
      version: this.version,
      folders: this.folderNames.join(exact.folder),
      names: this.names.join(),
      ...exact,
    };
  }

  /** Whether there was such a file; its row is among those that are `freed` then. */
  private remove(id: number, freed: number[]): boolean {
    const row = this.rowOf(id);
    if (row === NO_ROW) return false;
    this.rowById[id] = NO_ROW;
    freed.push(row);
    return true;
  }

  /** The last rows move into these gaps, which ascend, so removing does not shift the rest. */
  private close(gaps: Uint32Array): void {
    let end = gaps.length;
    for (let gap = 0; gap < end;) {
      const last = --this.rows;
      if (gaps[end - 1] === last) end--;
      else this.move(last, gaps[gap++]!);
    }
    this.names.cut(this.rows);
  }

  private move(row: number, into: number): void {
    copyRow(this.store, row, this.store, into);
    this.names.set(into, this.names.at(row));
    this.rowById[this.store.id[into]!] = into;
  }

  private place(id: number, row: number): void {
    if (id >= this.rowById.length) {
      const larger = new Int32Array(spare(id + 1)).fill(NO_ROW, this.rowById.length);
      larger.set(this.rowById);
      this.rowById = larger;
    }
    if (id > this.highestId) this.highestId = id;
    this.rowById[id] = row;
    this.store.id[row] = id;
  }

  private reserve(count: number): void {
    if (count <= this.store.id.length) return;
    const capacity = spare(count);
    this.store = mapStore(this.store, (column) => {
      const larger = new (column.constructor as new (length: number) => typeof column)(capacity);
      larger.set(column);
      return larger;
    });
  }
}
