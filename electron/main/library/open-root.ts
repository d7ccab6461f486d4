// Runs in main: what main knows of one open root: its listing, its state, its problems.

import type { FileId, Problem, RootId, RootInfo, RootState } from '../../shared/contract.js';
import type { ListingColumns, ListingPatch, Rows } from '../../shared/listing.js';
import { Listing, type Applied } from '../../shared/listing-table.js';
import type { LibraryFile } from './library-types.js';

/** A root as the library is given it. */
export interface RootToOpen {
  readonly id: RootId;
  /** Absolute path as the user gave it. */
  readonly path: string;
  readonly name: string;
  /** A file in it was opened from outside: only the files directly in it are shown, and nothing of it is kept. */
  readonly visited?: boolean;
}

/** A list or a column. */
export type FileIds = ArrayLike<FileId> & Iterable<FileId>;

export interface FileChanges {
  readonly added: FileIds;
  readonly removed: FileIds;
  /** Files whose content changed. */
  readonly changed: FileIds;
}

export class OpenRoot {
  state: RootState = 'scanning';
  watching: RootInfo['watching'] = 'off';
  /** When the disk was last read or confirmed. */
  checkedAt = 0;
  /** Null until the first scan has ended. */
  listing: Listing | null = null;
  /** Files seen by the running first scan. */
  scanned = 0;
  /** Files whose metadata is still to be read by the running library process. */
  unread = 0;
  /** Whether the running library process has read this root. */
  isRead = false;
  /** One above every id ever seen. */
  nextId = 0;
  /** From the library process. */
  problems: readonly Problem[] = [];
  /** Why the root cannot be read, a sentence; null when it can, or when it just is not there. */
  failure: string | null = null;
  /** From elsewhere (thumbnails), by path. */
  readonly reported = new Map<string, Problem>();

  constructor(readonly root: RootToOpen) {}

  info(): RootInfo {
    const { id, path, name, visited = false } = this.root;
    const files = this.listing?.count ?? this.scanned;
    const { state, checkedAt, watching, unread } = this;
    return { id, path, name, state, files, checkedAt, watching, unread, ...(visited ? { visited } : {}) };
  }

  /** How the library process is asked for it. Of a folder that is only visited, the files directly in it are read. */
  asked(): { root: RootId; path: string; firstId: number; flat?: true } {
    const { id: root, path, visited = false } = this.root;
    return { root, path, firstId: this.nextId, ...(visited ? { flat: true } : {}) };
  }

  /** A file by its id, undefined when it is not (any more) part of the listing. */
  file(id: FileId): LibraryFile | undefined {
    const { listing } = this;
    const row = listing?.rowOf(id) ?? -1;
    if (!listing || row < 0) return undefined;
    const { id: root, path: folder } = this.root;
    const relative = listing.pathAt(row);
    const path = folder.endsWith('/') ? folder + relative : `${folder}/${relative}`;
    const [kind, size, modified] = [listing.kindAt(row), listing.sizeAt(row), listing.modifiedAt(row)];
    return { root, id, relative, path, kind, size, modified };
  }

  /** All problems, each path once for what was reported about it. */
  allProblems(): Problem[] {
    const known = new Set(this.problems.map((problem) => problem.path));
    const { id } = this.root;
    const own: Problem[] = [];
    if (this.failure !== null)
      own.push({ root: id, path: '', kind: 'unreadable-folder', message: this.failure });
    return [...own, ...this.problems, ...[...this.reported.values()].filter(({ path }) => !known.has(path))];
  }

  /** Takes back what was reported of files that may be tried again: of one, or (null) of all. Answers those. */
  takeRetryable(file: FileId | null): FileId[] {
    const taken: FileId[] = [];
    for (const [path, { retry }] of this.reported) {
      if (retry === undefined || (file !== null && retry !== file)) continue;
      this.reported.delete(path);
      taken.push(retry);
    }
    return taken;
  }

  /**
   * Takes over a whole listing; answers what is different, null when it is the one already known. Versions can be
   * compared within one library process, and (`restored`) with the one that wrote the snapshot.
   */
  replace(columns: ListingColumns, restored = false): FileChanges | null {
    const before = this.listing;
    if (before?.version === columns.version && (this.isRead || restored)) return null;
    const after = Listing.from(columns);
    if (before) keepFacts(before, after);
    this.listing = after;
    this.nextId = Math.max(this.nextId, after.endOfIds);
    const changes = difference(before ?? Listing.empty(), after);
    if (before) this.forgetReports(before, changes);
    return changes;
  }

  /** These patches will be applied: a new library process must not give their ids again, however soon it starts. */
  expect(patches: readonly ListingPatch[]): void {
    for (const { rows } of patches) for (const id of rows.id) this.nextId = Math.max(this.nextId, id + 1);
  }

  /** Applies a patch to the listing there is; throws when it does not fit. */
  apply(patch: ListingPatch): Applied {
    const listing = this.listing ?? Listing.empty();
    const changed = [...patch.rows.id].filter((id) => listing.has(id));
    keepProportions(listing, patch);
    const gone = { added: [], removed: [...patch.removed], changed };
    if (patch.from === listing.version) this.forgetReports(listing, gone);
    const applied = listing.apply(patch);
    listing.tidy();
    this.nextId = Math.max(this.nextId, listing.endOfIds);
    return applied;
  }

  /** A file that changed or went takes what was said about it along. */
  private forgetReports(listing: Listing, { removed, changed }: FileChanges): void {
    if (this.reported.size === 0) return;
    for (const id of [...removed, ...changed]) {
      const row = listing.rowOf(id);
      if (row >= 0) this.reported.delete(listing.pathAt(row));
    }
  }
}

/** Whether there is no file in these rows whose facts are still to be read. */
export const knowsAll = ({ takenSource }: Pick<Rows, 'takenSource'>): boolean => !takenSource.includes(0);

/** Facts that only thumbnails could tell are unknown to the library process: they are kept for unchanged files. */
function keepFacts(before: Listing, after: Listing): void {
  after.id.forEach((id, row) => {
    const old = before.rowOf(id);
    if (old < 0 || before.modifiedAt(old) !== after.modified[row] || before.sizeAt(old) !== after.size[row])
      return;
    if (after.width[row] === 0) {
      after.width[row] = before.widthAt(old);
      after.height[row] = before.heightAt(old);
    }
    if (after.duration[row] === 0) after.duration[row] = before.durationAt(old);
    if (after.takenSource[row] === 0) keepTaken(before, old, after, row);
  });
}

/**
 * A changed file whose proportions and date are not known again keeps the old ones for now, so that its tile does
 * not jump.
 */
function keepProportions(listing: Listing, { rows }: ListingPatch): void {
  rows.id.forEach((id, i) => {
    const old = listing.rowOf(id);
    if (old < 0) return;
    if (rows.width[i] === 0) {
      rows.width[i] = listing.widthAt(old);
      rows.height[i] = listing.heightAt(old);
    }
    if (rows.takenSource[i] === 0) keepTaken(listing, old, rows, i);
  });
}

function keepTaken(from: Listing, old: number, to: Pick<Rows, 'taken' | 'takenSource'>, row: number): void {
  to.taken[row] = from.taken[old]!;
  to.takenSource[row] = from.takenSource[old]!;
}

function difference(before: Listing, after: Listing): FileChanges {
  if (before.count === 0) return { added: after.id.slice(), removed: [], changed: [] };
  const added: FileId[] = [];
  const changed: FileId[] = [];
  after.id.forEach((id, row) => {
    const old = before.rowOf(id);
    if (old < 0) added.push(id);
    else if (before.sizeAt(old) !== after.size[row] || before.modifiedAt(old) !== after.modified[row])
      changed.push(id);
  });
  return { added, removed: [...before.id].filter((id) => !after.has(id)), changed };
}
