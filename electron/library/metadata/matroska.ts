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
/** What else stands on that level; anything unknown is junk. */
const OTHERS: ReadonlySet<number> = new Set([
  0x114d9b74, 0x1f43b675, 0x1c53bb6b, 0x1941a469, 0x1043a770, 0xec, 0xbf,
]);

const MOST_ELEMENTS = 200;
const MOST_BYTES = 4 * 1024 * 1024;
const HEAD_BYTES = 12;

interface Element {
  readonly id: number;
  /** Its content, from the start of what it was read from. */
  readonly start: number;
  /** Bytes of the content; Infinity when it says that it does not know. */
  readonly size: number;
}

/** The head of the element at `offset`, whose bytes begin `head`; null when there is none. */
function elementOf(head: Uint8Array, offset: number): Element | null {
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

export interface MatroskaParts {
  /** A file with nothing but the description. */
  readonly file: Uint8Array;
  readonly created: Moment | null;
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
  let created: Moment | null = null;
  let offset = head.start + head.size;
  for (let count = 0; count < MOST_ELEMENTS; count++) {
    const element = elementOf(await source.read(offset, HEAD_BYTES), offset);
    if (!element) break;
    const { id, start, size } = element;
    if (id === SEGMENT) {
      offset = start;
      continue;
    }
    const wanted = id === INFO || id === TRACKS || id === TAGS;
    if (!wanted && !OTHERS.has(id)) break;
    if (wanted && !parts.has(id) && size <= MOST_BYTES && start + size <= source.size) {
      const bytes = await whole(element, offset);
      parts.set(id, bytes);
      if (id === INFO) created = dateIn(bytes, start - offset);
    }
    // Beyond the first pictures only tags can follow, and they are not worth a search.
    if (parts.has(INFO) && parts.has(TRACKS) && id === 0x1f43b675) break;
    offset = start + size;
  }
  if (!parts.has(TRACKS)) return null;
  const body = Buffer.concat([INFO, TRACKS, TAGS].flatMap((id) => parts.get(id) ?? []));
  const segment = Buffer.alloc(12);
  segment.writeUInt32BE(SEGMENT, 0);
  // A size of eight bytes: a marker, then seven bytes of number.
  segment.writeBigUInt64BE((1n << 56n) | BigInt(body.length), 4);
  return { file: Buffer.concat([await whole(head, 0), segment, body]), created };
}

/** Nanoseconds are counted from 2001. */
const EPOCH = Date.UTC(2001, 0, 1);

/** When the file was made, from its Info element. */
function dateIn(info: Uint8Array, start: number): Moment | null {
  for (let offset = start, count = 0; count < MOST_ELEMENTS; count++) {
    const element = elementOf(info.subarray(offset, offset + HEAD_BYTES), offset);
    if (!element || element.start + element.size > info.length) return null;
    if (element.id === DATE && element.size === 8) {
      const instant = EPOCH + Number(viewOf(info).getBigInt64(element.start)) / 1e6;
      return { kind: 'instant', instant: Math.round(instant) };
    }
    offset = element.start + element.size;
  }
  return null;
}
