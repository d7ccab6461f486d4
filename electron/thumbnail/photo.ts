// Runs in a thumbnail worker: photos. The seam where the decoder is chosen; everything ends in picture.ts.

import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { asStill } from './avif.js';
import { decodeBmp } from './bmp.js';
import { INCOMPLETE } from '../shared/messages.js';
import { isDecoderCrash, pictureError } from './errors.js';
import { makeHeif } from './heif.js';
import { readEighth } from './jpeg-eighth.js';
import { assertRoomFor } from './memory.js';
import { profileByName } from './nclx-profile.js';
import { byProfile, encode, encodeBy, encodePixels, greyByProfile, type Picture } from './picture.js';
import { loadSharp, PIXEL_LIMIT } from './sharp.js';
import type { Content } from './sniff.js';
import { webpSize } from './webp-size.js';
import { encodeWhole, WHOLE } from './whole.js';

/** Profile, EXIF and the size come before the pixels in a JPEG and a PNG. Bytes. */
const HEAD = 256 * 1024;

/** Pixels that are not held in memory as a whole. */
const MANY_PIXELS = 20_000_000;

/** From so many times the side that is asked for, libvips, too, goes by the means of blocks alone: nothing is lost. */
const BY_MEANS = 9;
/** The same where colours are stored at half the size: the means of their blocks are those of twice as many pixels. */
const BY_HALVED_MEANS = 18;
/** What the coefficients of a progressive JPEG may take: beyond it a picture of a few less pixels has to do. Bytes. */
const COEFFICIENTS = 200 * 2 ** 20;

/** The thumbnail of a photo, longest side at most `side`; with {@link WHOLE} the photo with all its pixels. `deadline` on the clock of `performance.now`. */
export async function makePhoto(
  { bytes, content }: { bytes: Buffer; content: Content },
  side: number,
  deadline: number,
): Promise<Picture> {
  try {
    switch (content) {
      case 'bmp':
        return await fromBmp(bytes, side);
      case 'heif':
        return await makeHeif(bytes, side, deadline);
      case 'avif':
        return await fromFile(asStill(bytes), content, side, deadline);
      default:
        return await fromFile(bytes, content, side, deadline);
    }
  } catch (error) {
    throw pictureError(error);
  }
}

/** A JPEG whose orientation is told by somebody else (1 to 8, as in EXIF). */
export async function makeOriented(
  bytes: Buffer,
  orientation: number,
  side: number,
  deadline: number,
): Promise<Picture> {
  try {
    const stored = await fromFile(bytes, 'jpeg', side, deadline, orientation);
    if (orientation < 5) return stored;
    return { ...stored, width: stored.height, height: stored.width };
  } catch (error) {
    throw pictureError(error);
  }
}

/** Everything sharp decodes itself. */
async function fromFile(
  bytes: Buffer,
  content: Content,
  side: number,
  deadline: number,
  orientation?: number,
): Promise<Picture> {
  const sharp = await loadSharp();
  const { read, ...facts } = await factsOf(bytes, content, orientation === undefined);
  // Beside the pixels the decoder gets a copy of the file.
  assertRoomFor(bytes.length + facts.width * facts.height * bytesPerPixel(content, facts, read));
  const eighth = content === 'jpeg' && read && isForMeans(read, side) ? readEighth(bytes) : null;
  // Of one that is damaged libvips saves more, where there is memory for it.
  if (read && eighth && (eighth.whole || !fitsInMemory(read))) {
    const upright = (picture: Sharp) => turn(picture, orientation ?? read.orientation ?? 1);
    const encoded = await encodePixels(eighth.pixels, read.icc, side, upright);
    return { ...encoded, ...facts, warning: eighth.whole ? null : INCOMPLETE };
  }
  const deep = read?.space === 'rgb16';
  const icc = content === 'avif' && read?.icc === undefined ? profileByName(bytes) : undefined;
  const grey = read?.space === 'grey16' ? read.icc : undefined;
  // Row by row saves memory and costs twice the time, for a second thread that hands the rows over. A JPEG is scaled down
  // while it is decoded, so that there is little to hold.
  const sequentialRead = side === WHOLE || (content !== 'jpeg' && facts.width * facts.height > MANY_PIXELS);
  const open = (options: SharpOptions): Sharp => {
    const seconds = Math.max(1, Math.ceil((deadline - performance.now()) / 1000));
    const input = sharp(bytes, { limitInputPixels: PIXEL_LIMIT, sequentialRead, ...options });
    return byProfile(turn(input.timeout({ seconds }), orientation), read?.icc !== undefined && deep);
  };
  // Drawings have no pixels of their own: they are drawn at the size that is asked for.
  const enlarge = content === 'svg';
  const encoded = async (opened: Sharp) => {
    const picture = grey === undefined ? opened : await greyByProfile(grey, opened, side);
    return side === WHOLE
      ? encodeWhole(picture, { ...facts, alpha: read?.hasAlpha ?? true, icc })
      : icc === undefined
        ? encode(picture, side, enlarge)
        : encodeBy(icc, picture, side, deep);
  };
  try {
    return { ...(await encoded(open({ failOn: 'error' }))), ...facts, warning: null };
  } catch (error) {
    const failure = pictureError(error);
    if (!['damaged', 'internal'].includes(failure.code) || isDecoderCrash(error)) throw failure;
    // What can be saved of a damaged file is better than nothing. `unlimited` lifts libjpeg's patience with
    // many small faults, not the limit on pixels.
    const saved = await encoded(open({ failOn: 'none', unlimited: content === 'jpeg' }));
    return { ...saved, ...facts, warning: INCOMPLETE };
  }
}

/** What decoding takes for each pixel, measured with twelve megapixels and more. Bytes. */
function bytesPerPixel(
  content: Content,
  { width, height }: Pick<Facts, 'width' | 'height'>,
  read: Metadata | null,
): number {
  if (content === 'avif') return 19;
  if (content === 'jpeg') return read?.isProgressive ? 3 : 0;
  // Row by row.
  if (content === 'svg' || width * height > MANY_PIXELS) return 0;
  return content === 'gif' ? 6 : 4;
}

/** Turns a picture as its own EXIF says, or as `orientation` does. */
function turn(picture: Sharp, orientation?: number): Sharp {
  if (orientation === undefined) return picture.autoOrient();
  // sharp mirrors before it turns, whatever the order here.
  const quarters = [0, 0, 0, 2, 2, 3, 1, 1, 3][orientation] ?? 0;
  const mirrored = [2, 4, 5, 7].includes(orientation);
  return picture.rotate(quarters * 90).flop(mirrored);
}

type JpegFacts = Pick<Metadata, 'isProgressive' | 'width' | 'height' | 'channels' | 'chromaSubsampling'>;

/** Whether the means of its blocks show as much of a progressive JPEG as is wanted, or all that there is memory for. */
export function isForMeans(read: JpegFacts, side: number): boolean {
  const { isProgressive, width, height, channels, chromaSubsampling } = read;
  if (!isProgressive || channels > 3) return false;
  const halved = channels > 1 && chromaSubsampling !== '4:4:4';
  return Math.max(width, height) >= side * (halved ? BY_HALVED_MEANS : BY_MEANS) || !fitsInMemory(read);
}

/** Whether the coefficients of a progressive JPEG may be held all at once. */
function fitsInMemory({ width, height, channels, chromaSubsampling }: JpegFacts): boolean {
  const perPixel =
    channels === 1 ? 2 : chromaSubsampling === '4:2:0' ? 3 : chromaSubsampling === '4:2:2' ? 4 : 6;
  return width * height * perPixel <= COEFFICIENTS;
}

interface Facts {
  /** Pixels, after the orientation of the file itself if it was to be upright. */
  readonly width: number;
  readonly height: number;
  readonly duration: 0;
  /** All that libvips reads of it, where that was needed. */
  readonly read: Metadata | null;
}

async function factsOf(bytes: Buffer, content: Content, upright: boolean): Promise<Facts> {
  const known = content === 'webp' ? webpSize(bytes) : null;
  if (known && known.width * known.height <= PIXEL_LIMIT) return { ...known, duration: 0, read: null };
  const sharp = await loadSharp();
  const readOf = (part: Buffer) => sharp(part, { limitInputPixels: PIXEL_LIMIT, failOn: 'none' }).metadata();
  const headOnly = (content === 'jpeg' || content === 'png') && bytes.length > HEAD;
  const read = headOnly ? await readOf(headOf(bytes)).catch(() => readOf(bytes)) : await readOf(bytes);
  const { width, height } = upright ? read.autoOrient : read;
  return { width, height, duration: 0, read };
}

/** Used again for every file: see reading-room.ts. */
const head = Buffer.allocUnsafeSlow(HEAD);

/**
 * A copy of the head, which nearly always has all that is asked for: of a mere view all that lies around it would be copied into the
 * WebAssembly's memory. Good until the next file, of which there is one at a time.
 */
function headOf(bytes: Buffer): Buffer {
  bytes.copy(head, 0, 0, HEAD);
  return head;
}

async function fromBmp(bytes: Buffer, side: number): Promise<Picture> {
  const sharp = await loadSharp();
  // All its pixels here, and once more for the decoder.
  assertRoomFor(2 * bytes.length);
  const { data, width, height, channels, whole } = decodeBmp(bytes);
  const picture = sharp(data, { raw: { width, height, channels } });
  const encoded =
    side === WHOLE
      ? await encodeWhole(picture, { width, height, alpha: channels === 4 })
      : await encode(picture, side);
  return { ...encoded, width, height, duration: 0, warning: whole ? null : INCOMPLETE };
}
