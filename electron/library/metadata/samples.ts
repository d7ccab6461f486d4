// Runs in unit tests: small picture files, built byte by byte, so that tests need
// neither files in the repository nor an encoder.

import { crc32, deflateSync } from 'node:zlib';
import type { ReadHandle } from './byte-source.js';

/** A file handle on bytes in memory; counts what is read. */
export function handleOf(bytes: Uint8Array): ReadHandle & { readonly total: () => number } {
  let total = 0;
  const read = (buffer: Uint8Array, offset: number, length: number, position: number) => {
    const part = bytes.subarray(position, position + length);
    buffer.set(part, offset);
    total += part.length;
    return Promise.resolve({ bytesRead: part.length, buffer });
  };
  const stat = () => Promise.resolve({ size: bytes.length });
  return { read, stat, total: () => total } as unknown as ReadHandle & { total: () => number };
}

export const u16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
}

export const text = (value: string): Buffer => Buffer.from(value, 'latin1');

// EXIF -------------------------------------------------------------------------------------------------------------

/** A tag: text, whole numbers (SHORT, or LONG with `long`), fractions, or bytes. */
type Value =
  | string
  | number
  | { long: number }
  | { fractions: readonly (readonly [number, number])[] }
  | { bytes: Uint8Array };
export type Tags = Readonly<Record<number, Value>>;

function encodeValue(value: Value): [type: number, count: number, bytes: Buffer] {
  if (typeof value === 'string') return [2, value.length + 1, text(`${value}\0`)];
  if (typeof value === 'number') return [3, 1, u16(value)];
  if ('long' in value) return [4, 1, u32(value.long)];
  if ('bytes' in value) return [7, value.bytes.length, Buffer.from(value.bytes)];
  const parts = value.fractions.flatMap(([above, below]) => [u32(above), u32(below)]);
  return [5, value.fractions.length, Buffer.concat(parts)];
}

export function directory(tags: Tags, offset: number): Buffer {
  const entries = Object.entries(tags).sort(([a], [b]) => Number(a) - Number(b));
  const head: Buffer[] = [u16(entries.length)];
  const tail: Buffer[] = [];
  let at = offset + 2 + entries.length * 12 + 4;
  for (const [tag, value] of entries) {
    const [type, count, bytes] = encodeValue(value);
    head.push(u16(Number(tag)), u16(type), u32(count));
    if (bytes.length <= 4) head.push(Buffer.concat([bytes, Buffer.alloc(4 - bytes.length)]));
    else {
      head.push(u32(at));
      tail.push(bytes);
      at += bytes.length;
    }
  }
  return Buffer.concat([...head, u32(0), ...tail]);
}

/** A block of EXIF, which is a TIFF file (big-endian), its first directory at `start`. */
export function exifBlock(
  { ifd0 = {}, exif, gps }: { ifd0?: Tags; exif?: Tags; gps?: Tags },
  start = 8,
): Buffer {
  const pointers: Record<number, Value> = { ...ifd0 };
  if (exif) pointers[34665] = { long: 0 };
  if (gps) pointers[34853] = { long: 0 };
  const length = directory(pointers, start).length;
  const exifBytes = exif ? directory(exif, start + length) : Buffer.alloc(0);
  if (exif) pointers[34665] = { long: start + length };
  if (gps) pointers[34853] = { long: start + length + exifBytes.length };
  const gpsBytes = gps ? directory(gps, start + length + exifBytes.length) : Buffer.alloc(0);
  const head = Buffer.concat([text('MM\0*'), u32(start), Buffer.alloc(start - 8)]);
  return Buffer.concat([head, directory(pointers, start), exifBytes, gpsBytes]);
}

/** Degrees, minutes, seconds. */
export const degrees = (whole: number, minutes: number, seconds: number): Value => ({
  fractions: [
    [whole, 1],
    [minutes, 1],
    [Math.round(seconds * 100), 100],
  ],
});

// Pictures ---------------------------------------------------------------------------------------------------------

export interface PictureParts {
  readonly width?: number;
  readonly height?: number;
  readonly exif?: Buffer;
  readonly xmp?: string;
}

const segment = (marker: number, ...content: Buffer[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body]);
};

/** A JPEG up to its picture; `before` are whole segments that come first. */
export function jpeg(
  { width = 40, height = 30, exif, xmp }: PictureParts,
  before: readonly Buffer[] = [],
): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...before,
    ...(exif ? [segment(0xe1, text('Exif\0\0'), exif)] : []),
    ...(xmp ? [segment(0xe1, text('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(xmp))] : []),
    segment(0xc0, Buffer.from([8]), u16(height), u16(width), Buffer.from([1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.alloc(64, 0x55),
    Buffer.from([0xff, 0xd9]),
  ]);
}

/** A segment that says nothing, of a length. */
export const filler = (length: number): Buffer => segment(0xe2, Buffer.alloc(length));

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([text(type), content]);
  return Buffer.concat([u32(content.length), body, u32(crc32(body))]);
}

/** A PNG; EXIF and XMP come behind the picture with `behind`. */
export function png(
  { width = 40, height = 30, exif, xmp }: PictureParts,
  { behind = false, squeezed = false } = {},
): Buffer {
  const packet = Buffer.from(xmp ?? '');
  const extra = [
    ...(exif ? [chunk('eXIf', exif)] : []),
    ...(xmp
      ? [
          chunk(
            'iTXt',
            Buffer.concat([
              text(`XML:com.adobe.xmp\0${squeezed ? '\u0001' : '\0'}\0\0\0`),
              squeezed ? deflateSync(packet) : packet,
            ]),
          ),
        ]
      : []),
  ];
  return Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', Buffer.concat([u32(width), u32(height), Buffer.from([8, 0, 0, 0, 0])])),
    ...(behind ? [] : extra),
    chunk('IDAT', Buffer.alloc(behind ? 100_000 : 100, 7)),
    ...(behind ? extra : []),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A WebP with its EXIF and XMP at the end, where the format wants them. */
export function webp({ width = 40, height = 30, exif, xmp }: PictureParts): Buffer {
  const part = (type: string, content: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return Buffer.concat([text(type), length, content, Buffer.alloc(content.length % 2)]);
  };
  const small = (value: number) => Buffer.from([value & 255, (value >> 8) & 255, value >> 16]);
  const parts = [
    part('VP8X', Buffer.concat([Buffer.from([0x0c, 0, 0, 0]), small(width - 1), small(height - 1)])),
    part('VP8L', Buffer.alloc(90_001, 3)),
    ...(exif ? [part('EXIF', exif)] : []),
    ...(xmp ? [part('XMP ', Buffer.from(xmp))] : []),
  ];
  return part('RIFF', Buffer.concat([text('WEBP'), ...parts]));
}

export function box(type: string, ...content: readonly Buffer[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
}

export const fullBox = (type: string, version: number, ...content: readonly Buffer[]): Buffer =>
  box(type, Buffer.from([version, 0, 0, 0]), ...content);

/** A HEIC (or, by brand, AVIF) file without a picture; `turns` are quarter turns against the clock. */
export function heif(
  { width = 40, height = 30, exif, xmp }: PictureParts,
  { turns = 0, brand = 'heic' } = {},
): Buffer {
  const head = box('ftyp', text(brand), u32(0), text('mif1'), text(brand));
  const block = Buffer.concat([u32(6), text('Exif\0\0'), exif ?? Buffer.alloc(0)]);
  const packet = Buffer.from(xmp ?? '');
  const entry = (id: number, type: string, mime = '') =>
    fullBox('infe', 2, u16(id), u16(0), text(type), text('\0'), ...(mime ? [text(`${mime}\0`)] : []));
  const properties = [
    fullBox('ispe', 0, u32(512), u32(512)),
    fullBox('ispe', 0, u32(width), u32(height)),
    ...(turns ? [box('irot', Buffer.from([turns]))] : []),
  ];
  const build = (offset: number): Buffer =>
    fullBox(
      'meta',
      0,
      fullBox('hdlr', 0, u32(0), text('pict'), Buffer.alloc(13)),
      fullBox('pitm', 0, u16(2)),
      fullBox(
        'iinf',
        0,
        u16(4),
        entry(1, 'hvc1'),
        entry(2, 'hvc1'),
        entry(3, 'Exif'),
        entry(4, 'mime', 'application/rdf+xml'),
      ),
      fullBox(
        'iloc',
        1,
        u16(0x4400),
        u16(2),
        ...[u16(3), u16(0), u16(0), u16(1), u32(offset), u32(block.length)],
        ...[u16(4), u16(0), u16(0), u16(1), u32(offset + block.length), u32(packet.length)],
      ),
      box(
        'iprp',
        box('ipco', ...properties),
        fullBox(
          'ipma',
          0,
          u32(2),
          u16(1),
          Buffer.from([1, 1]),
          u16(2),
          Buffer.from(turns ? [2, 2, 0x83] : [1, 2]),
        ),
      ),
    );
  const padding = box('free', Buffer.alloc(70_000));
  const offset = head.length + build(0).length + padding.length + 8;
  return Buffer.concat([head, build(offset), padding, box('mdat', block, packet)]);
}
