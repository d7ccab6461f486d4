// Runs in Node, in tests, benches and the demo: the EXIF a camera would write, in the words sharp takes.
// Tags and types are those of EXIF 2.32 (CIPA DC-008), sections 4.6.4 to 4.6.6.

import type { Exif } from 'sharp';

/** EXIF orientation, 1 to 8: what to do with the stored pixels to show them upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface Camera {
  readonly make: string;
  readonly model: string;
  readonly lens?: string;
}

export interface ExifFacts {
  /** Local time, `2023-06-14T10:31:00`. */
  readonly taken?: string;
  readonly camera?: Camera;
  /** Degrees, north and east positive. */
  readonly gps?: readonly [latitude: number, longitude: number];
  /** Whole metres above the sea, of a photo with `gps`. */
  readonly altitude?: number;
  /** How far the clock was ahead of UTC: `+02:00`. */
  readonly offset?: string;
}

/** `2023-06-14T10:31:00` as EXIF writes it. */
export const exifDate = (taken: string): string => taken.replaceAll('-', ':').replace('T', ' ');

/** The EXIF blocks for sharp's `withExif`; undefined when there is nothing to say. */
export function exifBlocks({ taken, camera, gps, altitude, offset }: ExifFacts): Exif | undefined {
  if (!taken && !camera && !gps) return undefined;
  const blocks: Required<Pick<Exif, 'IFD0' | 'IFD2' | 'IFD3'>> = { IFD0: {}, IFD2: {}, IFD3: {} };
  if (camera) {
    Object.assign(blocks.IFD0, {
      Make: camera.make,
      Model: camera.model,
      Software: 'Home Gallery test media',
    });
    Object.assign(blocks.IFD2, {
      FNumber: '28/10',
      ExposureTime: '1/250',
      ISOSpeedRatings: '200',
      FocalLength: '35/1',
    });
    if (camera.lens) blocks.IFD2['LensModel'] = camera.lens;
  }
  if (taken) {
    const date = exifDate(taken);
    blocks.IFD0['DateTime'] = date;
    Object.assign(blocks.IFD2, { DateTimeOriginal: date, DateTimeDigitized: date });
    if (offset) blocks.IFD2['OffsetTimeOriginal'] = offset;
  }
  if (gps) {
    const [latitude, longitude] = gps;
    Object.assign(blocks.IFD3, {
      GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(longitude),
    });
    if (altitude !== undefined) blocks.IFD3['GPSAltitude'] = `${altitude}/1`;
  }
  return blocks;
}

/** Degrees, minutes and hundredths of seconds as three rationals. */
function degrees(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 360000);
  const whole = Math.floor(hundredths / 360000);
  const minutes = Math.floor((hundredths % 360000) / 6000);
  return `${whole}/1 ${minutes}/1 ${hundredths % 6000}/100`;
}

/** Whether the stored picture lies on its side. */
export const isSideways = (orientation: Orientation): boolean => orientation >= 5;

/** A JPEG with another, small one in it, as cameras put a preview there: EXIF with a directory for each of the two. */
export function withPreview(jpeg: Buffer, preview: Buffer, orientation: Orientation = 1): Buffer {
  const tiff = Buffer.alloc(56);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  const entry = (at: number, tag: number, type: 3 | 4, value: number) => {
    tiff.writeUInt16BE(tag, at);
    tiff.writeUInt16BE(type, at + 2);
    tiff.writeUInt32BE(1, at + 4);
    if (type === 3) tiff.writeUInt16BE(value, at + 8);
    else tiff.writeUInt32BE(value, at + 8);
  };
  tiff.writeUInt16BE(1, 8);
  entry(10, 0x0112, 3, orientation);
  // Where the second directory is, which has the place and the length of the preview.
  tiff.writeUInt32BE(26, 22);
  tiff.writeUInt16BE(2, 26);
  entry(28, 0x0201, 4, tiff.length);
  entry(40, 0x0202, 4, preview.length);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, preview]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}
