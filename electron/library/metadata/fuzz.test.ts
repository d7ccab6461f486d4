// Readers meet whatever lies on people's disks: none of it may throw anything but an AppError, or keep a reader busy.

import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { readPhoto } from './photo-metadata.js';
import { cr3, orf, raf, rawWithBelow, rw2 } from './raw-samples.js';
import { exifBlock, filler, handleOf, heif, jpeg, png, webp, degrees } from './samples.js';
import { readVideo } from './video-metadata.js';
import { video, withAppleTags } from './video-samples.js';

const MUTATIONS = 2000;

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NASTY = [0, 1, 0x7f, 0x80, 0xff];

/** Changes a few bytes (mostly near the start, where the structure is), sets lengths to extremes, cuts or doubles parts. */
function mutate(bytes: Buffer, random: () => number): Buffer {
  const copy = Buffer.from(bytes);
  const place = () => Math.floor(random() ** (random() < 0.5 ? 3 : 1) * copy.length);
  const changes = 1 + Math.floor(random() * 8);
  for (let i = 0; i < changes; i++) {
    const at = place();
    const way = random();
    if (way < 0.4) copy[at] = Math.floor(random() * 256);
    else if (way < 0.6) copy[at] = NASTY[Math.floor(random() * NASTY.length)]!;
    else if (way < 0.8 && at + 4 <= copy.length)
      copy.writeUInt32BE(random() < 0.5 ? 0xffffffff : Math.floor(random() * copy.length * 2), at);
    else copy.copy(copy, at, place(), Math.min(copy.length, at + 16));
  }
  return random() < 0.2 ? copy.subarray(0, place()) : copy;
}

const exif = exifBlock({
  ifd0: { 271: 'Apple Inc', 272: 'iPhone', 274: 6, 306: '2023:06:14 15:30:12' },
  exif: {
    33434: { fractions: [[1, 250]] },
    34855: 100,
    36867: '2023:06:14 15:30:12',
    37500: { bytes: Buffer.from('Apple iOS\0\0\u0001MM\0\u0001') },
  },
  gps: { 1: 'N', 2: degrees(48, 8, 1), 3: 'E', 4: degrees(11, 34, 2) },
});
const xmp = '<x xmp:Rating="3"/><Container:Item Item:Semantic="MotionPhoto" Item:Length="10"/>';
const parts = { exif, xmp };

const PICTURES: Record<string, readonly Buffer[]> = {
  jpeg: [jpeg(parts), jpeg(parts, [filler(300), filler(20)]), jpeg({})],
  png: [png(parts), png({ xmp }, { squeezed: true })],
  webp: [webp(parts).subarray(0, 200), webp(parts)],
  heif: [heif(parts, { turns: 1 }), heif(parts, { brand: 'avif' })],
  tiff: [exif, exifBlock({ ifd0: { 256: 40, 257: 30 } })],
  raw: [
    rawWithBelow({ preview: { 256: 160, 257: 120 }, whole: { 256: 6000, 257: 4000 } }),
    orf(exif),
    rw2({ exif, borders: [4, 8, 3468, 4624] }),
    raf({ exif, size: [7728, 5152] }),
    cr3({ main: { 256: 600, 257: 400 }, exif: { 34855: 100 }, gps: {} }),
  ],
  others: [
    Buffer.from('<svg xmlns="x" width="40" height="30" viewBox="0 0 40 30"><svg ></svg>'),
    Buffer.concat([Buffer.from('GIF89a'), Buffer.from([40, 0, 30, 0, 0, 0, 0])]),
    Buffer.concat([
      Buffer.from('BM'),
      Buffer.alloc(12),
      Buffer.from([40, 0, 0, 0, 40, 0, 0, 0, 30, 0, 0, 0]),
      Buffer.alloc(20),
    ]),
  ],
};

/** Reads many mutations; answers what was thrown that should not be. */
async function survive(
  files: readonly Buffer[],
  seed: number,
  read: (bytes: Buffer) => Promise<unknown>,
): Promise<string[]> {
  const random = randomFrom(seed);
  const wrong: string[] = [];
  for (let i = 0; i < MUTATIONS; i++) {
    const bytes = mutate(files[i % files.length]!, random);
    try {
      await read(bytes);
    } catch (error) {
      if (!(error instanceof AppError)) wrong.push(`${i}: ${(error as Error).stack}`);
    }
  }
  return wrong;
}

describe('mutations', () => {
  it.each(Object.keys(PICTURES))('of %s files', { timeout: 120_000 }, async (format) => {
    expect(await survive(PICTURES[format]!, format.length, (bytes) => readPhoto(handleOf(bytes)))).toEqual(
      [],
    );
  });

  const videos: Record<string, Buffer[]> = {};
  beforeAll(async () => {
    const options = { duration: 1, rotation: 90 } as const;
    const mov = withAppleTags(await video('mov', options), {
      'com.apple.quicktime.creationdate': '2023-06-14T15:30:12+0200',
    });
    videos['mp4'] = [await video('mp4', options), await video('fragmented', options), mov];
    videos['matroska'] = [
      await video('mkv', options),
      await video('webm', options),
      await video('recording', options),
    ];
    videos['ts'] = [await video('ts', options)];
  });
  it.each(['mp4', 'matroska', 'ts'])('of %s videos', { timeout: 240_000 }, async (format) => {
    expect(await survive(videos[format]!, format.length, (bytes) => readVideo(handleOf(bytes)))).toEqual([]);
  });
});

describe('hostile pictures', () => {
  it('that promise much are left soon', async () => {
    const svg = Buffer.from('<svg '.repeat(13_000));
    const fill = Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200_000, 0xff)]);
    const chunks = Buffer.concat([png({}).subarray(0, 33), Buffer.alloc(200_000)]);
    const boxes = Buffer.concat([
      heif({}).subarray(0, 24),
      Buffer.from('0000000866726565'.repeat(30_000), 'hex'),
    ]);
    for (const bytes of [svg, fill, chunks, boxes]) await readPhoto(handleOf(bytes));
  });
});
