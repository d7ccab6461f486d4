import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import { NO_ROOM } from '../shared/messages.js';
import { isCut, squareOf } from './heif.js';
import { keepWithin } from './memory.js';
import { workshop } from './testing.js';

const files = workshop();

function box(name: string, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8);
  head.write(name, 4, 'latin1');
  return Buffer.concat([head, body]);
}

const full = (name: string, version: number, flags: number, ...parts: Uint8Array[]) =>
  box(name, Buffer.from([version, 0, 0, flags]), ...parts);
const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 255]));
const u32 = (...values: number[]) => u16(...values.flatMap((value) => [value >>> 16, value & 0xffff]));
const text = (value: string) => Buffer.from(value, 'latin1');

/** The body of the first box of that name, wherever it lies. */
function bodyOf(mp4: Buffer, name: string): Buffer {
  const at = mp4.indexOf(name, 0, 'latin1');
  return mp4.subarray(at + 4, at - 4 + mp4.readUInt32BE(at - 4));
}

/**
 * A HEIC with one picture: the only frame of an HEVC film. `quarterTurns` counter-clockwise, as `irot` has it; `transfer`: how values
 * become light, by number.
 */
async function heic(quarterTurns: number, left = 'red', transfer = 13): Promise<Buffer> {
  const halves = `color=${left}:s=64x128,pad=128:128:0:0:blue`;
  const film = [
    '-f',
    'lavfi',
    '-i',
    halves,
    '-frames:v',
    '1',
    '-c:v',
    'libx265',
    '-x265-params',
    'log-level=none',
    '-pix_fmt',
    'yuv420p',
    '-tag:v',
    'hvc1',
  ];
  const mp4 = await readFile(await files.film('frame.mp4', ...film));
  const picture = bodyOf(mp4, 'mdat');
  const properties = [
    box('hvcC', bodyOf(mp4, 'hvcC')),
    full('ispe', 0, 0, u32(128, 128)),
    box('irot', Buffer.from([quarterTurns])),
    box('colr', text('nclx'), u16(1, transfer, 6), Buffer.from([0])),
  ];
  const meta = (offset: number) =>
    full(
      'meta',
      0,
      0,
      full('hdlr', 0, 0, u32(0), text('pict'), Buffer.alloc(13)),
      full('pitm', 0, 0, u16(1)),
      full('iloc', 0, 0, Buffer.from([0x44, 0]), u16(1, 1, 0, 1), u32(offset, picture.length)),
      full('iinf', 0, 0, u16(1), full('infe', 2, 0, u16(1, 0), text('hvc1\0'))),
      box(
        'iprp',
        box('ipco', ...properties),
        full('ipma', 0, 0, u32(1), u16(1), Buffer.from([4, 0x81, 2, 0x83, 4])),
      ),
    );
  const type = box('ftyp', text('heic\0\0\0\0mif1heic'));
  const before = type.length + meta(0).length + 8;
  return Buffer.concat([type, meta(before), box('mdat', picture)]);
}

describe('HEIC', () => {
  it.each([
    [0, [0.1, 0.5]],
    [1, [0.5, 0.9]],
    [2, [0.9, 0.5]],
    [3, [0.5, 0.1]],
  ])('is upright when turned by %i quarters', async (quarterTurns, [x = 0, y = 0]) => {
    await writeFile(files.path('turned.heic'), await heic(quarterTurns));
    const made = await files.make(files.path('turned.heic'), 'photo');
    expect(made).toMatchObject({ width: 128, height: 128, warning: null });
    const [red = 0, , blue = 0] = made.at(x, y);
    expect(red).toBeGreaterThan(blue + 100);
    const [redOther = 0, , blueOther = 0] = made.at(1 - x, 1 - y);
    expect(blueOther).toBeGreaterThan(redOther + 100);
    const whole = await files.make(files.path('turned.heic'), 'photo', { longestSide: Infinity });
    expect(whole.thumbnail).toEqual({ width: 128, height: 128, alpha: false });
    expect(whole.at(x, y)[0]).toBeGreaterThan((whole.at(x, y)[2] ?? 0) + 100);
  });

  it('without a profile has the colours that it names by numbers', async () => {
    for (const [transfer, wanted] of [
      [13, 128],
      [8, 188],
    ] as const) {
      await writeFile(files.path('named.heic'), await heic(0, '0x808080', transfer));
      const { at } = await files.make(files.path('named.heic'), 'photo');
      for (const value of at(0.25, 0.5).slice(0, 3)) expect(Math.abs(value - wanted)).toBeLessThan(6);
    }
  });

  it('is left to a fresh worker where there is no room for its pixels', async () => {
    await writeFile(files.path('roomy.heic'), await heic(0));
    const make = () => files.make(files.path('roomy.heic'), 'photo');
    await make();
    const need = 128 * 128 * 7;
    const held = vi.spyOn(process.memoryUsage, 'rss').mockReturnValue(1e9);
    keepWithin(1e9 + need - 1);
    await expect(make()).rejects.toThrow(NO_ROOM);
    keepWithin(1e9 + need);
    expect(await make()).toMatchObject({ width: 128, height: 128 });
    keepWithin(Infinity);
    held.mockRestore();
  });

  it('that holds AV1 is read as well', async () => {
    const avif = await sharp({ create: { width: 64, height: 32, channels: 3, background: 'red' } })
      .avif()
      .toBuffer();
    avif.write('mif1', 8, 'latin1');
    const at = avif.indexOf('avif', 12, 'latin1');
    if (at > 0 && at < 40) avif.write('miaf', at, 'latin1');
    await writeFile(files.path('av1.heif'), avif);
    expect(await files.make(files.path('av1.heif'), 'photo')).toMatchObject({ width: 64, height: 32 });
  });

  it('says when it is damaged', async () => {
    const whole = await heic(0);
    const name = files.path('bad.heic');
    await writeFile(name, whole.subarray(0, 60));
    expect(await files.refusal(name, 'photo')).toBe('damaged: The picture is damaged.');
    expect(isCut(whole)).toBe(false);
    expect(isCut(whole.subarray(0, whole.length - 10))).toBe(true);
  });
});

it('is made smaller as far as twice the side and a row remain', () => {
  expect(squareOf(4000, 3000, 480)).toBe(4);
  expect(squareOf(20_000, 15, 480)).toBe(15);
  expect(squareOf(640, 480, 480)).toBe(1);
});
