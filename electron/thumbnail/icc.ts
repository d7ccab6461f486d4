// Runs in a thumbnail worker: gives a PNG or a JPEG a colour profile, for pixels whose decoder cannot hand one on.

import { deflateSync } from 'node:zlib';

/** Bytes before the first chunk after IHDR: signature, then IHDR with its length, name, 13 bytes and checksum. */
const AFTER_IHDR = 8 + 4 + 4 + 13 + 4;

/** A copy of `png` with the ICC profile put in. */
export function withProfile(png: Buffer, icc: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from('iCCPprofile\0\0', 'latin1'), deflateSync(icc)]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length - 4);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([png.subarray(0, AFTER_IHDR), length, body, sum, png.subarray(AFTER_IHDR)]);
}

/** Of a profile in one segment of a JPEG: its length has two bytes, and a name and two numbers come before. */
const PART = 65_535 - 2 - 14;

/** A copy of `jpeg` with the ICC profile put in (ICC.1, annex B.4). */
export function withJpegProfile(jpeg: Buffer, icc: Uint8Array): Buffer {
  const count = Math.ceil(icc.length / PART);
  const segments = Array.from({ length: count }, (_, i) => {
    const part = icc.subarray(i * PART, (i + 1) * PART);
    const head = Buffer.from([0xff, 0xe2, 0, 0]);
    head.writeUInt16BE(2 + 14 + part.length, 2);
    return Buffer.concat([head, Buffer.from('ICC_PROFILE\0', 'latin1'), Buffer.from([i + 1, count]), part]);
  });
  // Behind JFIF's own segment, which must be the first where there is one.
  const at = jpeg.readUInt16BE(2) === 0xffe0 ? 4 + jpeg.readUInt16BE(4) : 2;
  return Buffer.concat([jpeg.subarray(0, at), ...segments, jpeg.subarray(at)]);
}

/** The checksum of PNG chunks. (zlib's own crc32 is newer than the oldest Node that runs this.) */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
