// Runs in a thumbnail worker: raw pictures of cameras, by the JPEG previews in them. Developing one takes seconds, and
// would not look as the camera meant it.

import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../shared/result.js';
import { isDecoderCrash, pictureError } from './errors.js';
import { jpegSize } from '../node/jpeg-size.js';
import { makeOriented } from './photo.js';
import type { Picture } from './picture.js';
import { findInBoxes } from './raw-boxes.js';
import { findInTiff } from './raw-tiff.js';
import { Reader } from './reader.js';

/** Where a JPEG may lie in the file. */
export interface Candidate {
  readonly at: number;
  readonly length: number;
}

export interface RawFindings {
  readonly candidates: readonly Candidate[];
  /** As in EXIF, 1 to 8. */
  readonly orientation: number;
}

export interface RawWork {
  readonly handle: FileHandle;
  readonly size: number;
  /** Longest side of the thumbnail, pixels. */
  readonly side: number;
  /** On the clock of `performance.now`. */
  readonly deadline: number;
}

const MAX_CANDIDATES = 24;
const MAX_PREVIEW = 128 * 1024 * 1024;
/** Where a JPEG says its size: behind its EXIF block. */
const HEADER = 128 * 1024;

/** The thumbnail of a raw picture. @throws AppError */
export async function makeRaw({ handle, size, side, deadline }: RawWork): Promise<Picture> {
  const reader = new Reader(handle, size);
  let previews: Preview[];
  let orientation: number;
  try {
    const found = await find(reader);
    orientation = found.orientation;
    previews = await readSizes(reader, found.candidates);
  } catch (error) {
    throw pictureError(error);
  }
  const largest = previews.at(-1);
  if (!largest) throw new AppError('unsupported', 'There is no preview in this raw picture.');
  // The smallest that is large enough, then what is left, the best first.
  const enough = previews.filter((one) => one.longest >= side);
  const rest = previews.filter((one) => one.longest < side).reverse();
  let failure: unknown;
  for (const { at, length } of [...enough, ...rest]) {
    try {
      const picture = await makeOriented(await reader.piece(at, length), orientation, side, deadline);
      const turned = orientation >= 5;
      const [width, height] = turned ? [largest.height, largest.width] : [largest.width, largest.height];
      return { ...picture, width, height };
    } catch (error) {
      // Nothing that a broken decoder says of the next one can be relied on.
      if (isDecoderCrash(error)) throw error;
      failure ??= error;
    }
  }
  throw failure;
}

async function find(reader: Reader): Promise<RawFindings> {
  const head = await reader.read(0, 160);
  if (head.toString('latin1', 0, 15) === 'FUJIFILMCCD-RAW') return findInFuji(reader, head);
  if (head.toString('latin1', 4, 8) === 'ftyp') return findInBoxes(reader);
  return findInTiff(reader, 0);
}

/** Fujifilm's header names one JPEG, whose own EXIF has the orientation. */
async function findInFuji(reader: Reader, head: Buffer): Promise<RawFindings> {
  if (head.length < 92) return { candidates: [], orientation: 1 };
  const [at, length] = [head.readUInt32BE(84), head.readUInt32BE(88)];
  const start = await reader.read(at, 20);
  const hasExif = start.toString('latin1', 6, 10) === 'Exif';
  const orientation = hasExif ? (await findInTiff(reader, at + 12)).orientation : 1;
  return { candidates: [{ at, length }], orientation };
}

interface Preview extends Candidate {
  readonly width: number;
  readonly height: number;
  readonly longest: number;
}

/** The candidates that are JPEGs, smallest first. */
async function readSizes(reader: Reader, candidates: readonly Candidate[]): Promise<Preview[]> {
  const previews: Preview[] = [];
  for (const { at, length } of candidates.slice(0, MAX_CANDIDATES)) {
    const usable = Math.min(length, reader.size - at, MAX_PREVIEW);
    if (at <= 0 || usable < 100) continue;
    const size = jpegSize(await reader.read(at, Math.min(usable, HEADER)));
    if (size) previews.push({ at, length: usable, ...size, longest: Math.max(size.width, size.height) });
  }
  return previews.sort((a, b) => a.longest - b.longest);
}
