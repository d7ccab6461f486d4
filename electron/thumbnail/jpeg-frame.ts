// Runs in a thumbnail worker: what the headers of a progressive JPEG say, read by ourselves (ITU-T T.81, annex B).

import { HuffmanSource } from './jpeg-bits.js';
import { PIXEL_LIMIT } from './sharp.js';

/** A colour channel of the frame, and the mean of each of its blocks as far as it has been read. */
export interface Component {
  readonly id: number;
  /** Sampling factors: blocks across and down in each unit of an interleaved scan. */
  readonly across: number;
  readonly down: number;
  readonly table: number;
  /** Blocks that hold pixels. */
  readonly columns: number;
  readonly rows: number;
  /** Blocks in a line of `means`, with those that only fill up the last unit. */
  readonly stride: number;
  readonly means: Int16Array;
}

export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Largest sampling factors. */
  readonly across: number;
  readonly down: number;
  readonly components: readonly Component[];
}

/** Tables that stand in the file before the scans that use them; later ones replace earlier ones. */
export interface Tables {
  readonly huffman: (HuffmanSource | undefined)[];
  /** Step of the mean (the first coefficient), by table. */
  readonly steps: (number | undefined)[];
  restart: number;
  /** What Adobe's marker says about colours: 0 is RGB, 1 is YCbCr; null without the marker. */
  adobe: number | null;
}

/** Segments before the scans: whatever comes, hostile files included, ends by the length of the bytes. */
export function readTables(marker: number, body: Buffer, tables: Tables): void {
  switch (marker) {
    case 0xc4:
      return readHuffmanTables(body, tables);
    case 0xdb:
      return readSteps(body, tables);
    case 0xdd:
      tables.restart = body.readUInt16BE(0);
      return;
    case 0xee:
      if (body.length >= 12 && body.toString('latin1', 0, 5) === 'Adobe') tables.adobe = body[11] ?? 0;
  }
}

function readHuffmanTables(body: Buffer, tables: Tables): void {
  let at = 0;
  while (at + 17 <= body.length) {
    const head = body[at] ?? 0;
    const counts = body.subarray(at + 1, at + 17);
    const size = counts.reduce((sum, count) => sum + count, 0);
    // The upper half of the byte is 0 for means, 1 for everything else.
    if (head < 4) tables.huffman[head] = new HuffmanSource(counts, body.subarray(at + 17, at + 17 + size));
    at += 17 + size;
  }
}

function readSteps(body: Buffer, tables: Tables): void {
  let at = 0;
  while (at + 65 <= body.length) {
    const head = body[at] ?? 0;
    const wide = head >> 4 !== 0;
    tables.steps[head & 15] = wide ? body.readUInt16BE(at + 1) : body[at + 1];
    at += wide ? 129 : 65;
  }
}

/** The frame of a progressive JPEG with 8 bits and one or three channels; null for any other. */
export function readFrameHeader(body: Buffer): Frame | null {
  const [precision = 0, count = 0] = [body[0], body[5]];
  const height = body.readUInt16BE(1);
  const width = body.readUInt16BE(3);
  if (precision !== 8 || (count !== 1 && count !== 3)) return null;
  if (width === 0 || height === 0 || width * height > PIXEL_LIMIT) return null;
  if (body.length < 6 + count * 3) return null;
  const heads = Array.from({ length: count }, (_, i) => {
    const [id = 0, sampling = 0, table = 0] = body.subarray(6 + i * 3, 9 + i * 3);
    return { id, table, across: sampling >> 4, down: sampling & 15 };
  });
  if (!heads.every(({ across, down }) => isFactor(across) && isFactor(down))) return null;
  const across = Math.max(...heads.map((one) => one.across));
  const down = Math.max(...heads.map((one) => one.down));
  const unitsAcross = Math.ceil(width / (8 * across));
  const unitsDown = Math.ceil(height / (8 * down));
  const components = heads.map((one) => {
    const stride = unitsAcross * one.across;
    return {
      ...one,
      columns: Math.ceil(Math.ceil((width * one.across) / across) / 8),
      rows: Math.ceil(Math.ceil((height * one.down) / down) / 8),
      stride,
      means: new Int16Array(stride * unitsDown * one.down),
    };
  });
  return { width, height, across, down, components };
}

const isFactor = (factor: number) => factor >= 1 && factor <= 4;
