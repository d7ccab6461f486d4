// Runs in the library process: Canon's CR3, which is built from boxes like an MP4. What it says about itself stands in small TIFF
// blocks of their own (as the description of the format by Laurent Clévy has it).

import { boxesIn, findBox } from './boxes.js';
import { viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';
import { tiffBlock } from './tiff.js';
import { tiffSize } from './tiff-size.js';

const MOST_BYTES = 1024 * 1024;
const CANON = '85c0b687820f11e08111f4ce462b6a48';
const [EXIF, GPS] = [0x8769, 0x8825];

/** Parts of a CR3. */
export async function readCanon(source: ByteSource): Promise<ImageParts> {
  const moov = await findBox(source, 'moov');
  if (!moov) return {};
  const bytes = await source.read(moov.start, Math.min(MOST_BYTES, moov.end - moov.start));
  for (const box of boxesIn(bytes)) {
    const isCanon = Buffer.from(bytes.subarray(box.start, box.start + 16)).toString('hex') === CANON;
    if (box.type !== 'uuid' || !isCanon) continue;
    const blocks = new Map([...boxesIn(bytes, box.start + 16, box.end)].map((one) => [one.type, one]));
    const partOf = async (type: string) => {
      const found = blocks.get(type);
      return found ? source.part(moov.start + found.start, found.end - found.start) : null;
    };
    const [main, exif, gps] = [await partOf('CMT1'), await partOf('CMT2'), await partOf('CMT4')];
    return {
      ...(main && { exif: (await tiffBlock(main)) ?? undefined, ...(await tiffSize(main)) }),
      moreExif: [exif && pointedAt(exif.head, EXIF), gps && pointedAt(gps.head, GPS)].filter(
        (one) => one !== null,
      ),
    };
  }
  return {};
}

/** A TIFF block whose first directory stands elsewhere in other files, behind a pointer: with a first directory that has it. */
function pointedAt(block: Uint8Array, tag: number): Uint8Array | null {
  if (block.length < 8) return null;
  const bytes = new Uint8Array(block.length + 18);
  bytes.set(block);
  const view = viewOf(bytes);
  const little = block[0] === 0x49;
  const first = view.getUint32(4, little);
  const at = block.length;
  // One entry of one LONG, and no directory after it.
  view.setUint16(at, 1, little);
  view.setUint16(at + 2, tag, little);
  view.setUint16(at + 4, 4, little);
  view.setUint32(at + 6, 1, little);
  view.setUint32(at + 10, first, little);
  view.setUint32(4, at, little);
  return bytes;
}
