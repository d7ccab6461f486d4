import { describe, expect, it } from 'vitest';
import { decodeBmp } from './bmp.js';

interface Recipe {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** Blue, green, red, nothing: as the file holds them. */
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  readonly rows: readonly number[];
}

function bmp({ width, height, bits, compression = 0, palette = [], masks = [], rows }: Recipe): Buffer {
  const extra = Buffer.alloc(masks.length * 4);
  masks.forEach((mask, i) => extra.writeUInt32LE(mask >>> 0, i * 4));
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + extra.length + palette.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  head.writeUInt32LE(compression, 30);
  return Buffer.concat([head, extra, Buffer.from(palette), Buffer.from(rows)]);
}

/** Pixels as text: one letter each, rows by slashes. */
function show(bytes: Buffer): string {
  const { data, width, height } = decodeBmp(bytes);
  const names: Record<string, string> = {
    '255,0,0': 'r',
    '0,255,0': 'g',
    '0,0,255': 'b',
    '0,0,0': '.',
    '255,255,255': 'w',
  };
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from(
      { length: width },
      (_, x) => names[[...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3)].join()] ?? '?',
    ).join(''),
  );
  return rows.join('/');
}

const RGB = [0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0];

describe('decodeBmp', () => {
  it('reads 24 bits, bottom row first or top row first, with padding', () => {
    // Rows of 6 bytes padded to 8: blue red, green white.
    const rows = [255, 0, 0, 0, 0, 255, 9, 9, 0, 255, 0, 255, 255, 255, 9, 9];
    expect(show(bmp({ width: 2, height: 2, bits: 24, rows }))).toBe('gw/br');
    expect(show(bmp({ width: 2, height: -2, bits: 24, rows }))).toBe('br/gw');
  });

  it('reads 1, 4 and 8 bits through the palette, at odd widths', () => {
    const two = [0, 0, 0, 0, 255, 255, 255, 0];
    expect(
      show(
        bmp({ width: 3, height: 2, bits: 1, palette: two, rows: [0b01000000, 0, 0, 0, 0b10100000, 0, 0, 0] }),
      ),
    ).toBe('w.w/.w.');
    const sixteen = [...RGB, ...Array<number>(48).fill(0)];
    expect(show(bmp({ width: 3, height: 1, bits: 4, palette: sixteen, rows: [0x12, 0x30, 0, 0] }))).toBe(
      'rgb',
    );
    const many = [...RGB, ...Array<number>(1008).fill(0)];
    expect(show(bmp({ width: 3, height: 1, bits: 8, palette: many, rows: [3, 2, 1, 0] }))).toBe('bgr');
  });

  it('reads 16 and 32 bits by their masks and drops alpha', () => {
    const word = (value: number) => [value & 255, value >> 8];
    expect(show(bmp({ width: 2, height: 1, bits: 16, rows: [...word(0x7c00), ...word(0x1f)] }))).toBe('rb');
    const masks = [0xf800, 0x7e0, 0x1f];
    expect(
      show(
        bmp({
          width: 2,
          height: 1,
          bits: 16,
          compression: 3,
          masks,
          rows: [...word(0xf800), ...word(0x7e0)],
        }),
      ),
    ).toBe('rg');
    expect(show(bmp({ width: 2, height: 1, bits: 32, rows: [0, 0, 255, 0, 255, 0, 0, 255] }))).toBe('rb');
    const turned = [0xff000000, 0xff0000, 0xff00];
    expect(
      show(bmp({ width: 1, height: 1, bits: 32, compression: 3, masks: turned, rows: [0, 0, 0, 255] })),
    ).toBe('r');
  });

  it('unpacks runs: encoded, literal with padding, skips', () => {
    const palette = [...RGB, ...Array<number>(1008).fill(0)];
    const rows = [2, 1, 1, 2, 0, 0, /* row two */ 0, 3, 3, 2, 1, 0 /* padding */, 0, 1];
    expect(show(bmp({ width: 3, height: 2, bits: 8, compression: 1, palette, rows }))).toBe('bgr/rrg');
    const skip = [0, 2, 2, 1, 1, 3, 0, 1];
    expect(show(bmp({ width: 3, height: 2, bits: 8, compression: 1, palette, rows: skip }))).toBe('..b/...');
    const small = [...RGB, ...Array<number>(48).fill(0)];
    const nibbles = [3, 0x12, 0, 0, 0, 3, 0x32, 0x10, 0, 1];
    expect(show(bmp({ width: 3, height: 2, bits: 4, compression: 2, palette: small, rows: nibbles }))).toBe(
      'bgr/rgr',
    );
  });

  it('tells when the file ends early, and keeps what there is', () => {
    const whole = bmp({
      width: 2,
      height: 2,
      bits: 24,
      rows: [255, 0, 0, 0, 0, 255, 0, 0, 0, 255, 0, 255, 255, 255, 0, 0],
    });
    expect(decodeBmp(whole).whole).toBe(true);
    const cut = whole.subarray(0, whole.length - 8);
    expect(decodeBmp(cut).whole).toBe(false);
    expect(show(cut)).toBe('../br');
  });

  it('refuses what it cannot or must not decode', () => {
    const good = { width: 1, height: 1, bits: 24, rows: [0, 0, 0, 0] };
    expect(() => decodeBmp(bmp({ ...good, width: 60_000, height: 60_000 }))).toThrow('too many pixels');
    expect(() => decodeBmp(bmp({ ...good, width: 0 }))).toThrow('damaged');
    expect(() => decodeBmp(bmp({ ...good, bits: 7 }))).toThrow('cannot be read');
    expect(() => decodeBmp(bmp({ ...good, compression: 4 }))).toThrow('cannot be read');
    expect(() => decodeBmp(bmp(good).subarray(0, 30))).toThrow('damaged');
  });
});
