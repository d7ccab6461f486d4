// Runs in the library process: reads a folder or a whole tree and collects what that changes.

import { lstatSync } from 'node:fs';
import { diskPath } from '../node/raw-paths.js';
import { KINDS } from '../shared/listing.js';
import type { Listing } from '../shared/listing-table.js';
import { AWAY } from '../shared/messages.js';
import { joinRelative, nameOf, parentOf } from '../shared/paths.js';
import { AppError } from '../shared/result.js';
import type { Arrival } from './arrivals.js';
import type { Changes, FolderRecord } from './changes.js';
import { isGone, namesIn, type FolderOutcome, type FolderReading, type Found } from './found.js';
import type { IsOwn } from './own-folder.js';
import { absolutePath, holdsMedia } from './read-folder.js';
import { Slices } from './slices.js';

export interface TreeSource {
  /** Absolute path of the root, without links. */
  readonly path: string;
  /** Folders that are passed over as if they were not there. */
  readonly isOwn: IsOwn;
  /** The listing before the changes. */
  readonly listing: Listing;
  /** Each is one above the one before. */
  readonly newId: () => number;
  /** When a new file came into the library. */
  readonly arrival: Arrival;
  readonly read: (relative: string, slices: Slices) => Promise<FolderOutcome>;
  /** Reads several folders elsewhere; when there are many, that is used instead of `read`. */
  readonly readMany?: ((folders: readonly string[]) => Promise<FolderOutcome[]>) | undefined;
  /** Called for every folder read, with its number of files; throws to end the work. */
  readonly onRead: (files: number) => void;
}

export const offline = (message = AWAY) => new AppError('offline', message);

/** Whether all that is known of a folder is from before it could not be read any more. */
export const isUnreadable = ({ mtime, problems }: FolderRecord, path: string): boolean =>
  Number.isNaN(mtime) && problems.some((one) => one.kind === 'unreadable-folder' && one.path === path);

/** From so many folders on, sending them to others is worth the way. */
const MANY = 8;
/** Folders in one piece of work: about 5 ms of reading. */
const PIECE = 32;
/** Pieces under way at the same time: two for each of two threads. */
const PIECES = 4;

interface ToRead {
  readonly path: string;
  /** Whether everything below it is read as well, whatever is known of it. */
  readonly deep: boolean;
}

export class TreeReader {
  private readonly slices = new Slices();

  constructor(
    private readonly changes: Changes,
    private readonly source: TreeSource,
  ) {}

  /** Reads a folder and what is new below it; `everything`: all below it. Rejects with `offline`. */
  async read(start: string, everything: boolean): Promise<void> {
    const { slices } = this;
    const stack: ToRead[] = [{ path: start, deep: everything }];
    const underWay = new Set<Promise<void>>();
    while (stack.length > 0 || underWay.size > 0) {
      const { readMany } = this.source;
      if (readMany && (underWay.size > 0 || stack.length >= MANY)) {
        while (stack.length > 0 && underWay.size < PIECES) {
          // Small pieces while there is little, so that all have something to do.
          const size = Math.min(PIECE, Math.ceil(stack.length / PIECES));
          const piece = stack.splice(-size);
          const work: Promise<void> = readMany(piece.map(({ path }) => path)).then((outcomes) => {
            underWay.delete(work);
            // One by one: a folder may hold more than a call takes arguments.
            piece.forEach((folder, i) => this.enter(folder, outcomes[i]!).forEach((one) => stack.push(one)));
          });
          underWay.add(work);
        }
        await Promise.race(underWay);
        continue;
      }
      if (slices.due) await slices.rest();
      const next = stack.pop()!;
      const below = this.enter(next, await this.source.read(next.path, slices));
      for (const one of below) stack.push(one);
    }
  }

  /** Enters what was found in a folder; answers the folders below it to be read next. */
  private enter({ path, deep }: ToRead, outcome: FolderOutcome): ToRead[] {
    const { changes } = this;
    const known = changes.get(path);
    if (path === '' && outcome.outcome === 'gone') throw offline();
    if (path === '' && outcome.outcome === 'failed') throw offline(outcome.problem.message);
    this.source.onRead(outcome.outcome === 'read' ? outcome.kinds.length : 0);
    switch (outcome.outcome) {
      case 'gone':
        this.dropTree(path);
        this.forgetInParent(path);
        return [];
      case 'failed':
        changes.records.set(path, {
          ...(known ?? { dev: 0, ino: 0, ids: [], folders: [] }),
          mtime: NaN,
          problems: [outcome.problem],
        });
        return [];
      case 'read': {
        if (known && lostItsDrive(known, outcome, () => holdsMedia(this.source.path, path))) {
          if (path === '') throw offline();
          const message = 'The drive of this folder is not connected; its last known content is shown.';
          const problem: Found = { path, kind: 'unreadable-folder', message };
          changes.records.set(path, { ...known, mtime: NaN, problems: [problem] });
          return [];
        }
        const folders = outcome.folders.filter((name) => !this.source.isOwn(joinRelative(path, name)));
        this.enterReading(path, { ...outcome, folders }, known);
        const below: ToRead[] = [];
        // Nobody could follow what happened below it meanwhile.
        const all = deep || (known !== undefined && isUnreadable(known, path));
        for (const name of folders.toReversed()) {
          const folder = joinRelative(path, name);
          const change = all ? 'other' : this.changeOf(folder);
          if (change !== 'none') below.push({ path: folder, deep: change === 'other' });
        }
        return below;
      }
    }
  }

  /**
   * What a look from outside says about a known folder. It can have been swapped for another one of the same
   * name without any folder inside it changing its time: then everything in it has to be read.
   */
  private changeOf(folder: string): 'none' | 'moved' | 'other' {
    const known = this.changes.get(folder);
    if (!known) return 'other';
    try {
      const { dev, ino, mtimeMs } = lstatSync(diskPath(absolutePath(this.source.path, folder)));
      if (known.ino !== ino || known.dev !== dev) return 'other';
      // A time that is not trusted is left to the next verification.
      return Number.isNaN(known.mtime) || known.mtime === mtimeMs ? 'none' : 'moved';
    } catch (error) {
      // Gone since its parent was read: reading it takes it out. Otherwise its own event will tell.
      return isGone(error) ? 'moved' : 'none';
    }
  }

  private enterReading(path: string, reading: FolderReading, known: FolderRecord | undefined): void {
    const { changes } = this;
    const { listing } = this.source;
    const before = new Map<string, number>();
    for (const id of known?.ids ?? []) before.set(listing.nameAt(listing.rowOf(id)), id);
    const ids = before.size === 0 ? this.addAll(path, reading) : this.compare(path, reading, before);
    for (const name of reading.unreadable) {
      const id = before.get(name);
      if (id !== undefined && before.delete(name)) ids.push(id);
    }
    for (const id of before.values()) changes.removed.push(id);
    const present = new Set(reading.folders);
    for (const name of known?.folders ?? []) {
      if (!present.has(name)) this.dropTree(joinRelative(path, name));
    }
    const { dev, ino, folders, problems } = reading;
    // A change of permissions moves no time: what could not be looked at is looked at again.
    const mtime = reading.unreadable.length > 0 ? NaN : reading.mtime;
    changes.records.set(path, { mtime, dev, ino, ids, folders, problems });
  }

  /** Enters the files of a folder of which nothing was known. */
  private addAll(path: string, reading: FolderReading): number[] {
    const { rows, unread } = this.changes;
    const ids = Array.from(reading.kinds, () => this.source.newId());
    for (const id of ids) unread.push(id);
    const { arrival } = this.source;
    rows.addFolder(path, ids[0] ?? 0, reading, (i) => arrival(reading.born[i]!, reading.modified[i]!));
    return ids;
  }

  /** Enters the difference to what was known of a folder; takes the files that are there out of `before`. */
  private compare(path: string, reading: FolderReading, before: Map<string, number>): number[] {
    const { rows, unread } = this.changes;
    const { listing, newId, arrival } = this.source;
    return namesIn(reading).map((name, i) => {
      const [size, modified] = [reading.sizes[i]!, reading.modified[i]!];
      const kind = KINDS[reading.kinds[i]!]!;
      const known = before.get(name);
      if (known === undefined) {
        const id = newId();
        unread.push(id);
        const added = arrival(reading.born[i]!, modified);
        rows.add({ id, folder: path, name, kind, size, modified, added });
        return id;
      }
      before.delete(name);
      const row = listing.rowOf(known);
      if (listing.sizeAt(row) === size && listing.modifiedAt(row) === modified) return known;
      unread.push(known);
      // A changed file keeps its proportions until the new ones are known, so that its tile does not jump.
      const [width, height] = [listing.widthAt(row), listing.heightAt(row)];
      const added = listing.addedAt(row);
      rows.add({ id: known, folder: path, name, kind, size, modified, width, height, added });
      return known;
    });
  }

  private dropTree(start: string): void {
    const { changes } = this;
    const stack = [start];
    for (let path = stack.pop(); path !== undefined; path = stack.pop()) {
      const record = changes.get(path);
      if (!record) continue;
      for (const id of record.ids) changes.removed.push(id);
      for (const name of record.folders) stack.push(joinRelative(path, name));
      changes.records.set(path, null);
    }
  }

  private forgetInParent(path: string): void {
    const parent = this.changes.get(parentOf(path));
    if (!parent?.folders.includes(nameOf(path))) return;
    const folders = parent.folders.filter((name) => name !== nameOf(path));
    this.changes.records.set(parentOf(path), { ...parent, folders });
  }
}

/** A mount point whose drive is gone is another folder with nothing to show in or below it. */
const lostItsDrive = (known: FolderRecord, reading: FolderReading, holdsAny: () => boolean): boolean =>
  reading.kinds.length === 0 &&
  reading.dev !== known.dev &&
  known.ids.length + known.folders.length > 0 &&
  (reading.folders.length === 0 || !holdsAny());
