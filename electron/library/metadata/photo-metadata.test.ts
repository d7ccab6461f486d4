import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { NO_FACTS } from './media-facts.js';
import { readPhoto } from './photo-metadata.js';
import {
  degrees,
  exifBlock,
  filler,
  handleOf,
  heif,
  jpeg,
  png,
  text,
  u16,
  u32,
  webp,
  type PictureParts,
  type Tags,
} from './samples.js';

const fraction = (above: number, below: number) => ({ fractions: [[above, below]] as const });

/** Everything a phone writes. */
const FULL = exifBlock({
  ifd0: { 271: 'Apple\0', 272: 'iPhone 14 Pro', 274: 6, 306: '2024:01:01 00:00:00', 18246: 4 },
  exif: {
    ...{ 33434: fraction(1, 250), 33437: fraction(178, 100), 34855: 64, 37386: fraction(686, 100) },
    ...{
      36867: '2023:06:14 15:30:12',
      36868: '2023:06:14 15:30:13',
      36881: '+02:00',
      37521: '345',
      42036: 'back camera',
    },
  },
  gps: {
    ...{
      1: 'S',
      2: degrees(33, 51, 24.84),
      3: 'E',
      4: degrees(151, 12, 54),
      5: { bytes: Buffer.from([1]) },
      6: fraction(35, 10),
    },
  },
});
const WALL = Date.UTC(2023, 5, 14, 15, 30, 12, 345);
const FACTS = {
  ...{
    make: 'Apple',
    model: 'iPhone 14 Pro',
    lens: 'back camera',
    exposure: 0.004,
    aperture: 1.78,
    iso: 64,
    focalLength: 6.86,
  },
  ...{ altitude: -3.5, rating: 4, error: null },
};

const read = (bytes: Buffer) => readPhoto(handleOf(bytes));
const factsOf = async (bytes: Buffer) => (await read(bytes)).facts;

describe('a photo with everything', () => {
  const parts: PictureParts = { width: 400, height: 300, exif: FULL };
  it.each([
    ['JPEG', jpeg(parts)],
    ['JPEG with a large profile before', jpeg(parts, [filler(65_000), filler(65_000), filler(65_000)])],
    ['PNG', png(parts)],
    ['PNG with EXIF behind the picture', png(parts, { behind: true })],
    ['WebP', webp(parts)],
    ['HEIC that is turned', heif(parts, { turns: 3 })],
    ['AVIF that is turned', heif(parts, { turns: 1, brand: 'avif' })],
  ])('is read: %s', async (what, bytes) => {
    const { facts, taken, changed } = await read(bytes);
    const turned = what.includes('AVIF') ? 8 : 6;
    expect(facts).toMatchObject({ ...FACTS, width: 300, height: 400, orientation: turned });
    expect(facts.latitude).toBeCloseTo(-33.8569, 6);
    expect(facts.longitude).toBeCloseTo(151.215, 6);
    expect(taken).toEqual({ kind: 'wall', wall: WALL, offset: 120 });
    expect(changed).toMatchObject({ wall: Date.UTC(2024, 0, 1) });
  });

  it('is read from TIFF, wherever the directory stands', async () => {
    const tags = {
      ifd0: { 256: 400, 257: 300, 272: 'Scanner', 274: 8 },
      exif: { 36867: '1899:12:31 23:59:59' },
    };
    for (const start of [8, 5_000_000]) {
      const { facts, taken } = await read(exifBlock(tags, start));
      expect(facts).toMatchObject({ width: 300, height: 400, orientation: 8, model: 'Scanner', error: null });
      expect(taken).toEqual({ kind: 'wall', wall: Date.UTC(1899, 11, 31, 23, 59, 59), offset: null });
    }
  });

  it('is read in few bytes', async () => {
    const handle = handleOf(Buffer.concat([jpeg(parts), Buffer.alloc(5_000_000)]));
    await readPhoto(handle);
    expect(handle.total()).toBe(65536);
    const behind = handleOf(Buffer.concat([webp(parts), Buffer.alloc(5_000_000)]));
    await readPhoto(behind);
    expect(behind.total()).toBeLessThan(70_000);
  });
});

describe('orientation', () => {
  it.each([...[1, 2, 3, 4].map((value) => [value, 40, 30]), ...[5, 6, 7, 8].map((value) => [value, 30, 40])])(
    '%i shows as %i x %i',
    async (value, width, height) => {
      expect(await factsOf(jpeg({ exif: exifBlock({ ifd0: { 274: value } }) }))).toMatchObject({
        width,
        height,
        orientation: value,
      });
    },
  );

  it('of HEIC is what the container says, not EXIF', async () => {
    expect(await factsOf(heif({ exif: exifBlock({ ifd0: { 274: 6 } }) }))).toMatchObject({
      width: 40,
      height: 30,
      orientation: 1,
    });
  });
});

describe('a sensitivity', () => {
  const [high, other] = [{ long: 102_400 }, { long: 204_800 }];
  it.each([
    ['that fits is what its own tag says', { 34855: 100, 34864: 2, 34866: high }, 100],
    ['that is more is recommended', { 34855: 65_535, 34864: 2, 34866: high, 34867: other }, 102_400],
    ['that is more is a speed', { 34855: 65_535, 34864: 3, 34866: other, 34867: high }, 102_400],
    ['that is more is that of the output', { 34855: 65_535, 34864: 1, 34865: high, 34866: other }, 102_400],
    ['that is more is both', { 34855: 65_535, 34864: 6, 34866: { long: 0 }, 34867: high }, 102_400],
    ['of no type is recommended first', { 34855: 65_535, 34866: high, 34867: other }, 102_400],
    ['of no type can be a speed', { 34855: 65_535, 34864: 0, 34867: high }, 102_400],
    ['that nothing else tells is what its own tag says', { 34855: 65_535 }, 65_535],
    ['that cannot be is not believed', { 34855: 65_535, 34864: 2, 34866: { long: 4e9 } }, 65_535],
    ['is not looked for where its own tag is nought', { 34855: 0, 34864: 2, 34866: high }, null],
  ])('%s', async (_what, exif: Tags, iso) => {
    expect((await factsOf(jpeg({ exif: exifBlock({ exif }) }))).iso).toBe(iso);
  });
});

describe('values that cannot be', () => {
  it.each([
    ['an orientation of 9', { ifd0: { 274: 9 } }, { orientation: null, width: 40 }],
    ['a date of blanks', { exif: { 36867: '    :  :     :  :  ' } }, {}],
    [
      'nought for everything',
      { exif: { 33434: fraction(0, 1), 33437: fraction(0, 0), 34855: 0, 37386: fraction(0, 5) } },
      {},
    ],
    ['dashes for a lens', { exif: { 42036: '----' } }, {}],
    ['a latitude of 91', { gps: { 1: 'N', 2: degrees(91, 0, 0), 3: 'E', 4: degrees(10, 0, 0) } }, {}],
    ['the point nought, nought', { gps: { 1: 'N', 2: degrees(0, 0, 0), 3: 'E', 4: degrees(0, 0, 0) } }, {}],
    ['half a place', { gps: { 1: 'N', 2: degrees(10, 0, 0) } }, {}],
  ])('are unknown: %s', async (_what, tags, expected) => {
    const { facts, taken } = await read(jpeg({ exif: exifBlock(tags) }));
    expect(facts).toEqual({ ...NO_FACTS, width: 40, height: 30, ...expected });
    expect(taken).toBeNull();
  });

  it('leave the others', async () => {
    const exif = exifBlock({
      ifd0: { 272: 'X' },
      exif: { 36867: '2023:02:30 10:00:00', 36868: '2023:02:28 10:00:00' },
    });
    const { facts, taken } = await read(jpeg({ exif }));
    expect(facts.model).toBe('X');
    expect(taken).toMatchObject({ wall: Date.UTC(2023, 1, 28, 10) });
  });
});

describe('XMP', () => {
  it.each([
    ['<x xmp:Rating="3"/>', 3],
    ['<xmp:Rating>5</xmp:Rating>', 5],
    ["<x xmp:Rating = '-1'/>", -1],
    ['<x MicrosoftPhoto:Rating="75"/>', 4],
    ['<x xmp:Rating="0" MicrosoftPhoto:Rating="99"/>', 0],
    ['<x xmp:Rating="9"/>', null],
    ['<x xmp:Rating="much"/>', null],
  ])('%s rates %s', async (xmp, rating) => {
    for (const bytes of [
      jpeg({ xmp }),
      png({ xmp }),
      png({ xmp }, { behind: true, squeezed: true }),
      webp({ xmp }),
      heif({ xmp }),
    ]) {
      expect((await factsOf(bytes)).rating).toBe(rating);
    }
  });

  it('counts before EXIF', async () => {
    expect((await factsOf(jpeg({ exif: FULL, xmp: '<x xmp:Rating="1"/>' }))).rating).toBe(1);
    expect((await factsOf(jpeg({ exif: exifBlock({ ifd0: { 18249: 25 } }) }))).rating).toBe(2);
  });
});

describe('Motion Photos', () => {
  const clip = Buffer.concat([u32(16), text('ftypisom'), u32(0), Buffer.alloc(84)]);
  const item = (rest: string) => `<Container:Item ${rest}/>`;
  const directory =
    item('Item:Semantic="Primary" Item:Length="0" Item:Padding="8"') +
    item(`Item:Mime="video/mp4" Item:Semantic="MotionPhoto" Item:Length="100"`);
  const shell = (xmp: string, tail: Buffer = clip) => {
    const picture = jpeg({ xmp });
    return { bytes: Buffer.concat([picture, tail]), offset: picture.length };
  };

  it('are found by the directory, also when more follows', async () => {
    for (const [xmp, tail] of [
      [directory, clip],
      [
        directory + item('Item:Semantic="DepthMap" Item:Length="20"'),
        Buffer.concat([clip, Buffer.alloc(20)]),
      ],
    ] as const) {
      const { bytes, offset } = shell(xmp, tail);
      expect(await factsOf(bytes)).toMatchObject({ motionOffset: offset, motionLength: 100 });
    }
  });

  it('are found by the older offset', async () => {
    const { bytes, offset } = shell('<x GCamera:MicroVideo="1" GCamera:MicroVideoOffset="100"/>');
    expect(await factsOf(bytes)).toMatchObject({ motionOffset: offset, motionLength: 100 });
  });

  it('are not believed without their video', async () => {
    for (const tail of [Buffer.alloc(0), Buffer.alloc(100)]) {
      expect(await factsOf(shell(directory, tail).bytes)).toMatchObject({
        motionOffset: null,
        motionLength: null,
      });
    }
  });
});

it('reads the identifier of a Live Photo', async () => {
  const id = '570F1469-09C7-4E50-9875-05F21D5BD166\0';
  const entry = Buffer.concat([u16(0x11), u16(2), u32(id.length), u32(14 + 2 + 12 + 4)]);
  const note = Buffer.concat([text('Apple iOS\0\0\u0001MM'), u16(1), entry, u32(0), text(id)]);
  const exif = exifBlock({ exif: { 37500: { bytes: note } } });
  expect((await factsOf(jpeg({ exif }))).contentId).toBe(id.slice(0, -1));
});

describe('other pictures', () => {
  it.each([
    ['GIF', Buffer.concat([text('GIF89a'), Buffer.from([40, 0, 30, 0, 0, 0, 0])])],
    [
      'BMP',
      Buffer.concat([
        text('BM'),
        Buffer.alloc(12),
        Buffer.from([40, 0, 0, 0, 40, 0, 0, 0, 30, 0, 0, 0]),
        Buffer.alloc(20),
      ]),
    ],
    [
      'SVG',
      Buffer.from(
        '<?xml version="1.0"?>\n<!-- x -->\n<svg xmlns="http://www.w3.org/2000/svg" width="40px" height="30">',
      ),
    ],
    [
      'SVG with a view box',
      Buffer.from(`${' '.repeat(3000)}<svg a="${'x>'.repeat(700)}" viewBox="0,0 40 30" width="100%" />`),
    ],
  ])('have a size: %s', async (_what, bytes) => {
    expect(await factsOf(bytes)).toMatchObject({ width: 40, height: 30, error: null });
  });
});

describe('trouble', () => {
  it('is told without being thrown', async () => {
    expect((await factsOf(Buffer.alloc(0))).error).toBe('This file is empty.');
    expect((await factsOf(Buffer.from('no picture'))).error).toContain('not a picture');
    expect((await factsOf(jpeg({}).subarray(0, 6))).error).toContain('damaged');
    const cut = jpeg({ exif: FULL.subarray(0, 60) });
    const facts = await factsOf(cut);
    expect(facts).toMatchObject({ width: 40, height: 30, make: null });
    expect(facts.error).toContain('damaged');
  });

  it('with reading is thrown as such', async () => {
    const broken = handleOf(jpeg({}));
    broken.read = () => Promise.reject(Object.assign(new Error('x'), { code: 'EIO' }));
    await expect(readPhoto(broken)).rejects.toMatchObject({ name: 'AppError', code: 'unreadable' });
  });

  it('is the end of a reading that was stopped', async () => {
    await expect(readPhoto(handleOf(jpeg({})), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'stopped',
    });
    const reason = new AppError('timeout', 'It took too long.');
    await expect(readPhoto(handleOf(jpeg({})), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
