// The maker's photos are what they say they are: format, size, orientation, EXIF.

import { createRequire } from 'node:module';
import { decode } from 'bmp-ts';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Orientation } from './exif.js';
import { canMakeHeic } from './heic.js';
import { jpegWithOrientation, photo } from './photos.js';

const RED = [230, 20, 20];
const GREEN = [20, 200, 20];
const BLUE = [20, 40, 230];
const YELLOW = [240, 200, 20];

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (result: unknown) => void,
  ): void;
}

interface Heif {
  readonly HeifDecoder: new () => { decode(bytes: Buffer): HeifImage[] };
}

// The package has no types for this entry.
const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif;

/** Colours near the four corners of raw pixels: top left, top right, bottom left, bottom right. */
function corners(data: Uint8Array, width: number, height: number, channels: number): number[][] {
  const at = (x: number, y: number) => [
    ...data.subarray((y * width + x) * channels, (y * width + x) * channels + 3),
  ];
  return [at(4, 4), at(width - 5, 4), at(4, height - 5), at(width - 5, height - 5)];
}

function expectQuarters(found: number[][]): void {
  [RED, GREEN, BLUE, YELLOW].forEach((color, corner) => {
    color.forEach((value, channel) => {
      expect(
        Math.abs((found[corner]?.[channel] ?? -99) - value),
        `corner ${corner}, channel ${channel}`,
      ).toBeLessThan(25);
    });
  });
}

describe('photo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as Orientation[])(
    'orientation %i shows upright what was drawn',
    async (orientation) => {
      const bytes = await jpegWithOrientation(orientation, 60, 40);
      expect((await exifr.orientation(bytes)) ?? 1).toBe(orientation);
      const stored = await sharp(bytes).metadata();
      expect([stored.width, stored.height]).toEqual(orientation >= 5 ? [40, 60] : [60, 40]);
      const { data, info } = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
      expect([info.width, info.height]).toEqual([60, 40]);
      expectQuarters(corners(data, 60, 40, info.channels));
    },
  );

  it.each(['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif', 'svg'] as const)(
    '%s has its magic and its size',
    async (format) => {
      const bytes = await photo({ width: 90, height: 60, format, scene: 'sea', light: 'noon' });
      const metadata = await sharp(bytes).metadata();
      expect(metadata.format).toBe(format === 'avif' ? 'heif' : format);
      expect([metadata.width, metadata.height]).toEqual([90, 60]);
    },
  );

  it('bmp keeps its colours in place', async () => {
    const bytes = await photo({ width: 30, height: 20, format: 'bmp', scene: 'quarters' });
    expect(bytes.toString('latin1', 0, 2)).toBe('BM');
    const { data, width, height } = decode(bytes, { toRGBA: true });
    expect([width, height]).toEqual([30, 20]);
    expectQuarters(corners(data, width, height, 4));
  });

  it('writes the date, the camera and the place', async () => {
    const bytes = await photo({
      ...{ width: 60, height: 40, taken: '2021-07-09T10:12:13', gps: [43.8367, -4.36] },
      camera: { make: 'Lumen', model: 'M3' },
      orientation: 6,
    });
    const exif: unknown = await exifr.parse(bytes, { reviveValues: false, translateValues: false });
    expect(exif).toMatchObject({
      Make: 'Lumen',
      Model: 'M3',
      DateTimeOriginal: '2021:07:09 10:12:13',
      Orientation: 6,
    });
    const place = await exifr.gps(bytes);
    expect(place.latitude).toBeCloseTo(43.8367, 4);
    expect(place.longitude).toBeCloseTo(-4.36, 4);
  });

  it('makes variants', async () => {
    const small = { width: 48, height: 32, scene: 'hills' } as const;
    const animated = await sharp(await photo({ ...small, format: 'gif', variant: 'animated' })).metadata();
    expect(animated.pages).toBe(12);
    const cmyk = await sharp(await photo({ ...small, variant: 'cmyk' })).metadata();
    expect([cmyk.space, cmyk.channels]).toEqual(['cmyk', 4]);
    expect((await sharp(await photo({ ...small, variant: 'progressive' })).metadata()).isProgressive).toBe(
      true,
    );
    expect((await sharp(await photo({ ...small, format: 'png', variant: 'deep' })).metadata()).depth).toBe(
      'ushort',
    );
    expect(
      (await sharp(await photo({ ...small, format: 'png', variant: 'transparent' })).metadata()).hasAlpha,
    ).toBe(true);
  });

  it('is the same for the same seed, and another for another', async () => {
    const options = { width: 60, height: 40, scene: 'alps', light: 'dawn' } as const;
    const first = await photo({ ...options, seed: 5 });
    expect((await photo({ ...options, seed: 5 })).equals(first)).toBe(true);
    expect((await photo({ ...options, seed: 6 })).equals(first)).toBe(false);
  });

  it.each([1, 3, 6, 8] as Orientation[])('heic, turned %i, decodes upright', async (orientation) => {
    if (!(await canMakeHeic())) return;
    const bytes = await photo({ width: 96, height: 64, format: 'heic', scene: 'quarters', orientation });
    const [image] = new libheif.HeifDecoder().decode(bytes);
    if (!image) throw new Error('There is no image in the file');
    const [width, height] = [image.get_width(), image.get_height()];
    expect([width, height]).toEqual([96, 64]);
    const data = new Uint8ClampedArray(width * height * 4);
    await new Promise((done) => image.display({ data, width, height }, done));
    expectQuarters(corners(new Uint8Array(data.buffer), width, height, 4));
  });
});
