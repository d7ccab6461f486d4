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
}

/** `2023-06-14T10:31:00` as EXIF writes it. */
export const exifDate = (taken: string): string => taken.replaceAll('-', ':').replace('T', ' ');

/** The EXIF blocks for sharp's `withExif`; undefined when there is nothing to say. */
export function exifBlocks({ taken, camera, gps }: ExifFacts): Exif | undefined {
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
  }
  if (gps) {
    const [latitude, longitude] = gps;
    Object.assign(blocks.IFD3, {
      GPSLatitudeRef: latitude < 0 ? 'S' : 'N',
      GPSLatitude: degrees(latitude),
      GPSLongitudeRef: longitude < 0 ? 'W' : 'E',
      GPSLongitude: degrees(longitude),
    });
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
