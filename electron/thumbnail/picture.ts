// Runs in a thumbnail worker: what the decoders hand on, and the way from pixels to a stored WebP.

import type { Sharp } from 'sharp';
import type { ThumbnailMade } from '../shared/messages.js';
import { withProfile } from './icc.js';
import { placeholderOf } from './placeholder.js';
import { loadSharp } from './sharp.js';
import { encodeWhole, isTransparent, WHOLE } from './whole.js';

/** A scaled picture, encoded, and the ThumbHash that stands for it. */
export interface Encoded {
  /** A WebP, or what whole.ts makes. */
  readonly encoded: Uint8Array;
  readonly placeholder: Uint8Array;
}

/** A finished thumbnail and what is known of its original. */
export type Picture = Encoded & Pick<ThumbnailMade, 'width' | 'height' | 'duration' | 'codecs' | 'warning'>;

/** Pixels in memory, 8 bits per channel, rows without padding. */
export interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** A quarter fewer bytes than a JPEG of quality 80, in the same time; higher effort costs time and saves little. */
const WEBP = { quality: 68, effort: 2 } as const;

/** Scales an upright picture so that its longest side is at most `side` pixels, and encodes it. Alpha is kept. */
export async function encode(picture: Sharp, side: number, enlarge = false): Promise<Encoded> {
  // By way of the pixels: they are few now, and the placeholder needs them too.
  const { data, info } = await picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: !enlarge })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const channels = info.channels;
  const sharp = await loadSharp();
  const encoded = await sharp(data, { raw: { width, height, channels } }).webp(WEBP).toBuffer();
  return { encoded, placeholder: placeholderOf({ data, width, height, channels }) };
}

/**
 * Scales and encodes pixels whose decoder hands no profile on. `icc`: that of the file, by which the colours become sRGB;
 * `turn` puts them upright.
 */
export async function encodePixels(
  pixels: Pixels,
  icc: Uint8Array | undefined,
  side: number,
  turn: (picture: Sharp) => Sharp = (picture) => picture,
): Promise<Encoded> {
  const sharp = await loadSharp();
  const { data, width, height, channels } = pixels;
  const raw = turn(sharp(data, { raw: { width, height, channels } }));
  if (side === WHOLE) return encodeWhole(raw, { width, height, alpha: isTransparent(pixels), icc });
  return icc === undefined ? encode(raw, side) : encodeBy(icc, raw, side);
}

/** The same of a picture whose colours are to be understood by `icc`, although its file has no profile. `deep`: it has 16 bits. */
export async function encodeBy(
  icc: Uint8Array,
  picture: Sharp,
  side: number,
  deep = false,
): Promise<Encoded> {
  return encode(byProfile(await labelled(icc, picture, side, deep ? 'rgb16' : undefined), deep), side);
}

/** With 16 bits sharp goes by way of Display P3, which is left only for an output profile. Without a profile it is not entered. */
export const byProfile = (picture: Sharp, deep: boolean): Sharp =>
  deep ? picture.withIccProfile('srgb', { attach: false }) : picture;

/**
 * A picture in grey with 16 bits, which sharp shows as if it had no profile: with 8 bits it knows what to do with `icc`. Made as small
 * as `side` asks for before that.
 */
export const greyByProfile = (icc: Uint8Array, picture: Sharp, side: number): Promise<Sharp> =>
  labelled(icc, picture, side, 'b-w');

/** A picture, made smaller if it is larger than `side`, as one of a file that has the profile `icc`. `space`: that of its pixels. */
async function labelled(
  icc: Uint8Array,
  picture: Sharp,
  side: number,
  space?: 'rgb16' | 'b-w',
): Promise<Sharp> {
  const sharp = await loadSharp();
  const size = { width: side, height: side, fit: 'inside', withoutEnlargement: true } as const;
  const scaled = side === WHOLE ? picture : picture.resize(size);
  const png = (space === undefined ? scaled : scaled.toColourspace(space)).png({ compressionLevel: 1 });
  return sharp(withProfile(await png.toBuffer(), icc));
}
