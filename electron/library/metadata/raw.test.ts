// Tests of what raw pictures say about themselves.

import { describe, expect, it } from 'vitest';
import { readPhoto } from './photo-metadata.js';
import { cr3, orf, raf, rawWithBelow, rw2 } from './raw-samples.js';
import { degrees, exifBlock, handleOf } from './samples.js';

const read = (bytes: Buffer) => readPhoto(handleOf(bytes));
const EXIF = { 33434: { fractions: [[1, 250]] }, 36867: '2021:03:04 05:06:07' } as const;
const TAKEN = { kind: 'wall', wall: Date.UTC(2021, 2, 4, 5, 6, 7), offset: null };
const block = exifBlock({ ifd0: { 272: 'X-T5', 274: 6 }, exif: EXIF });

describe('a raw picture', () => {
  it('like a NEF is as large as its largest whole picture, turned as the camera was held', async () => {
    const file = rawWithBelow({
      preview: { 256: 160, 257: 120, 272: 'Z 8', 274: 8 },
      whole: { 256: { long: 8280 }, 257: { long: 5520 } },
      exif: EXIF,
    });
    const { facts, taken } = await read(file);
    expect(facts).toMatchObject({ width: 5520, height: 8280, model: 'Z 8', exposure: 0.004, error: null });
    expect(taken).toEqual(TAKEN);
  });

  it('like a DNG is as large as its crop', async () => {
    const crop = { fractions: [[6000, 1], [4000, 1]] } as const; // prettier-ignore
    const file = rawWithBelow({
      preview: { 256: 256, 257: 171 },
      whole: { 256: 6032, 257: 4032, 50720: crop },
    });
    expect((await read(file)).facts).toMatchObject({ width: 6000, height: 4000, error: null });
  });

  it('like a CR2 is as large as its EXIF says, not its preview', async () => {
    const file = exifBlock({ ifd0: { 256: 1728, 257: 1152 }, exif: { 40962: 5472, 40963: 3648 } }, 16);
    file.write('CR', 8, 'latin1');
    expect((await read(file)).facts).toMatchObject({ width: 5472, height: 3648 });
    file.write('--', 8, 'latin1');
    expect((await read(file)).facts).toMatchObject({ width: 1728, height: 1152 });
  });

  it('of Olympus is read under its own mark', async () => {
    const file = orf(exifBlock({ ifd0: { 256: 5240, 257: 3912, 272: 'E-M1' }, exif: EXIF }));
    const { facts, taken } = await read(file);
    expect(facts).toMatchObject({ width: 5240, height: 3912, model: 'E-M1', error: null });
    expect(taken).toEqual(TAKEN);
  });

  it('of Panasonic is known by the JPEG inside and by its borders', async () => {
    const { facts, taken } = await read(
      rw2({ width: 1920, height: 1440, exif: block, borders: [4, 8, 3468, 4624] }),
    );
    expect(facts).toMatchObject({ width: 3464, height: 4616, model: 'X-T5', error: null });
    expect(taken).toEqual(TAKEN);
    expect((await read(rw2({ width: 1920, height: 1440 }))).facts).toMatchObject({
      width: 1920,
      height: 1440,
    });
  });

  it('of Fujifilm is known by the JPEG inside and by its table', async () => {
    const { facts, taken } = await read(raf({ width: 1920, height: 1280, exif: block, size: [7728, 5152] }));
    expect(facts).toMatchObject({ width: 5152, height: 7728, model: 'X-T5', error: null });
    expect(taken).toEqual(TAKEN);
  });

  it('of Canon, as CR3, is known by its blocks', async () => {
    const file = cr3({
      main: { 256: 6000, 257: 4000, 271: 'Canon', 272: 'EOS R6', 274: 8, 306: '2021:03:04 05:06:08' },
      exif: { ...EXIF, 34855: 400, 40962: 1620, 40963: 1080, 42036: 'RF24-105mm' },
      gps: { 1: 'N', 2: degrees(48, 8, 0), 3: 'E', 4: degrees(11, 34, 0) },
    });
    const { facts, taken } = await read(file);
    expect(facts).toMatchObject({
      ...{ width: 4000, height: 6000, orientation: 8, make: 'Canon', model: 'EOS R6', lens: 'RF24-105mm' },
      ...{ exposure: 0.004, iso: 400, error: null },
    });
    expect(facts.latitude).toBeCloseTo(48.133, 2);
    expect(taken).toEqual(TAKEN);
  });
});
