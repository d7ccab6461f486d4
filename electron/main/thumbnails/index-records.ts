// Runs in main: the records of the thumbnail index as bytes. All have one length, so that a damaged one costs only
// itself: the next begins where it always would.

import { crc32 } from 'node:zlib';
import { PLACEHOLDER } from '../../shared/placeholder.js';
import { VARIANTS, type Variant } from './keys.js';

export const RECORD_BYTES = 68;
const CHECKED = RECORD_BYTES - 4;

/** A file at its place has this content. */
export interface FileRecord {
  readonly type: 'file';
  readonly identity: string;
  readonly fingerprint: string;
  /** Bytes of the original. */
  readonly size: number;
  /** Names its path: see `pathName` in keys.ts. */
  readonly path: string;
  /** CRC-32 of the content; null where that was never read as a whole. */
  readonly sum: number | null;
  /** Whether a picture of this content was stored when this was written. */
  readonly pictured: boolean;
  /** Its size and time: see `versionOf` in places.ts. 0 in records of before it was noted. */
  readonly version: number;
}

/** A picture of this content is stored. */
export interface PictureRecord {
  readonly type: 'picture';
  readonly fingerprint: string;
  readonly variant: Variant;
  /** Bytes of the stored picture. */
  readonly bytes: number;
  /** CRC-32 of the stored picture. */
  readonly checksum: number;
  /** Days since 1970. */
  readonly usedOn: number;
  /** Of the original, as shown; seconds. */
  readonly width: number;
  readonly height: number;
  readonly duration: number;
  /** Only a part of the original could be read. */
  readonly damaged: boolean;
  /** A ThumbHash; empty where there is none. */
  readonly placeholder: Uint8Array;
}

/** A picture for tiles of this content is stored no more; this stands for it. */
export interface ColorsRecord {
  readonly type: 'colors';
  readonly fingerprint: string;
  readonly placeholder: Uint8Array;
}

export type IndexRecord = FileRecord | PictureRecord | ColorsRecord;

const FILE = 1;
/** Of pictures from before there were ThumbHashes: nothing stands for them while they are not there. */
const UNHASHED = 2;
const PICTURE = 3;
const SCREEN_FLAG = 1;
const DAMAGED_FLAG = 2;
const LARGE_FLAG = 4;
const FULL_FLAG = 8;
/** The record of a picture that is not there. */
const GONE_FLAG = 16;
/** Where a picture's record has its placeholder. */
const COLORS_AT = 36;

/** The records one after another. */
export function encodeRecords(records: readonly IndexRecord[]): Buffer {
  const bytes = Buffer.alloc(records.length * RECORD_BYTES);
  records.forEach((record, i) => encode(bytes.subarray(i * RECORD_BYTES, (i + 1) * RECORD_BYTES), record));
  return bytes;
}

function encode(target: Buffer, record: IndexRecord): void {
  if (record.type === 'file') {
    target[0] = FILE;
    target.write(record.identity, 1, 'hex');
    target.write(record.fingerprint, 17, 'hex');
    target.writeDoubleLE(record.size, 33);
    target.write(record.path, 41, 'hex');
    target[49] = record.sum === null ? 0 : 1;
    target.writeUInt32LE(record.sum ?? 0, 50);
    target[54] = record.pictured ? 0 : 1;
    target.writeUInt32LE(record.version, 55);
  } else if (record.type === 'colors') {
    target[0] = PICTURE;
    target.write(record.fingerprint, 1, 'hex');
    target[17] = GONE_FLAG;
    target.set(record.placeholder.subarray(0, PLACEHOLDER.bytes), COLORS_AT);
  } else {
    target[0] = record.placeholder.length === 0 ? UNHASHED : PICTURE;
    target.write(record.fingerprint, 1, 'hex');
    target[17] = flagOf(record.variant) | (record.damaged ? DAMAGED_FLAG : 0);
    target.writeUInt32LE(record.bytes, 18);
    target.writeUInt32LE(record.width, 22);
    target.writeUInt32LE(record.height, 26);
    target.writeFloatLE(record.duration, 30);
    target.writeUInt16LE(record.usedOn, 34);
    target.set(record.placeholder.subarray(0, PLACEHOLDER.bytes), COLORS_AT);
    target.writeUInt32LE(record.checksum, COLORS_AT + PLACEHOLDER.bytes);
  }
  target.writeUInt32LE(crc32(target.subarray(0, CHECKED)), CHECKED);
}

const VARIANT_FLAGS = SCREEN_FLAG | LARGE_FLAG | FULL_FLAG;

function flagOf(variant: Variant): number {
  return { grid: 0, large: LARGE_FLAG, screen: SCREEN_FLAG, full: FULL_FLAG }[variant];
}

/** The record that begins at `at`; null when it is damaged or of an unknown type. */
export function decodeRecord(bytes: Buffer, at: number): IndexRecord | null {
  const source = bytes.subarray(at, at + RECORD_BYTES);
  if (source.length < RECORD_BYTES) return null;
  if (crc32(source.subarray(0, CHECKED)) !== source.readUInt32LE(CHECKED)) return null;
  switch (source[0]) {
    case FILE:
      return {
        type: 'file',
        identity: source.toString('hex', 1, 17),
        fingerprint: source.toString('hex', 17, 33),
        size: source.readDoubleLE(33),
        path: source.toString('hex', 41, 49),
        sum: source[49] === 1 ? source.readUInt32LE(50) : null,
        pictured: source[54] === 0,
        version: source.readUInt32LE(55),
      };
    case UNHASHED:
    case PICTURE:
      return decodePicture(source, source[17] ?? 0);
    default:
      return null;
  }
}

function decodePicture(source: Buffer, flags: number): PictureRecord | ColorsRecord {
  const fingerprint = source.toString('hex', 1, 17);
  // A copy: a view would keep the whole chunk in memory.
  const length = source[0] === UNHASHED ? 0 : PLACEHOLDER.bytes;
  const placeholder = new Uint8Array(source.subarray(COLORS_AT, COLORS_AT + length));
  if (flags & GONE_FLAG) return { type: 'colors', fingerprint, placeholder };
  return {
    type: 'picture',
    fingerprint,
    variant: VARIANTS.find((one) => (flags & VARIANT_FLAGS) === flagOf(one)) ?? 'grid',
    damaged: (flags & DAMAGED_FLAG) !== 0,
    bytes: source.readUInt32LE(18),
    width: source.readUInt32LE(22),
    height: source.readUInt32LE(26),
    duration: source.readFloatLE(30),
    usedOn: source.readUInt16LE(34),
    placeholder,
    checksum: source.readUInt32LE(COLORS_AT + PLACEHOLDER.bytes),
  };
}
