// Runs in a thumbnail worker: an ICC profile for colours that are only named by numbers, so that they go the way of all others.

import { readNclx, type Nclx } from './nclx.js';

type Triple = readonly [number, number, number];
type Matrix = readonly [Triple, Triple, Triple];
type Point = readonly [x: number, y: number];

const D65: Point = [0.3127, 0.329];
const BT709: readonly Point[] = [
  [0.64, 0.33],
  [0.3, 0.6],
  [0.15, 0.06],
];
const P3: readonly Point[] = [
  [0.68, 0.32],
  [0.265, 0.69],
  [0.15, 0.06],
];
const BT2020: readonly Point[] = [
  [0.708, 0.292],
  [0.17, 0.797],
  [0.131, 0.046],
];

/** Red, green, blue and white by the number of the primaries. Those of old television are near enough to BT.709. */
const PRIMARIES: Readonly<Record<number, { readonly rgb: readonly Point[]; readonly white: Point }>> = {
  9: { rgb: BT2020, white: D65 },
  11: { rgb: P3, white: [0.314, 0.351] },
  12: { rgb: P3, white: D65 },
};

/** Light of white paper and of the brightest that is shown, cd/m2 (ITU-R BT.2408). */
const WHITE = 203;
const BRIGHTEST = 1000;
/** Up to here light is as it is; what is brighter shares the rest. */
const KNEE = 0.5;

/** Light (1: white paper) of a value from 0 to 1, by the number of the transfer. Not in it: near enough to sRGB. */
const LIGHT: Readonly<Record<number, (value: number) => number>> = {
  4: (value) => value ** 2.2,
  5: (value) => value ** 2.8,
  8: (value) => value,
  16: (value) => inRange(pq(value) / WHITE),
  18: (value) => inRange((BRIGHTEST * hlg(value) ** 1.2) / WHITE),
};

/** The profile for an AVIF or HEIC that has none of its own and whose colours are not sRGB. */
export function profileByName(bytes: Buffer): Buffer | undefined {
  const named = readNclx(bytes);
  return named ? profileOf(named) : undefined;
}

/** The profile by which such colours become sRGB; undefined where they are sRGB already, or nobody knows what they are. */
export function profileOf({ primaries, transfer }: Nclx): Buffer | undefined {
  const named = PRIMARIES[primaries];
  const light = LIGHT[transfer];
  if (!named && !light) return undefined;
  const { rgb, white } = named ?? { rgb: BT709, white: D65 };
  return profile(toD50(rgb, white), light ?? srgb);
}

const srgb = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** SMPTE ST 2084: cd/m2. */
function pq(value: number): number {
  const root = value ** (4096 / (2523 * 128));
  const [c1, c2, c3] = [3424 / 4096, (2413 / 4096) * 32, (2392 / 4096) * 32];
  return 10_000 * (Math.max(0, root - c1) / (c2 - c3 * root)) ** (16_384 / 2610);
}

/** ITU-R BT.2100: the light that fell on the sensor, 1 at most. */
function hlg(value: number): number {
  const a = 0.178_832_77;
  const b = 1 - 4 * a;
  const c = 0.5 - a * Math.log(4 * a);
  return value <= 0.5 ? value ** 2 / 3 : (Math.exp((value - c) / a) + b) / 12;
}

/** Light of a high range on a common screen: a Möbius curve that goes on smoothly from the knee and ends at 1. */
function inRange(light: number): number {
  if (light <= KNEE) return light;
  const most = BRIGHTEST / WHITE;
  const square = KNEE ** 2;
  const a = (-square * (most - 1)) / (square - 2 * KNEE + most);
  const b = (square - 2 * KNEE * most + most) / (most - 1);
  const scale = (b * b + 2 * b * KNEE + square) / (b - a);
  return Math.min(1, (scale * (light + a)) / (light + b));
}

/** Columns: the XYZ of red, green and blue, for the white of ICC profiles (D50). */
function toD50(rgb: readonly Point[], white: Point): Matrix {
  const xyz = ([x, y]: Point): Triple => [x / y, 1, (1 - x - y) / y];
  const columns = transposed(rgb.map(xyz) as unknown as Matrix);
  const strength = times(inverse(columns), xyz(white));
  const scaled = columns.map((row) => row.map((value, i) => value * strength[i]!)) as unknown as Matrix;
  // Bradford: to what eyes see, each part as much brighter as the other white is, and back.
  const cones: Matrix = [
    [0.8951, 0.2664, -0.1614],
    [-0.7502, 1.7135, 0.0367],
    [0.0389, -0.0685, 1.0296],
  ];
  const from = times(cones, xyz(white));
  const to = times(cones, [0.9642, 1, 0.8249]);
  const back = inverse(cones);
  const adapted = (colour: Triple): Triple => {
    const seen = times(cones, colour);
    return times(back, seen.map((value, i) => (value * to[i]!) / from[i]!) as unknown as Triple);
  };
  return transposed(transposed(scaled).map(adapted) as unknown as Matrix);
}

const times = (matrix: Matrix, [x, y, z]: Triple): Triple =>
  matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

const transposed = (m: Matrix): Matrix =>
  [0, 1, 2].map((i) => m.map((row) => row[i as 0 | 1 | 2])) as unknown as Matrix;

function inverse([[a, b, c], [d, e, f], [g, h, i]]: Matrix): Matrix {
  const determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
  const rows: Matrix = [
    [e * i - f * h, c * h - b * i, b * f - c * e],
    [f * g - d * i, a * i - c * g, c * d - a * f],
    [d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return rows.map((row) => row.map((value) => value / determinant)) as unknown as Matrix;
}

/** Values between which light is interpolated: a high range is steep at its end. */
const STEPS = 4096;
const HEADER = 128;

/** A display profile of version 4 with a matrix and one curve for all three (ICC.1, clauses 7 to 10). */
function profile(matrix: Matrix, light: (value: number) => number): Buffer {
  const points = transposed(matrix).map((xyz) => tag('XYZ ', s15(...xyz)));
  const curve = tag(
    'curv',
    u32(STEPS),
    u16((i) => light(i / (STEPS - 1)), STEPS),
  );
  const words = tag('mluc', u32(1, 12), Buffer.from('enUS'), u32(4, 28), Buffer.from('\0H\0G', 'latin1'));
  const white = tag('XYZ ', s15(0.9642, 1, 0.8249));
  const [red, green, blue] = points as [Buffer, Buffer, Buffer];
  const tags: [name: string, body: Buffer][] = [
    ['desc', words],
    ['cprt', words],
    ['wtpt', white],
    ['rXYZ', red],
    ['gXYZ', green],
    ['bXYZ', blue],
    ...['rTRC', 'gTRC', 'bTRC'].map((name): [string, Buffer] => [name, curve]),
  ];
  const bodies = [...new Set(tags.map(([, body]) => body))];
  let at = HEADER + 4 + 12 * tags.length;
  const places = new Map(
    bodies.map((body) => {
      const place = at;
      at += body.length;
      return [body, place];
    }),
  );
  const table = tags.map(([name, body]) => [Buffer.from(name), u32(places.get(body) ?? 0, body.length)]);
  const header = Buffer.alloc(HEADER);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x04200000, 8);
  header.write('mntrRGB XYZ ', 12, 'latin1');
  header.writeUInt16BE(2026, 24);
  header.writeUInt16BE(1, 26);
  header.writeUInt16BE(1, 28);
  header.write('acsp', 36, 'latin1');
  s15(0.9642, 1, 0.8249).copy(header, 68);
  return Buffer.concat([header, u32(tags.length), ...table.flat(), ...bodies]);
}

/** Its name, four bytes of nothing, and its values; a whole number of four bytes long. */
function tag(name: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat([Buffer.from(name), u32(0), ...parts]);
  return Buffer.concat([body, Buffer.alloc(-body.length & 3)]);
}

function u32(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeUInt32BE(value, 4 * i));
  return bytes;
}

/** Values from 0 to 1, as 16 bits each. */
function u16(value: (i: number) => number, count: number): Buffer {
  const bytes = Buffer.alloc(2 * count);
  for (let i = 0; i < count; i++) bytes.writeUInt16BE(Math.round(Math.min(1, value(i)) * 65_535), 2 * i);
  return bytes;
}

/** Signed, with 16 bits behind the point. */
function s15(...values: number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, i) => bytes.writeInt32BE(Math.round(value * 65_536), 4 * i));
  return bytes;
}
