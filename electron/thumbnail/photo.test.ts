import { rename, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { diskPath } from '../node/raw-paths.js';
import { withProfile } from './icc.js';
import { workshop } from './testing.js';
import { greyProfile } from './testing-profile.js';

const files = workshop();

const RED = { r: 220, g: 30, b: 30 };
const BLUE = { r: 30, g: 30, b: 220 };

/** 300 x 200, left half red, right half blue. */
function halves(): Sharp {
  const right = { create: { width: 150, height: 200, channels: 3, background: BLUE } } as const;
  return sharp({ create: { width: 300, height: 200, channels: 3, background: RED } }).composite([
    { input: right, left: 150, top: 0 },
  ]);
}

/** Noise, which keeps an encoder busy: large files, many blocks. */
function noise(width: number, height: number): Sharp {
  const background = { r: 0, g: 0, b: 0 };
  return sharp({
    create: { width, height, channels: 3, background, noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });
}

async function save(name: string, bytes: Uint8Array | string): Promise<string> {
  await writeFile(files.path(name), bytes);
  return files.path(name);
}

const near = (colour: readonly number[], { r, g, b }: typeof RED, tolerance = 30) =>
  [r, g, b].every((want, i) => Math.abs((colour[i] ?? 0) - want) <= tolerance);

describe('photos', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)('pictures %s', async (format) => {
    const path = await save(`halves.${format}`, await halves().toFormat(format).toBuffer());
    const made = await files.make(path, 'photo');
    expect(made).toMatchObject({ width: 300, height: 200, duration: 0, warning: null });
    expect(made.thumbnail).toMatchObject({ width: 100, height: 67 });
    expect(near(made.at(0.25, 0.5), RED)).toBe(true);
    expect(near(made.at(0.75, 0.5), BLUE)).toBe(true);
  });

  it('pictures an animated AVIF by its still picture, and knows it by its own bytes', async () => {
    const avif = await halves().avif().toBuffer();
    avif.write('avis', 8, 'latin1');
    const made = await files.make(await save('animated.avif', avif), 'photo');
    expect(made).toMatchObject({ width: 300, height: 200, warning: null, sum: crc32(avif) });
    expect(near(made.at(0.25, 0.5), RED)).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('is upright with EXIF orientation %i', async (orientation) => {
    const jpeg = await halves().jpeg().withMetadata({ orientation }).toBuffer();
    const made = await files.make(await save('turned.jpg', jpeg), 'photo');
    const turned = orientation > 4;
    expect([made.width, made.height]).toEqual(turned ? [200, 300] : [300, 200]);
    // Where the red half must be: left, right, top or bottom.
    const [x = 0, y = 0] =
      {
        1: [0, 0.5],
        2: [1, 0.5],
        3: [1, 0.5],
        4: [0, 0.5],
        5: [0.5, 0],
        6: [0.5, 0],
        7: [0.5, 1],
        8: [0.5, 1],
      }[orientation] ?? [];
    expect(near(made.at(x, y), RED)).toBe(true);
    expect(near(made.at(1 - x, 1 - y), BLUE)).toBe(true);
  });

  it('goes by the content, not by the name', async () => {
    const made = await files.make(await save('png.jpg', await halves().png().toBuffer()), 'photo');
    expect(made.width).toBe(300);
  });

  it('is never larger than the original', async () => {
    const made = await files.make(await save('small.png', await noise(30, 20).png().toBuffer()), 'photo');
    expect(made.thumbnail).toMatchObject({ width: 30, height: 20 });
  });

  it('keeps transparency', async () => {
    const background = { ...RED, alpha: 0 };
    const glass = sharp({ create: { width: 50, height: 50, channels: 4, background } });
    const made = await files.make(await save('glass.png', await glass.png().toBuffer()), 'photo');
    expect(made.thumbnail.alpha).toBe(true);
    expect(made.at(0.5, 0.5)[3]).toBe(0);
  });

  it('converts profiles, CMYK and 16 bits to sRGB', async () => {
    const wide = await files.make(
      await save('p3.jpg', await halves().withIccProfile('p3').jpeg().toBuffer()),
      'photo',
    );
    expect(near(wide.at(0.25, 0.5), RED, 12)).toBe(true);
    const cmyk = await files.make(
      await save('cmyk.jpg', await halves().toColourspace('cmyk').jpeg().toBuffer()),
      'photo',
    );
    expect(near(cmyk.at(0.25, 0.5), RED, 60)).toBe(true);
    const deep = await files.make(
      await save('deep.png', await halves().toColourspace('rgb16').png().toBuffer()),
      'photo',
    );
    expect(near(deep.at(0.75, 0.5), BLUE)).toBe(true);
  });

  it.each([
    ['srgb', 'png'],
    ['srgb', 'tiff'],
    ['p3', 'png'],
    ['p3', 'tiff'],
  ] as const)(
    'has the same colours with 16 bits as with 8 where there is a profile: %s, %s',
    async (profile, format) => {
      const colour = { r: 200, g: 60, b: 40 };
      const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: colour } });
      const { icc } = await sharp(await plain.clone().withIccProfile(profile).png().toBuffer()).metadata();
      const picture = async (depth: 'srgb' | 'rgb16') => {
        const png = withProfile(await plain.clone().toColourspace(depth).png().toBuffer(), icc!);
        if (format === 'png') return png;
        return sharp(png).keepIccProfile().toColourspace(depth).tiff({ compression: 'lzw' }).toBuffer();
      };
      // As any program that knows profiles shows these numbers.
      const want = profile === 'srgb' ? colour : { r: 217, g: 42, b: 24 };
      for (const depth of ['srgb', 'rgb16'] as const) {
        const path = await save(`${depth}.${format}`, await picture(depth));
        expect((await sharp(path).metadata()).space).toBe(depth);
        for (const longestSide of [100, Infinity]) {
          const seen = (await files.make(path, 'photo', { longestSide })).at(0.5, 0.5);
          expect(near(seen, want, 4), `${depth}, ${longestSide}: ${seen.join()}`).toBe(true);
        }
      }
    },
  );

  it.each([8, 16])('understands grey of %i bits by its profile', async (bits) => {
    const size = { width: 300, height: 200, channels: 1 } as const;
    const pixels = bits === 8 ? new Uint8Array(60_000).fill(128) : new Uint16Array(60_000).fill(0x8080);
    const space = bits === 8 ? 'b-w' : 'grey16';
    const plain = await sharp(pixels, { raw: size }).toColourspace(space).png().toBuffer();
    const path = await save('grey.png', withProfile(plain, greyProfile(1)));
    expect((await sharp(path).metadata()).space).toBe(space);
    for (const longestSide of [100, Infinity]) {
      const seen = (await files.make(path, 'photo', { longestSide })).at(0.5, 0.5);
      // Half of the light, which sRGB writes as 188.
      expect(near(seen, { r: 188, g: 188, b: 188 }, 4), `${longestSide}: ${seen.join()}`).toBe(true);
    }
  });

  it('leaves the colours of 16 bits alone where the profile cannot be read', async () => {
    const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: RED } });
    const deep = await plain.toColourspace('rgb16').png().toBuffer();
    const path = await save('unread.png', withProfile(deep, Buffer.alloc(200, 1)));
    expect(near((await files.make(path, 'photo')).at(0.5, 0.5), RED, 4)).toBe(true);
  });

  it('shows the first frame of an animation', async () => {
    const frames = Buffer.concat([Buffer.alloc(20 * 20 * 3, 10), Buffer.alloc(20 * 20 * 3, 240)]);
    const raw = { width: 20, height: 40, channels: 3, pageHeight: 20 } as const;
    const gif = await sharp(frames, { raw })
      .gif({ delay: [100, 100] })
      .toBuffer();
    const made = await files.make(await save('moving.gif', gif), 'photo');
    expect([made.width, made.height]).toEqual([20, 20]);
    expect(made.at(0.5, 0.5)[0]).toBeLessThan(40);
  });

  it('draws SVG at the size that is asked for', async () => {
    const svg =
      '<!-- a comment --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="10" height="10" fill="red"/></svg>';
    const made = await files.make(await save('drawing.svg', svg), 'photo');
    expect(made.thumbnail).toMatchObject({ width: 100, height: 50, alpha: true });
    // A sharp edge: drawn large, not enlarged.
    expect(made.at(0.48, 0.5)[3]).toBe(255);
    expect(made.at(0.52, 0.5)[3]).toBe(0);
  });

  it('does not let a drawing read other files', async () => {
    const secret = await save('secret.png', await halves().png().toBuffer());
    const image = `<image href="file://${secret}" width="10" height="10"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">${image}</svg>`;
    const made = await files.make(await save('spy.svg', svg), 'photo');
    expect(made.at(0.25, 0.5)[3]).toBe(0);
  });

  it('pictures what is left of a truncated file and says so', async () => {
    const jpeg = await noise(900, 600).jpeg().toBuffer();
    const png = await noise(900, 600).png().toBuffer();
    for (const [name, bytes] of [
      ['cut.jpg', jpeg],
      ['cut.png', png],
    ] as const) {
      const made = await files.make(await save(name, bytes.subarray(0, bytes.length / 2)), 'photo');
      expect(made.warning).toEqual({
        code: 'damaged',
        message: 'The picture is damaged; only a part of it can be shown.',
      });
      expect([made.width, made.height]).toEqual([900, 600]);
    }
  });

  it('says what is wrong with files that cannot be pictured', async () => {
    const png = await halves().png().toBuffer();
    const bomb = Buffer.from(png);
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    const video = Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'latin1');
    const large = '<svg xmlns="http://www.w3.org/2000/svg" width="60000" height="60000"/>';
    const cases: [string, Uint8Array | string, string][] = [
      ['empty.jpg', '', 'damaged: The file is empty.'],
      ['text.jpg', 'This is only a text.', 'unsupported: This file is not a picture.'],
      ['video.jpg', video, 'unsupported: This file is not a picture.'],
      ['bomb.png', bomb, 'unsupported: The picture has too many pixels.'],
      ['bomb.svg', large, 'unsupported: The picture has too many pixels.'],
      ['head.jpg', (await halves().jpeg().toBuffer()).subarray(0, 60), 'damaged: The picture is damaged.'],
      ['broken.svg', '<svg xmlns="http://www.w3.org/2000/svg"><rect', 'damaged: The picture is damaged.'],
      [
        'cut.webp',
        (await noise(200, 200).webp().toBuffer()).subarray(0, 900),
        'damaged: The picture is damaged.',
      ],
    ];
    for (const [name, bytes, sentence] of cases) {
      expect(await files.refusal(await save(name, bytes), 'photo'), name).toBe(sentence);
    }
    expect(await files.refusal(files.path('nowhere.jpg'), 'photo')).toBe(
      'not-found: The file is no longer there. Check its folder for changes.',
    );
    expect(await files.refusal(files.folder, 'photo')).toMatch(/^(unsupported|unreadable): /);
  });

  it('reads nothing outside the chosen folder', async () => {
    await save('inside.png', await halves().png().toBuffer());
    await symlink(files.path('inside.png'), files.path('link.png'));
    const job = { rootPath: join(files.folder, 'chosen') };
    expect(await files.refusal(files.path('inside.png'), 'photo', job)).toMatch(/^not-found/);
    const outside = { rootPath: tmpdir() };
    expect((await files.make(files.path('link.png'), 'photo', outside)).width).toBe(300);
    await symlink('/proc/self/environ', files.path('spy.png'));
    expect(await files.refusal(files.path('spy.png'), 'photo')).toMatch(/^forbidden/);
  });

  it.runIf(process.platform === 'linux')('reads files whose names are not text', async () => {
    const plain = await save('plain.png', await halves().png().toBuffer());
    const raw = files.path('raw-\udcff\udcfe.png');
    await rename(plain, diskPath(raw));
    expect((await files.make(raw, 'photo')).width).toBe(300);
  });

  it('blames the place, not the file, when the thumbnail cannot be written', async () => {
    const path = await save('fine.png', await halves().png().toBuffer());
    const target = join(files.folder, 'missing', 'x.webp');
    expect(await files.refusal(path, 'photo', { target })).toBe(
      'internal: The thumbnail could not be saved: the folder is gone.',
    );
  });
});
