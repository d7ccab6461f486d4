// Runs in the library process: walks the segments of a JPEG file (ITU-T T.81, annex B) up to the picture. Large ones in
// between (previews, colour profiles) are stepped over, not read.

import { latin1, viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const MOST_SEGMENTS = 400;
const SEGMENT_HEAD = 4;

/** Frame headers: all SOF markers, without DHT, JPG and DAC, which share their numbers. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Parts of a JPEG file. */
export async function readJpeg(source: ByteSource): Promise<ImageParts> {
  let exif: Uint8Array | undefined;
  let xmp: string | undefined;
  let offset = 2;
  for (let count = 0; count < MOST_SEGMENTS; count++) {
    let head = await source.read(offset, SEGMENT_HEAD + 5);
    // Any number of fill bytes may stand before a marker.
    while (head.length > SEGMENT_HEAD && head[0] === 0xff && head[1] === 0xff)
      head = await source.read(++offset, SEGMENT_HEAD + 5);
    if (head.length < SEGMENT_HEAD + 5 || head[0] !== 0xff) break;
    const marker = head[1]!;
    if (marker === 0xda || marker === 0xd9) break;
    const view = viewOf(head);
    const length = view.getUint16(2);
    if (isFrame(marker)) return { exif, xmp, height: view.getUint16(5), width: view.getUint16(7) };
    if (marker === 0xe1) {
      const segment = await source.read(offset + SEGMENT_HEAD, length - 2);
      if (!exif && latin1(segment, 0, EXIF.length) === EXIF) exif = segment.subarray(EXIF.length);
      else if (!xmp && latin1(segment, 0, XMP.length) === XMP)
        xmp = Buffer.from(segment.subarray(XMP.length)).toString('utf8');
    }
    if (length < 2) break;
    offset += 2 + length;
  }
  return { exif, xmp };
}
