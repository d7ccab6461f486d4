// Runs in the library process: what an EXIF block says. exifr reads the tags; which of them count, and what values are
// possible at all, is decided here.

import exifr from 'exifr';
import type { CameraFacts } from '../../shared/details.js';
import { latin1, viewOf } from './byte-source.js';
import { parseExifDate, type Moment } from './date.js';

/** What EXIF says about a photo; null is unknown or impossible. */
export interface ExifFacts extends CameraFacts {
  /** Pixels as stored, as the camera says. */
  readonly width: number | null;
  readonly height: number | null;
  readonly orientation: number | null;
  /** When it was taken or digitised. */
  readonly taken: Moment | null;
  /** When the file was last changed: says something only where nothing else does. */
  readonly changed: Moment | null;
  readonly rating: number | null;
  readonly contentId: string | null;
  /** An XMP packet inside a TIFF file. */
  readonly xmp: string | null;
  /** Some of the block could not be read. */
  readonly damaged: boolean;
}

type Tags = Readonly<Record<number | string, unknown>>;

interface Parsed {
  readonly ifd0?: Tags;
  readonly exif?: Tags;
  readonly gps?: Tags;
  readonly errors?: readonly unknown[];
}

/** One object for all calls: exifr keeps what it works out from it. Values stay raw: its dates would be in the local zone. */
const OPTIONS = {
  tiff: true,
  ifd0: { pick: [271, 272, 274, 306, 700, 18246, 18249] },
  exif: {
    pick: [
      33434, 33437, 34855, 34864, 34865, 34866, 34867, 36867, 36868, 36880, 36881, 36882, 37386, 37500, 37520,
      37521, 37522, 40962, 40963, 42036,
    ],
  },
  gps: { pick: [1, 2, 3, 4, 5, 6] },
  ...{ ifd1: false, interop: false, makerNote: false, userComment: false },
  ...{ jfif: false, ihdr: false, icc: false, iptc: false, xmp: false },
  ...{
    translateKeys: false,
    translateValues: false,
    reviveValues: false,
    sanitize: false,
    mergeOutput: false,
  },
};

/** Reads an EXIF block (bytes of a TIFF file). Never throws. */
export async function readExif(block: Uint8Array): Promise<ExifFacts> {
  let parsed: Parsed;
  try {
    parsed = ((await exifr.parse(block, OPTIONS)) as Parsed | undefined) ?? {};
  } catch (error) {
    parsed = { errors: [error] };
  }
  const { ifd0 = {}, exif = {}, gps = {}, errors = [] } = parsed;
  const latitude = between(gps['latitude'], -90, 90);
  const longitude = between(gps['longitude'], -180, 180);
  // Nought, nought is what devices write that do not know where they are.
  const placed = latitude !== null && longitude !== null && (latitude !== 0 || longitude !== 0);
  const altitude = between(gps[6], 0, 100_000);
  const below = first(gps[5]) === 1;
  const rating = between(ifd0[18246], 0, 5);
  return {
    width: positive(exif[40962], 1e6),
    height: positive(exif[40963], 1e6),
    orientation: between(ifd0[274], 1, 8),
    taken: date(exif, 36867, 37521, 36881) ?? date(exif, 36868, 37522, 36882),
    changed: parseExifDate(ifd0[306], exif[37520], exif[36880]),
    make: text(ifd0[271]),
    model: text(ifd0[272]),
    lens: text(exif[42036]),
    exposure: positive(exif[33434], 1e6),
    aperture: positive(exif[33437], 1000),
    iso: isoOf(exif),
    focalLength: positive(exif[37386], 1e5),
    latitude: placed ? latitude : null,
    longitude: placed ? longitude : null,
    altitude: altitude === null ? null : below ? -altitude : altitude,
    rating: rating ?? starsOfPercent(first(ifd0[18249])),
    contentId: appleContentId(exif[37500]),
    xmp: ifd0[700] instanceof Uint8Array ? Buffer.from(ifd0[700]).toString('utf8') : null,
    damaged: errors.length > 0,
  };
}

const date = (tags: Tags, time: number, fraction: number, offset: number): Moment | null =>
  parseExifDate(tags[time], tags[fraction], tags[offset] ?? tags[36880]);

/** The most that fits into the tag for the sensitivity: cameras write it for all that is more. */
const FULL_ISO = 65_535;
/** Which tags hold the sensitivity by its type (EXIF 2.3, SensitivityType); where several do, they are the same. */
const ISO_TAGS: Readonly<Record<number, readonly number[]>> = {
  ...{ 1: [34865], 2: [34866], 3: [34867] },
  ...{ 4: [34866, 34865], 5: [34867, 34865], 6: [34866, 34867], 7: [34866, 34867, 34865] },
};
const ISO_TAGS_OF_NO_TYPE = [34866, 34867];

function isoOf(exif: Tags): number | null {
  const iso = positive(exif[34855], 1e8);
  if (iso !== FULL_ISO) return iso;
  const tags = ISO_TAGS[Number(first(exif[34864]))] ?? ISO_TAGS_OF_NO_TYPE;
  return tags.map((tag) => positive(exif[tag], 1e8)).find((value) => value !== null) ?? iso;
}

/** A single value; the first one where there are several. */
function first(value: unknown): unknown {
  return Array.isArray(value) || ArrayBuffer.isView(value) ? (value as ArrayLike<unknown>)[0] : value;
}

function between(value: unknown, low: number, high: number): number | null {
  const number = first(value);
  return typeof number === 'number' && number >= low && number <= high ? number : null;
}

function positive(value: unknown, high: number): number | null {
  const number = between(value, 0, high);
  return number === 0 ? null : number;
}

const LONGEST_TEXT = 200;

/** Text without control characters; null when nothing is left that says anything. */
export function text(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = value
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT);
  return /[\p{L}\p{N}]/u.test(clean) ? clean : null;
}

/** Stars of a rating in percent, as Windows writes it beside the stars: 1, 25, 50, 75, 99. */
export function starsOfPercent(percent: unknown): number | null {
  if (typeof percent !== 'number' || !(percent >= 0 && percent <= 100)) return null;
  return percent === 0 ? 0 : Math.min(5, Math.floor((percent + 12) / 25) + 1);
}

const APPLE = 'Apple iOS\0';
const APPLE_CONTENT_ID = 0x11;

/** The identifier that Apple's maker note gives a Live Photo: a directory after 14 bytes, offsets from the note's start. */
function appleContentId(note: unknown): string | null {
  if (!(note instanceof Uint8Array) || latin1(note, 0, APPLE.length) !== APPLE) return null;
  const view = viewOf(note);
  const little = latin1(note, 12, 14) === 'II';
  if (note.length < 16) return null;
  const count = view.getUint16(14, little);
  for (let i = 0, at = 16; i < count && at + 12 <= note.length; i++, at += 12) {
    if (view.getUint16(at, little) !== APPLE_CONTENT_ID) continue;
    const [length, offset] = [view.getUint32(at + 4, little), view.getUint32(at + 8, little)];
    return text(latin1(note, offset, Math.min(note.length, offset + length)).replace(/\0.*$/s, ''));
  }
  return null;
}
