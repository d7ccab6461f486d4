// Runs in the library process: width and height of a photo as shown, from as few bytes as possible.

import { imageSize } from 'image-size';
import { HEAD_BYTES, type Bytes } from './bytes.js';
import { heifSize, isHeif } from './heif.js';
import { upright, type Size } from './size.js';
import { exifOrientation, readTiff } from './tiff.js';

/** Sizes of the head to try when a large profile or preview stands before the dimensions. */
const LARGER_HEADS = [1024 * 1024, 16 * 1024 * 1024];

/** The size as shown; null when the bytes are whole but do not tell. Throws when they are not a picture. */
export async function photoSize(bytes: Bytes): Promise<Size | null> {
  const { head } = bytes;
  const read = (offset: number, length: number) => bytes.read(offset, length);
  if (isHeif(head)) {
    const size = await heifSize(read);
    if (size) return size;
  }
  const tiff = await readTiff(read);
  if (tiff?.size) return upright(tiff.size, tiff.orientation);
  const svg = svgFrom(head);
  if (svg) return svgSize(svg);
  const size = await measure(bytes);
  if (isWebp(head)) return upright(size, await webpOrientation(bytes));
  if (isPng(head)) return upright(size, await pngOrientation(head));
  return upright(size, size.orientation);
}

async function measure(bytes: Bytes): Promise<Size & { orientation?: number }> {
  let failure: unknown;
  for (const length of [HEAD_BYTES, ...LARGER_HEADS]) {
    try {
      const { width, height, orientation } = imageSize(await bytes.read(0, length));
      if (!(width > 0 && height > 0)) throw new TypeError('No size');
      return orientation === undefined ? { width, height } : { width, height, orientation };
    } catch (error) {
      failure = error;
      if (bytes.size <= length) break;
    }
  }
  throw failure;
}

/** The text from `<svg` on: image-size looks for it only at the very beginning. */
function svgFrom(head: Buffer): Buffer | null {
  // Only text begins like this; a picture that happens to hold "<svg" must not be taken for one.
  if (!/^(?:\xef\xbb\xbf)?\s*<[?!a-zA-Z]/.test(head.toString('latin1', 0, 64))) return null;
  const start = head.indexOf('<svg');
  return start < 0 ? null : head.subarray(start);
}

/** A drawing without a size of its own is none that can be told: 0 stays until its thumbnail is made. */
function svgSize(svg: Buffer): Size | null {
  try {
    const { width, height } = imageSize(svg);
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  }
}

const isWebp = (head: Buffer) => head.toString('latin1', 8, 12) === 'WEBP';
const isPng = (head: Buffer) => head.toString('latin1', 1, 4) === 'PNG';
const HAS_EXIF = 0x08;

/** EXIF of a WebP stands behind the picture. */
async function webpOrientation(bytes: Bytes): Promise<number> {
  if (bytes.head.toString('latin1', 12, 16) !== 'VP8X' || !(bytes.head[20]! & HAS_EXIF)) return 1;
  for (let offset = 12, chunks = 0; chunks < 1000; chunks++) {
    const header = await bytes.read(offset, 8);
    if (header.length < 8) return 1;
    const length = header.readUInt32LE(4);
    if (header.toString('latin1', 0, 4) === 'EXIF') {
      return exifOrientation(await bytes.read(offset + 8, Math.min(length, HEAD_BYTES)));
    }
    offset += 8 + length + (length & 1);
  }
  return 1;
}

/** EXIF of a PNG, when it stands before the picture as it should. */
async function pngOrientation(head: Buffer): Promise<number> {
  for (let offset = 8; offset + 8 <= head.length;) {
    const length = head.readUInt32BE(offset);
    const type = head.toString('latin1', offset + 4, offset + 8);
    if (type === 'eXIf') return exifOrientation(head.subarray(offset + 8, offset + 8 + length));
    if (type === 'IDAT') return 1;
    offset += 12 + length;
  }
  return 1;
}
