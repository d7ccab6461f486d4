// Runs in the library process: what a user made (favourites, ratings, tags). It cannot be read from the disks again,
// so it lives in a file of its own, every change is on the disk before it is acknowledged, copies are kept, and a
// damaged file is never written over.

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogLevel } from '../../shared/messages.js';
import { versionInHeader } from '../../node/sqlite-header.js';
import { versionInWal } from '../../node/sqlite-wal.js';
import { AppError } from '../../shared/result.js';
import type { Migration } from './migrations.js';
import { openDatabase, setAside } from './open.js';
import { asAppError, breathe, type Database } from './sqlite.js';
import { backUp, backupsOf, isSound, syncFile, type Backup } from './user-backups.js';
import { UserItems } from './user-items.js';
import {
  checkExport,
  checkRating,
  checkTag,
  type HiddenFolder,
  type Mark,
  type MarkedVersion,
  type MarkKey,
  type MarkMove,
  type MarksExport,
  type UserChange,
} from './user-marks.js';
import { USER_MIGRATIONS } from './user-migrations.js';

export type { Mark, MarkKey, MarksExport } from './user-marks.js';

export interface UserOptions {
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /** Tells a person what happened to what they made, one sentence. */
  readonly report: (message: string) => void;
  /** Replaced by tests. */
  readonly migrations?: readonly Migration[];
}

/** The backup of a healthy database is renewed at start when it is older than this. */
const BACKUP_AGE_MS = 24 * 60 * 60 * 1000;
const IMPORT_BATCH = 200;

/** Favourites, ratings and tags. Each change is on the disk when its call returns. */
export class UserDatabase {
  private readonly database: Database;
  private readonly items: UserItems;

  /**
   * Opens (or makes) the database at `file`.
   * @throws AppError `unsupported` when a newer app wrote it (nothing is touched); others when the file or the disk
   *   does not let us. A damaged file, or an empty one that had been backed up, does not throw: it is set aside, the newest
   *   sound backup takes its place.
   */
  constructor(
    private readonly file: string,
    private readonly options: UserOptions,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    this.database = this.open();
    this.items = new UserItems(this.database, options.now);
    this.renewBackup();
  }

  /**
   * Changes the marks of some files, of all of them or of none.
   * @throws AppError `bad-argument`; others when it cannot be written: then nothing has changed
   */
  change(keys: Iterable<MarkKey>, change: UserChange): void {
    const { favourite, rating } = change;
    if (rating !== undefined) checkRating(rating);
    const clean = {
      ...{ favourite, rating },
      addTags: change.addTags?.map(checkTag),
      removeTags: change.removeTags?.map(checkTag),
    };
    this.write((items) => {
      for (const key of keys) items.change(key, clean);
    });
  }

  /** Enters what marked files contain. @throws AppError like {@link change} */
  note(versions: Iterable<readonly [MarkKey, MarkedVersion]>): void {
    this.write((items) => {
      for (const [key, version] of versions) items.note(key, version);
    });
  }

  /** Marked files are found elsewhere now. @throws AppError like {@link change} */
  move(moves: Iterable<MarkMove>): void {
    this.write((items) => {
      for (const { from, to, version } of moves) {
        items.move(from, to);
        if (version) items.note(to, version);
      }
    });
  }

  /** Takes in marks as an import does. @throws AppError like {@link change} */
  take(marks: Iterable<Mark>): void {
    this.write((items) => {
      for (const mark of marks) items.merge(mark);
    });
  }

  /** All marks of a root, or of all roots, ordered by root and path. Of a mark that was taken away all parts are empty. */
  marks(root?: string): Mark[] {
    return this.guarded(() => this.items.marks(root));
  }

  /** Folders that are not shown. */
  hidden(): HiddenFolder[] {
    return this.guarded(() => this.items.hidden());
  }

  /** @throws AppError like {@link change} */
  hide(folder: HiddenFolder, hidden: boolean): void {
    this.write((items) => items.hide(folder, hidden));
  }

  /** Everything, as a JSON object. */
  exportMarks(): MarksExport {
    return { format: 'home-gallery-marks', version: 1, marks: this.marks(), hiddenFolders: this.hidden() };
  }

  /**
   * Takes in what {@link exportMarks} gave. Where a file has a mark already, the one changed last decides about
   * favourite and rating, and the tags of both are kept. Answers how many entries there were; cut off half-way, it
   * can be repeated.
   * @throws AppError `bad-argument` before anything is changed
   */
  async importMarks(value: unknown): Promise<number> {
    const { marks, hiddenFolders = [] } = checkExport(value);
    for (let start = 0; start < marks.length; start += IMPORT_BATCH) {
      if (start > 0) await breathe();
      const batch = marks.slice(start, start + IMPORT_BATCH);
      this.take(batch);
    }
    this.write((items) => {
      for (const folder of hiddenFolders) items.hide(folder, true);
    });
    return marks.length;
  }

  close(): void {
    this.database.close();
  }

  private open(): Database {
    try {
      // A file that is gone or empty although it had been backed up was lost: in the middle of a restore, or by a power cut.
      if (holdsNothing(this.file) && this.soundBackup()) return this.restore();
      return this.openFile();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'damaged') throw error;
      return this.restore();
    }
  }

  private openFile(): Database {
    const { now, log, migrations = USER_MIGRATIONS } = this.options;
    const beforeMigration = (database: Database, from: number) => backUp(database, this.file, from);
    return openDatabase(this.file, migrations, { now, log, durability: 'full', beforeMigration });
  }

  private soundBackup(): Backup | undefined {
    const newest = (this.options.migrations ?? USER_MIGRATIONS).length;
    return backupsOf(this.file).find(({ file, version }) => version <= newest && isSound(file));
  }

  /** Sets the damaged file aside under a name of its own and starts from the newest sound backup. */
  private restore(): Database {
    const { now, log, report } = this.options;
    const backup = this.soundBackup();
    const temporary = `${this.file}.restore`;
    if (backup) {
      rmSync(temporary, { force: true });
      copyFileSync(backup.file, temporary);
      syncFile(temporary);
    }
    const aside = freeName(this.file.replace(/(\.db)?$/, `.damaged-${now()}`));
    const kept = existsSync(this.file);
    // Also when only a journal is left: it must not be taken for that of the file that comes now.
    setAside(this.file, aside);
    log('error', `User database set aside as ${aside}`);
    if (backup) renameSync(temporary, this.file);
    const database = this.openFile();
    const message = backup
      ? restoredAsOf(new Date(backup.made).toISOString().slice(0, 10))
      : 'Your favourites, ratings and tags could not be read, and there was no backup to restore. Import them if you have exported them.';
    report(kept ? `${message} The damaged file was kept as ${aside}.` : message);
    return database;
  }

  /** So that there is a recent backup also when years pass between migrations. */
  private renewBackup(): void {
    const { now, log, migrations = USER_MIGRATIONS } = this.options;
    try {
      const hasSomething = this.marks().length + this.hidden().length > 0;
      const newest = Math.max(0, ...backupsOf(this.file).map(({ made }) => made));
      // A backup from the future (the clock was moved) says nothing about its age.
      const age = now() - newest;
      if (hasSomething && (age > BACKUP_AGE_MS || age < 0))
        backUp(this.database, this.file, migrations.length);
    } catch (error) {
      // Working without a fresh backup is better than not working.
      log('error', `User database not backed up: ${asAppError(error).message}`);
      this.options.report(
        `Your favourites, ratings and tags could not be backed up. ${asAppError(error).message}`,
      );
    }
  }

  /** All of it or, when it throws, nothing. */
  private write(work: (items: UserItems) => void): void {
    this.guarded(() => this.database.transaction(() => work(this.items)));
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asAppError(error);
    }
  }
}

/** Whether there is no file, or none in which anything was ever written. */
function holdsNothing(file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return true;
  // What cannot be read is no empty file; who opens it names it better.
  return (versionInWal(file) ?? (size === 0 ? 0 : versionInHeader(file))) === 0;
}

/** `name.db`, or the first of `name-2.db` … that is not taken. */
function freeName(name: string): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? `${name}.db` : `${name}-${count}.db`;
    if (!existsSync(free)) return free;
  }
}

const restoredAsOf = (day: string): string =>
  `Your favourites, ratings and tags could not be read and were restored as of ${day}. What came later can be imported if you have exported it.`;
