// Runs in unit tests: the parts of raw pictures that tell something, without the picture.

import { directory, exifBlock, jpeg, text, u16, u32, type PictureParts, type Tags } from './samples.js';

/** A raw picture whose first directory is a small preview; the whole picture is told by one below it (NEF, ARW, DNG). */
export function rawWithBelow({ preview, whole, exif }: { preview: Tags; whole: Tags; exif?: Tags }): Buffer {
  const build = (below: number) =>
    exifBlock({ ifd0: { 254: { long: 1 }, ...preview, 330: { long: below } }, ...(exif && { exif }) });
  const below = build(0).length;
  return Buffer.concat([build(below), directory(whole, below)]);
}

/** The mark of an ORF; big-endian as some of Olympus's first cameras wrote it. */
export function orf(block: Buffer): Buffer {
  const bytes = Buffer.from(block);
  bytes.write('MMOR', 'latin1');
  return bytes;
}

/** An RW2: a little-endian directory with the borders on the sensor, and a JPEG as a value. */
export function rw2({
  borders: [top, left, bottom, right] = [0, 0, 0, 0],
  ...parts
}: PictureParts & { borders?: readonly [number, number, number, number] }): Buffer {
  const inside = jpeg(parts);
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16LE(tag, 0);
    bytes.writeUInt16LE(type, 2);
    bytes.writeUInt32LE(count, 4);
    bytes.writeUInt32LE(value, 8);
    return bytes;
  };
  const entries = [
    ...[top, left, bottom, right].map((value, i) => entry(4 + i, 3, 1, value)),
    entry(0x2e, 7, inside.length, 8 + 2 + 5 * 12 + 4),
  ];
  const head = Buffer.concat([text('IIU\0'), Buffer.from([8, 0, 0, 0, entries.length, 0])]);
  return Buffer.concat([head, ...entries, u32(0), inside]);
}

/** A RAF: a header, the JPEG, a table with the size of the picture. */
export function raf({
  size: [width, height],
  ...parts
}: PictureParts & { size: readonly [number, number] }): Buffer {
  const inside = jpeg(parts);
  const table = Buffer.concat([
    u32(2),
    u16(0x100),
    u16(2),
    u16(7),
    u16(0x111),
    u16(4),
    u16(height),
    u16(width),
  ]);
  const head = Buffer.alloc(148);
  head.write('FUJIFILMCCD-RAW 0201', 'latin1');
  head.writeUInt32BE(head.length, 84);
  head.writeUInt32BE(inside.length, 88);
  head.writeUInt32BE(head.length + inside.length, 92);
  head.writeUInt32BE(table.length, 96);
  return Buffer.concat([head, inside, table]);
}

const box = (type: string, ...content: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(content);
  return Buffer.concat([u32(body.length + 8), text(type), body]);
};

/** A CR3: blocks of tags of the picture, of EXIF and of the place, each a TIFF of its own. */
export function cr3({ main, exif, gps }: { main: Tags; exif: Tags; gps: Tags }): Buffer {
  const blocks = Object.entries({ CMT1: main, CMT2: exif, CMT4: gps });
  const canon = box(
    'uuid',
    Buffer.from('85c0b687820f11e08111f4ce462b6a48', 'hex'),
    box('CNCV', text('CanonCR3_001/00.10.00/00.00.00')),
    ...blocks.map(([type, tags]) => box(type, exifBlock({ ifd0: tags }))),
  );
  return Buffer.concat([
    box('ftyp', text('crx '), u32(1), text('crx isom')),
    box('moov', canon),
    box('mdat', Buffer.alloc(64)),
  ]);
}
