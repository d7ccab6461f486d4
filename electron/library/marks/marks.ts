// Runs in the library process: favourites, ratings, tags and hidden folders: what main asks about them, and what it is
// told when they change.

import type { FileId, RootId } from '../../shared/contract.js';
import type { ListingPatch } from '../../shared/listing.js';
import { splitNames } from '../../shared/listing-rows.js';
import {
  encodeMarks,
  type FilesOf,
  type MarkChange,
  type MarksImported,
  type MarksSet,
  type RootMarks,
} from '../../shared/marks.js';
import type { LibraryEvents, LogLevel } from '../../shared/messages.js';
import { AppError, toFailure } from '../../shared/result.js';
import type { Clock } from '../clock.js';
import type { UserDatabase } from '../database/user-database.js';
import { checkTag, isMarked, type MarkKey } from '../database/user-marks.js';
import { Follower } from './follower.js';
import { MarkTable, NO_VERSION, type MarkEntry } from './mark-table.js';
import { readMarksFile, writeMarksFile } from './marks-file.js';
import { placed, type MarkedRoot } from './open-roots.js';
import { rebase } from './rebase.js';

export interface MarksServices {
  readonly clock: Clock;
  readonly send: <K extends keyof LibraryEvents>(name: K, payload: LibraryEvents[K]) => void;
  readonly log: (level: LogLevel, message: string) => void;
  readonly roots: () => Iterable<MarkedRoot>;
}

export class Marks {
  private readonly table = new MarkTable();
  /** Hidden folders by absolute path of the root. */
  private readonly hidden = new Map<string, Set<string>>();
  private user: UserDatabase | null = null;
  private reason = 'Your favourites, ratings and tags are not open. Try it again in a moment.';
  private readonly follower: Follower;

  constructor(private readonly services: MarksServices) {
    const { clock, log, roots, send } = services;
    this.follower = new Follower({
      ...{ clock, log, roots, table: this.table },
      user: () => this.user,
      tell: (message) => send('notice', { message }),
      onMoved: (root, id, entry) => send('marks', { root, marks: encodeMarks([[id, entry]]) }),
    });
  }

  /** Begins to use a database; null: it cannot be used, for a reason that is told when somebody wants to mark something. */
  open(user: UserDatabase | null, reason = ''): void {
    this.user = user;
    if (user) this.load(user);
    else this.reason = reason;
  }

  /** A root is open from now on: marks of places in it that were kept with another root are its own. */
  adopt(path: string): void {
    const { user } = this;
    if (!user) return;
    const others = [...this.services.roots()].map((root) => root.path).filter((other) => other !== path);
    try {
      this.follower.flush();
      if (rebase(user, this.table, this.hidden.keys(), path, others)) this.load(user);
    } catch (error) {
      // A disk that is full keeps no folder from being opened: its marks are its own the next time.
      this.services.log('error', `Marks of ${path} could not be taken over: ${String(error)}`);
      this.services.send('notice', { message: toFailure(error).message });
    }
  }

  /** Whether marks may still have to follow files that have moved. */
  get isFollowing(): boolean {
    return this.follower.isBusy;
  }

  /** Everything marked in a root. */
  list({ root, path, index }: MarkedRoot): RootMarks {
    const hidden = this.hiddenIn(path);
    if (!index) return { marks: encodeMarks([]), hidden };
    const files: [FileId, MarkEntry][] = [];
    for (const { id, entry } of placed(this.table, path, index)) if (isMarked(entry)) files.push([id, entry]);
    this.services.log('debug', `Marks of root ${root}: ${files.length}`);
    return { marks: encodeMarks(files), hidden };
  }

  /** Changes the marks of some files; on the disk when it returns. @throws AppError, then nothing has changed */
  set(files: readonly (FilesOf & { readonly of: MarkedRoot })[], change: MarkChange): MarksSet {
    const user = this.writable();
    this.follower.flush();
    const known: { readonly of: MarkedRoot; readonly id: FileId; readonly key: MarkKey }[] = [];
    let missing = 0;
    for (const { of, ids } of files) {
      const listing = of.index?.listing;
      for (const id of ids) {
        const row = listing?.rowOf(id) ?? -1;
        if (!listing || row < 0) missing++;
        else known.push({ of, id, key: { root: of.path, path: listing.pathAt(row) } });
      }
    }
    const { rating, ...rest } = change;
    const stored = rating === undefined ? rest : { ...rest, rating: rating === 0 ? null : rating };
    user.change(
      known.map(({ key }) => key),
      stored,
    );
    const told = new Map<RootId, [FileId, MarkEntry][]>();
    for (const { of, id, key } of known) {
      const entry = changed(this.table.get(key), change);
      this.table.set(key, entry);
      const list = told.get(of.root);
      if (list) list.push([id, entry]);
      else told.set(of.root, [[id, entry]]);
    }
    for (const [root, list] of told) this.services.send('marks', { root, marks: encodeMarks(list) });
    void this.follower.run();
    return { changed: known.length, missing };
  }

  /** Hides a folder with all below it, or shows it again. @throws AppError */
  hide({ root, path }: MarkedRoot, folder: string, hidden: boolean): void {
    this.writable().hide({ root: path, path: folder }, hidden);
    const folders = this.hidden.get(path) ?? new Set();
    if (hidden) this.hidden.set(path, folders.add(folder));
    else folders.delete(folder);
    this.services.send('hidden', { root, folders: this.hiddenIn(path) });
  }

  /** The index of a root has been read: files that are marked may have come or gone. */
  afterReading({ root, path }: MarkedRoot, patch: ListingPatch | null): void {
    if (patch) this.tellNew(root, path, patch);
    this.follower.soon();
  }

  /** A root is closed: what moved out of it is looked for in the others. */
  closed(): void {
    this.follower.soon();
  }

  /** Writes everything to a file (absolute path); answers how many files are marked. @throws AppError */
  async exportTo(file: string): Promise<number> {
    const user = this.writable();
    this.follower.flush();
    const all = user.exportMarks();
    const marks = all.marks.filter(isMarked);
    await writeMarksFile(file, { ...all, marks });
    return marks.length;
  }

  /** Takes in a file that {@link exportTo} wrote. @throws AppError when it is none or cannot be read */
  async importFrom(file: string): Promise<MarksImported> {
    const user = this.writable();
    const content = await readMarksFile(file);
    await user.importMarks(content);
    this.follower.flush();
    this.load(user);
    await this.follower.run(true);
    for (const { root } of this.services.roots()) this.services.send('marksReset', { root });
    const wanted = new Set(
      content.marks.map(({ fingerprint, root, path }) => fingerprint ?? `${root}\0${path}`),
    );
    const found = new Set<string>();
    for (const { path, index } of this.services.roots()) {
      if (!index) continue;
      for (const one of placed(this.table, path, index)) {
        for (const name of [one.entry.fingerprint, `${path}\0${one.path}`])
          if (name !== null && wanted.has(name)) found.add(name);
      }
    }
    return { read: content.marks.length, found: found.size };
  }

  /** Ends what runs and closes the database. */
  close(): void {
    this.follower.close();
    this.user?.close();
    this.user = null;
  }

  private load(user: UserDatabase): void {
    this.table.load(user.marks());
    this.hidden.clear();
    for (const { root, path } of user.hidden()) {
      this.hidden.set(root, (this.hidden.get(root) ?? new Set()).add(path));
    }
  }

  private writable(): UserDatabase {
    if (!this.user) throw new AppError('unreadable', this.reason);
    return this.user;
  }

  private hiddenIn(path: string): string[] {
    return [...(this.hidden.get(path) ?? [])].sort();
  }

  /** Files that came back to where they were marked. */
  private tellNew(root: RootId, path: string, { rows }: ListingPatch): void {
    const folders = splitNames(rows.folders, rows.id.length).map((folder) => this.table.names(path, folder));
    if (!folders.some((names) => names !== undefined)) return;
    const back: [FileId, MarkEntry][] = [];
    splitNames(rows.names, rows.id.length).forEach((name, row) => {
      const entry = folders[rows.folder[row]!]?.get(name);
      if (entry && isMarked(entry)) back.push([rows.id[row]!, entry]);
    });
    if (back.length > 0) this.services.send('marks', { root, marks: encodeMarks(back) });
  }
}

function changed(before: MarkEntry | undefined, change: MarkChange): MarkEntry {
  const { favourite = before?.favourite ?? false, rating = before?.rating ?? 0 } = change;
  const tags = new Set([...(before?.tags ?? []), ...(change.addTags ?? []).map(checkTag)]);
  for (const tag of change.removeTags ?? []) tags.delete(checkTag(tag));
  return { ...(before ?? NO_VERSION), favourite, rating, tags: [...tags].sort() };
}
