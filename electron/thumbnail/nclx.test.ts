// Tests of pictures that name their colours by numbers and have no profile.

import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { readNclx } from './nclx.js';
import { profileOf } from './nclx-profile.js';
import { workshop } from './testing.js';

const files = workshop();

type Color = readonly [red: number, green: number, blue: number];

/** An AVIF of one colour, as its values stand in the file, with the numbers of primaries and transfer. */
async function avif(
  [r, g, b]: Color,
  primaries: number,
  transfer: number,
  bitdepth: 8 | 10 = 8,
): Promise<Buffer> {
  const flat = sharp({ create: { width: 32, height: 16, channels: 3, background: { r, g, b } } });
  const deep = bitdepth === 8 ? flat : flat.toColourspace('rgb16');
  const bytes = await deep.avif({ lossless: true, chromaSubsampling: '4:4:4', bitdepth }).toBuffer();
  const at = bytes.indexOf('nclx', 0, 'latin1') + 4;
  bytes.writeUInt16BE(primaries, at);
  bytes.writeUInt16BE(transfer, at + 2);
  return bytes;
}

async function shown(bytes: Buffer, name = 'named.avif'): Promise<number[]> {
  await writeFile(files.path(name), bytes);
  const made = await files.make(files.path(name), 'photo');
  expect(made).toMatchObject({ width: 32, height: 16, warning: null });
  return made.at(0.5, 0.5).slice(0, 3);
}

const isNear = (found: readonly number[], wanted: Color, by = 6) =>
  expect(
    Math.max(...wanted.map((value, i) => Math.abs(value - found[i]!))),
    found.join(),
  ).toBeLessThanOrEqual(by);

const code = (light: number) =>
  255 * (light <= 0.003_130_8 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055);
/** The red of sRGB, (220, 40, 40), in other primaries: known from the matrices of the standards. */
const LINEAR = [0.7157, 0.0212, 0.0212] as const;
const by = (...rows: Color[]): Color =>
  rows.map(([r, g, b]) => r * LINEAR[0] + g * LINEAR[1] + b * LINEAR[2]) as unknown as Color;
const IN_2020 = by([0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.088, 0.8956]);
const IN_P3 = by([0.8225, 0.1775, 0], [0.0332, 0.9668, 0], [0.0171, 0.0724, 0.9105]);
const codes = (light: Color, of: (value: number) => number = code) =>
  light.map((value) => Math.round(of(value))) as unknown as Color;
/** SMPTE ST 2084, 255 at 10,000 cd/m2; 1 is white paper. */
function pq(light: number): number {
  const y = ((light * 203) / 10_000) ** (2610 / 16_384);
  return 255 * ((3424 / 4096 + (2413 / 128) * y) / (1 + (2392 / 128) * y)) ** (2523 / 32);
}

it.each([
  ['Display P3', 12, 13, codes(IN_P3)],
  ['BT.2020', 9, 14, codes(IN_2020)],
  ['BT.2020 without a curve', 9, 8, codes(IN_2020, (value) => 255 * value)],
  ['sRGB', 1, 13, [220, 40, 40]],
  ['numbers that nobody knows', 77, 99, [220, 40, 40]],
] satisfies [string, number, number, Color][])(
  'shows an AVIF in %s as it is meant',
  async (_, primaries, transfer, values) => {
    isNear(await shown(await avif(values, primaries, transfer)), [220, 40, 40]);
  },
);

it.each([8, 10] as const)('maps a high range of %i bits to a common screen', async (bitdepth) => {
  const paper = await shown(await avif(codes([1, 1, 1], pq), 9, 16, bitdepth));
  // White paper stays below what is brighter than it, and that below the end of the scale; half of it is as it is.
  expect(paper[0]).toBeGreaterThan(210);
  expect(paper[0]).toBeLessThan(240);
  const lamp = await shown(await avif(codes([3, 3, 3], pq), 9, 16, bitdepth));
  expect(lamp[0]).toBeGreaterThan(paper[0]! + 8);
  isNear(await shown(await avif(codes([0.2, 0.2, 0.2], pq), 9, 16, bitdepth)), codes([0.2, 0.2, 0.2]));
  const dim = IN_2020.map((value) => value / 2) as unknown as Color;
  const red = LINEAR.map((value) => value / 2) as unknown as Color;
  isNear(await shown(await avif(codes(dim, pq), 9, 16, bitdepth)), codes(red), 12);
  // White paper is three quarters of the scale in the other system.
  isNear(await shown(await avif([191, 191, 191], 9, 18, bitdepth)), paper as unknown as Color);
});

it('goes by the profile where there is one, and by the primary picture', async () => {
  const bytes = await avif([220, 40, 40], 9, 16);
  expect(readNclx(bytes)).toEqual({ primaries: 9, transfer: 16 });
  const at = bytes.indexOf('nclx', 0, 'latin1');
  bytes.write('prof', at, 'latin1');
  expect(readNclx(bytes)).toBeNull();
  expect(readNclx(Buffer.from('no boxes at all, and an odd length'))).toBeNull();
  for (let end = 0; end < bytes.length; end++) readNclx(bytes.subarray(0, end));
});

it('makes profiles that a decoder takes, with white as white', () => {
  const icc = profileOf({ primaries: 12, transfer: 13 })!;
  const at = (name: string) => icc.readUInt32BE(icc.indexOf(name, 128, 'latin1') + 4) + 8;
  const column = (name: string) => [0, 4, 8].map((i) => icc.readInt32BE(at(name) + i) / 65_536);
  const sum = ['rXYZ', 'gXYZ', 'bXYZ'].map(column).reduce((a, b) => a.map((value, i) => value + b[i]!));
  for (const [i, value] of [0.9642, 1, 0.8249].entries()) expect(sum[i]).toBeCloseTo(value, 3);
  // What everybody's profile of Display P3 says of its red.
  for (const [i, value] of [0.5151, 0.2412, -0.0011].entries())
    expect(column('rXYZ')[i]).toBeCloseTo(value, 3);
  expect(icc.readUInt32BE(0)).toBe(icc.length);
});
