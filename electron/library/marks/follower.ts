// Runs in the library process: marks follow their files. What a marked file contains is noted while it is there; when it
// is gone from its place and a file that contains the same has come, that is the file. A copy beside it is another file.

import type { FileId, RootId } from '../../shared/contract.js';
import type { LogLevel } from '../../shared/messages.js';
import { displayPath, nameOf, parentOf } from '../../shared/paths.js';
import { toFailure } from '../../shared/result.js';
import type { Clock } from '../clock.js';
import type { UserDatabase } from '../database/user-database.js';
import {
  isMarked,
  type Mark,
  type MarkedVersion,
  type MarkKey,
  type MarkMove,
} from '../database/user-marks.js';
import type { RootIndex } from '../root-index.js';
import { FileReader } from './file-reader.js';
import type { MarkEntry, MarkTable } from './mark-table.js';
import { placed, type MarkedRoot } from './open-roots.js';

export interface FollowerServices {
  readonly clock: Clock;
  readonly log: (level: LogLevel, message: string) => void;
  readonly roots: () => Iterable<MarkedRoot>;
  readonly table: MarkTable;
  /** Null while there is none to write to. */
  readonly user: () => UserDatabase | null;
  /** Something could not be written; it is tried again. A sentence for a person. */
  readonly tell: (message: string) => void;
  /** A mark has found its file again. */
  readonly onMoved: (root: RootId, id: FileId, entry: MarkEntry) => void;
}

/** A mark whose file is not where it was. */
interface Lost {
  readonly key: MarkKey;
  readonly entry: MarkEntry;
  /** Its root is not open: the file may well be there, so the mark stays there too. */
  readonly stays: boolean;
}

interface ReadRoot extends MarkedRoot {
  readonly index: RootIndex;
}

/** Milliseconds in which several readings are taken for one change. */
const WAIT_MS = 100;
const BATCH = 200;
/** Milliseconds after which is tried again what could not be written. */
const RETRY_MS = 30_000;

export class Follower {
  private readonly files: FileReader;
  private cancel: (() => void) | null = null;
  private running: Promise<void> | null = null;
  /** Asked for while it runs; null: not. */
  private again: { everyFile: boolean } | null = null;
  private closed = false;
  /** One is told once that something cannot be written. */
  private failing = false;
  // Found, and not written yet: each writing waits for the disk.
  private moves: MarkMove[] = [];
  private copies: Mark[] = [];

  constructor(private readonly services: FollowerServices) {
    this.files = new FileReader(services);
  }

  /** Whether marks may still have to follow their files, or are not written at their new places. */
  get isBusy(): boolean {
    return this.cancel !== null || this.running !== null || this.moves.length + this.copies.length > 0;
  }

  /** Looks in a moment. */
  soon(wait = WAIT_MS): void {
    this.cancel ??= this.services.clock.after(wait, () => {
      this.cancel = null;
      void this.run();
    });
  }

  /** Writes what was found: what is shown and what is kept are the same then. @throws AppError, then it is kept for later */
  flush(): void {
    const user = this.services.user();
    if (!user) return;
    if (this.moves.length > 0) user.move(this.moves);
    this.moves = [];
    if (this.copies.length > 0) user.take(this.copies);
    this.copies = [];
  }

  /**
   * Looks now; resolves when that has been done. `everyFile`: files that were there in the last run may be what a mark
   * is for as well, because the marks come from elsewhere.
   */
  async run(everyFile = false): Promise<void> {
    this.again = { everyFile: everyFile || (this.again?.everyFile ?? false) };
    this.running ??= this.work().finally(() => (this.running = null));
    await this.running;
  }

  close(): void {
    this.closed = true;
    this.cancel?.();
    try {
      this.flush();
    } catch (error) {
      // The next start looks again.
      this.services.log('error', `Marks could not follow their files: ${String(error)}`);
    }
  }

  private async work(): Promise<void> {
    try {
      while (this.again && !this.closed) {
        const { everyFile } = this.again;
        this.again = null;
        this.flush();
        await this.follow(everyFile);
        await this.note();
        this.failing = false;
      }
    } catch (error) {
      this.failed(error);
    }
  }

  private failed(error: unknown): void {
    const { log, tell } = this.services;
    log('error', `Marks could not follow their files: ${String(error)}`);
    if (!this.failing) tell(toFailure(error).message);
    this.failing = true;
    if (!this.closed) this.soon(RETRY_MS);
  }

  private readRoots(): ReadRoot[] {
    return [...this.services.roots()].filter((one): one is ReadRoot => one.isCurrent && one.index !== null);
  }

  private async follow(everyFile: boolean): Promise<void> {
    const { table, log } = this.services;
    const lost = this.findLost();
    if (lost.size === 0) return;
    const sizes = new Set([...lost.values()].flat().map(({ entry }) => entry.size));
    let found = 0;
    for (const of of this.readRoots()) {
      const { root, path, index, firstNewId } = of;
      const { id, size } = index.listing;
      const ids = [...id].filter((one, row) => sizes.has(size[row]!) && (everyFile || one >= firstNewId));
      for (const one of ids) {
        const row = index.listing.rowOf(one);
        if (row < 0) continue;
        const to = { root: path, path: index.listing.pathAt(row) };
        if (table.get(to)) continue;
        const version = await this.files.version(root, index, one);
        if (this.closed || !this.services.user()) return;
        const mark = version?.fingerprint && this.pick(lost, version.fingerprint, nameOf(to.path));
        if (!mark || table.get(to) || index.listing.rowOf(one) < 0) continue;
        this.settle(mark, to, version);
        this.services.onMoved(root, one, table.get(to)!);
        found++;
      }
    }
    this.flush();
    if (found > 0) log('info', `Marks of ${found} files have followed them`);
  }

  /** Marks whose files are gone, by what those contained. */
  private findLost(): Map<string, Lost[]> {
    const { table } = this.services;
    const lost = new Map<string, Lost[]>();
    const add = (one: Lost) => {
      const { fingerprint } = one.entry;
      if (fingerprint === null || !isMarked(one.entry)) return;
      const known = lost.get(fingerprint);
      if (known) known.push(one);
      else lost.set(fingerprint, [one]);
    };
    for (const { path: root, index } of this.readRoots()) {
      const there = new Set([...placed(table, root, index)].map(({ path }) => path));
      for (const [path, entry] of table.entries(root)) {
        if (!there.has(path)) add({ key: { root, path }, entry, stays: false });
      }
    }
    const open = new Set([...this.services.roots()].map(({ path }) => path));
    for (const root of table.rootPaths) {
      if (open.has(root)) continue;
      for (const [path, entry] of table.entries(root)) add({ key: { root, path }, entry, stays: true });
    }
    return lost;
  }

  /** The lost mark of a content, rather that of a file with the same name. */
  private pick(lost: ReadonlyMap<string, Lost[]>, fingerprint: string, name: string): Lost | undefined {
    const marks = (lost.get(fingerprint) ?? []).filter((one) => this.isStillLost(one));
    return marks.find(({ key }) => nameOf(key.path) === name) ?? marks[0];
  }

  private isStillLost({ key, stays }: Lost): boolean {
    if (!this.services.table.get(key)) return false;
    if (stays) return true;
    const of = this.readRoots().find(({ path }) => path === key.root);
    if (!of) return false;
    const { listing } = of.index;
    return !of.index.filesIn(parentOf(key.path)).some((id) => {
      const row = listing.rowOf(id);
      return row >= 0 && listing.nameAt(row) === nameOf(key.path);
    });
  }

  private settle({ key, stays }: Lost, to: MarkKey, version: MarkedVersion): void {
    const { table, clock } = this.services;
    const entry = { ...table.get(key)!, ...version };
    if (stays) {
      const now = clock.now();
      this.copies.push({ ...to, ...entry, rating: entry.rating || null, created: now, updated: now });
    } else {
      this.moves.push({ from: key, to, version });
      table.delete(key);
    }
    table.set(to, entry);
    if (this.moves.length + this.copies.length >= BATCH) this.flush();
  }

  /** Notes what marked files contain, where that is not known or they have changed. */
  private async note(): Promise<void> {
    const { table, user, log } = this.services;
    let batch: [MarkKey, MarkedVersion][] = [];
    const write = () => {
      user()?.note(batch);
      batch = [];
    };
    for (const { root, path: rootPath, index } of this.readRoots()) {
      const { listing } = index;
      const due = [...placed(table, rootPath, index)].filter(
        ({ entry, row }) =>
          entry.fingerprint === null ||
          entry.size !== listing.sizeAt(row) ||
          entry.modified !== listing.modifiedAt(row),
      );
      for (const { path, id } of due) {
        // Files that have moved are more urgent, and this goes on afterwards.
        if (this.closed || this.again) return write();
        const version = await this.files.version(root, index, id);
        const key = { root: rootPath, path };
        const entry = table.get(key);
        if (!version?.fingerprint || !entry || listing.rowOf(id) < 0) continue;
        table.set(key, { ...entry, ...version });
        if (batch.push([key, version]) >= BATCH) write();
      }
      if (due.length > 0)
        log('debug', `Noted what ${due.length} marked files contain: ${displayPath(rootPath)}`);
    }
    write();
  }
}
