// Runs in the library process: what the readers of picture containers find, before anything in it is understood.

/** Parts of a picture file that say something about it. */
export interface ImageParts {
  /** Pixels: as shown when `upright`, else as stored. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Where EXIF tells pixels as well, those count. */
  readonly exifKnowsSize?: boolean | undefined;
  /** The container itself says how to turn the picture; the orientation in EXIF does not count then. */
  readonly upright?: boolean | undefined;
  /** EXIF orientation that says the same as the container. */
  readonly orientation?: number | undefined;
  /** An EXIF block: bytes of a TIFF file. */
  readonly exif?: Uint8Array | undefined;
  /** More such blocks, which tell what the first does not. */
  readonly moreExif?: readonly Uint8Array[] | undefined;
  readonly xmp?: string | undefined;
}
