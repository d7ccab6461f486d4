// Runs in a thumbnail worker: a progressive JPEG at an eighth of its size, by the mean of each block of 8 x 8 pixels, which
// such a file stores before everything else. Decoders keep all coefficients of the picture (3 to 6 bytes per pixel: 1.3 GB
// for 200 megapixels) to show even that; this keeps a sixteenth of a byte, and reads over what it does not need.

import { ScanBits, type HuffmanTable } from './jpeg-bits.js';
import { readFrameHeader, readTables, type Component, type Frame, type Tables } from './jpeg-frame.js';
import type { Pixels } from './picture.js';

export interface Eighth {
  /** As stored: not turned, colours as the profile of the file has them. */
  readonly pixels: Pixels;
  /** False when the file ends early, or a part of the means cannot be read. */
  readonly whole: boolean;
}

/** Each channel comes once, and is refined by one bit at a time; more scans of means are a joke. */
const MOST_SCANS = 24;

/** An eighth of a progressive JPEG; null when it is another kind of JPEG, which is left to its decoder. */
export function readEighth(bytes: Buffer): Eighth | null {
  const tables: Tables = { huffman: [], steps: [], restart: 0, adobe: null };
  let frame: Frame | null = null;
  let whole = true;
  let scans = 0;
  let at = 2;
  try {
    for (;;) {
      at = nextMarker(bytes, at);
      const marker = bytes[at - 1];
      if (marker === undefined || marker === 0xd9) break;
      const body = bytes.subarray(at + 2, at + bytes.readUInt16BE(at));
      at += 2 + body.length;
      if (marker === 0xc2 && frame === null) {
        frame = readFrameHeader(body);
        if (frame === null) return null;
      } else if (isFrame(marker)) {
        return null;
      } else if (marker === 0xda) {
        if (frame === null) return null;
        if (!holdsMeans(body)) continue;
        if (++scans > MOST_SCANS) return null;
        whole = readScan(bytes, at, body, frame, tables) && whole;
      } else {
        readTables(marker, body, tables);
      }
    }
  } catch (error) {
    // The file ends inside a header.
    if (!(error instanceof RangeError)) throw error;
    whole = false;
  }
  if (frame === null || scans === 0) return null;
  return { pixels: pixelsOf(frame, tables), whole: whole && bytes[at - 1] === 0xd9 };
}

/** Behind the next marker that is not part of a scan's data; behind the end when there is none. */
function nextMarker(bytes: Buffer, from: number): number {
  for (let at = from; ; at++) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length + 1;
    const marker = bytes[at + 1] ?? 0;
    const isData = marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 1;
    if (!isData) return at + 2;
  }
}

/** Frames and what only arithmetic coding has; 0xc4 are Huffman tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4;

/** Whether a scan holds the first coefficient of each block. */
const holdsMeans = (head: Buffer) => head.readUInt8(head.length - 3) === 0;

interface ScanPart {
  readonly component: Component;
  readonly table: HuffmanTable | undefined;
  /** Of the block before, from which the next one differs. */
  mean: number;
}

/** Reads the means of one scan; answers whether all of them were there. */
function readScan(bytes: Buffer, at: number, head: Buffer, frame: Frame, tables: Tables): boolean {
  const parts: ScanPart[] = [];
  for (let i = 0; i < head.readUInt8(0); i++) {
    const component = frame.components.find(({ id }) => id === head.readUInt8(1 + i * 2));
    if (!component) return false;
    parts.push({ component, table: tables.huffman[head.readUInt8(2 + i * 2) >> 4]?.read(), mean: 0 });
  }
  const precision = head.readUInt8(head.length - 1);
  const [before, shift] = [precision >> 4, precision & 15];
  const bits = new ScanBits(bytes, at);
  const readBlock = before === 0 ? readMean : refineMean;
  const units = unitsOf(parts, frame);
  for (let unit = 0, left = tables.restart; unit < units.count; unit++, left--) {
    if (tables.restart > 0 && left === 0) {
      if (!bits.restart()) return false;
      for (const part of parts) part.mean = 0;
      left = tables.restart;
    }
    for (const part of parts) {
      const { component } = part;
      const [across, down] = units.single ? [1, 1] : [component.across, component.down];
      const first =
        Math.floor(unit / units.columns) * down * component.stride + (unit % units.columns) * across;
      for (let row = 0; row < down; row++) {
        for (let column = 0; column < across; column++) {
          if (!readBlock(bits, part, first + row * component.stride + column, shift)) return false;
        }
      }
    }
    if (bits.isOver) return false;
  }
  return parts.length > 0;
}

/** A scan of one channel goes by its blocks, one of several by units that hold some blocks of each. */
function unitsOf(
  parts: readonly ScanPart[],
  frame: Frame,
): { single: boolean; columns: number; count: number } {
  const [only, more] = parts;
  if (only && !more) {
    const { columns, rows } = only.component;
    return { single: true, columns, count: columns * rows };
  }
  const columns = Math.ceil(frame.width / (8 * frame.across));
  return { single: false, columns, count: columns * Math.ceil(frame.height / (8 * frame.down)) };
}

function readMean(bits: ScanBits, part: ScanPart, block: number, shift: number): boolean {
  const length = part.table ? bits.decode(part.table) : -1;
  if (length < 0 || length > 15) return false;
  if (length > 0) {
    const value = bits.read(length);
    part.mean += value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }
  part.component.means[block] = part.mean << shift;
  return true;
}

function refineMean(
  bits: ScanBits,
  { component: { means } }: ScanPart,
  block: number,
  shift: number,
): boolean {
  if (bits.read(1) === 1) means[block] = (means[block] ?? 0) | (1 << shift);
  return true;
}

/** One pixel for each block: 8 times its mean stands in the file, in steps. */
function pixelsOf(frame: Frame, tables: Tables): Pixels {
  const { components } = frame;
  const width = Math.ceil(frame.width / 8);
  const height = Math.ceil(frame.height / 8);
  const channels = components.length === 3 ? 3 : 1;
  const data = new Uint8Array(width * height * channels);
  components.forEach((component, channel) => {
    const step = (tables.steps[component.table] ?? 1) / 8;
    for (let y = 0; y < height; y++) {
      const line = Math.floor((y * component.down) / frame.down) * component.stride;
      for (let x = 0, to = y * width * channels + channel; x < width; x++, to += channels) {
        const mean = component.means[line + Math.floor((x * component.across) / frame.across)] ?? 0;
        data[to] = clamp(mean * step + 128);
      }
    }
  });
  if (channels === 3 && !isRgb(frame, tables)) toRgb(data);
  return { data, width, height, channels };
}

/** Some programs store colours as they are. Adobe's marker says so, or the names of the channels. */
function isRgb({ components }: Frame, { adobe }: Tables): boolean {
  if (adobe !== null) return adobe === 0;
  return String.fromCharCode(...components.map(({ id }) => id)) === 'RGB';
}

/** YCbCr of JFIF (ITU-R BT.601, full range) to RGB, in place. */
function toRgb(data: Uint8Array): void {
  for (let i = 0; i + 2 < data.length; i += 3) {
    const [y = 0, blue = 0, red = 0] = [data[i], data[i + 1], data[i + 2]];
    data[i] = clamp(y + 1.402 * (red - 128));
    data[i + 1] = clamp(y - 0.344136 * (blue - 128) - 0.714136 * (red - 128));
    data[i + 2] = clamp(y + 1.772 * (blue - 128));
  }
}

const clamp = (value: number) => (value < 0 ? 0 : value > 255 ? 255 : Math.round(value));
