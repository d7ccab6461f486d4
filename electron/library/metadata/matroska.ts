// Runs in the library process: takes the describing parts out of a Matroska or WebM file (RFC 9559) and puts them into a
// small file of their own. mediabunny 1.61 searches for the next element when it meets junk, and at the end of the
// search never returns; in the small file there is no junk to meet. It also costs few bytes of a large file.

import { viewOf, type ByteSource } from './byte-source.js';
import type { Moment } from './date.js';

const EBML = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TRACKS = 0x1654ae6b;
const TAGS = 0x1254c367;
const DATE = 0x4461;
const TICK = 0x2ad7b1;
export const CLUSTER = 0x1f43b675;
/** What else stands on that level; anything unknown is junk. */
const OTHERS: ReadonlySet<number> = new Set([0x114d9b74, CLUSTER, 0x1c53bb6b, 0x1941a469, 0x1043a770]);
/** What stands on every level: filler, checksum. */
const ANYWHERE: ReadonlySet<number> = new Set([0xec, 0xbf]);
const WANTED: ReadonlySet<number> = new Set([INFO, TRACKS, TAGS]);

const MOST_ELEMENTS = 200;
const MOST_BYTES = 4 * 1024 * 1024;
/** As many as the head of an element has at most. */
export const HEAD_BYTES = 12;

export interface Element {
  readonly id: number;
  /** Its content, from the start of what it was read from. */
  readonly start: number;
  /** Bytes of the content; Infinity when it says that it does not know. */
  readonly size: number;
}

/** The head of the element at `offset`, whose bytes begin `head`; null when there is none. */
export function elementOf(head: Uint8Array, offset: number): Element | null {
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  if (idLength > 4 || head.length <= idLength) return null;
  const sizeLength = Math.clz32(head[idLength]!) - 23;
  if (sizeLength > 8 || head.length < idLength + sizeLength) return null;
  let id = 0;
  for (let i = 0; i < idLength; i++) id = id * 256 + head[i]!;
  let size = head[idLength]! & (0xff >> sizeLength);
  let open = size === 0xff >> sizeLength;
  for (let i = 1; i < sizeLength; i++) {
    const byte = head[idLength + i]!;
    size = size * 256 + byte;
    open &&= byte === 0xff;
  }
  return { id, start: offset + idLength + sizeLength, size: open ? Infinity : size };
}

/** Whether an element stands where clusters do, so that a cluster has ended there. */
export const isOnTop = (id: number): boolean =>
  WANTED.has(id) || OTHERS.has(id) || id === SEGMENT || id === EBML;

/** The whole number in an element of `bytes`; null when it has none. */
export function uintAt(bytes: Uint8Array, { start, size }: Element): number | null {
  if (size > 8 || start + size > bytes.length) return null;
  let value = 0;
  for (let i = 0; i < size; i++) value = value * 256 + bytes[start + i]!;
  return value;
}

export interface MatroskaParts {
  /** A file with nothing but the description. */
  readonly file: Uint8Array;
  readonly created: Moment | null;
  /** Nanoseconds that its times are counted in. */
  readonly tick: number;
  /** Where the content of the first cluster begins; null when it was not met. */
  readonly firstCluster: number | null;
}

/** Whether a file begins like Matroska. */
export const isMatroska = (head: Uint8Array): boolean =>
  head.length > 4 && viewOf(head).getUint32(0) === EBML;

/** The description of a Matroska file; null when there is none. */
export async function matroskaParts(source: ByteSource): Promise<MatroskaParts | null> {
  const whole = async ({ start, size }: Element, offset: number) =>
    source.read(offset, start - offset + size);
  const head = elementOf(source.head.subarray(0, HEAD_BYTES), 0);
  if (!head || head.size > MOST_BYTES) return null;
  const parts = new Map<number, Uint8Array>();
  let said: Said = { created: null, tick: USUAL_TICK };
  let firstCluster: number | null = null;
  let offset = head.start + head.size;
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    const element = elementOf(await source.read(offset, HEAD_BYTES), offset);
    if (!element) break;
    const { id, start, size } = element;
    if (id === SEGMENT) {
      offset = start;
      continue;
    }
    const wanted = WANTED.has(id);
    if (!wanted && !OTHERS.has(id) && !ANYWHERE.has(id)) break;
    if (wanted && !parts.has(id) && size <= MOST_BYTES && start + size <= source.size) {
      const bytes = await whole(element, offset);
      parts.set(id, bytes);
      if (id === INFO) said = saidIn(bytes, start - offset);
    }
    if (id === CLUSTER) firstCluster ??= start;
    // Beyond the first pictures only tags can follow, and they are not worth a search.
    if (parts.has(INFO) && parts.has(TRACKS) && id === CLUSTER) break;
    offset = start + size;
  }
  if (!parts.has(TRACKS)) return null;
  const body = Buffer.concat([INFO, TRACKS, TAGS].flatMap((id) => parts.get(id) ?? []));
  const segment = Buffer.alloc(12);
  segment.writeUInt32BE(SEGMENT, 0);
  // A size of eight bytes: a marker, then seven bytes of number.
  segment.writeBigUInt64BE((1n << 56n) | BigInt(body.length), 4);
  return { file: Buffer.concat([await whole(head, 0), segment, body]), ...said, firstCluster };
}

/** Nanoseconds are counted from 2001. */
const EPOCH = Date.UTC(2001, 0, 1);

/** Of the times in a file that does not say it (RFC 9559, TimestampScale). */
const USUAL_TICK = 1_000_000;

type Said = Pick<MatroskaParts, 'created' | 'tick'>;

/** When the file was made and what it counts times in, from its Info element. */
function saidIn(info: Uint8Array, start: number): Said {
  let created: Moment | null = null;
  let tick = USUAL_TICK;
  for (let offset = start, count = 0; count < MOST_ELEMENTS; count++) {
    const element = elementOf(info.subarray(offset, offset + HEAD_BYTES), offset);
    if (!element || element.start + element.size > info.length) break;
    if (element.id === DATE && element.size === 8) {
      const instant = EPOCH + Number(viewOf(info).getBigInt64(element.start)) / 1e6;
      created ??= { kind: 'instant', instant: Math.round(instant) };
    } else if (element.id === TICK) tick = uintAt(info, element) || USUAL_TICK;
    offset = element.start + element.size;
  }
  return { created, tick };
}
