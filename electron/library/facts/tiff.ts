// Runs in the library process: the first directory of a TIFF, which is also the form of every EXIF block.
// Libraries want the whole file in memory; the directory often lies at the end of a large one.

import type { Size } from './size.js';

const WIDTH = 256;
const HEIGHT = 257;
const ORIENTATION = 274;
const SHORT = 3;
const LONG = 4;
const ENTRY = 12;
/** More entries than any real directory has. */
const MAX_ENTRIES = 1000;

export interface TiffDirectory {
  readonly size: Size | null;
  /** EXIF orientation, 1 when it is not told. */
  readonly orientation: number;
}

/** Reads bytes of the TIFF, offsets from its first byte. */
export type ReadPart = (offset: number, length: number) => Promise<Buffer> | Buffer;

/** The first directory, or null when this is no (classic) TIFF. */
export async function readTiff(read: ReadPart): Promise<TiffDirectory | null> {
  const header = await read(0, 8);
  const order = header.toString('latin1', 0, 2);
  if (header.length < 8 || (order !== 'II' && order !== 'MM')) return null;
  const little = order === 'II';
  const u16 = (from: Buffer, at: number) => (little ? from.readUInt16LE(at) : from.readUInt16BE(at));
  const u32 = (from: Buffer, at: number) => (little ? from.readUInt32LE(at) : from.readUInt32BE(at));
  if (u16(header, 2) !== 42) return null;
  const start = u32(header, 4);
  const countBytes = await read(start, 2);
  if (countBytes.length < 2) return null;
  const count = Math.min(u16(countBytes, 0), MAX_ENTRIES);
  const entries = await read(start + 2, count * ENTRY);
  const tags = new Map<number, number>();
  for (let at = 0; at + ENTRY <= entries.length; at += ENTRY) {
    const type = u16(entries, at + 2);
    if (u32(entries, at + 4) !== 1) continue;
    if (type === SHORT) tags.set(u16(entries, at), u16(entries, at + 8));
    else if (type === LONG) tags.set(u16(entries, at), u32(entries, at + 8));
  }
  const [width, height] = [tags.get(WIDTH), tags.get(HEIGHT)];
  return { size: width && height ? { width, height } : null, orientation: tags.get(ORIENTATION) ?? 1 };
}

/** The orientation in an EXIF block, with or without its "Exif" prefix; 1 when there is none. */
export async function exifOrientation(block: Buffer): Promise<number> {
  const tiff = block.toString('latin1', 0, 4) === 'Exif' ? block.subarray(6) : block;
  return (await readTiff((offset, length) => tiff.subarray(offset, offset + length)))?.orientation ?? 1;
}
