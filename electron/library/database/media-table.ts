// Runs in the library process: the metadata of files in the index database, keyed by path and true for one size and
// modification time. Long work goes in batches with a breath between, so the process keeps answering.

import {
  FACT_NAMES,
  isTextFact,
  type FactName,
  type MediaFacts,
  type NumberFact,
  type TextFact,
} from '../metadata/media-facts.js';
import type { Renamed } from '../renames.js';
import { breathe, fromKey, toKey, type PathKey, type Database } from './sqlite.js';

/** The facts of one version of a file. */
export interface MediaRecord {
  /** Relative to the root, `/` between parts. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Modification time, milliseconds since 1970. */
  readonly mtime: number;
  readonly facts: MediaFacts;
}

/** Rows as columns, with the facts that were asked for. */
export interface MediaColumns<F extends FactName> {
  readonly paths: readonly string[];
  readonly size: Float64Array;
  readonly mtime: Float64Array;
  /** Numbers: NaN is unknown. */
  readonly numbers: { readonly [K in F & NumberFact]: Float64Array };
  readonly texts: { readonly [K in F & TextFact]: readonly (string | null)[] };
}

/** Rows per transaction, 2-6 ms. */
const WRITE_BATCH = 500;
/** Rows per look, 3-15 ms. */
const READ_BATCH = 2000;
const LOOKUP_BATCH = 1000;

const FIELDS = FACT_NAMES.join(', ');
const UPSERT = `
  INSERT INTO media (root, path, size, mtime, ${FIELDS})
  VALUES (?, ?, ?, ?, ${FACT_NAMES.map(() => '?').join(', ')})
  ON CONFLICT (root, path) DO UPDATE SET size = excluded.size, mtime = excluded.mtime,
  ${FACT_NAMES.map((name) => `${name} = excluded.${name}`).join(', ')}`;

type Cell = string | number | null;
type Row = readonly [path: PathKey, size: number, mtime: number, ...facts: Cell[]];

/** Enters records; those of the same path are replaced. */
export async function putMedia(
  database: Database,
  root: number,
  records: readonly MediaRecord[],
): Promise<void> {
  const upsert = database.prepare(UPSERT);
  for (let start = 0; start < records.length; start += WRITE_BATCH) {
    if (start > 0) await breathe();
    database.transaction(() => {
      for (const { path, size, mtime, facts } of records.slice(start, start + WRITE_BATCH)) {
        upsert.run(root, toKey(path), size, mtime, ...FACT_NAMES.map((name) => finite(facts[name])));
      }
    });
  }
}

/** Files with their facts are at other paths now; rows of another version of a file stay where they are. */
export async function moveMedia(
  database: Database,
  root: number,
  renamed: readonly Renamed[],
): Promise<void> {
  const move = database.prepare(
    'UPDATE OR REPLACE media SET path = ? WHERE root = ? AND path = ? AND size = ? AND mtime = ?',
  );
  for (let start = 0; start < renamed.length; start += WRITE_BATCH) {
    if (start > 0) await breathe();
    database.transaction(() => {
      for (const { from, to, size, modified } of renamed.slice(start, start + WRITE_BATCH))
        move.run(toKey(to), root, toKey(from), size, modified);
    });
  }
}

/** NaN and infinity are no facts. */
const finite = (value: Cell): Cell => (typeof value === 'number' && !Number.isFinite(value) ? null : value);

/** Runs through all rows of a root in the order of their keys, batch by batch. */
async function* batches(database: Database, root: number, fields: readonly string[]): AsyncGenerator<Row[]> {
  const columns = ['path', 'size', 'mtime', ...fields].join(', ');
  // A comparison with NULL is never true, hence two statements.
  const first = database.prepare(
    `SELECT ${columns} FROM media WHERE root = ? ORDER BY path LIMIT ${READ_BATCH}`,
  );
  const next = database.prepare(
    `SELECT ${columns} FROM media WHERE root = ? AND path > ? ORDER BY path LIMIT ${READ_BATCH}`,
  );
  first.setReturnArrays(true);
  next.setReturnArrays(true);
  let rows = first.all(root) as Row[];
  while (rows.length > 0) {
    yield rows;
    if (rows.length < READ_BATCH) return;
    await breathe();
    const { length } = rows;
    const more: unknown[] = next.all(root, rows[length - 1]![0]);
    rows = more as Row[];
  }
}

/** All rows of a root as columns. */
export async function readMedia<F extends FactName>(
  database: Database,
  root: number,
  fields: readonly F[],
): Promise<MediaColumns<F>> {
  const total = database.prepare('SELECT count(*) AS n FROM media WHERE root = ?').get(root) as { n: number };
  // Rows may come or go between two batches; columns are cut or grown at the end.
  let capacity = total.n;
  const numeric = new Map<string, Float64Array>(
    ['size', 'mtime', ...fields.filter((name) => !isTextFact(name))].map((name) => [
      name,
      new Float64Array(capacity),
    ]),
  );
  const texts = new Map<string, (string | null)[]>(fields.filter(isTextFact).map((name) => [name, []]));
  const paths: string[] = [];
  for await (const rows of batches(database, root, fields)) {
    const start = paths.length;
    if (start + rows.length > capacity) {
      capacity = (start + rows.length) * 2;
      for (const [name, column] of numeric) {
        const larger = new Float64Array(capacity);
        larger.set(column);
        numeric.set(name, larger);
      }
    }
    for (const row of rows) paths.push(fromKey(row[0]));
    ['size', 'mtime', ...fields].forEach((name, index) => {
      const column = numeric.get(name);
      if (column) rows.forEach((row, at) => (column[start + at] = (row[index + 1] as number | null) ?? NaN));
      else for (const row of rows) texts.get(name)!.push(row[index + 1] as string | null);
    });
  }
  const cut = (name: string) => numeric.get(name)!.subarray(0, paths.length);
  const numbers = fields.filter((name) => !isTextFact(name)).map((name) => [name, cut(name)]);
  return {
    paths,
    size: cut('size'),
    mtime: cut('mtime'),
    numbers: Object.fromEntries(numbers) as unknown as MediaColumns<F>['numbers'],
    texts: Object.fromEntries(texts) as unknown as MediaColumns<F>['texts'],
  };
}

/** The records of some paths; paths without one are missing. */
export async function findMedia(
  database: Database,
  root: number,
  paths: readonly string[],
): Promise<Map<string, MediaRecord>> {
  const select = database.prepare(
    `SELECT path, size, mtime, ${FIELDS} FROM media WHERE root = ? AND path = ?`,
  );
  select.setReturnArrays(true);
  const found = new Map<string, MediaRecord>();
  for (let start = 0; start < paths.length; start += LOOKUP_BATCH) {
    if (start > 0) await breathe();
    for (const path of paths.slice(start, start + LOOKUP_BATCH)) {
      const row = select.get(root, toKey(path)) as unknown as Row | undefined;
      if (!row) continue;
      const [, size, mtime, ...cells] = row;
      const facts = Object.fromEntries(FACT_NAMES.map((name, index) => [name, cells[index]]));
      found.set(path, { path, size, mtime, facts: facts as unknown as MediaFacts });
    }
  }
  return found;
}

/** Forgets the rows whose path `keep` refuses; answers how many. */
export async function pruneMedia(
  database: Database,
  root: number,
  keep: (path: string) => boolean,
): Promise<number> {
  const remove = database.prepare('DELETE FROM media WHERE root = ? AND path = ?');
  let gone = 0;
  for await (const rows of batches(database, root, [])) {
    const keys = rows.map(([key]) => key).filter((key) => !keep(fromKey(key)));
    if (keys.length > 0) database.transaction(() => keys.forEach((key) => remove.run(root, key)));
    gone += keys.length;
  }
  return gone;
}

/** Forgets all rows of a root. */
export async function dropMedia(database: Database, root: number): Promise<void> {
  await pruneMedia(database, root, () => false);
}

/** How much there is in an index. */
export interface RowCounts {
  readonly roots: number;
  readonly snapshots: number;
  /** Files with metadata, and those of them that could not be read. */
  readonly files: number;
  readonly errors: number;
}

export const NO_ROWS: RowCounts = { roots: 0, snapshots: 0, files: 0, errors: 0 };

export function countRows(database: Database): RowCounts {
  const sql = `SELECT (SELECT count(*) FROM roots) AS roots, (SELECT count(*) FROM snapshots) AS snapshots,
    count(*) AS files, count(error) AS errors FROM media`;
  return { ...(database.prepare(sql).get() as RowCounts) };
}

/** No rows, with the columns that were asked for. */
export function emptyColumns<F extends FactName>(fields: readonly F[]): MediaColumns<F> {
  const none = new Float64Array();
  const entries = <T>(value: T) => Object.fromEntries(fields.map((name) => [name, value]));
  return {
    paths: [],
    size: none,
    mtime: none,
    numbers: entries(none) as unknown as MediaColumns<F>['numbers'],
    texts: entries([]) as unknown as MediaColumns<F>['texts'],
  };
}
