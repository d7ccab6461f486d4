// Runs in the library process: a listing as bytes and back. Columns are written one after the other as they lie
// in memory (little-endian, like every system Electron runs on), so reading costs about as much as copying.

import type { ListingColumns } from '../../shared/listing.js';

/** Every folder of a root, also those without media, side by side. */
export interface FolderTimes {
  /** Relative paths joined by NUL; '' is the root. There are as many as `mtime` has numbers. */
  readonly paths: string;
  /** Milliseconds since 1970 when the folder was read; NaN: look again. */
  readonly mtime: Float64Array;
  /** Device and inode, 0 where unknown. */
  readonly dev: Float64Array;
  readonly ino: Float64Array;
}

/** What is kept of a root to show it again before its disk is touched. */
export interface Snapshot {
  readonly listing: ListingColumns;
  readonly folders: FolderTimes;
  /** When the disk was last read or confirmed, milliseconds since 1970. */
  readonly checkedAt: number;
  /** Marks had not followed their files yet: among those with this id and above they are still to be looked for. */
  readonly followFrom?: number | undefined;
}

/** Raised whenever the layout changes; a snapshot of another format counts as absent. */
export const SNAPSHOT_FORMAT = 3;

type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;
type Encoding = 'latin1' | 'utf16le';

/** Where a part lies in the bytes. */
interface Section {
  readonly name: string;
  readonly bytes: number;
  /** Set for text. UTF-16 keeps lone surrogates, which UTF-8 cannot. */
  readonly encoding?: Encoding;
}

/** Stored beside the bytes as JSON. */
export interface SnapshotHeader {
  readonly version: number;
  readonly checkedAt: number;
  readonly followFrom?: number | undefined;
  readonly sections: readonly Section[];
}

const TEXTS = ['names', 'folders', 'folder-paths'] as const;
const BEYOND_LATIN1 = /[\u0100-\uffff]/;

const columnsOf = ({ listing, folders }: Snapshot): [string, Column][] => [
  ['id', listing.id],
  ['folder', listing.folder],
  ['kind', listing.kind],
  ['size', listing.size],
  ['modified', listing.modified],
  ['width', listing.width],
  ['height', listing.height],
  ['duration', listing.duration],
  ['taken', listing.taken],
  ['taken-source', listing.takenSource],
  ['added', listing.added],
  ['mtime', folders.mtime],
  ['dev', folders.dev],
  ['ino', folders.ino],
];

/** The bytes of a snapshot, as parts to be written one after the other. */
export function encodeSnapshot(snapshot: Snapshot): { header: SnapshotHeader; parts: Uint8Array[] } {
  const sections: Section[] = [];
  const parts: Uint8Array[] = [];
  for (const [name, column] of columnsOf(snapshot)) {
    sections.push({ name, bytes: column.byteLength });
    parts.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  const texts = [snapshot.listing.names, snapshot.listing.folders, snapshot.folders.paths];
  texts.forEach((text, index) => {
    const encoding: Encoding = BEYOND_LATIN1.test(text) ? 'utf16le' : 'latin1';
    const bytes = Buffer.from(text, encoding);
    sections.push({ name: TEXTS[index]!, bytes: bytes.length, encoding });
    parts.push(bytes);
  });
  const { listing, checkedAt, followFrom } = snapshot;
  return { header: { version: listing.version, checkedAt, followFrom, sections }, parts };
}

/** The snapshot of some bytes; null when they do not fit together. */
export function decodeSnapshot(header: SnapshotHeader, bytes: Uint8Array): Snapshot | null {
  const found = new Map<string, { section: Section; start: number }>();
  let end = 0;
  for (const section of header.sections) {
    found.set(section.name, { section, start: end });
    end += section.bytes;
  }
  if (end !== bytes.byteLength) return null;
  /** A copy, so that each column is aligned and can be moved on its own. */
  const part = (name: string, width: number): ArrayBuffer | null => {
    const at = found.get(name);
    if (!at || at.section.bytes % width !== 0) return null;
    return bytes.slice(at.start, at.start + at.section.bytes).buffer;
  };
  const text = (name: (typeof TEXTS)[number]): string | null => {
    const at = found.get(name);
    if (!at?.section.encoding) return null;
    const { start, section } = at;
    return Buffer.from(bytes.buffer, bytes.byteOffset + start, section.bytes).toString(section.encoding);
  };
  const [id, folder, kind, size] = [part('id', 4), part('folder', 4), part('kind', 1), part('size', 8)];
  const [modified, width, height] = [part('modified', 8), part('width', 2), part('height', 2)];
  const [duration, mtime, dev, ino] = [part('duration', 4), part('mtime', 8), part('dev', 8), part('ino', 8)];
  const [taken, takenSource, added] = [part('taken', 8), part('taken-source', 1), part('added', 4)];
  const [names, folderNames, paths] = [text('names'), text('folders'), text('folder-paths')];
  if (!id || !folder || !kind || !size || !modified || !width || !height || !duration) return null;
  if (!taken || !takenSource || !added || !mtime || !dev || !ino) return null;
  if (names === null || folderNames === null || paths === null) return null;
  const listing: ListingColumns = {
    version: header.version,
    names,
    folders: folderNames,
    id: new Uint32Array(id),
    folder: new Uint32Array(folder),
    kind: new Uint8Array(kind),
    size: new Float64Array(size),
    modified: new Float64Array(modified),
    width: new Uint16Array(width),
    height: new Uint16Array(height),
    duration: new Float32Array(duration),
    taken: new Float64Array(taken),
    takenSource: new Uint8Array(takenSource),
    added: new Uint32Array(added),
  };
  const folders: FolderTimes = {
    paths,
    mtime: new Float64Array(mtime),
    dev: new Float64Array(dev),
    ino: new Float64Array(ino),
  };
  const rows = listing.id.length;
  const { length } = folders.mtime;
  const columns = [listing.folder, listing.kind, listing.size, listing.modified, listing.width];
  const facts = [listing.height, listing.duration, listing.taken, listing.takenSource, listing.added];
  const even = [...columns, ...facts].every((column) => column.length === rows);
  if (!even || folders.dev.length !== length || folders.ino.length !== length) return null;
  const { checkedAt, followFrom } = header;
  return { listing, folders, checkedAt, followFrom };
}
