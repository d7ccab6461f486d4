// Runs in the library process: the rows behind the marks: what is written and read inside a transaction of
// user-database.ts.

import { fromKey, toKey, type Database, type PathKey } from './sqlite.js';
import {
  isMarked,
  type HiddenFolder,
  type Mark,
  type MarkedVersion,
  type MarkKey,
  type UserChange,
} from './user-marks.js';

interface ItemRow {
  readonly id: number;
  readonly root: PathKey;
  readonly path: PathKey;
  readonly fingerprint: string | null;
  readonly size: number | null;
  readonly modified: number | null;
  readonly favourite: number;
  readonly rating: number | null;
  readonly created: number;
  readonly updated: number;
}

const MARKED = `
  SELECT count(*) AS count FROM items
  WHERE favourite = 1 OR rating IS NOT NULL OR EXISTS (SELECT 1 FROM tags WHERE tags.item = items.id)`;

/** How many files and hidden folders a database of any schema version holds. */
export function countMarked(database: Database): number {
  const count = (sql: string) => (database.prepare(sql).get() as { count: number }).count;
  const hides = count("SELECT count(*) AS count FROM sqlite_master WHERE name = 'hidden_folders'") > 0;
  return count(MARKED) + (hides ? count('SELECT count(*) AS count FROM hidden_folders') : 0);
}

export class UserItems {
  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** All marks of a root, or of all roots, ordered by root and path. */
  marks(root?: string): Mark[] {
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
  }

  hidden(): HiddenFolder[] {
    const rows = this.database.prepare('SELECT root, path FROM hidden_folders ORDER BY root, path').all();
    return (rows as { root: PathKey; path: PathKey }[]).map(({ root, path }) => {
      return { root: fromKey(root), path: fromKey(path) };
    });
  }

  hide({ root, path }: HiddenFolder, hidden: boolean): void {
    const keys = [toKey(root), toKey(path)];
    if (!hidden) {
      this.database.prepare('DELETE FROM hidden_folders WHERE root = ? AND path = ?').run(...keys);
      return;
    }
    const add = 'INSERT OR IGNORE INTO hidden_folders (root, path, created) VALUES (?, ?, ?)';
    this.database.prepare(add).run(...keys, this.now());
  }

  change(key: MarkKey, { favourite, rating, addTags = [], removeTags = [] }: UserChange): void {
    const now = this.now();
    const id = this.touch(key, null, now, now);
    if (favourite !== undefined) {
      this.database.prepare('UPDATE items SET favourite = ? WHERE id = ?').run(favourite ? 1 : 0, id);
    }
    if (rating !== undefined)
      this.database.prepare('UPDATE items SET rating = ? WHERE id = ?').run(rating, id);
    for (const tag of addTags) this.insertTag(id, tag);
    for (const tag of removeTags) {
      this.database.prepare('DELETE FROM tags WHERE item = ? AND tag = ?').run(id, tag);
    }
  }

  /** Enters what a marked file contains. */
  note({ root, path }: MarkKey, { fingerprint, size, modified }: MarkedVersion): void {
    const set = 'UPDATE items SET fingerprint = ?, size = ?, modified = ? WHERE root = ? AND path = ?';
    this.database.prepare(set).run(fingerprint, size, modified, toKey(root), toKey(path));
  }

  /** The file is found elsewhere now. Where that place is marked as well, both are kept as by {@link merge}. */
  move(from: MarkKey, to: MarkKey): void {
    const source = this.find(from);
    if (!source) return;
    const target = this.find(to);
    if (target && isMarked(target)) {
      this.merge({ ...source, ...to });
      return this.remove(from);
    }
    this.remove(to);
    const move = 'UPDATE items SET root = ?, path = ? WHERE root = ? AND path = ?';
    this.database.prepare(move).run(toKey(to.root), toKey(to.path), toKey(from.root), toKey(from.path));
  }

  private find({ root, path }: MarkKey): Mark | null {
    const get = this.database.prepare('SELECT * FROM items WHERE root = ? AND path = ?');
    const row = get.get(toKey(root), toKey(path)) as ItemRow | undefined;
    if (!row) return null;
    const tags = this.database.prepare('SELECT tag FROM tags WHERE item = ? ORDER BY tag').all(row.id);
    return toMark(
      row,
      (tags as { tag: string }[]).map(({ tag }) => tag),
    );
  }

  private remove({ root, path }: MarkKey): void {
    this.database.prepare('DELETE FROM items WHERE root = ? AND path = ?').run(toKey(root), toKey(path));
  }

  /** Takes in a mark: the one changed last decides about favourite and rating, and the tags of both are kept. */
  merge(mark: Mark): void {
    const before = this.database
      .prepare('SELECT updated FROM items WHERE root = ? AND path = ?')
      .get(toKey(mark.root), toKey(mark.path)) as { updated: number } | undefined;
    const id = this.touch(mark, mark, mark.created, mark.updated);
    if (!before || mark.updated > before.updated) {
      const set = this.database.prepare('UPDATE items SET favourite = ?, rating = ? WHERE id = ?');
      set.run(mark.favourite ? 1 : 0, mark.rating, id);
    }
    for (const tag of mark.tags) this.insertTag(id, tag);
  }

  /** The item of a file, made when there is none, with its time of change moved on. */
  private touch(
    { root, path }: MarkKey,
    version: MarkedVersion | null,
    created: number,
    updated: number,
  ): number {
    const { fingerprint = null, size = null, modified = null } = version ?? {};
    const row = this.database
      .prepare(
        `INSERT INTO items (root, path, fingerprint, size, modified, created, updated) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (root, path) DO UPDATE SET updated = max(updated, excluded.updated),
         size = iif(excluded.fingerprint IS NULL, size, excluded.size),
         modified = iif(excluded.fingerprint IS NULL, modified, excluded.modified),
         fingerprint = coalesce(excluded.fingerprint, fingerprint) RETURNING id`,
      )
      .get(toKey(root), toKey(path), fingerprint, size, modified, created, updated) as { id: number };
    return row.id;
  }

  private insertTag(id: number, tag: string): void {
    this.database
      .prepare('INSERT OR IGNORE INTO tags (item, tag, created) VALUES (?, ?, ?)')
      .run(id, tag, this.now());
  }
}

function toMark({ root, path, favourite, id: _, ...row }: ItemRow, tags: string[]): Mark {
  return { root: fromKey(root), path: fromKey(path), ...row, favourite: favourite === 1, tags };
}
