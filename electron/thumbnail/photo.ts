// Runs in a thumbnail worker: photos. The seam where the decoder is chosen; everything ends in picture.ts.

import type { Sharp, SharpOptions } from 'sharp';
import { decodeBmp } from './bmp.js';
import { pictureError } from './errors.js';
import { makeHeif } from './heif.js';
import { INCOMPLETE, toWebp, type Picture } from './picture.js';
import { loadSharp, PIXEL_LIMIT } from './sharp.js';
import type { Content } from './sniff.js';

/** Profile, EXIF and the size come before the pixels. Bytes. */
const JPEG_HEAD = 256 * 1024;

/** The thumbnail of a photo, longest side at most `side`. `deadline` on the clock of `performance.now`. */
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
      default:
        return await fromFile(bytes, content, side, deadline);
    }
  } catch (error) {
    throw pictureError(error);
  }
}

/** Everything sharp decodes itself. */
async function fromFile(bytes: Buffer, content: Content, side: number, deadline: number): Promise<Picture> {
  const sharp = await loadSharp();
  const open = (options: SharpOptions): Sharp => {
    const seconds = Math.max(1, Math.ceil((deadline - performance.now()) / 1000));
    return sharp(bytes, { limitInputPixels: PIXEL_LIMIT, sequentialRead: true, ...options })
      .timeout({ seconds })
      .autoOrient();
  };
  const facts = { ...(await uprightSize(bytes, content)), duration: 0 };
  // Drawings have no pixels of their own: they are drawn at the size that is asked for.
  const enlarge = content === 'svg';
  try {
    return { webp: await toWebp(open({ failOn: 'error' }), side, enlarge), ...facts, warning: null };
  } catch (error) {
    const failure = pictureError(error);
    if (failure.code !== 'damaged') throw failure;
    // What can be saved of a damaged file is better than nothing. `unlimited` lifts libjpeg's patience with
    // many small faults, not the limit on pixels.
    const webp = await toWebp(open({ failOn: 'none', unlimited: content === 'jpeg' }), side, enlarge);
    return { webp, ...facts, warning: INCOMPLETE };
  }
}

/** Width and height after orientation. */
async function uprightSize(bytes: Buffer, content: Content): Promise<{ width: number; height: number }> {
  const sharp = await loadSharp();
  const read = async (part: Buffer) => {
    const { autoOrient } = await sharp(part, { limitInputPixels: PIXEL_LIMIT, failOn: 'none' }).metadata();
    return { width: autoOrient.width, height: autoOrient.height };
  };
  // The bytes are copied for each reading, and the head of a JPEG has nearly always all that is asked for.
  if (content !== 'jpeg' || bytes.length <= JPEG_HEAD) return read(bytes);
  return read(bytes.subarray(0, JPEG_HEAD)).catch(() => read(bytes));
}

async function fromBmp(bytes: Buffer, side: number): Promise<Picture> {
  const sharp = await loadSharp();
  const { data, width, height, channels, whole } = decodeBmp(bytes);
  const webp = await toWebp(sharp(data, { raw: { width, height, channels } }), side);
  return { webp, width, height, duration: 0, warning: whole ? null : INCOMPLETE };
}
