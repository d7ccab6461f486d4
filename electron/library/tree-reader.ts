// Runs in the library process: reads a folder or a whole tree and collects what that changes.

import { lstatSync } from 'node:fs';
import { diskPath } from '../node/raw-paths.js';
import { KINDS } from '../shared/listing.js';
import type { Listing } from '../shared/listing-table.js';
import { joinRelative, nameOf, parentOf } from '../shared/paths.js';
import { AppError } from '../shared/result.js';
import type { Changes, FolderRecord } from './changes.js';
import { isGone, type FolderOutcome, type FolderReading, type Found } from './found.js';
import { absolutePath } from './read-folder.js';
import { Slices } from './slices.js';

export interface TreeSource {
  /** Absolute path of the root, without links. */
  readonly path: string;
  /** The listing before the changes. */
  readonly listing: Listing;
  readonly newId: () => number;
  readonly read: (relative: string, slices: Slices) => Promise<FolderOutcome>;
  /** Called for every folder read, with its number of files; throws to end the work. */
  readonly onRead: (files: number) => void;
}

export const offline = () => new AppError('offline', 'The folder cannot be reached at the moment.');

export class TreeReader {
  constructor(
    private readonly changes: Changes,
    private readonly source: TreeSource,
  ) {}

  /** Reads a folder and what is new below it; `everything`: all below it. Rejects with `offline`. */
  async read(start: string, everything: boolean): Promise<void> {
    const { changes } = this;
    const slices = new Slices();
    const stack: { path: string; deep: boolean }[] = [{ path: start, deep: everything }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      if (slices.due) await slices.rest();
      const { path, deep } = next;
      const known = changes.get(path);
      const outcome = await this.source.read(path, slices);
      if (path === '' && outcome.outcome !== 'read') throw offline();
      this.source.onRead(outcome.outcome === 'read' ? outcome.names.length : 0);
      switch (outcome.outcome) {
        case 'gone':
          this.dropTree(path);
          this.forgetInParent(path);
          break;
        case 'failed':
          changes.records.set(path, {
            ...(known ?? { dev: 0, ino: 0, ids: [], folders: [] }),
            mtime: NaN,
            problems: [outcome.problem],
          });
          break;
        case 'read':
          if (known && lostItsDrive(known, outcome)) {
            if (path === '') throw offline();
            const message = 'The drive of this folder is not connected; its last known content is shown.';
            const problem: Found = { path, kind: 'unreadable-folder', message };
            changes.records.set(path, { ...known, mtime: NaN, problems: [problem] });
            break;
          }
          this.enterReading(path, outcome, known);
          for (const name of [...outcome.folders].reverse()) {
            const folder = joinRelative(path, name);
            if (deep) stack.push({ path: folder, deep });
            else {
              const change = this.changeOf(folder);
              if (change !== 'none') stack.push({ path: folder, deep: change === 'other' });
            }
          }
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
    const ids: number[] = [];
    reading.names.forEach((name, i) => {
      const id = before.get(name) ?? this.source.newId();
      const isNew = !before.delete(name);
      ids.push(id);
      const row = isNew ? -1 : listing.rowOf(id);
      const [size, modified] = [reading.sizes[i]!, reading.modified[i]!];
      if (!isNew && listing.sizeAt(row) === size && listing.modifiedAt(row) === modified) return;
      changes.unread.push(id);
      // A changed file keeps its proportions until the new ones are known, so that its tile does not jump.
      const facts = isNew ? {} : { width: listing.widthAt(row), height: listing.heightAt(row) };
      const kind = KINDS[reading.kinds[i]!]!;
      changes.rows.push({ id, folder: path, name, kind, size, modified, ...facts });
    });
    for (const name of reading.unreadable) {
      const id = before.get(name);
      if (id !== undefined && before.delete(name)) ids.push(id);
    }
    changes.removed.push(...before.values());
    const present = new Set(reading.folders);
    for (const name of known?.folders ?? []) {
      if (!present.has(name)) this.dropTree(joinRelative(path, name));
    }
    const { mtime, dev, ino, folders, problems } = reading;
    changes.records.set(path, { mtime, dev, ino, ids, folders, problems });
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

/** A mount point whose drive is gone is another, empty folder. */
const lostItsDrive = (known: FolderRecord, reading: FolderReading): boolean =>
  reading.entries === 0 && reading.dev !== known.dev && known.ids.length + known.folders.length > 0;
