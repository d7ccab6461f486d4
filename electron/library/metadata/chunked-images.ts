// Runs in the library process: walks the chunks of PNG (W3C PNG, 5.3) and WebP (RIFF) files to EXIF and XMP, which may
// stand behind the picture.

import { crc32, inflateSync } from 'node:zlib';
import { latin1, viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';

const MOST_CHUNKS = 400;
const MOST_BYTES = 4 * 1024 * 1024;
const XMP_KEYWORD = 'XML:com.adobe.xmp\0';

/** EXIF and XMP of a PNG file. */
export async function readPng(source: ByteSource): Promise<ImageParts> {
  const parts: { exif?: Uint8Array; xmp?: string } = {};
  let offset = 8;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    const head = await source.read(offset, 8);
    if (head.length < 8) break;
    const length = viewOf(head).getUint32(0);
    const type = latin1(head, 4, 8);
    if (type === 'IEND') break;
    if ((type === 'eXIf' || type === 'iTXt') && length <= MOST_BYTES) {
      const chunk = await source.read(offset + 4, length + 8);
      const sound =
        chunk.length === length + 8 &&
        crc32(chunk.subarray(0, length + 4)) === viewOf(chunk).getUint32(length + 4);
      const content = chunk.subarray(4, length + 4);
      if (sound && type === 'eXIf') parts.exif = content;
      else if (sound && latin1(content, 0, XMP_KEYWORD.length) === XMP_KEYWORD)
        parts.xmp = internationalText(content);
    }
    offset += length + 12;
  }
  return parts;
}

/** The text of an iTXt chunk: keyword, compression flag and method, language, translated keyword, text. */
function internationalText(content: Uint8Array): string {
  const compressed = content[XMP_KEYWORD.length] === 1;
  const language = content.indexOf(0, XMP_KEYWORD.length + 2);
  const keyword = content.indexOf(0, language + 1);
  if (language < 0 || keyword < 0) return '';
  const text = content.subarray(keyword + 1);
  return (compressed ? inflateSync(text, { maxOutputLength: MOST_BYTES }) : Buffer.from(text)).toString(
    'utf8',
  );
}

/** EXIF and XMP of a WebP file. */
export async function readWebp(source: ByteSource): Promise<ImageParts> {
  const parts: { exif?: Uint8Array; xmp?: string } = {};
  let offset = 12;
  for (let count = 0; count < MOST_CHUNKS; count++) {
    const head = await source.read(offset, 8);
    if (head.length < 8) break;
    const length = viewOf(head).getUint32(4, true);
    const type = latin1(head, 0, 4);
    if ((type === 'EXIF' || type === 'XMP ') && length <= MOST_BYTES) {
      const content = await source.read(offset + 8, length);
      if (type === 'XMP ') parts.xmp = Buffer.from(content).toString('utf8');
      // Some writers put the marker of JPEG before the block.
      else parts.exif = latin1(content, 0, 4) === 'Exif' ? content.subarray(6) : content;
    }
    offset += 8 + length + (length % 2);
  }
  return parts;
}
