// Tests of reading facts: each format with its own way of saying how large it is and which way is up.

import { symlinkSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  MkvOutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestFolder } from '../test-files.js';
import { factItem, readFacts } from './facts.js';

const MODIFIED = Date.UTC(2020, 5, 15);

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder.remove());

async function facts(name: string, content: Uint8Array | string, kind: 'photo' | 'video' = 'photo') {
  folder.writeBytes(name, content);
  return factsOf(name, kind);
}
async function factsOf(path: string, kind: 'photo' | 'video' = 'photo') {
  const { media, problem } = await readFacts({ root: folder.path, path, kind, modified: MODIFIED });
  const { width = 0, height = 0, duration = 0, taken } = media ? factItem(1, media) : {};
  return { width, height, duration, taken, problem };
}
const size = async (name: string, content: Uint8Array | string) => {
  const { width, height, problem } = await facts(name, content);
  return problem?.message ?? `${width}x${height}`;
};
const NOTHING = { width: 0, height: 0, duration: 0, problem: null };
const bytes = (...parts: (Buffer | string | number[])[]): Buffer =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );
const be16 = (n: number) => [n >> 8, n & 255];
const be32 = (n: number) => [...be16(n >>> 16), ...be16(n & 0xffff)];
const le16 = (n: number) => be16(n).reverse();
const le32 = (n: number) => be32(n).reverse();

/** A TIFF directory of short values, little endian, at `offset`. */
function tiff(tags: Record<number, number>, offset = 8): Buffer {
  const entries = Object.entries(tags).map(([tag, value]) =>
    bytes(le16(Number(tag)), le16(3), le32(1), le16(value), le16(0)),
  );
  const directory = bytes(le16(entries.length), ...entries, le32(0));
  return bytes('II', le16(42), le32(offset), Buffer.alloc(offset - 8), directory);
}
const jpegSegment = (marker: number, body: Buffer) => bytes([0xff, marker], be16(body.length + 2), body);
/** A JPEG up to its frame header, without picture data. */
function jpeg(width: number, height: number, before: Buffer = Buffer.alloc(0), marker = 0xc0): Buffer {
  const frame = bytes([8], be16(height), be16(width), [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
  const jfif = jpegSegment(0xe0, bytes('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0]));
  return bytes([0xff, 0xd8], jfif, before, jpegSegment(marker, frame), jpegSegment(0xda, Buffer.alloc(10)));
}
const exif = (orientation: number) => jpegSegment(0xe1, bytes('Exif\0\0', tiff({ 274: orientation })));
const box = (type: string, ...body: (Buffer | number[])[]) => {
  const content = bytes(...body);
  return bytes(be32(content.length + 8), type, content);
};

describe('facts of photos', () => {
  it('turns JPEG by its EXIF orientation', async () => {
    expect(await size('1.jpg', jpeg(40, 30))).toBe('40x30');
    expect(await size('3.jpg', jpeg(40, 30, exif(3)))).toBe('40x30');
    for (const orientation of [5, 6, 7, 8])
      expect(await size(`${orientation}.jpg`, jpeg(40, 30, exif(orientation)))).toBe('30x40');
    expect(await size('99.jpg', jpeg(40, 30, exif(99), 0xc2))).toBe('40x30');
  });

  it('reads further when 64 KB are not enough', async () => {
    const profile = Buffer.concat([1, 2, 3].map(() => jpegSegment(0xe2, Buffer.alloc(60_000))));
    expect(await size('profile.jpg', jpeg(40, 30, bytes(exif(6), profile)))).toBe('30x40');
  });

  it('reads PNG, also turned by eXIf', async () => {
    const chunk = (type: string, body: Buffer) =>
      bytes(be32(body.length), type, body, be32(crc32(bytes(type, body))));
    const start = bytes([0x89], 'PNG\r\n\x1a\n', chunk('IHDR', bytes(be32(40), be32(30), [8, 2, 0, 0, 0])));
    expect(await size('a.png', bytes(start, chunk('IDAT', Buffer.alloc(9))))).toBe('40x30');
    expect(
      await size('b.png', bytes(start, chunk('eXIf', tiff({ 274: 6 })), chunk('IDAT', Buffer.alloc(9)))),
    ).toBe('30x40');
  });

  it('reads WebP, whose EXIF stands behind the picture', async () => {
    const chunk = (type: string, body: Buffer) =>
      bytes(type, le32(body.length), body, body.length & 1 ? [0] : []);
    const webp = (flags: number, ...chunks: Buffer[]) => {
      const canvas = bytes([flags, 0, 0, 0], le32(39).slice(0, 3), le32(29).slice(0, 3));
      const body = bytes('WEBP', chunk('VP8X', canvas), chunk('VP8 ', Buffer.alloc(70_001)), ...chunks);
      return bytes('RIFF', le32(body.length), body);
    };
    expect(await size('a.webp', webp(0))).toBe('40x30');
    expect(await size('b.webp', webp(8, chunk('EXIF', tiff({ 274: 8 }))))).toBe('30x40');
  });

  it('reads TIFF whose directory is far behind the picture', async () => {
    expect(await size('a.tiff', tiff({ 256: 40, 257: 30 }))).toBe('40x30');
    expect(await size('b.tiff', tiff({ 256: 40, 257: 30, 274: 6 }, 200_000))).toBe('30x40');
  });

  it('reads the primary picture of HEIC and AVIF, cropped and turned', async () => {
    const heif = (brand: string, ...properties: [Buffer, number][]) => {
      const tile = box('ispe', be32(0), be32(512), be32(512));
      const ipco = box('ipco', tile, ...properties.map(([property]) => property));
      const indexes = properties.map(([, essential], i) => (i + 2) | (essential << 7));
      const ipma = box('ipma', be32(0), be32(2), be16(1), [1, 1], be16(2), [indexes.length, ...indexes]);
      const meta = box('meta', be32(0), box('pitm', be32(0), be16(2)), box('iprp', ipco, ipma));
      return bytes(box('ftyp', bytes(brand, be32(0), 'mif1')), meta, box('mdat', Buffer.alloc(100)));
    };
    const full: [Buffer, number] = [box('ispe', be32(0), be32(4000), be32(3000)), 0];
    const turned: [Buffer, number] = [box('irot', [1]), 1];
    const upsideDown: [Buffer, number] = [box('irot', [2]), 1];
    const fraction = (n: number) => [...be32(n), ...be32(1)];
    const crop: [Buffer, number] = [
      box('clap', [...fraction(3900), ...fraction(2900), ...fraction(0), ...fraction(0)]),
      1,
    ];
    expect(await size('a.heic', heif('heic', full))).toBe('4000x3000');
    expect(await size('b.heic', heif('mif1', full, turned))).toBe('3000x4000');
    expect(await size('c.avif', heif('avif', full, crop, turned))).toBe('2900x3900');
    expect(await size('d.avif', heif('avif', full, upsideDown))).toBe('4000x3000');
  });

  it('reads GIF, BMP and SVG', async () => {
    expect(await size('a.gif', bytes('GIF89a', le16(40), le16(30), [0, 0, 0, 0x3b]))).toBe('40x30');
    expect(
      await size(
        'a.bmp',
        bytes('BM', le32(70), le32(0), le32(54), le32(40), le32(40), le32(30), Buffer.alloc(40)),
      ),
    ).toBe('40x30');
    expect(await size('a.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"/>')).toBe(
      '40x30',
    );
    const late = `<?xml version="1.0"?><!--${' '.repeat(5000)}--><svg viewBox="0 0 40 30"><g/></svg>`;
    expect(await size('b.svg', late)).toBe('40x30');
    expect(await size('c.svg', '<svg width="100%"></svg>')).toBe('0x0');
  });

  it('goes by the content, not by the extension', async () => {
    expect(await size('really-a-gif.jpg', bytes('GIF89a', le16(40), le16(30), [0, 0, 0, 0x3b]))).toBe(
      '40x30',
    );
  });

  it('tells what cannot be read, and leaves damage to the thumbnail job', async () => {
    for (const [name, content] of [
      ['empty.jpg', ''],
      ['text.jpg', 'This is no picture.'],
      ['cut.jpg', jpeg(40, 30).subarray(0, 24)],
      ['empty.mp4', ''],
    ] as const) {
      expect(await facts(name, content), name).toMatchObject(NOTHING);
    }
    folder.write('folder.jpg/x');
    expect((await factsOf('folder.jpg')).problem?.kind).toBe('unreadable-file');
  });

  it('passes over a file that went away', async () => {
    expect(await factsOf('none.jpg')).toEqual({ ...NOTHING, taken: undefined });
  });

  it('reads nothing outside the root, wherever a link leads', async () => {
    const outside = new TestFolder();
    outside.writeBytes('a.gif', bytes('GIF89a', le16(40), le16(30), [0, 0, 0, 0x3b]));
    symlinkSync(outside.path, folder.at('x'));
    const { width, problem } = await factsOf('x/a.gif');
    expect([width, problem?.message]).toEqual([
      0,
      'This file lies outside the chosen folders. Add the folder that it lies in.',
    ]);
    outside.remove();
  });

  it('has a date also where the content tells none, and ends when it is told to', async () => {
    expect((await facts('IMG_20190101_101010.jpg', '')).taken).toBe(Date.UTC(2019, 0, 1, 10, 10, 10));
    folder.writeBytes('b.jpg', jpeg(1, 1));
    const ended = { root: folder.path, path: 'b.jpg', kind: 'photo', modified: 1 } as const;
    expect(await readFacts(ended, AbortSignal.abort())).toEqual({ media: null, problem: null });
  });
});

describe('facts of videos', () => {
  /** A container with packets that no decoder needs to understand. */
  async function video(
    format: WebMOutputFormat | MkvOutputFormat,
    rotation: 0 | 90 = 0,
  ): Promise<Uint8Array> {
    const target = new BufferTarget();
    const output = new Output({ format, target });
    const source = new EncodedVideoPacketSource('vp8');
    output.addVideoTrack(source, { rotation });
    await output.start();
    const meta = { decoderConfig: { codec: 'vp8', codedWidth: 320, codedHeight: 240 } };
    for (let second = 0; second < 3; second++) {
      await source.add(new EncodedPacket(new Uint8Array(100), 'key', second, 1), meta);
    }
    await output.finalize();
    return new Uint8Array(target.buffer!);
  }

  it('reads size and duration of WebM and MKV from the container', async () => {
    const expected = { width: 320, height: 240, duration: 3, problem: null };
    expect(await facts('a.webm', await video(new WebMOutputFormat()), 'video')).toMatchObject(expected);
    expect(await facts('a.mkv', await video(new MkvOutputFormat()), 'video')).toMatchObject(expected);
  });

  it('turns a video that was filmed upright', async () => {
    const { width, height } = await facts('a.mkv', await video(new MkvOutputFormat(), 90), 'video');
    expect([width, height]).toEqual([240, 320]);
  });

  it('leaves other containers to their thumbnail', async () => {
    expect(await facts('a.avi', 'RIFF....AVI ', 'video')).toMatchObject(NOTHING);
    expect(await facts('really-an-avi.mp4', 'RIFF....AVI LIST', 'video')).toMatchObject(NOTHING);
  });
});
