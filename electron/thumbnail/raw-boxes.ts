// Runs in a thumbnail worker: looks for JPEGs in Canon's CR3, which is built from boxes like an MP4.

import type { Candidate, RawFindings } from './raw.js';
import { findInTiff } from './raw-tiff.js';
import type { Reader } from './reader.js';

const MAX_BOXES = 400;
const CANON = '85c0b687820f11e08111f4ce462b6a48';
const PREVIEW = 'eaf42b5e1c984b88b9fbb7dc406e4d16';

interface Box {
  readonly type: string;
  /** Of its content. */
  readonly from: number;
  readonly to: number;
}

/** Finds JPEGs and the orientation. */
export async function findInBoxes(reader: Reader): Promise<RawFindings> {
  const candidates: Candidate[] = [];
  const tables = { sizes: [] as number[], offsets: [] as number[] };
  let orientation = 1;
  let boxes = 0;

  const visit = async (from: number, to: number, depth: number): Promise<void> => {
    let at = from;
    while (at + 8 <= to && boxes++ < MAX_BOXES) {
      const box = await readBox(reader, at, to);
      if (!box) return;
      at = box.to;
      if (depth < 8) await enter(box, depth);
    }
  };

  const enter = async ({ type, from, to }: Box, depth: number): Promise<void> => {
    switch (type) {
      case 'moov':
      case 'trak':
      case 'mdia':
      case 'minf':
      case 'stbl':
        return visit(from, to, depth + 1);
      case 'uuid': {
        const id = (await reader.read(from, 16)).toString('hex');
        if (id === CANON) return visit(from + 16, to, depth + 1);
        // Eight bytes that say how many previews follow.
        if (id === PREVIEW) return visit(from + 24, to, depth + 1);
        return;
      }
      case 'CMT1':
        orientation = (await findInTiff(reader, from)).orientation;
        return;
      // Behind versions and sizes, which differ, a JPEG up to the end.
      case 'THMB':
      case 'PRVW': {
        const start = (await reader.read(from, 64)).indexOf(Buffer.from([0xff, 0xd8, 0xff]));
        if (start >= 0) candidates.push({ at: from + start, length: to - from - start });
        return;
      }
      case 'stsz': {
        const head = await reader.read(from, 16);
        if (head.length < 16) return;
        tables.sizes.push(head.readUInt32BE(4) || head.readUInt32BE(12));
        return;
      }
      case 'co64': {
        const head = await reader.read(from, 16);
        if (head.length === 16) tables.offsets.push(Number(head.readBigUInt64BE(8)));
      }
    }
  };

  await visit(0, reader.size, 0);
  // The first picture of a track may be the full JPEG; whoever reads the candidates looks whether it is.
  tables.offsets.forEach((at, i) => candidates.push({ at, length: tables.sizes[i] ?? 0 }));
  return { candidates, orientation };
}

async function readBox(reader: Reader, at: number, end: number): Promise<Box | null> {
  const head = await reader.read(at, 16);
  if (head.length < 8) return null;
  const type = head.toString('latin1', 4, 8);
  const small = head.readUInt32BE(0);
  if (small === 1 && head.length < 16) return null;
  const header = small === 1 ? 16 : 8;
  const length = small === 1 ? Number(head.readBigUInt64BE(8)) : small === 0 ? end - at : small;
  if (length < header || at + length > end) return null;
  return { type, from: at + header, to: at + length };
}
