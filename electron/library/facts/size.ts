// Runs in the library process: a picture's size and how EXIF orientation turns it.

/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size as shown. EXIF orientations 5 to 8 lay the picture on its side; other values than 1 to 8 mean nothing. */
export function upright({ width, height }: Size, orientation = 1): Size {
  return orientation >= 5 && orientation <= 8 ? { width: height, height: width } : { width, height };
}
