// Runs in main and the library process: what a database's log (`-wal`) says, read without SQLite, which would fold it into the database. An app that
// was killed leaves its last changes there, the version of the schema among them. Format: sqlite.org/fileformat2.html, part 4.

import { closeSync, openSync, readSync } from 'node:fs';

const LOG_HEAD = 32;
const FRAME_HEAD = 24;
/** Its lowest bit says in which order the bytes of sums are. */
const MAGIC = 0x377f0682;
const SALTS = { inHead: 16, inFrame: 8, length: 8 };
/** Where `user_version` stands on the first page. */
const VERSION_OFFSET = 60;
const SMALLEST_PAGE = 512;

type Sum = readonly [number, number];

/**
 * The schema version (`user_version`) that the log of the database at `file` sets; null when there is no log, or nothing
 * about it in what was written to its end. Whatever cannot be read is null: SQLite meets it again and names it better.
 */
export function versionInWal(file: string): number | null {
  let descriptor: number;
  try {
    descriptor = openSync(`${file}-wal`, 'r');
  } catch {
    return null;
  }
  try {
    return readVersion(descriptor);
  } catch {
    return null;
  } finally {
    closeSync(descriptor);
  }
}

function readVersion(descriptor: number): number | null {
  const head = Buffer.alloc(LOG_HEAD);
  if (readSync(descriptor, head, 0, LOG_HEAD, 0) < LOG_HEAD) return null;
  const magic = head.readUInt32BE(0);
  const pageSize = head.readUInt32BE(8);
  if ((magic & ~1) >>> 0 !== MAGIC || pageSize < SMALLEST_PAGE || pageSize > 65_536) return null;
  const bigEndian = (magic & 1) === 1;
  let sum = add([0, 0], head.subarray(0, 24), bigEndian);
  if (!isSum(sum, head, 24)) return null;
  const salts = head.subarray(SALTS.inHead, SALTS.inHead + SALTS.length);

  const frame = Buffer.alloc(FRAME_HEAD + pageSize);
  let found: number | null = null;
  let committed: number | null = null;
  for (
    let at = LOG_HEAD;
    readSync(descriptor, frame, 0, frame.length, at) === frame.length;
    at += frame.length
  ) {
    // Behind the end lie frames of earlier rounds, which have other salts, or a torn one, whose sum is wrong.
    if (!frame.subarray(SALTS.inFrame, SALTS.inFrame + SALTS.length).equals(salts)) break;
    sum = add(add(sum, frame.subarray(0, 8), bigEndian), frame.subarray(FRAME_HEAD), bigEndian);
    if (!isSum(sum, frame, 16)) break;
    if (frame.readUInt32BE(0) === 1) found = frame.readUInt32BE(FRAME_HEAD + VERSION_OFFSET);
    // Only what was committed counts; the frame that does so tells the size of the database.
    if (frame.readUInt32BE(4) > 0) committed = found;
  }
  return committed;
}

/** Goes on with a sum over `bytes`, as many as a multiple of eight. */
function add([first, second]: Sum, bytes: Buffer, bigEndian: boolean): Sum {
  let [one, two] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    one = (one + (bigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)) + two) >>> 0;
    two = (two + (bigEndian ? bytes.readUInt32BE(at + 4) : bytes.readUInt32LE(at + 4)) + one) >>> 0;
  }
  return [one, two];
}

const isSum = ([one, two]: Sum, at: Buffer, offset: number): boolean =>
  at.readUInt32BE(offset) === one && at.readUInt32BE(offset + 4) === two;
