// Runs in the library process: everything a photo says about itself. The way to EXIF and XMP is found per container
// (first 64 KB, then single pieces of the file), exifr reads the EXIF block, image-size the pixels of formats
// without one.

import { AppError } from '../../shared/result.js';
import { ByteSource, latin1, type ReadHandle } from './byte-source.js';
import { readCanon } from './canon.js';
import { readPng, readWebp } from './chunked-images.js';
import type { Moment } from './date.js';
import { readExif, type ExifFacts } from './exif.js';
import { readHeif } from './heif.js';
import type { ImageParts } from './image-parts.js';
import { formatOfBytes, sizeOf, sizeOfSvg } from './image-size.js';
import { readJpeg } from './jpeg.js';
import { NO_FACTS, type MediaFacts } from './media-facts.js';
import { readFuji, readPanasonic } from './raw.js';
import { tiffBlock } from './tiff.js';
import { tiffSize } from './tiff-size.js';
import { motionOf, ratingOf } from './xmp.js';

/** Facts of a file before it is decided which date counts. */
export interface OwnFacts {
  readonly facts: MediaFacts;
  /** When the content says it was taken. */
  readonly taken: Moment | null;
  /** When the content says it was last changed. */
  readonly changed: Moment | null;
}

export interface ReadOptions {
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined;
}

/** Bytes read from one photo at most. */
const BUDGET = 12 * 1024 * 1024;

const DAMAGED = 'Some of what this file says about itself is damaged.';

/**
 * Reads a photo. What is damaged or not there is unknown (`error` tells of damage); what is not read at all throws.
 * @throws AppError `unreadable` when the file cannot be read, the signal's reason (or `stopped`) when it is ended
 */
export async function readPhoto(handle: ReadHandle, { signal }: ReadOptions = {}): Promise<OwnFacts> {
  const source = await ByteSource.open(handle, { budget: BUDGET, signal });
  const format = formatOfBytes(source.head);
  let parts: ImageParts = {};
  let error: string | null = null;
  try {
    parts = await partsOf(source, format);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code !== 'unsupported') throw thrown;
    error = thrown instanceof AppError ? thrown.message : DAMAGED;
  }
  const exif = await readBlocks([parts.exif, ...(parts.moreExif ?? [])]);
  source.check();
  const xmp = parts.xmp ?? exif?.xmp ?? null;
  const size = shownSize(parts, exif);
  if (format === null && source.size > 0) error = 'This is not a picture of a known format.';
  else if (source.size === 0) error = 'This file is empty.';
  else if (exif?.damaged || size === null) error ??= DAMAGED;
  const motion = xmp === null ? null : await findMotion(source, xmp);
  const facts: MediaFacts = {
    ...NO_FACTS,
    ...(size ?? {}),
    orientation: parts.upright ? (parts.orientation ?? null) : (exif?.orientation ?? null),
    ...(exif ? cameraFacts(exif) : {}),
    rating: (xmp === null ? null : ratingOf(xmp)) ?? exif?.rating ?? null,
    ...(motion ? { motionOffset: motion.offset, motionLength: motion.length } : {}),
    error,
  };
  return { facts, taken: exif?.taken ?? null, changed: exif?.changed ?? null };
}

/** What some EXIF blocks say together, the first of them that says something; null without any. */
async function readBlocks(blocks: readonly (Uint8Array | undefined)[]): Promise<ExifFacts | null> {
  const all: ExifFacts[] = [];
  for (const block of blocks) if (block && block.length > 0) all.push(await readExif(block));
  const [first] = all;
  if (first === undefined) return null;
  const known = (facts: ExifFacts) => Object.entries(facts).filter(([, value]) => value !== null);
  const told = Object.fromEntries(all.reverse().flatMap(known)) as Partial<ExifFacts>;
  return { ...first, ...told, damaged: all.some(({ damaged }) => damaged) };
}

async function partsOf(source: ByteSource, format: ReturnType<typeof formatOfBytes>): Promise<ImageParts> {
  const { head } = source;
  switch (format) {
    case 'jpeg':
      return readJpeg(source);
    case 'heif':
      return readHeif(source);
    case 'canon':
      return readCanon(source);
    case 'png':
      return { ...(sizeOf(head) ?? {}), ...(await readPng(source)) };
    case 'webp':
      return { ...(sizeOf(head) ?? {}), ...(await readWebp(source)) };
    case 'tiff':
    case 'olympus':
      return { exif: (await tiffBlock(source)) ?? undefined, ...(await tiffSize(source)) };
    case 'panasonic':
      return readPanasonic(source);
    case 'fuji':
      return readFuji(source);
    case 'svg':
      return sizeOfSvg(head) ?? {};
    case 'gif':
    case 'bmp':
      return sizeOf(head) ?? {};
    case null:
      return {};
  }
}

/** Pixels after orientation; null when they are not known. */
function shownSize(parts: ImageParts, exif: ExifFacts | null): { width: number; height: number } | null {
  const told = parts.exifKnowsSize && exif?.width && exif.height ? exif : parts;
  const { width, height } = told;
  if (!width || !height) return null;
  const sideways = !parts.upright && (exif?.orientation ?? 1) >= 5;
  return sideways ? { width: height, height: width } : { width, height };
}

const CAMERA_FACTS = [
  ...(['make', 'model', 'lens', 'exposure', 'aperture', 'iso', 'focalLength'] as const),
  ...(['latitude', 'longitude', 'altitude', 'contentId'] as const),
];

function cameraFacts(exif: ExifFacts): Partial<MediaFacts> {
  return Object.fromEntries(CAMERA_FACTS.map((name) => [name, exif[name]]));
}

/** Where the video of a Motion Photo lies; null when XMP promises one that is not there (it is lost when files are edited). */
async function findMotion(
  source: ByteSource,
  xmp: string,
): Promise<{ offset: number; length: number } | null> {
  const motion = motionOf(xmp);
  if (!motion) return null;
  const offset = source.size - motion.fromEnd;
  if (offset <= 0 || motion.length > motion.fromEnd) return null;
  const start = await source.read(offset, 8);
  return latin1(start, 4, 8) === 'ftyp' ? { offset, length: motion.length } : null;
}
