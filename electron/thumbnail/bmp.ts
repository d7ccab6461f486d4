// Runs in a thumbnail worker: BMP, which sharp does not read. All depths and packings that Chromium shows.

import { readBmpHeader, type BmpHeader } from './bmp-header.js';
import { unpackRuns } from './bmp-rle.js';
import type { Pixels } from './picture.js';

/** Decoded pixels; `whole` is false when the file ends early, what is missing stays black. */
export interface DecodedBmp extends Pixels {
  readonly whole: boolean;
}

/** Decodes a BMP. Alpha is left out: most writers leave zeros there although the picture is opaque. */
export function decodeBmp(bytes: Buffer): DecodedBmp {
  const header = readBmpHeader(bytes);
  const { width, height, packing } = header;
  const data = new Uint8Array(width * height * 3);
  let whole: boolean;
  if (packing === 'rle8' || packing === 'rle4') {
    const runs = unpackRuns(bytes.subarray(header.offset), header);
    whole = runs.whole;
    runs.indices.forEach((index, at) => setColour(data, at * 3, header.palette, index));
  } else {
    whole = bytes.length >= header.offset + header.stride * height;
    const readRow = rowReader(header);
    for (let row = 0; row < height; row++) {
      const start = header.offset + row * header.stride;
      if (start >= bytes.length) break;
      readRow(bytes, start, data, (header.topDown ? row : height - 1 - row) * width * 3);
    }
  }
  return { data, width, height, channels: 3, whole };
}

type RowReader = (bytes: Buffer, from: number, data: Uint8Array, to: number) => void;

function rowReader(header: BmpHeader): RowReader {
  if (header.bits <= 8) return paletteRow(header);
  return header.bits === 24 ? plainRow(header.width) : maskedRow(header);
}

function paletteRow({ bits, width, palette }: BmpHeader): RowReader {
  const perByte = 8 / bits;
  const mask = (1 << bits) - 1;
  return (bytes, from, data, to) => {
    for (let x = 0; x < width; x++) {
      const byte = bytes[from + Math.floor(x / perByte)] ?? 0;
      const index = (byte >> (8 - bits * ((x % perByte) + 1))) & mask;
      setColour(data, to + x * 3, palette, index);
    }
  };
}

function plainRow(width: number): RowReader {
  return (bytes, from, data, to) => {
    for (let x = 0; x < width * 3; x += 3) {
      data[to + x] = bytes[from + x + 2] ?? 0;
      data[to + x + 1] = bytes[from + x + 1] ?? 0;
      data[to + x + 2] = bytes[from + x] ?? 0;
    }
  };
}

function maskedRow({ width, bits, masks }: BmpHeader): RowReader {
  const size = bits / 8;
  const channels = masks.map(channelReader);
  return (bytes, from, data, to) => {
    for (let x = 0; x < width && from + (x + 1) * size <= bytes.length; x++) {
      const value = size === 2 ? bytes.readUInt16LE(from + x * 2) : bytes.readUInt32LE(from + x * 4);
      for (let c = 0; c < 3; c++) data[to + x * 3 + c] = channels[c]?.(value) ?? 0;
    }
  };
}

/** Reads the bits under a mask as 0 to 255. */
function channelReader(mask: number): (value: number) => number {
  if (mask === 0) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (value) => Math.round((((value & mask) >>> shift) * 255) / most);
}

function setColour(data: Uint8Array, at: number, palette: Uint8Array, index: number): void {
  data[at] = palette[index * 3] ?? 0;
  data[at + 1] = palette[index * 3 + 1] ?? 0;
  data[at + 2] = palette[index * 3 + 2] ?? 0;
}
