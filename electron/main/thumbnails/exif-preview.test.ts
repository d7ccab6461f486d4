import { describe, expect, it } from 'vitest';
import { jpegSize } from '../../node/jpeg-size.js';
import { exifPreview } from './exif-preview.js';

/** The start of a JPEG: all that is looked at. */
function jpeg(width: number, height: number, exif: Buffer = Buffer.alloc(0)): Buffer<ArrayBuffer> {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, frame, Buffer.alloc(9)]);
}

interface Block {
  readonly preview: Buffer;
  readonly orientation?: number;
  readonly little?: boolean;
}

/** An EXIF segment with one directory about the picture and one about its preview. */
function exif({ preview, orientation = 1, little = false }: Block): Buffer {
  const tiff = Buffer.alloc(26 + 30);
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  u16(42, 2);
  u32(8, 4);
  u16(1, 8);
  [0x0112, 3].forEach((value, i) => u16(value, 10 + 2 * i));
  u32(1, 14);
  u16(orientation, 18);
  u32(26, 22);
  u16(2, 26);
  for (const [at, tag, value] of [
    [28, 0x0201, tiff.length],
    [40, 0x0202, preview.length],
  ] as const) {
    u16(tag, at);
    u16(4, at + 2);
    u32(1, at + 4);
    u32(value, at + 8);
  }
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, preview]);
  return Buffer.concat([Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]), body]);
}

describe('exifPreview', () => {
  it.each([true, false])('cuts the preview out of the file (little-endian: %s)', (little) => {
    const preview = jpeg(160, 120);
    expect(exifPreview(jpeg(4000, 3000, exif({ preview, little })))).toEqual(preview);
  });

  it('gives it the orientation of the picture', () => {
    const found = exifPreview(jpeg(4000, 3000, exif({ preview: jpeg(160, 120), orientation: 6 })));
    expect(found && jpegSize(found)).toEqual({ width: 160, height: 120 });
    // SOI, then the segment: its only tag is the orientation, a SHORT.
    expect(found?.subarray(2, 6).toString('hex')).toBe('ffe10022');
    expect(found?.subarray(22, 32).toString('hex')).toBe('01120003000000010006');
  });

  it.each([
    [4000, 3000, 160, 120, true],
    [3000, 4000, 120, 160, true],
    [4000, 2667, 160, 107, true],
    // Within the usual frame, with bars that tiles cut off.
    [6000, 4000, 160, 120, true],
    [4000, 6000, 160, 120, true],
    [1920, 1080, 160, 120, true],
    // Left over from before the picture was cut.
    [3000, 3000, 160, 120, false],
    [6000, 2000, 160, 120, false],
    [6000, 4000, 320, 240, false],
    // The window decodes it as it is, so it must be small.
    [4000, 3000, 1024, 768, true],
    [4000, 3000, 1028, 771, false],
    [800, 600, 960, 720, false],
  ])('of %i x %i with a preview of %i x %i: %s', (width, height, small, low, usable) => {
    const found = exifPreview(jpeg(width, height, exif({ preview: jpeg(small, low) })));
    expect(found !== null).toBe(usable);
  });

  it('finds nothing in what is damaged, and never throws', () => {
    const whole = jpeg(4000, 3000, exif({ preview: jpeg(160, 120), orientation: 3 }));
    for (let length = 0; length < whole.length; length++) {
      const found = exifPreview(whole.subarray(0, length));
      if (found) expect(jpegSize(found)).toEqual({ width: 160, height: 120 });
    }
    for (let at = 0; at < whole.length; at++) {
      for (const byte of [0, 1, 0x7f, 0xff]) {
        const damaged = Buffer.from(whole);
        damaged[at] = byte;
        const found = exifPreview(damaged);
        if (found) expect(jpegSize(found)).not.toBeNull();
      }
    }
    expect(exifPreview(jpeg(4000, 3000))).toBeNull();
    expect(exifPreview(Buffer.from('not a picture at all'))).toBeNull();
  });
});
