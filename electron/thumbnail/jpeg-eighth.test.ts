import sharp from 'sharp';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { readEighth, type Eighth } from './jpeg-eighth.js';
import { isForMeans } from './photo.js';
import { workshop } from './testing.js';

const files = workshop();

/** A picture with large and small shapes in all colours. */
function drawing(width: number, height: number) {
  const shapes = Array.from({ length: 60 }, (_, i) => {
    const [x, y, r] = [(i * 37) % 100, (i * 53) % 100, 2 + ((i * 7) % 17)];
    return `<circle cx="${x}%" cy="${y}%" r="${r}%" fill="hsl(${i * 41} 80% ${20 + ((i * 13) % 60)}%)"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  return sharp(Buffer.from(svg)).flatten({ background: '#7a9' });
}

/** Mean difference to the means of 8 x 8 pixels of what libvips decodes. */
async function differenceTo(bytes: Buffer, { pixels }: Eighth): Promise<number> {
  const { width, height, channels } = pixels;
  const { data, info } = await sharp(bytes)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(info.channels).toBe(channels);
  let sum = 0;
  // Blocks that are cut by the edge hold something nobody sees.
  const [columns, rows] = [Math.floor(info.width / 8), Math.floor(info.height / 8)];
  for (let i = 0; i < columns * rows * channels; i++) {
    const [x, y] = [Math.floor(i / channels) % columns, Math.floor(i / channels / columns)];
    const channel = i % channels;
    let mean = 0;
    for (let at = 0; at < 64; at++) {
      const [column, row] = [x * 8 + (at % 8), y * 8 + Math.floor(at / 8)];
      mean += (data[(row * info.width + column) * channels + channel] ?? 0) / 64;
    }
    sum += Math.abs(mean - (pixels.data[(y * width + x) * channels + channel] ?? 0));
  }
  expect(pixels.data).toHaveLength(width * height * channels);
  return sum / (columns * rows * channels);
}

const eighthOf = (bytes: Buffer): Eighth => {
  const eighth = readEighth(bytes);
  if (!eighth) throw new Error('Not read');
  return eighth;
};

describe('an eighth of a progressive JPEG', () => {
  // Where a file has half as many colours across and down, so has the eighth.
  it.each([
    ['4:4:4', { chromaSubsampling: '4:4:4' }, 1.5],
    ['4:2:0', { chromaSubsampling: '4:2:0' }, 8],
    ['coarse', { chromaSubsampling: '4:4:4', quality: 30 }, 2],
  ])('is what its decoder makes of it: %s', async (_name, options, tolerance) => {
    const sizes = [
      [803, 597],
      [1000, 17],
      [64, 48],
    ] as const;
    for (const [width, height] of sizes.slice(0, tolerance > 3 ? 1 : 3)) {
      const bytes = await drawing(width, height)
        .jpeg({ progressive: true, ...options })
        .toBuffer();
      const eighth = eighthOf(bytes);
      expect(eighth.whole).toBe(true);
      expect(eighth.pixels).toMatchObject({ width: Math.ceil(width / 8), height: Math.ceil(height / 8) });
      expect(await differenceTo(bytes, eighth)).toBeLessThan(tolerance);
    }
  });

  it('knows pictures without colours', async () => {
    const bytes = await drawing(400, 300).toColourspace('b-w').jpeg({ progressive: true }).toBuffer();
    const eighth = eighthOf(bytes);
    expect(eighth.pixels.channels).toBe(1);
    expect(await differenceTo(bytes, eighth)).toBeLessThan(1.5);
  });

  it('leaves other kinds to their decoder', async () => {
    expect(readEighth(await drawing(80, 80).jpeg().toBuffer())).toBeNull();
    const cmyk = await drawing(80, 80).toColourspace('cmyk').jpeg({ progressive: true }).toBuffer();
    expect(readEighth(cmyk)).toBeNull();
    expect(readEighth(Buffer.from([0xff, 0xd8]))).toBeNull();
    expect(readEighth(Buffer.alloc(0))).toBeNull();
  });

  it('shows what there is of a file that was cut off, and says so', async () => {
    const options = { progressive: true, chromaSubsampling: '4:4:4' };
    const bytes = await drawing(400, 300).jpeg(options).toBuffer();
    const end = eighthOf(bytes.subarray(0, bytes.length - 2));
    expect(end.whole).toBe(false);
    expect(await differenceTo(bytes, end)).toBeLessThan(1.5);
    expect(eighthOf(bytes.subarray(0, bytes.length / 6)).whole).toBe(false);
  });

  it('makes no tables that are not used', async () => {
    const bytes = await drawing(80, 80).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
    const table = Buffer.from([0xff, 0xc4, 0, 20, 0, 1, ...Array<number>(15).fill(0), 7]);
    const many = Buffer.concat([bytes.subarray(0, 2), ...Array<Buffer>(500).fill(table), bytes.subarray(2)]);
    const fill = vi.spyOn(Uint16Array.prototype, 'fill');
    try {
      expect(eighthOf(many)).toEqual(eighthOf(bytes));
      expect(fill.mock.calls.length).toBeLessThan(500);
    } finally {
      fill.mockRestore();
    }
  });

  it('survives any damage', async () => {
    const bytes = await drawing(160, 120).jpeg({ progressive: true }).toBuffer();
    for (let length = 0; length < bytes.length; length += 7) readEighth(bytes.subarray(0, length));
    let random = 1;
    const next = (n: number) => (random = (random * 48271) % 2147483647) % n;
    for (let i = 0; i < 400; i++) {
      const damaged = Buffer.from(bytes);
      for (let flips = 0; flips < 5; flips++) damaged[next(damaged.length)] = next(256);
      const { pixels } = readEighth(damaged) ?? {};
      if (pixels) expect(pixels.data).toHaveLength(pixels.width * pixels.height * pixels.channels);
    }
  });
});

describe('thumbnails of large progressive JPEGs', () => {
  it('are upright, in the colours of the profile, and as large as asked for', async () => {
    const picture = drawing(1200, 800).withIccProfile('p3').withMetadata({ orientation: 6 });
    const [progressive, plain] = await Promise.all(
      [true, false].map((one) => picture.clone().jpeg({ progressive: one, quality: 95 }).toBuffer()),
    );
    await writeFile(files.path('p.jpg'), progressive ?? '');
    await writeFile(files.path('b.jpg'), plain ?? '');
    const made = await files.make(files.path('p.jpg'), 'photo');
    expect(made).toMatchObject({ width: 800, height: 1200, warning: null });
    expect(made.thumbnail).toMatchObject({ width: 67, height: 100 });
    const places = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const colours = places.map(([x, y]) => made.at(x, y));
    const other = await files.make(files.path('b.jpg'), 'photo');
    const differences = places.flatMap(([x, y], i) =>
      other.at(x, y).map((value, channel) => Math.abs(value - (colours[i]?.[channel] ?? 0))),
    );
    expect(differences.reduce((sum, one) => sum + one, 0) / differences.length).toBeLessThan(6);
  });
});

describe('what a progressive JPEG is read by', () => {
  const facts = { isProgressive: true, width: 6000, height: 4000, channels: 3 as const };
  const byMeans = (side: number, chromaSubsampling: string, other = {}) =>
    isForMeans({ ...facts, chromaSubsampling, ...other }, side);

  it.each([
    // Colours for every pixel: from nine times the side on.
    ['4:4:4', 666, true],
    ['4:4:4', 667, false],
    // Halved colours: from eighteen times, or edges between colours would smear.
    ['4:2:0', 333, true],
    ['4:2:0', 334, false],
    ['4:2:2', 333, true],
    ['4:2:2', 334, false],
  ])('%s for a side of %i: means %s', (colours, side, means) => expect(byMeans(side, colours)).toBe(means));

  it('is its means where the coefficients do not fit into memory, and never where there are none', () => {
    const large = { width: 12_000, height: 8000 };
    expect(byMeans(2560, '4:2:0', large)).toBe(true);
    expect(byMeans(2560, '4:2:0')).toBe(false);
    expect(byMeans(100, '4:4:4', { isProgressive: false })).toBe(false);
    expect(byMeans(100, '4:4:4', { channels: 4 })).toBe(false);
    expect(byMeans(666, '4:4:4', { channels: 1 })).toBe(true);
  });
});
