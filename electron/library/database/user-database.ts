// Runs in the library process: what a user made (favourites, ratings, tags). It cannot be read from the disks again,
// so it lives in a file of its own, every change is on the disk before it is acknowledged, copies are kept, and a
// damaged file is never written over.

import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { LogLevel } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import type { Migration } from './migrations.js';
import { openDatabase, setAside } from './open.js';
import { asAppError, breathe, fromKey, toKey, type Database, type PathKey } from './sqlite.js';
import { backUp, backupsOf, isSound, syncFile, type Backup } from './user-backups.js';
import { checkExport, checkRating, checkTag, type Mark, type MarksExport } from './user-marks.js';
import { USER_MIGRATIONS } from './user-migrations.js';

export type { Mark, MarksExport } from './user-marks.js';

export interface UserOptions {
  readonly now: () => number;
  readonly log: (level: LogLevel, message: string) => void;
  /** Tells a person what happened to what they made, one sentence. */
  readonly report: (message: string) => void;
  /** Replaced by tests. */
  readonly migrations?: readonly Migration[];
}

/** Which file a mark is for. */
export interface MarkKey {
  /** Absolute path of the root. */
  readonly root: string;
  /** Relative to the root, `/` between parts. */
  readonly path: string;
  /** The content's fingerprint where it is known; kept, never cleared by a later change without one. */
  readonly fingerprint?: string | null;
}

/** The backup of a healthy database is renewed at start when it is older than this. */
const BACKUP_AGE_MS = 24 * 60 * 60 * 1000;
const IMPORT_BATCH = 200;

interface ItemRow {
  readonly id: number;
  readonly root: PathKey;
  readonly path: PathKey;
  readonly fingerprint: string | null;
  readonly favourite: number;
  readonly rating: number | null;
  readonly created: number;
  readonly updated: number;
}

/** Favourites, ratings and tags. Each change is on the disk when its call returns. */
export class UserDatabase {
  private readonly database: Database;

  /**
   * Opens (or makes) the database at `file`.
   * @throws AppError `unsupported` when a newer app wrote it (nothing is touched); others when the file or the disk
   *   does not let us. A damaged file does not throw: it is set aside, the newest sound backup takes its place.
   */
  constructor(
    private readonly file: string,
    private readonly options: UserOptions,
  ) {
    mkdirSync(dirname(file), { recursive: true });
    this.database = this.open();
    this.renewBackup();
  }

  /** @throws AppError when it cannot be written; then nothing has changed */
  setFavourite(key: MarkKey, favourite: boolean): void {
    this.change(key, (id) => {
      this.database.prepare('UPDATE items SET favourite = ? WHERE id = ?').run(favourite ? 1 : 0, id);
    });
  }

  /** 0 to 5 stars, null takes the rating away. @throws AppError like {@link setFavourite}, `bad-argument` */
  setRating(key: MarkKey, rating: number | null): void {
    const stars = checkRating(rating);
    this.change(key, (id) => {
      this.database.prepare('UPDATE items SET rating = ? WHERE id = ?').run(stars, id);
    });
  }

  /** Adding a tag twice is adding it once. @throws AppError like {@link setFavourite}, `bad-argument` */
  addTag(key: MarkKey, tag: string): void {
    const clean = checkTag(tag);
    this.change(key, (id) => this.insertTag(id, clean));
  }

  removeTag(key: MarkKey, tag: string): void {
    const clean = checkTag(tag);
    this.change(key, (id) => {
      this.database.prepare('DELETE FROM tags WHERE item = ? AND tag = ?').run(id, clean);
    });
  }

  /** All marks of a root, or of all roots, ordered by root and path. */
  marks(root?: string): Mark[] {
    return this.guarded(() => {
      const where = root === undefined ? '' : 'WHERE root = ?';
      const keys = root === undefined ? [] : [toKey(root)];
      const items = this.database.prepare(`SELECT * FROM items ${where} ORDER BY root, path`);
      const tags = this.database.prepare(
        `SELECT item, tag FROM tags ${where && `JOIN items ON items.id = tags.item ${where}`} ORDER BY tag`,
      );
      const byItem = new Map<number, string[]>();
      for (const { item, tag } of tags.all(...keys) as { item: number; tag: string }[]) {
        const known = byItem.get(item);
        if (known) known.push(tag);
        else byItem.set(item, [tag]);
      }
      return (items.all(...keys) as ItemRow[]).map((row) => toMark(row, byItem.get(row.id) ?? []));
    });
  }

  /** Everything, as a JSON object. */
  exportMarks(): MarksExport {
    return { format: 'home-gallery-marks', version: 1, marks: this.marks() };
  }

  /**
   * Takes in what {@link exportMarks} gave. Where a file has a mark already, the one changed last decides about
   * favourite and rating, and the tags of both are kept. Answers how many entries there were; cut off half-way, it
   * can be repeated.
   * @throws AppError `bad-argument` before anything is changed
   */
  async importMarks(value: unknown): Promise<number> {
    const { marks } = checkExport(value);
    for (let start = 0; start < marks.length; start += IMPORT_BATCH) {
      if (start > 0) await breathe();
      const batch = marks.slice(start, start + IMPORT_BATCH);
      this.guarded(() => this.database.transaction(() => batch.forEach((mark) => this.merge(mark))));
    }
    return marks.length;
  }

  close(): void {
    this.database.close();
  }

  private open(): Database {
    try {
      // A file that is gone although it had been backed up was lost, perhaps in the middle of a restore.
      if (!existsSync(this.file) && this.soundBackup()) return this.restore();
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
    const kept = existsSync(this.file) ? ` The damaged file was kept as ${aside}.` : '';
    // Also when only a journal is left: it must not be taken for that of the file that comes now.
    setAside(this.file, aside);
    log('error', `User database set aside as ${aside}`);
    if (backup) renameSync(temporary, this.file);
    const database = this.openFile();
    if (backup) {
      const day = new Date(backup.made).toISOString().slice(0, 10);
      report(`Your favourites, ratings and tags could not be read and were restored as of ${day}.${kept}`);
    } else {
      report(
        `Your favourites, ratings and tags could not be read, and there was no backup to restore.${kept}`,
      );
    }
    return database;
  }

  /** So that there is a recent backup also when years pass between migrations. */
  private renewBackup(): void {
    const { now, log, migrations = USER_MIGRATIONS } = this.options;
    try {
      const { n } = this.database.prepare('SELECT count(*) AS n FROM items').get() as { n: number };
      const newest = Math.max(0, ...backupsOf(this.file).map(({ made }) => made));
      // A backup from the future (the clock was moved) says nothing about its age.
      const age = now() - newest;
      if (n > 0 && (age > BACKUP_AGE_MS || age < 0)) backUp(this.database, this.file, migrations.length);
    } catch (error) {
      // Working without a fresh backup is better than not working.
      log('error', `User database not backed up: ${asAppError(error).message}`);
      this.options.report(
        `Your favourites, ratings and tags could not be backed up. ${asAppError(error).message}`,
      );
    }
  }

  private change(key: MarkKey, work: (id: number) => void): void {
    this.guarded(() =>
      this.database.transaction(() => {
        const now = this.options.now();
        work(this.touch(key, key.fingerprint ?? null, now, now));
      }),
    );
  }

  /** The item of a file, made when there is none, with its time of change moved on. */
  private touch(
    { root, path }: MarkKey,
    fingerprint: string | null,
    created: number,
    updated: number,
  ): number {
    const row = this.database
      .prepare(
        `INSERT INTO items (root, path, fingerprint, created, updated) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (root, path) DO UPDATE SET updated = max(updated, excluded.updated),
         fingerprint = coalesce(excluded.fingerprint, fingerprint) RETURNING id`,
      )
      .get(toKey(root), toKey(path), fingerprint, created, updated) as { id: number };
    return row.id;
  }

  private insertTag(id: number, tag: string): void {
    this.database
      .prepare('INSERT OR IGNORE INTO tags (item, tag, created) VALUES (?, ?, ?)')
      .run(id, tag, this.options.now());
  }

  private merge(mark: Mark): void {
    const before = this.database
      .prepare('SELECT updated FROM items WHERE root = ? AND path = ?')
      .get(toKey(mark.root), toKey(mark.path)) as { updated: number } | undefined;
    const id = this.touch(mark, mark.fingerprint, mark.created, mark.updated);
    if (!before || mark.updated > before.updated) {
      const set = this.database.prepare('UPDATE items SET favourite = ?, rating = ? WHERE id = ?');
      set.run(mark.favourite ? 1 : 0, mark.rating, id);
    }
    for (const tag of mark.tags) this.insertTag(id, tag);
  }

  private guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw asAppError(error);
    }
  }
}

/** `name.db`, or the first of `name-2.db` … that is not taken. */
function freeName(name: string): string {
  for (let count = 1; ; count++) {
    const free = count === 1 ? `${name}.db` : `${name}-${count}.db`;
    if (!existsSync(free)) return free;
  }
}

function toMark(
  { root, path, fingerprint, favourite, rating, created, updated }: ItemRow,
  tags: string[],
): Mark {
  return {
    root: fromKey(root),
    path: fromKey(path),
    fingerprint,
    favourite: favourite === 1,
    rating,
    tags,
    created,
    updated,
  };
}
