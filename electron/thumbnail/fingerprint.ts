// Runs in a thumbnail worker: what a file contains, as one short name that stays when the file is renamed or moved.

import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { FingerprintJob } from '../shared/messages.js';
import { EMPTY_FILE, readError } from './errors.js';
import { openOriginal } from './open.js';

/** Of the head, and of the tail. Bytes. */
const PART = 64 * 1024;
const BMP_MARK = 'BM';

/** Fingerprint of the file of a job; reads its head and tail only. @throws AppError */
export async function fingerprint(job: FingerprintJob): Promise<string> {
  const handle = await openOriginal(job);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw EMPTY_FILE;
    return await fingerprintOf(handle, size);
  } catch (error) {
    throw readError(error);
  } finally {
    await handle.close();
  }
}

/** 32 hexadecimal digits of the size and the hash of head and tail. */
export async function fingerprintOf(handle: FileHandle, size: number): Promise<string> {
  const head = await read(handle, 0, Math.min(size, PART));
  if (size <= PART) return named(size, [head]);
  if (isBmp(head)) return named(size, wholeOf(handle, size));
  const from = Math.max(PART, size - PART);
  return named(size, [head, await read(handle, from, size - from)]);
}

/** The same name, for a file whose bytes are at hand. */
export function fingerprintOfBytes(bytes: Buffer): Promise<string> {
  const { length } = bytes;
  if (length <= PART || isBmp(bytes)) return named(length, [bytes]);
  return named(length, [bytes.subarray(0, PART), bytes.subarray(Math.max(PART, length - PART))]);
}

/** Painting in the middle of a BMP changes neither its size nor its ends, so there is no shortcut for these. */
function isBmp(head: Buffer): boolean {
  return head.toString('latin1', 0, 2) === BMP_MARK;
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
