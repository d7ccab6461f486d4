// Runs in the library process: size of HEIC and AVIF pictures as shown. Such a file holds many pictures (tiles,
// thumbnails); only the properties bound to the primary one count, in their order: crop, turn.

import type { Size } from './size.js';

interface Box {
  readonly type: string;
  /** Contents, without the header. */
  readonly body: Buffer;
}

/** More than any real header of boxes is long. */
const MAX_META = 8 * 1024 * 1024;

/** Whether the bytes begin like a HEIF family file. */
export function isHeif(head: Buffer): boolean {
  const brand = head.toString('latin1', 8, 12);
  return (
    head.toString('latin1', 4, 8) === 'ftyp' &&
    ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif', 'avis'].includes(brand)
  );
}

/** The size of the primary picture as shown, null when the file does not tell. */
export async function heifSize(
  read: (offset: number, length: number) => Promise<Buffer>,
): Promise<Size | null> {
  const meta = await findMeta(read);
  if (!meta) return null;
  const boxes = boxesIn(meta.subarray(4));
  const find = (type: string, among = boxes) => among.find((box) => box.type === type)?.body;
  const pitm = find('pitm');
  const iprp = find('iprp');
  if (!pitm || !iprp) return null;
  const primary = pitm[0] === 0 ? pitm.readUInt16BE(4) : pitm.readUInt32BE(4);
  const inside = boxesIn(iprp);
  const properties = boxesIn(find('ipco', inside) ?? Buffer.alloc(0));
  let size: Size | null = null;
  for (const index of propertiesOf(primary, find('ipma', inside) ?? Buffer.alloc(0))) {
    const property = properties[index - 1];
    if (property) size = applyProperty(size, property);
  }
  return size;
}

function applyProperty(size: Size | null, { type, body }: Box): Size | null {
  switch (type) {
    case 'ispe':
      return { width: body.readUInt32BE(4), height: body.readUInt32BE(8) };
    case 'clap': {
      const width = Math.round(body.readUInt32BE(0) / body.readUInt32BE(4));
      const height = Math.round(body.readUInt32BE(8) / body.readUInt32BE(12));
      return width > 0 && height > 0 ? { width, height } : size;
    }
    case 'irot':
      return size && (body.readUInt8(0) & 1) === 1 ? { width: size.height, height: size.width } : size;
    default:
      return size;
  }
}

async function findMeta(read: (offset: number, length: number) => Promise<Buffer>): Promise<Buffer | null> {
  for (let offset = 0, boxes = 0; boxes < 50; boxes++) {
    const header = await read(offset, 16);
    if (header.length < 8) return null;
    const { type, size, start } = headerOf(header);
    if (type === 'meta') return size > MAX_META ? null : read(offset + start, size - start);
    if (size < 8) return null;
    offset += size;
  }
  return null;
}

function headerOf(bytes: Buffer): { type: string; size: number; start: number } {
  const size = bytes.readUInt32BE(0);
  const type = bytes.toString('latin1', 4, 8);
  if (size === 1 && bytes.length >= 16) return { type, size: Number(bytes.readBigUInt64BE(8)), start: 16 };
  return { type, size, start: 8 };
}

function boxesIn(bytes: Buffer): Box[] {
  const boxes: Box[] = [];
  for (let offset = 0; offset + 8 <= bytes.length;) {
    const { type, size, start } = headerOf(bytes.subarray(offset));
    if (size < start || offset + size > bytes.length) break;
    boxes.push({ type, body: bytes.subarray(offset + start, offset + size) });
    offset += size;
  }
  return boxes;
}

/** Numbers (from 1) of the properties bound to a picture. */
function propertiesOf(item: number, ipma: Buffer): number[] {
  if (ipma.length < 8) return [];
  const longIds = ipma[0] !== 0;
  const longIndexes = (ipma[3]! & 1) === 1;
  let at = 8;
  for (let left = ipma.readUInt32BE(4); left > 0; left--) {
    const id = longIds ? ipma.readUInt32BE(at) : ipma.readUInt16BE(at);
    at += longIds ? 4 : 2;
    const count = ipma.readUInt8(at++);
    const indexes: number[] = [];
    for (let i = 0; i < count; i++, at += longIndexes ? 2 : 1) {
      indexes.push(longIndexes ? ipma.readUInt16BE(at) & 0x7fff : ipma.readUInt8(at) & 0x7f);
    }
    if (id === item) return indexes;
  }
  return [];
}
