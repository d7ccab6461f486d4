// Runs in the library process: how long a Matroska or WebM file is that does not say it, as the recordings of browsers do not:
// by the time of the last picture or sound in its end.

import { viewOf, type ByteSource } from './byte-source.js';
import { elementOf, HEAD_BYTES, isOnTop, uintAt, type MatroskaParts } from './matroska.js';

/** Bytes of the end that are looked at: more when no cluster begins in fewer, as in recordings of much data. */
const ENDS = [1024 * 1024, 8 * 1024 * 1024];
/** Elements looked at in one end: more are small sounds of many minutes, or hostile. */
const MOST_ELEMENTS = 200_000;
const CLUSTER_BYTES = Buffer.from('1f43b675', 'hex');
const FIRST_BYTES = 64;

const TIMECODE = 0xe7;
const SIMPLE_BLOCK = 0xa3;
const BLOCK_GROUP = 0xa0;
const BLOCK = 0xa1;
/** What else stands in a cluster: position, size before, silent tracks, an encrypted block, filler, checksum. */
const OTHERS: ReadonlySet<number> = new Set([0xa7, 0xab, 0x5854, 0xaf, 0xec, 0xbf]);

/**
 * Seconds from the first to the last moment, by what stands in the file's end; null when nothing can be told.
 * @throws AppError as `ByteSource.read` does
 */
export async function secondsByEnd(
  source: ByteSource,
  { tick, firstCluster }: Pick<MatroskaParts, 'tick' | 'firstCluster'>,
): Promise<number | null> {
  for (const length of ENDS) {
    const from = Math.max(0, source.size - length);
    const last = lastTime(await source.read(from, length));
    if (last !== null) {
      const begin = firstCluster === null ? null : timecodeIn(await source.read(firstCluster, FIRST_BYTES));
      return ((last - (begin ?? 0)) * tick) / 1e9;
    }
    if (from === 0) break;
  }
  return null;
}

/** Elements that may still be looked at. */
interface Left {
  elements: number;
}

/** The time of the last whole cluster, in ticks. */
function lastTime(bytes: Uint8Array): number | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const left: Left = { elements: MOST_ELEMENTS };
  for (let at = bytes.length; at > 0 && left.elements > 0; left.elements--) {
    at = buffer.lastIndexOf(CLUSTER_BYTES, at - 1);
    if (at < 0) return null;
    const time = timeOfCluster(bytes, at, left);
    if (time !== null) return time;
  }
  return null;
}

const headAt = (bytes: Uint8Array, at: number) => elementOf(bytes.subarray(at, at + HEAD_BYTES), at);

/**
 * The latest time in the cluster at an offset, in ticks. Its bytes may be those of a picture: what does not lead from element to
 * element to its end is none. Only the last element of a file may be cut.
 */
function timeOfCluster(bytes: Uint8Array, offset: number, left: Left): number | null {
  const cluster = headAt(bytes, offset);
  if (!cluster) return null;
  const end = Math.min(cluster.start + cluster.size, bytes.length);
  let timecode: number | null = null;
  let latest: number | null = null;
  let at = cluster.start;
  while (at < end) {
    if (left.elements-- <= 0) return null;
    const element = headAt(bytes, at);
    if (!element) {
      if (bytes.length - at >= HEAD_BYTES) return null;
      break;
    }
    const { id, start, size } = element;
    // One that does not know its size ends where another begins.
    if (cluster.size === Infinity && isOnTop(id)) break;
    const next = start + size;
    if (next > end && (end < bytes.length || size === Infinity)) return null;
    if (id === TIMECODE) timecode = uintAt(bytes, element);
    else if (id === SIMPLE_BLOCK || id === BLOCK_GROUP) {
      const time = id === SIMPLE_BLOCK ? blockTime(bytes, start) : groupTime(bytes, start, next, left);
      if (time !== null) latest = Math.max(latest ?? time, time);
    } else if (!OTHERS.has(id)) return null;
    at = next;
  }
  // One that knows its size ends where the file does, or where another begins.
  if (cluster.size !== Infinity && end < bytes.length && !isOnTop(headAt(bytes, end)?.id ?? 0)) return null;
  return timecode === null ? null : timecode + (latest ?? 0);
}

/** The time of a block, from its cluster's: it stands behind the number of its track. */
function blockTime(bytes: Uint8Array, start: number): number | null {
  const at = start + Math.clz32(bytes[start] ?? 0) - 23;
  return at + 2 <= bytes.length ? viewOf(bytes).getInt16(at) : null;
}

function groupTime(bytes: Uint8Array, start: number, end: number, left: Left): number | null {
  for (let at = start; at < end && left.elements-- > 0;) {
    const element = headAt(bytes, at);
    if (!element) return null;
    if (element.id === BLOCK) return blockTime(bytes, element.start);
    at = element.start + element.size;
  }
  return null;
}

/** The time that the content of a cluster begins with, in ticks. */
function timecodeIn(bytes: Uint8Array): number | null {
  for (let at = 0; at < bytes.length;) {
    const element = headAt(bytes, at);
    if (!element) return null;
    if (element.id === TIMECODE) return uintAt(bytes, element);
    at = element.start + element.size;
  }
  return null;
}
