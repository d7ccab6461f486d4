// Runs in a thumbnail worker: a picture with all its pixels, for a close look at what Chromium cannot decode itself.

import type { Sharp } from 'sharp';
import { withJpegProfile, withProfile } from './icc.js';
import type { Encoded } from './picture.js';
import { PLACEHOLDER } from '../shared/placeholder.js';

/** The side to ask for when a picture is to keep all its pixels. */
export const WHOLE = Infinity;

/** More pixels than the window could hold (four bytes for each) are made fewer. */
export const MOST_PIXELS = 100_000_000;

/** A JPEG has no longer side. */
const LONGEST = 65_500;

export interface WholeFacts {
  /** Pixels of the picture, before or after it is turned. */
  readonly width: number;
  readonly height: number;
  /** Whether something may show through it. */
  readonly alpha: boolean;
  /** By which its colours are to be understood, where the decoder did not apply it. */
  readonly icc?: Uint8Array | undefined;
}

/** Longest side of a picture that is to be shown with all its pixels, or as many as may be. */
export function wholeSide({ width, height }: Pick<WholeFacts, 'width' | 'height'>): number {
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  return Math.min(LONGEST, Math.floor(Math.max(width, height) * scale));
}

/**
 * Encodes a picture row by row, so that it is never held as a whole: a JPEG with the colours of every pixel, or a PNG
 * where something shows through.
 */
export async function encodeWhole(picture: Sharp, facts: WholeFacts): Promise<Encoded> {
  const side = wholeSide(facts);
  const upright =
    Math.max(facts.width, facts.height) > side
      ? picture.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      : picture;
  // Only tiles are filled by a placeholder.
  const placeholder = new Uint8Array(PLACEHOLDER.bytes);
  const { icc } = facts;
  const colours = upright.toColourspace('srgb');
  if (facts.alpha) {
    const png = await colours.png({ compressionLevel: 3 }).toBuffer();
    return { encoded: icc ? withProfile(png, icc) : png, placeholder };
  }
  // Optimised tables would need all coefficients in memory: 24 megapixels 590 MB instead of 340.
  const jpeg = await colours
    .removeAlpha()
    .jpeg({ quality: 92, chromaSubsampling: '4:4:4', optimiseCoding: false })
    .toBuffer();
  return { encoded: icc ? withJpegProfile(jpeg, icc) : jpeg, placeholder };
}

/** Whether any of these pixels lets something through. */
export function isTransparent({ data, channels }: { data: Uint8Array; channels: number }): boolean {
  if (channels !== 4) return false;
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true;
  return false;
}
