// Runs in the library process: raw pictures that are no TIFF, or not quite. What they say about themselves stands in the JPEG inside
// them, which the camera wrote as one of its own. Structures: exiftool's tables of PanasonicRaw and FujiFilm (RAF).

import { viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';
import { readJpeg } from './jpeg.js';
import { readDirectory } from './tiff-size.js';

/** Tags of Panasonic's first directory: the borders of the picture on the sensor, and the JPEG. */
const PANASONIC = { top: 4, left: 5, bottom: 6, right: 7, jpeg: 0x2e } as const;

/** RW2: the JPEG is a value of the first directory. */
export async function readPanasonic(source: ByteSource): Promise<ImageParts> {
  const first = viewOf(source.head).getUint32(4, true);
  const { top, left, bottom, right, jpeg } = PANASONIC;
  const tags = await readDirectory(source, first, [top, left, bottom, right]);
  const border = (tag: number) => tags.get(tag)?.[0] ?? 0;
  const parts = await partsOfJpeg(source, await whereBytes(source, first, jpeg));
  const [width, height] = [border(right) - border(left), border(bottom) - border(top)];
  return width > 0 && height > 0 ? { ...parts, width, height } : parts;
}

/** Where a value of bytes lies, and how long it is. */
async function whereBytes(source: ByteSource, directory: number, wanted: number): Promise<[number, number]> {
  const count = viewOf(await source.read(directory, 2)).getUint16(0, true);
  const view = viewOf(await source.read(directory + 2, count * 12));
  for (let at = 0; at + 12 <= view.byteLength; at += 12) {
    if (view.getUint16(at, true) === wanted)
      return [view.getUint32(at + 8, true), view.getUint32(at + 4, true)];
  }
  return [0, 0];
}

const FUJI = { jpeg: 84, table: 92, croppedSize: 0x111 } as const;
const MOST_RECORDS = 256;
const MOST_BYTES = 64 * 1024;

/** RAF: the header names the JPEG and a table, in which the size of the picture stands. */
export async function readFuji(source: ByteSource): Promise<ImageParts> {
  const { head } = source;
  if (head.length < 100) return {};
  const view = viewOf(head);
  const parts = await partsOfJpeg(source, [view.getUint32(FUJI.jpeg), view.getUint32(FUJI.jpeg + 4)]);
  const length = Math.min(view.getUint32(FUJI.table + 4), MOST_BYTES);
  const table = viewOf(await source.read(view.getUint32(FUJI.table), length));
  const records = table.byteLength < 4 ? 0 : Math.min(table.getUint32(0), MOST_RECORDS);
  for (let at = 4, record = 0; record < records && at + 8 <= table.byteLength; record++) {
    const size = table.getUint16(at + 2);
    if (table.getUint16(at) === FUJI.croppedSize && size >= 4) {
      return { ...parts, height: table.getUint16(at + 4), width: table.getUint16(at + 6) };
    }
    at += 4 + size;
  }
  return parts;
}

async function partsOfJpeg(source: ByteSource, [at, length]: readonly [number, number]): Promise<ImageParts> {
  return at > 0 && length > 0 ? readJpeg(await source.part(at, length)) : {};
}
