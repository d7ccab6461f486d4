// Runs in every Node process: what a file contains, as one short name that stays when the file is renamed or moved. By
// it thumbnails and marks follow their files.

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { isRawName } from '../shared/media.js';

/** Of the head, and of the tail. Bytes. */
const PART = 64 * 1024;
/** These mostly hold plain pixels: painting changes neither size nor ends. */
const TIFF_MARKS = ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'];
/** SVG: text, in which one colour is as long as another. */
const TEXT = /^\s*</;

/**
 * 32 hexadecimal digits of the size and the hash of head and tail; of all of a file that may change between them. Raw
 * pictures, many of which begin like a TIFF, are large and written once.
 */
export async function fingerprintOf(handle: FileHandle, size: number, path: string): Promise<string> {
  const head = await read(handle, 0, Math.min(size, PART));
  if (size <= PART) return named(size, [head]);
  if (keepsItsSize(head) && !isRawName(path)) return named(size, wholeOf(handle, size));
  const from = Math.max(PART, size - PART);
  return named(size, [head, await read(handle, from, size - from)]);
}

/** The same name, for a photo (none that is raw) whose bytes are at hand. */
export function fingerprintOfBytes(bytes: Buffer): Promise<string> {
  const { length } = bytes;
  if (length <= PART || keepsItsSize(bytes)) return named(length, [bytes]);
  return named(length, [bytes.subarray(0, PART), bytes.subarray(Math.max(PART, length - PART))]);
}

/** Whether a file can change in its middle and stay as long as it was: then there is no shortcut. */
function keepsItsSize(head: Buffer): boolean {
  const mark = head.toString('latin1', 0, 4);
  return mark.startsWith('BM') || TIFF_MARKS.includes(mark) || TEXT.test(head.toString('utf8', 0, 64));
}

async function named(size: number, parts: Iterable<Buffer> | AsyncIterable<Buffer>): Promise<string> {
  const hash = createHash('sha256').update(`${size}\0`);
  for await (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 32);
}

async function* wholeOf(handle: FileHandle, size: number): AsyncGenerator<Buffer> {
  const step = 1024 * 1024;
  for (let at = 0; at < size; at += step) yield await read(handle, at, Math.min(step, size - at));
}

async function read(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(bytes, filled, length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
