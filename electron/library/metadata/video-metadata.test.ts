import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { box, handleOf, text, u32 } from './samples.js';
import { readVideo } from './video-metadata.js';
import { video, withAppleTags, withUserData, type Container } from './video-samples.js';

const read = async (bytes: Buffer) => readVideo(handleOf(bytes));

describe('videos', () => {
  it.each<Container>(['mp4', 'mov', 'mkv', 'webm', 'ts', 'fragmented'])('are read: %s', async (container) => {
    const { facts } = await read(await video(container));
    const videoCodec = container === 'ts' ? 'avc' : 'vp9';
    expect(facts).toMatchObject({
      width: 64,
      height: 48,
      rotation: 0,
      videoCodec,
      audioCodec: null,
      error: null,
    });
    expect(facts.duration).toBeCloseTo(2, 1);
  });

  it.each([
    [90, 48, 64],
    [180, 64, 48],
    [270, 48, 64],
  ] as const)('that are turned by %i degrees show as %i x %i', async (rotation, width, height) => {
    const { facts } = await read(await video('mp4', { rotation }));
    expect(facts).toMatchObject({ rotation, width, height });
  });

  it('by Apple tell when and where, and which photo they belong to', async () => {
    const tags = {
      'com.apple.quicktime.creationdate': '2023-06-14T15:30:12+0200',
      'com.apple.quicktime.location.ISO6709': '+48.1371+011.5754+519.000/',
      'com.apple.quicktime.make': 'Apple',
      'com.apple.quicktime.model': 'iPhone 14',
      'com.apple.quicktime.content.identifier': '570F1469',
    };
    const { facts, taken } = await read(withAppleTags(await video('mov'), tags));
    expect(taken).toEqual({ kind: 'wall', wall: Date.UTC(2023, 5, 14, 15, 30, 12), offset: 120 });
    expect(facts).toMatchObject({
      latitude: 48.1371,
      longitude: 11.5754,
      altitude: 519,
      contentId: '570F1469',
    });
    expect(facts).toMatchObject({ make: 'Apple', model: 'iPhone 14' });
  });

  it('by Android tell where, and by which device', async () => {
    const place = { '©xyz': '+37.4219-122.0840/' };
    const bytes = withUserData(await video('mov'), { ...place, '©mak': 'Google', '©mod': 'Pixel 2\0' });
    const { facts, taken } = await read(bytes);
    expect(facts).toMatchObject({ latitude: 37.4219, longitude: -122.084, altitude: null, error: null });
    expect(facts).toMatchObject({ make: 'Google', model: 'Pixel 2' });
    expect(taken).toEqual((await read(await video('mov'))).taken);

    const tags = { 'com.android.manufacturer': 'Google', 'com.android.model': 'Pixel 8' };
    const newer = withUserData(withAppleTags(await video('mov'), tags), place);
    expect((await read(newer)).facts).toMatchObject({ make: 'Google', model: 'Pixel 8', latitude: 37.4219 });
  });

  it('believe no place that cannot be', async () => {
    for (const place of ['+00.0000+000.0000/', '+95.0000+010.0000/', 'home', '']) {
      const { facts } = await read(withUserData(await video('mov'), { '©xyz': place }));
      expect(facts).toMatchObject({ latitude: null, longitude: null, width: 64, error: null });
    }
  });

  it('tell when they were made by the instant in their header', async () => {
    const bytes = await video('mp4');
    const mvhd = bytes.indexOf('mvhd');
    const seconds = Date.UTC(2020, 1, 29, 12) / 1000 + 2_082_844_800;
    // Version 0 has four bytes for it, version 1 eight.
    bytes.set(u32(seconds), mvhd + (bytes[mvhd + 4] === 1 ? 12 : 8));
    if (bytes[mvhd + 4] === 1) bytes.fill(0, mvhd + 8, mvhd + 12);
    expect((await read(bytes)).taken).toEqual({ kind: 'instant', instant: Date.UTC(2020, 1, 29, 12) });
    bytes.fill(0, mvhd + 8, mvhd + 16);
    expect((await read(bytes)).taken).toBeNull();
  });

  it('are read in few bytes', async () => {
    const start = await video('mp4');
    const handle = handleOf(Buffer.concat([start, box('free', Buffer.alloc(20_000_000))]));
    await readVideo(handle);
    expect(handle.total()).toBeLessThan(500_000);
  });
});

describe('Matroska', () => {
  it('is read in few bytes and has a date', async () => {
    const bytes = await video('mkv');
    const info = bytes.lastIndexOf(Buffer.from('1549a966', 'hex'));
    // One more element in Info: when it was made, in nanoseconds since 2001.
    const date = Buffer.alloc(11);
    date.set([0x44, 0x61, 0x88]);
    date.writeBigInt64BE(BigInt(Date.UTC(2020, 1, 29, 12) - Date.UTC(2001, 0, 1)) * 1_000_000n, 3);
    const { size, length } = sizeAt(bytes, info + 4);
    const grown = Buffer.concat([
      bytes.subarray(0, info + 4),
      sized(size + date.length),
      bytes.subarray(info + 4 + length, info + 4 + length + size),
      date,
      bytes.subarray(info + 4 + length + size),
      Buffer.alloc(3_000_000),
    ]);
    const handle = handleOf(grown);
    const { facts, taken } = await readVideo(handle);
    expect(facts).toMatchObject({ width: 64, height: 48, error: null });
    expect(taken).toEqual({ kind: 'instant', instant: Date.UTC(2020, 1, 29, 12) });
    expect(handle.total()).toBeLessThan(70_000);
  });

  it('that ends in junk is left soon', async () => {
    const bytes = await video('mkv');
    for (const at of [4, 40, 60, 80, 120, 200, bytes.length - 20]) {
      const junk = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(100_000, 0x55)]);
      await readVideo(handleOf(junk)).catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
    }
  });
});

/** An EBML size of eight bytes. */
const sized = (size: number): Buffer => Buffer.concat([Buffer.from([1, 0, 0, 0]), u32(size)]);

function sizeAt(bytes: Buffer, at: number): { size: number; length: number } {
  const length = Math.clz32(bytes[at]!) - 23;
  let size = bytes[at]! & (0xff >> length);
  for (let i = 1; i < length; i++) size = size * 256 + bytes[at + i]!;
  return { size, length };
}

describe('trouble', () => {
  it('is told: nothing in it, or something else', async () => {
    expect((await read(Buffer.alloc(0))).facts.error).toBe('This file is empty.');
    await expect(read(Buffer.from('RIFF....AVI LIST'.repeat(100)))).rejects.toMatchObject({
      code: 'unsupported',
    });
    const whole = await video('mp4');
    const moov = whole.indexOf('moov');
    const { facts } = await read(whole.subarray(0, moov + 300));
    expect(facts.error).toEqual(expect.any(String));
  });

  it('is what a file without a picture has', async () => {
    const { facts } = await read(
      Buffer.concat([box('ftyp', text('isom'), u32(0)), box('moov', Buffer.alloc(0))]),
    );
    expect(facts.error).toEqual(expect.any(String));
  });

  it('with reading is thrown as such', async () => {
    const broken = handleOf(await video('mp4'));
    broken.read = () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' }));
    await expect(readVideo(broken)).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
  });

  it('is the end of a reading that was stopped', async () => {
    const bytes = await video('mov', { duration: 30 });
    const stop = new AbortController();
    const handle = handleOf(
      Buffer.concat([bytes.subarray(0, 32), box('free', Buffer.alloc(3_000_000)), bytes.subarray(32)]),
    );
    const { read: through } = handle;
    let count = 0;
    const counted = ((...args: Parameters<typeof through>) => {
      if (++count === 2) stop.abort();
      return through(...args);
    }) as typeof through;
    await expect(readVideo({ ...handle, read: counted }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'stopped',
    });
  });
});
