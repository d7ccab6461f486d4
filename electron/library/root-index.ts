// Runs in the library process: the index of one root. Knows every folder with its time and every file with
// its id, and turns readings of the disk into a listing or a patch.

import type { ListingPatch } from '../shared/listing.js';
import { addFacts } from '../shared/listing-facts.js';
import { Listing } from '../shared/listing-table.js';
import { isWithin, parentOf } from '../shared/paths.js';
import { justNow, sinceLast, type Arrival } from './arrivals.js';
import { Changes, type FolderRecord } from './changes.js';
import { SYSTEM_CLOCK } from './clock.js';
import type { FolderOutcome, Found, ReadFolders } from './found.js';
import type { Snapshot } from './database/snapshot-format.js';
import { foldersOf, folderTimes } from './index-snapshot.js';
import { ownBelow } from './own-folder.js';
import { readOne } from './read-folder.js';
import type { Renamed } from './renames.js';
import { RootLook } from './root-look.js';
import { Slices } from './slices.js';
import { someFileMoved, timeOnDisk } from './moved-files.js';
import { isUnreadable, offline, TreeReader } from './tree-reader.js';

export interface IndexOptions {
  /** Absolute path without links; as far as that is known while the root is away. */
  readonly path: string;
  /** The first file id to give. */
  readonly firstId?: number;
  readonly read?: (relative: string, slices: Slices) => Promise<FolderOutcome>;
  /** Reads several folders in other threads. */
  readonly readFolders?: ReadFolders | undefined;
  /** The app's own folder, absolute and without links, which is passed over. */
  readonly own?: string | null;
  /** Only the files directly in the root; folders in it are left alone. */
  readonly flat?: boolean;
  /** How its disk is asked whether the root is there. */
  readonly look?: RootLook;
  /** Called for every folder read; throws to end the work. */
  readonly onFolder?: () => void;
  /** Called when files are found at other paths, before anybody is told that their facts are to be read. */
  readonly onRenamed?: (renamed: readonly Renamed[]) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface Rescanned {
  readonly patch: ListingPatch | null;
  /** Files that are new or changed. */
  readonly unread: readonly number[];
}

/** Files and folders of one root. Its methods must not run at the same time; root-session.ts sees to that. */
export class RootIndex {
  listing = Listing.empty();
  private folders = new Map<string, FolderRecord>();
  private nextId: number;
  private seen = { folders: 0, files: 0 };
  private place: string;
  /** When everything was read last, milliseconds since 1970; 0: never. */
  private readAt = 0;
  private readonly look: RootLook;

  constructor(private readonly options: IndexOptions) {
    this.look = options.look ?? new RootLook(SYSTEM_CLOCK);
    this.nextId = options.firstId ?? 0;
    this.place = options.path;
  }

  /** Folders and files read since the running scan began. */
  get progress(): { readonly folders: number; readonly files: number } {
    return this.seen;
  }

  get folderCount(): number {
    return this.folders.size;
  }

  /** The id that the next new file gets. */
  get nextFileId(): number {
    return this.nextId;
  }

  /** Absolute path without links. */
  get path(): string {
    return this.place;
  }

  /** The root is found elsewhere now: everything has to be compared with {@link reread}. */
  moveTo(path: string): void {
    this.place = path;
  }

  /** Whether the root has been read at least once. */
  get isRead(): boolean {
    return this.folders.has('');
  }

  /** Takes over what a snapshot holds, in the place of what was known. Nothing on the disk is looked at. */
  restore(snapshot: Snapshot): void {
    this.listing = Listing.from(snapshot.listing);
    this.readAt = snapshot.checkedAt;
    this.folders = foldersOf(snapshot, this.listing);
    for (const id of this.listing.id) this.nextId = Math.max(this.nextId, id + 1);
  }

  /** All that {@link restore} needs. `checkedAt`: when the disk was last read or confirmed. */
  toSnapshot(checkedAt: number): Snapshot {
    return { listing: this.listing.columns(), folders: folderTimes(this.folders), checkedAt };
  }

  /** Ids of the files directly in a folder. */
  filesIn(folder: string): readonly number[] {
    return this.folders.get(folder)?.ids ?? [];
  }

  /** These folders with all known ones below them. */
  foldersBelow(trees: readonly string[]): string[] {
    if (trees.length === 0) return [];
    const known = [...this.folders.keys()].filter((path) => trees.some((tree) => isWithin(path, tree)));
    return [...trees, ...known];
  }

  /** Files whose facts have not been read (in their present version). */
  unread(): number[] {
    const { id, takenSource } = this.listing;
    return [...id].filter((_, row) => takenSource[row] === 0);
  }

  /** What could not be shown, folder by folder. */
  *problems(): Iterable<Found> {
    for (const record of this.folders.values()) yield* record.problems;
  }

  /**
   * Reads everything again. Files that were known keep their ids; a folder that cannot be read keeps its content.
   * Answers the files that are new or changed. Rejects with `offline`, changing nothing, when the root cannot be read.
   */
  async scan(): Promise<readonly number[]> {
    const changes = new Changes(this.folders);
    const now = await this.readWhole(changes);
    await this.assertPresent(changes);
    this.readAt = now;
    const { listing } = this;
    // Nothing new keeps its version: whoever holds the listing need not ask for it again.
    const patch = changes.toPatch(listing);
    this.enterRecords(changes);
    if (patch && listing.count === 0)
      this.listing = Listing.from({ ...patch.rows, version: patch.to ?? patch.from + 1 });
    else if (patch) this.apply(patch);
    return changes.unread;
  }

  /** Reads everything again like {@link scan}, and answers the difference. */
  async reread(): Promise<Rescanned> {
    const changes = new Changes(this.folders);
    const now = await this.readWhole(changes);
    const entered = await this.enter(changes);
    this.readAt = now;
    return entered;
  }

  /** Reads single folders again; new folders with all below them. */
  async rescan(folders: Iterable<string>): Promise<Rescanned> {
    const changes = new Changes(this.folders);
    this.seen = { folders: 0, files: 0 };
    // A few folders are read in this process's own loop, which must not wait for a drive that sleeps.
    await this.assertThere();
    const known = new Set([...folders].map((folder) => this.nearestKnown(folder)));
    for (const folder of [...known].sort((a, b) => a.length - b.length)) {
      if (!(await this.isClosed(folder, changes))) await this.readAgain(folder, changes);
    }
    return this.enter(changes);
  }

  /**
   * Folders whose time on disk is not the known one (or could not be trusted); with `files` also those in which a file
   * was written to in its place. Rejects with `offline`.
   */
  async moved(files = false): Promise<string[]> {
    const moved: string[] = [];
    const slices = new Slices();
    await this.assertThere();
    for (const [path, record] of this.folders) {
      if (slices.due) await slices.rest();
      const mtime = timeOnDisk(this.path, path);
      if (mtime !== record.mtime) moved.push(path);
      else if (files && (await someFileMoved(this.path, record, this.listing, slices))) moved.push(path);
    }
    return moved;
  }

  /**
   * Null when the root is there and is not just the empty place where its drive was, otherwise why not, a sentence.
   * `path`: where it is looked for.
   */
  whyAway(path = this.path): Promise<string | null> {
    const known = this.listing.count === 0 ? null : (this.folders.get('') ?? null);
    return this.look.whyAway(path, known);
  }

  /** @throws AppError `offline` */
  async assertThere(): Promise<void> {
    const why = await this.whyAway();
    if (why !== null) throw offline(why);
  }

  private now(): number {
    return (this.options.now ?? Date.now)();
  }

  /** Answers when it began. */
  private async readWhole(changes: Changes): Promise<number> {
    const now = this.now();
    this.seen = { folders: 0, files: 0 };
    await this.readTree('', changes, true, sinceLast(this.readAt, now));
    return now;
  }

  private async readTree(
    start: string,
    changes: Changes,
    everything: boolean,
    arrival: Arrival,
  ): Promise<void> {
    // Where it is now: it may have moved since it was made.
    const { place: path } = this;
    const { own = null, flat = false, read = readOne(path, flat), readFolders } = this.options;
    const reader = new TreeReader(changes, {
      path,
      isOwn: ownBelow(own, path),
      listing: this.listing,
      newId: () => this.nextId++,
      arrival,
      read,
      readMany: readFolders && ((some) => readFolders(path, some)),
      onRead: (files) => {
        this.seen.folders++;
        this.seen.files += files;
        this.options.onFolder?.();
      },
    });
    await reader.read(start, everything);
  }

  private async readAgain(folder: string, changes: Changes): Promise<void> {
    // A folder above it may have shown that it is gone, or have read it already.
    if (!changes.records.has(folder)) await this.readTree(folder, changes, false, justNow(this.now()));
  }

  /** Whether a folder above cannot be read (which is looked at once more): that is told, and enough is known by it. */
  private async isClosed(folder: string, changes: Changes): Promise<boolean> {
    const isOpen = (path: string) => {
      const record = changes.get(path);
      return !record || !isUnreadable(record, path);
    };
    const above = folder.split('/').slice(0, -1);
    for (let depth = 1; depth <= above.length; depth++) {
      const path = above.slice(0, depth).join('/');
      if (isOpen(path)) continue;
      await this.readAgain(path, changes);
      if (!isOpen(path)) return true;
    }
    return false;
  }

  /** The folder itself when it is known, else the nearest known one above it, which will find it. */
  private nearestKnown(folder: string): string {
    let path = folder;
    while (path !== '' && !this.folders.has(path)) path = parentOf(path);
    return path;
  }

  /** Files that seem deleted may only mean that the drive went away. */
  private async assertPresent(changes: Changes): Promise<void> {
    if (changes.removed.length > 0) await this.assertThere();
  }

  private async enter(changes: Changes): Promise<Rescanned> {
    await this.assertPresent(changes);
    const patch = changes.toPatch(this.listing);
    this.enterRecords(changes);
    if (patch) this.apply(patch);
    if (patch) addFacts(patch.rows, changes.lent);
    return { patch, unread: changes.unread };
  }

  private apply(patch: ListingPatch): void {
    this.listing.apply(patch);
    this.listing.tidy();
  }

  private enterRecords(changes: Changes): void {
    for (const [path, record] of changes.records) {
      if (record) this.folders.set(path, record);
      else this.folders.delete(path);
    }
    if (changes.renamed.length > 0) this.options.onRenamed?.(changes.renamed);
  }
}
