import { readFile, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { withJpegProfile } from './icc.js';
import { workshop } from './testing.js';
import { MOST_PIXELS, WHOLE, wholeSide } from './whole.js';

const files = workshop();
const whole = { longestSide: WHOLE };

/** Columns of one pixel, red and blue in turn: halved colours would make them all violet. */
function stripes(width: number, height: number): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let i = 0; i < width * height; i++) data[i * 3 + (i % width) % 2 * 2] = 230; // prettier-ignore
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function made(name: string, picture: Sharp) {
  await writeFile(files.path(name), await picture.toBuffer());
  return files.make(files.path(name), 'photo', whole);
}

const format = async () => (await sharp(await readFile(files.path('thumbnail.webp'))).metadata()).format;

describe('a picture with all its pixels', () => {
  it('has each of them, with its own colour', async () => {
    const picture = await made('stripes.tiff', stripes(2700, 40).tiff({ compression: 'lzw' }));
    expect(picture.thumbnail).toEqual({ width: 2700, height: 40, alpha: false });
    expect(await format()).toBe('jpeg');
    for (let x = 100; x < 140; x++) {
      const [red = 0, , blue = 0] = picture.at((x + 0.5) / 2700, 0.5);
      expect(x % 2 === 0 ? red - blue : blue - red).toBeGreaterThan(150);
    }
  });

  it('is upright', async () => {
    const picture = await made(
      'turned.tiff',
      stripes(300, 40).withMetadata({ orientation: 6 }).tiff({ compression: 'lzw' }),
    );
    expect(picture).toMatchObject({ width: 40, height: 300 });
    expect(picture.thumbnail).toMatchObject({ width: 40, height: 300 });
  });

  it('keeps what shows through', async () => {
    const glass = sharp({ create: { width: 300, height: 40, channels: 4, background: '#f008' } });
    const picture = await made('glass.tiff', glass.tiff({ compression: 'lzw' }));
    expect(picture.thumbnail).toEqual({ width: 300, height: 40, alpha: true });
    expect(picture.at(0.5, 0.5)).toEqual([255, 0, 0, 136]);
    expect(await format()).toBe('png');
  });

  it('has the colours of its profile', async () => {
    // The red of P3 is beyond that of sRGB, so what is a little less red in numbers is as red as can be.
    const p3 = sharp({
      create: { width: 300, height: 40, channels: 3, background: { r: 200, g: 50, b: 50 } },
    })
      .withIccProfile('p3')
      .tiff({ compression: 'lzw' });
    const small = await (async () => {
      await writeFile(files.path('p3.tiff'), await p3.clone().toBuffer());
      return files.make(files.path('p3.tiff'), 'photo');
    })();
    const large = await made('p3.tiff', p3);
    small
      .at(0.5, 0.5)
      .forEach((value, i) => expect(Math.abs(value - large.at(0.5, 0.5)[i]!)).toBeLessThan(6));
  });

  it('is made smaller only where nothing could show it', () => {
    expect(wholeSide({ width: 9000, height: 6000 })).toBe(9000);
    const side = wholeSide({ width: 16_000, height: 12_000 });
    expect(side * side * 0.75).toBeLessThanOrEqual(MOST_PIXELS);
    expect(side).toBeGreaterThan(11_000);
    expect(wholeSide({ width: 90_000, height: 10 })).toBe(65_500);
  });
});

describe('a profile in a JPEG', () => {
  it.each([500, 150_000])('of %i bytes is read as it was written', async (length) => {
    const icc = Buffer.from(Array.from({ length }, (_, i) => (i * 31) & 255));
    const jpeg = await stripes(16, 16).jpeg().toBuffer();
    expect((await sharp(withJpegProfile(jpeg, icc), { failOn: 'none' }).metadata()).icc).toEqual(icc);
    // JFIF's segment, where there is one, stays the first.
    const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex');
    const head = Buffer.concat([jpeg.subarray(0, 2), jfif]);
    const marked = withJpegProfile(Buffer.concat([head, jpeg.subarray(2)]), icc);
    expect(marked.subarray(0, head.length)).toEqual(head);
    expect((await sharp(marked, { failOn: 'none' }).metadata()).icc).toEqual(icc);
  });
});
