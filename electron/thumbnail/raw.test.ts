import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { jpegSize } from '../node/jpeg-size.js';
import { workshop } from './testing.js';
import { box, directory, fileOf, header } from './testing-raw.js';

const shop = workshop();
const RED = expect.closeTo(255, -1) as number;

/** Left half red, right half blue. */
async function halves(width: number, height: number): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height, channels: 3 as const };
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: { create: { ...half, background: '#f00' } }, left: 0, top: 0 }])
    .jpeg({ quality: 90 })
    .toBuffer();
}

let small: Buffer;
let middle: Buffer;
let large: Buffer;
beforeAll(async () => {
  [small, middle, large] = await Promise.all([halves(60, 40), halves(300, 200), halves(900, 600)]);
});

const make = async (name: string, bytes: Buffer, longestSide = 100) => {
  await writeFile(shop.path(name), bytes);
  return shop.make(shop.path(name), 'photo', { longestSide });
};

/** Small preview in the first directory, larger ones in sub-directories: as NEF and DNG have it. */
function nef(orientation: number, little = true): Buffer {
  return fileOf(
    header(little ? 'II*\0' : 'MM\0*', 8),
    directory(
      8,
      [
        [0x111, 4, 1, 1000],
        [0x112, 3, 1, little ? orientation : orientation],
        [0x117, 4, 1, small.length],
        [0x14a, 4, 2, 300],
      ],
      0,
      little,
    ),
    [300, little ? Buffer.from([0x90, 1, 0, 0, 0xf4, 1, 0, 0]) : Buffer.from([0, 0, 1, 0x90, 0, 0, 1, 0xf4])],
    directory(400, [[0x201, 4, 1, 5000], [0x202, 4, 1, middle.length]], 0, little), // prettier-ignore
    directory(500, [[0x201, 4, 1, 20_000], [0x202, 4, 1, large.length]], 0, little), // prettier-ignore
    [1000, small],
    [5000, middle],
    [20_000, large],
    [80_000, Buffer.alloc(1000)],
  );
}

describe('raw pictures', () => {
  it('are shown by the smallest preview that is large enough, with the size of the largest', async () => {
    for (const name of ['a.nef', 'a.dng', 'a.arw']) {
      const made = await make(name, nef(1));
      expect([made.width, made.height, made.thumbnail.width]).toEqual([900, 600, 100]);
      expect(made.at(0.2, 0.5).slice(0, 3)).toEqual([RED, expect.closeTo(0, -1), expect.closeTo(0, -1)]);
    }
    expect((await make('b.nef', nef(1), 2560)).thumbnail.width).toBe(900);
    expect((await make('b.nef', nef(1), Infinity)).thumbnail.width).toBe(900);
  });

  it.each([
    [1, [0.2, 0.5]],
    [2, [0.8, 0.5]],
    [3, [0.8, 0.5]],
    [4, [0.2, 0.5]],
    [5, [0.5, 0.2]],
    [6, [0.5, 0.2]],
    [7, [0.5, 0.8]],
    [8, [0.5, 0.8]],
  ] as const)('are upright by their own orientation %s', async (orientation, [x, y]) => {
    const made = await make('turned.nef', nef(orientation, orientation % 2 === 0));
    const upright = orientation < 5;
    expect([made.width, made.height]).toEqual(upright ? [900, 600] : [600, 900]);
    expect(made.thumbnail.width > made.thumbnail.height).toBe(upright);
    expect(made.at(x, y)[0]).toBeGreaterThan(200);
    expect(made.at(1 - x, 1 - y)[0]).toBeLessThan(60);
  });

  it('of Panasonic, whose preview is a value of its own', async () => {
    const rw2 = fileOf(
      header('IIU\0', 8),
      directory(8, [[0x2e, 7, middle.length, 500], [0x112, 3, 1, 6]]), // prettier-ignore
      [500, middle],
    );
    expect(await make('a.rw2', rw2)).toMatchObject({ width: 200, height: 300 });
  });

  it('of Olympus, whose preview is in the notes', async () => {
    const notes = fileOf(
      [0, Buffer.from('OLYMPUS\0II\x03\0', 'latin1')],
      directory(12, [[0x2020, 13, 1, 40]]),
      directory(40, [[0x101, 4, 1, 200], [0x102, 4, 1, middle.length]]), // prettier-ignore
      [200, middle],
    );
    const orf = fileOf(
      header('IIRO', 8),
      directory(8, [[0x112, 3, 1, 1], [0x8769, 4, 1, 100]]), // prettier-ignore
      directory(100, [[0x927c, 7, notes.length, 1000]]),
      [1000, notes],
    );
    expect(await make('a.orf', orf)).toMatchObject({ width: 300, height: 200 });
  });

  it('of Fujifilm, turned by the EXIF of the preview', async () => {
    const turned = await sharp(middle).withExif({ IFD0: { Orientation: '6' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer(); // prettier-ignore
    const head = Buffer.alloc(92);
    head.write('FUJIFILMCCD-RAW 0201', 'latin1');
    head.writeUInt32BE(200, 84);
    head.writeUInt32BE(turned.length, 88);
    expect(await make('a.raf', fileOf([0, head], [200, turned]))).toMatchObject({ width: 200, height: 300 });
  });

  it('of Canon, old and new', async () => {
    const lossless = Buffer.concat([Buffer.from('ffd8ffc3000b0c', 'hex'), Buffer.alloc(200)]);
    const cr2 = fileOf(
      header('II*\0', 16),
      directory(16, [[0x111, 4, 1, 500], [0x112, 3, 1, 8], [0x117, 4, 1, middle.length]], 200), // prettier-ignore
      directory(200, [[0x111, 4, 1, 40_000], [0x117, 4, 1, lossless.length]]), // prettier-ignore
      [500, middle],
      [40_000, lossless],
    );
    expect(await make('a.cr2', cr2)).toMatchObject({ width: 200, height: 300 });
    const tiff = fileOf(header('II*\0', 8), directory(8, [[0x112, 3, 1, 6]]));
    const uuid = (id: string, ...parts: Uint8Array[]) => box('uuid', Buffer.from(id, 'hex'), ...parts);
    const canon = uuid(
      '85c0b687820f11e08111f4ce462b6a48',
      box('CMT1', tiff),
      box('THMB', Buffer.alloc(16), small),
    );
    const preview = box('PRVW', Buffer.alloc(16), middle);
    const cr3 = Buffer.concat([
      box('ftyp', Buffer.from('crx \0\0\0\x01crx isom', 'latin1')),
      box('moov', canon),
      uuid('eaf42b5e1c984b88b9fbb7dc406e4d16', Buffer.alloc(8), preview),
    ]);
    expect(await make('a.cr3', cr3)).toMatchObject({ width: 200, height: 300 });
  });

  it('that are really JPEGs are read as such', async () => {
    expect(await make('really.cr2', large)).toMatchObject({ width: 900, height: 600 });
  });

  it('fall back to another preview when one is damaged', async () => {
    const bytes = nef(1);
    bytes.fill(0, 5000 + 700, 5000 + middle.length);
    bytes.fill(0, 20_000 + 30, 20_000 + large.length);
    expect((await make('a.nef', bytes)).thumbnail.width).toBeGreaterThan(0);
  });

  it('say when there is no preview, or nothing that makes sense', async () => {
    const refuse = async (name: string, bytes: Buffer) => {
      await writeFile(shop.path(name), bytes);
      return shop.refusal(shop.path(name), 'photo');
    };
    const none = 'unsupported: There is no preview in this raw picture.';
    expect(await refuse('none.nef', fileOf(header('II*\0', 8), directory(8, [[0x112, 3, 1, 1]])))).toBe(none);
    const circle = directory(8, [[0x14a, 4, 1, 8], [0x8769, 4, 1, 8]], 8); // prettier-ignore
    expect(await refuse('circle.arw', fileOf(header('II*\0', 8), circle))).toBe(none);
    expect(await refuse('cut.dng', nef(1).subarray(0, 30))).toBe(none);
    expect(await refuse('far.dng', fileOf(header('MM\0*', 0xfffffff0), [8, Buffer.alloc(90)]))).toBe(none);
    expect(await refuse('a.cr3', box('ftyp', Buffer.from('crx isom')))).toBe(none);
  });

  it('survive any damage to their directories', async () => {
    const good = nef(6);
    let state = 1;
    const random = (below: number) => (state = (state * 48_271) % 0x7fffffff) % below;
    for (let i = 0; i < 60; i++) {
      const bytes = Buffer.from(good);
      for (let n = 0; n < 6; n++) bytes[random(530)] = random(256);
      // Whatever comes of it: an answer, and soon.
      await make('fuzz.nef', bytes).catch((error: unknown) => expect(error).toBeInstanceOf(Error));
    }
  });
});

describe('jpegSize', () => {
  it('reads common frames and refuses others', async () => {
    expect(jpegSize(large)).toEqual({ width: 900, height: 600 });
    expect(jpegSize(Buffer.from('ffd8ffc30011080001000103011100', 'hex'))).toBeNull();
    expect(jpegSize(large.subarray(0, 20))).toBeNull();
    expect(jpegSize(Buffer.alloc(50))).toBeNull();
    await writeFile(shop.path('x.jpg'), large);
    expect(jpegSize(await readFile(shop.path('x.jpg')))).not.toBeNull();
  });
});
