// Runs in main: the small picture that a camera put into a JPEG (EXIF 2.32, section 4.8), to stand in a tile until its
// thumbnail is made. It is cut out and handed on; only the window decodes it.

import type { FileHandle } from 'node:fs/promises';
import { jpegSize } from '../../node/jpeg-size.js';

/** EXIF blocks end within 64 KB; the size of the picture mostly follows soon. Bytes. */
const HEAD = 128 * 1024;
const MOST_SEGMENTS = 64;
const MOST_TAGS = 512;
const EXIF = 'Exif\0\0';

const ORIENTATION = 0x0112;
const THUMBNAIL_AT = 0x0201;
const THUMBNAIL_LENGTH = 0x0202;

/** How far proportions may be apart and still count as the same: 160 x 107 is not quite 3:2. */
const TOLERANCE = 0.03;
/** Cameras put every picture into this frame, with black bars where it does not fit; tiles cut those off. */
const FRAME = { width: 160, height: 120 } as const;
const FRAMED = [3 / 2, 16 / 9];

/** The embedded preview of an open file as a JPEG that shows itself upright; null when there is none to be trusted. */
export async function readPreview(handle: FileHandle): Promise<Buffer<ArrayBuffer> | null> {
  const head = Buffer.allocUnsafe(HEAD);
  const { bytesRead } = await handle.read(head, 0, HEAD, 0);
  return exifPreview(head.subarray(0, bytesRead));
}

/** The same, from the first bytes of a file. Never throws. */
export function exifPreview(head: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | null {
  const exif = exifOf(head);
  const whole = jpegSize(head);
  if (!exif || !whole) return null;
  const { orientation, preview } = directories(exif);
  const size = preview && jpegSize(preview);
  if (!preview || !size || !isOfPicture(size, whole)) return null;
  // It has no EXIF of its own, so the window would show it lying on its side.
  return orientation === 1
    ? preview
    : Buffer.concat([preview.subarray(0, 2), orientationSegment(orientation), preview.subarray(2)]);
}

/** Longest side of a preview, pixels. */
const LARGEST = 1024;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A program that cuts a picture may leave the old preview in it, which then has other proportions. */
function isOfPicture(preview: Size, picture: Size): boolean {
  const side = Math.max(preview.width, preview.height);
  // The window decodes it as it is: one that is no small picture is none.
  if (side > LARGEST || side > Math.max(picture.width, picture.height)) return false;
  const [small, large] = [preview.width / preview.height, picture.width / picture.height];
  const close = (a: number, b: number) => Math.abs(a / b - 1) <= TOLERANCE;
  if (close(small, large)) return true;
  if (preview.width !== FRAME.width || preview.height !== FRAME.height) return false;
  return FRAMED.some((ratio) => close(large, ratio) || close(large, 1 / ratio));
}

/** The EXIF block of a JPEG: bytes of a TIFF file. */
function exifOf(head: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> | null {
  let at = 2;
  for (let count = 0; count < MOST_SEGMENTS && at + 4 <= head.length; count++) {
    const marker = head.readUInt16BE(at);
    const length = head.readUInt16BE(at + 2);
    if (marker < 0xffc0 || marker === 0xffda || length < 2) return null;
    const body = head.subarray(at + 4, at + 2 + length);
    if (marker === 0xffe1 && body.toString('latin1', 0, EXIF.length) === EXIF)
      return body.subarray(EXIF.length);
    at += 2 + length;
  }
  return null;
}

interface Found {
  readonly orientation: number;
  readonly preview: Buffer<ArrayBuffer> | null;
}

/** The first directory is about the picture, the second about the preview. */
function directories(tiff: Buffer<ArrayBuffer>): Found {
  const none: Found = { orientation: 1, preview: null };
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return none;
  const little = order === 'II';
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  /** Tags with a single number, and where the next directory is. */
  const read = (at: number): { tags: Map<number, number>; next: number } => {
    const tags = new Map<number, number>();
    if (at < 8 || at + 2 > tiff.length) return { tags, next: 0 };
    const count = u16(at);
    const end = at + 2 + count * 12;
    if (count > MOST_TAGS || end + 4 > tiff.length) return { tags, next: 0 };
    for (let entry = at + 2; entry < end; entry += 12) {
      const short = u16(entry + 2) === 3;
      tags.set(u16(entry), short ? u16(entry + 8) : u32(entry + 8));
    }
    return { tags, next: u32(end) };
  };
  const main = read(u32(4));
  const second = read(main.next).tags;
  const from = second.get(THUMBNAIL_AT) ?? 0;
  const length = second.get(THUMBNAIL_LENGTH) ?? 0;
  const turned = main.tags.get(ORIENTATION) ?? 1;
  const inside = from > 0 && length > 0 && from + length <= tiff.length;
  return {
    orientation: turned >= 1 && turned <= 8 ? turned : 1,
    preview: inside ? tiff.subarray(from, from + length) : null,
  };
}

/** An EXIF segment that says nothing but how the picture is to be turned. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from(EXIF, 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2]);
  return Buffer.concat([head, body]);
}
