// Runs in a thumbnail worker: the header of a BMP, checked before any memory is reserved for what it claims.

import { AppError } from '../shared/result.js';

/** How the rows are packed. */
export type BmpPacking = 'plain' | 'masks' | 'rle8' | 'rle4';

export interface BmpHeader {
  readonly width: number;
  readonly height: number;
  /** Most files keep the bottom row first. */
  readonly topDown: boolean;
  readonly bits: number;
  readonly packing: BmpPacking;
  /** Where the rows begin, bytes from the start of the file. */
  readonly offset: number;
  /** Bytes of one row, padding included; meaningless for `rle8` and `rle4`. */
  readonly stride: number;
  /** Red, green, blue of each palette colour, one after the other; empty above 8 bits. */
  readonly palette: Uint8Array;
  /** Bit masks of red, green and blue for 16 and 32 bits. */
  readonly masks: readonly [number, number, number];
}

/** The decoder holds the file and three bytes per pixel at once. */
const MAX_PIXELS = 120_000_000;
const PACKINGS: Readonly<Record<number, BmpPacking>> = {
  0: 'plain',
  1: 'rle8',
  2: 'rle4',
  3: 'masks',
  6: 'masks',
};

/** @throws AppError `damaged` or `unsupported` */
export function readBmpHeader(bytes: Buffer): BmpHeader {
  const size = bytes.length >= 54 ? bytes.readUInt32LE(14) : 0;
  const old = size === 12;
  if (!old && size < 40) throw damaged();
  const width = old ? bytes.readUInt16LE(18) : bytes.readInt32LE(18);
  const rows = old ? bytes.readUInt16LE(20) : bytes.readInt32LE(22);
  const bits = bytes.readUInt16LE(old ? 24 : 28);
  const compression = old ? 0 : bytes.readUInt32LE(30);
  const height = Math.abs(rows);
  if (width <= 0 || height === 0) throw damaged();
  if (width * height > MAX_PIXELS) throw new AppError('unsupported', 'The picture has too many pixels.');
  const packing = PACKINGS[compression];
  if (packing === undefined || ![1, 2, 4, 8, 16, 24, 32].includes(bits)) {
    throw new AppError('unsupported', 'This kind of picture cannot be read.');
  }
  return {
    ...{ width, height, bits, packing, topDown: rows < 0 },
    offset: bytes.readUInt32LE(10),
    stride: ((width * bits + 31) >>> 5) << 2,
    palette: readPalette(bytes, { size, bits, compression }),
    masks: readMasks(bytes, packing, bits),
  };
}

function readMasks(bytes: Buffer, packing: BmpPacking, bits: number): BmpHeader['masks'] {
  if (packing === 'masks' && bytes.length >= 66) {
    return [bytes.readUInt32LE(54), bytes.readUInt32LE(58), bytes.readUInt32LE(62)];
  }
  return bits === 16 ? [0x7c00, 0x3e0, 0x1f] : [0xff0000, 0xff00, 0xff];
}

function readPalette(bytes: Buffer, header: { size: number; bits: number; compression: number }): Uint8Array {
  if (header.bits > 8) return new Uint8Array(0);
  const old = header.size === 12;
  // Masks stand between the plain header and the palette.
  const masks = header.size === 40 ? ({ 3: 12, 6: 16 }[header.compression] ?? 0) : 0;
  const start = 14 + header.size + masks;
  const step = old ? 3 : 4;
  const colours = new Uint8Array(3 << header.bits);
  for (let i = 0, at = start; i < colours.length; i += 3, at += step) {
    colours[i] = bytes[at + 2] ?? 0;
    colours[i + 1] = bytes[at + 1] ?? 0;
    colours[i + 2] = bytes[at] ?? 0;
  }
  return colours;
}

function damaged(): AppError {
  return new AppError('damaged', 'The picture is damaged.');
}
