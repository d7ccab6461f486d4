// Runs in Node, in tests: a folder of files that no program would like to read. Deterministic, made in a few seconds.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { encodeHeic } from './heic.js';
import { canMakeHeic, cutOff, ffmpeg, jpeg, noise, photo, random, video, withoutIndex } from './index.js';

/** Makes the corpus in `dir`; answers the absolute paths. */
export async function makeHostileFiles(dir: string): Promise<string[]> {
  mkdirSync(dir, { recursive: true });
  const paths: string[] = [];
  const put = (name: string, bytes: Buffer | string) => {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    paths.push(path);
  };
  const photos = await goodPhotos();
  const videos = await goodVideos(dir);
  const good = [...photos, ...videos];

  for (const [extension, bytes] of good) put(`good.${extension}`, bytes);
  for (const [extension, bytes] of good) {
    const many = videos.has(extension) ? 4 : 20;
    for (let i = 1; i < many; i++) put(`cut ${i}.${extension}`, cutOff(bytes, i / many));
    for (let seed = 1; seed <= (videos.has(extension) ? 6 : 520 / photos.size); seed++) {
      put(`flipped ${seed}.${extension}`, flipped(bytes, seed));
    }
  }
  for (const [extension, bytes] of photos) {
    for (const [other] of good) if (other !== extension) put(`a ${extension}.${other}`, bytes);
  }
  for (const [extension] of videos) put(`a ${extension}.jpg`, videos.get(extension) ?? '');
  const raws = ['cr2', 'cr3', 'nef', 'raf', 'rw2', 'orf', 'dng'];
  for (const extension of new Set([...good.map(([one]) => one), ...raws, 'heic'])) {
    put(`empty.${extension}`, '');
    put(`zeros.${extension}`, Buffer.alloc(5000));
    put(`noise.${extension}`, noise(5000, 7));
    put(`text.${extension}`, 'These are only words.\n'.repeat(50));
  }
  for (const [name, bytes] of bombs()) put(name, bytes);
  for (const name of STRANGE_NAMES) put(name, photos.get('jpg') ?? '');
  put('-i.mp4', videos.get('mp4') ?? '');
  put('no index.mp4', withoutIndex(videos.get('mp4') ?? Buffer.alloc(0)));
  return paths;
}

/** Windows allows no such names. */
const NAMES_ELSEWHERE = [`"quoted".jpg`, `two\nlines.jpg`, 'a;b&c|d.jpg', 'back\\slash.jpg', '#?&=.jpg'];

const STRANGE_NAMES = [
  ...(process.platform === 'win32' ? [] : NAMES_ELSEWHERE),
  `it's.jpg`,
  '-rf.jpg',
  '--help.jpg',
  '$(touch x).jpg',
  '`id`.jpg',
  '%s%n.jpg',
  ' space .jpg',
  `${'long'.repeat(50)}.jpg`,
  'e\u0301.jpg',
  '\u202Egpj.jpg',
];

async function goodPhotos(): Promise<Map<string, Buffer>> {
  const size = { width: 64, height: 48 };
  const made = new Map<string, Buffer>([['jpg', await jpeg(size)]]);
  for (const format of ['png', 'gif', 'webp', 'tiff', 'bmp', 'svg'] as const) {
    made.set(format, await photo({ ...size, format }));
  }
  const frames = [0, 1, 2].map((i) => ({
    create: { ...size, channels: 3 as const, background: { r: i * 90, g: 9, b: 9 } },
  }));
  made.set('jfif', await sharp(frames[1]).jpeg({ progressive: true }).toBuffer());
  made.set('avif', await sharp(frames[2]).avif().toBuffer());
  made.set('dng', dng(made.get('jpg')!));
  if (await canMakeHeic()) {
    const data = await sharp(frames[0]).raw().toBuffer();
    made.set('heic', await encodeHeic({ ...size, data }));
  }
  return made;
}

/** A raw picture with nothing in it but its preview. */
function dng(preview: Buffer): Buffer {
  const head = Buffer.alloc(64);
  head.write('II*\0\x08', 'latin1');
  head.writeUInt16LE(2, 8);
  [
    [0x201, 64],
    [0x202, preview.length],
  ].forEach(([tag = 0, value = 0], i) => {
    head.writeUInt16LE(tag, 10 + i * 12);
    head.writeUInt16LE(4, 12 + i * 12);
    head.writeUInt32LE(1, 14 + i * 12);
    head.writeUInt32LE(value, 18 + i * 12);
  });
  return Buffer.concat([head, preview]);
}

async function goodVideos(dir: string): Promise<Map<string, Buffer>> {
  const { readFileSync, rmSync } = await import('node:fs');
  const made = new Map<string, Buffer>();
  for (const extension of ['mp4', 'mkv', 'avi', 'mpg', 'ts'] as const) {
    const path = join(dir, `film.${extension}`);
    await video(path, { width: 64, height: 48, seconds: 1 });
    made.set(extension, readFileSync(path));
    rmSync(path);
  }
  const sound = join(dir, 'sound.m4v');
  await ffmpeg(['-f', 'lavfi', '-i', 'sine=d=1', '-f', 'mp4', sound]);
  made.set('m4v', readFileSync(sound));
  rmSync(sound);
  return made;
}

function flipped(bytes: Buffer, seed: number): Buffer {
  const next = random(seed);
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 1 + seed / 4; i++) {
    // Headers are where it hurts.
    const at = Math.floor(next() * (seed % 2 === 0 ? copy.length : Math.min(200, copy.length)));
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8));
  }
  return copy;
}

/** Small files that say they are huge, or lead round in circles. */
function bombs(): [string, Buffer][] {
  return [
    ['huge header.png', png(60_000, 60_000, Buffer.alloc(10))],
    ['bomb.png', png(30_000, 30_000, Buffer.alloc(30_000 * 100))],
    ['bomb.gif', gifBomb()],
    ['bomb.bmp', bmpHeader(60_000, 60_000)],
    ['bomb.svg', Buffer.from(svgBomb())],
    ['wide.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"/>')],
    ['cycle.tiff', cyclicTiff()],
    ['cycle.nef', cyclicTiff()],
    ['cycle.dng', cyclicTiff()],
    ['nested.mp4', nestedBoxes(4000)],
    ['long.mp4', Buffer.concat([box('ftyp', Buffer.from('isom\0\0\0\0isom')), hugeBox('moov')])],
    ['nested.heic', Buffer.concat([box('ftyp', Buffer.from('heic\0\0\0\0heic')), nestedBoxes(500)])],
    ['cycle.mkv', Buffer.from('1a45dfa301ffffffffffffff1853806701ffffffffffffff', 'hex')],
    ['endless.ts', Buffer.concat(Array.from({ length: 20_000 }, (_, i) => packet(i)))],
    [
      'endless.mpg',
      Buffer.concat(Array.from({ length: 5000 }, () => Buffer.from('000001ba44000400040101', 'hex'))),
    ],
    ['playlist.mp4', Buffer.from('#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n')],
    ['concat.mkv', Buffer.from("ffconcat version 1.0\nfile '/etc/hostname'\n")],
  ];
}

function png(width: number, height: number, pixels: Buffer): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(body.length);
    head.write(name, 4, 'latin1');
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), body])));
    return Buffer.concat([head, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  const data = chunk('IDAT', deflateSync(pixels));
  return Buffer.concat([signature, chunk('IHDR', header), data, chunk('IEND', Buffer.alloc(0))]);
}

function gifBomb(): Buffer {
  const frame = Buffer.from('2c00000000ffffffff0002024401 00'.replaceAll(' ', ''), 'hex');
  const head = Buffer.concat([Buffer.from('GIF89a'), Buffer.from('ffffffff800000000000ffffff', 'hex')]);
  return Buffer.concat([head, ...Array.from({ length: 5000 }, () => frame), Buffer.from(';')]);
}

function bmpHeader(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.write('BM', 'latin1');
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

/** Every level shows the one before ten times. */
function svgBomb(): string {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const inner = Array.from({ length: 10 }, () => `<use href="#l${i}"/>`).join('');
    return `<g id="l${i + 1}">${inner}</g>`;
  });
  const first = '<rect id="l0" width="9" height="9"/>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><defs>${first}${levels.join('')}</defs><use href="#l9"/></svg>`;
}

function cyclicTiff(): Buffer {
  const bytes = Buffer.alloc(60);
  bytes.write('II*\0\x08', 'latin1');
  bytes.writeUInt16LE(2, 8);
  bytes.set([0x4a, 1, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0x69, 0x87, 4, 0, 1, 0, 0, 0, 8, 0, 0, 0], 10);
  bytes.writeUInt32LE(8, 34);
  return bytes;
}

function box(name: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

function hugeBox(name: string): Buffer {
  const head = Buffer.alloc(64);
  head.writeUInt32BE(1);
  head.write(name, 4, 'latin1');
  head.writeBigUInt64BE(0x7fff_ffff_ffff_fff0n, 8);
  return head;
}

function nestedBoxes(levels: number): Buffer {
  let inner = Buffer.alloc(0);
  for (let i = 0; i < levels; i++)
    inner = box(['moov', 'trak', 'mdia', 'meta'][i % 4] ?? 'moov', inner) as typeof inner;
  return inner;
}

function packet(number: number): Buffer {
  const bytes = Buffer.alloc(188, number & 0xff);
  bytes.set([0x47, 0x40 | (number & 0x1f), number & 0xff, 0x10 | (number & 0xf)]);
  return bytes;
}
