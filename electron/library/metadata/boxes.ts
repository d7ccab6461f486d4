// Runs in the library process: boxes of the ISO base media file format (ISO/IEC 14496-12, 4.2), which MP4, MOV, HEIC
// and AVIF are made of: enough to find the way, not to decode anything.

import { latin1, viewOf, type ByteSource } from './byte-source.js';

/** Where a box lies in the file, or within the bytes it was looked for in. */
export interface Box {
  readonly type: string;
  /** Its content. */
  readonly start: number;
  readonly end: number;
}

/** A file has few boxes on its top level; more are a fragmented recording, or hostile. */
const MOST_BOXES = 64;

/** The head of a box at `offset`; null when there is none or it claims more than there is. */
function headOf(bytes: Uint8Array, offset: number, limit: number): Box | null {
  if (bytes.length < 8) return null;
  const view = viewOf(bytes);
  let size = view.getUint32(0);
  let header = 8;
  if (size === 1) {
    if (bytes.length < 16) return null;
    size = Number(view.getBigUint64(8));
    header = 16;
  } else if (size === 0) size = limit - offset;
  if (size < header || offset + size > limit) return null;
  return { type: latin1(bytes, 4, 8), start: offset + header, end: offset + size };
}

/** The first box of a type on the top level of a file. */
export async function findBox(source: ByteSource, type: string): Promise<Box | null> {
  let offset = 0;
  for (let count = 0; count < MOST_BOXES; count++) {
    const box = headOf(await source.read(offset, 16), offset, source.size);
    if (!box || box.type === type) return box;
    offset = box.end;
  }
  return null;
}

/** The boxes inside some bytes, in order; ends at the first that does not fit. */
export function* boxesIn(bytes: Uint8Array, start = 0, end = bytes.length): Generator<Box> {
  for (let offset = start; offset < end;) {
    const box = headOf(bytes.subarray(offset, Math.min(end, offset + 16)), offset, end);
    if (!box) return;
    yield box;
    offset = box.end;
  }
}
