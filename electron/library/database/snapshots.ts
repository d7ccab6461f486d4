// Runs in the library process: the snapshots in the index database. One is written piece by piece, each piece
// a short under a new generation that counts only once it is complete; so the process keeps
// answering meanwhile, and a crash leaves the snapshot before it.

import { crc32 } from 'node:zlib';
import {
  decodeSnapshot,
  encodeSnapshot,
  SNAPSHOT_FORMAT,
  type Snapshot,
  type SnapshotHeader,
} from './snapshot-format.js';
import { breathe, type Database } from './sqlite.js';

/** Bytes per piece: 2-6 ms to write. */
const PIECE = 1 << 20;

interface SnapshotRow {
  readonly generation: number;
  readonly format: number;
  readonly header: string;
  readonly crc: number;
  readonly bytes: number;
}

/** Cuts `parts`, joined, into pieces of {@link PIECE} bytes. */
function* piecesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  for (const part of parts) {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + PIECE - filled);
      piece.set(taken, filled);
      at += taken.length;
      filled += taken.length;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Writes a snapshot of the root with row id `root`; the one before it stays until this one is complete. */
export async function writeSnapshot(
  database: Database,
  root: number,
  snapshot: Snapshot,
  savedAt: number,
): Promise<void> {
  const { header, parts } = encodeSnapshot(snapshot);
  const find = database.prepare('SELECT generation FROM snapshots WHERE root = ?');
  const current = find.get(root) as { generation: number } | undefined;
  // A writing that found no space left its pieces; with each further try they would take more.
  await dropPieces(database, root, current?.generation ?? 0);
  const highest = database.prepare('SELECT max(generation) AS top FROM snapshot_pieces WHERE root = ?');
  const generation = ((highest.get(root) as { top: number | null }).top ?? 0) + 1;
  const insert = database.prepare(
    'INSERT INTO snapshot_pieces (root, generation, piece, crc, data) VALUES (?, ?, ?, ?, ?)',
  );
  let count = 0;
  let bytes = 0;
  for (const piece of piecesOf(parts)) {
    insert.run(root, generation, count++, crc32(piece), piece);
    bytes += piece.length;
    await breathe();
  }
  const text = JSON.stringify(header);
  database
    .prepare(
      'INSERT OR REPLACE INTO snapshots (root, generation, format, header, crc, bytes, saved) VALUES (?, ?, ?, ?, ?, ?, ?)',
    )
    .run(root, generation, SNAPSHOT_FORMAT, text, crc32(text), bytes, savedAt);
  await dropPieces(database, root, generation);
}

/** Drops the pieces of other generations: those replaced and those of writings that were cut off. */
async function dropPieces(database: Database, root: number, keep: number): Promise<void> {
  const find = database.prepare(
    'SELECT rowid AS row FROM snapshot_pieces WHERE root = ? AND generation <> ? LIMIT 4',
  );
  const drop = database.prepare('DELETE FROM snapshot_pieces WHERE rowid = ?');
  for (;;) {
    const rows = find.all(root, keep) as { row: number }[];
    if (rows.length === 0) return;
    database.transaction(() => rows.forEach(({ row }) => drop.run(row)));
    await breathe();
  }
}

/** The snapshot of a root; null when there is none, `damaged` when what is there cannot be used. */
export function readSnapshot(database: Database, root: number): Snapshot | null | 'damaged' {
  const row = database
    .prepare('SELECT generation, format, header, crc, bytes FROM snapshots WHERE root = ?')
    .get(root) as SnapshotRow | undefined;
  if (!row || row.format !== SNAPSHOT_FORMAT) return null;
  if (crc32(row.header) !== row.crc) return 'damaged';
  const bytes = new Uint8Array(row.bytes);
  let filled = 0;
  const pieces = database.prepare(
    'SELECT crc, data FROM snapshot_pieces WHERE root = ? AND generation = ? ORDER BY piece',
  );
  for (const { crc, data } of pieces.iterate(root, row.generation) as Iterable<{
    crc: number;
    data: Uint8Array;
  }>) {
    if (crc32(data) !== crc || filled + data.length > bytes.length) return 'damaged';
    bytes.set(data, filled);
    filled += data.length;
  }
  if (filled !== bytes.length) return 'damaged';
  return decodeSnapshot(JSON.parse(row.header) as SnapshotHeader, bytes) ?? 'damaged';
}

/** Forgets the snapshot of a root. */
export async function dropSnapshot(database: Database, root: number): Promise<void> {
  database.prepare('DELETE FROM snapshots WHERE root = ?').run(root);
  await dropPieces(database, root, 0);
}
