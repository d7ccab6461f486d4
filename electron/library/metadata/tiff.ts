// Runs in the library process: the part of a TIFF file that its reader needs. The directory often stands behind the
// picture, so a large file is represented by its head and the surroundings of the directory, with nothing between.

import { viewOf, type ByteSource } from './byte-source.js';

const SMALL = 2 * 1024 * 1024;
const AROUND = 128 * 1024;
/** Offsets stay what they are, so the stand-in is as long as the way to the directory; mostly untouched memory. */
const FARTHEST = 256 * 1024 * 1024;

/** The bytes to read tags from, as those of a plain TIFF; null when the directory is too far away. */
export async function tiffBlock(source: ByteSource): Promise<Uint8Array | null> {
  const block = await readBlock(source);
  if (block === null || block.length < 4) return block;
  // Olympus has a mark of its own in a file that is a TIFF otherwise.
  const isPlain = block[2] === 0x2a || block[3] === 0x2a;
  if (isPlain) return block;
  const plain = block.slice();
  plain.set(block[0] === 0x49 ? [0x2a, 0] : [0, 0x2a], 2);
  return plain;
}

async function readBlock(source: ByteSource): Promise<Uint8Array | null> {
  if (source.size <= SMALL) return source.read(0, source.size);
  const { head } = source;
  const directory = viewOf(head).getUint32(4, head[0] === 0x49);
  if (directory + AROUND <= head.length) return head;
  if (directory > FARTHEST || directory >= source.size) return null;
  const from = Math.max(head.length, directory - AROUND);
  const window = await source.read(from, directory + AROUND - from);
  const block = new Uint8Array(from + window.length);
  block.set(head);
  block.set(window, from);
  return block;
}
