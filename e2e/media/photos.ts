// Runs in Node, in tests, benches and the demo: makes one photo file in memory.

import sharp, { type Sharp } from 'sharp';
import { encodeBmp } from './bmp.js';
import { exifBlocks, isSideways, type ExifFacts, type Orientation } from './exif.js';
import { encodeHeic } from './heic.js';
import { addGrain, pixelsOfSvg, quarters, storeRotated, type Pixels } from './pixels.js';
import { drawScene, type LightName, type SceneName } from './scenes/index.js';

export const PHOTO_FORMATS = ['jpeg', 'png', 'gif', 'webp', 'avif', 'tiff', 'bmp', 'svg', 'heic'] as const;
export type PhotoFormat = (typeof PHOTO_FORMATS)[number];

/** Less common ways to store a picture, where the format has them. */
export type PhotoVariant = 'plain' | 'progressive' | 'gray' | 'cmyk' | 'transparent' | 'deep' | 'animated';

export interface PhotoOptions extends ExifFacts {
  /** Pixels as shown upright. */
  readonly width: number;
  readonly height: number;
  readonly format?: PhotoFormat;
  /** A drawn scene, or four coloured quarters (red, green, blue, yellow) to ask single pixels of. */
  readonly scene?: SceneName | 'quarters';
  readonly light?: LightName;
  readonly seed?: number;
  readonly orientation?: Orientation;
  readonly variant?: PhotoVariant;
  /** Part of a picture drawn before, instead of a drawing of its own: much faster. */
  readonly part?: Part;
  /** Stars, as programs write them into the file. */
  readonly rating?: number;
  /** Of lossy formats, 1 to 100. */
  readonly quality?: number;
}

/** A window into a picture. */
export interface Part {
  readonly picture: Pixels;
  /** 1 is as much of it as the shape allows, 0.5 half as wide. */
  readonly share: number;
  /** Where the window lies in what is left over, 0 to 1. */
  readonly across: number;
  readonly down: number;
  readonly mirrored: boolean;
  /** Factors for red, green and blue: another moment's light. */
  readonly tint: readonly [red: number, green: number, blue: number];
}

/** Longest side that is drawn; larger pictures are drawn this large and enlarged, which is much faster. */
const DRAWN = 1500;

/** The bytes of one photo. The same options give the same picture. */
export async function photo(options: PhotoOptions): Promise<Buffer> {
  const { width, height, format = 'jpeg', orientation = 1, variant = 'plain' } = options;
  if (format === 'svg') return Buffer.from(svgOf(options, width, height));
  const drawn = await draw(options);
  if (format === 'heic') return encodeHeic(await resize(drawn, width, height), orientation);
  if (variant === 'animated') return animated(drawn, options);
  const stored = storeRotated(drawn, orientation);
  const [across, down] = isSideways(orientation) ? [height, width] : [width, height];
  if (format === 'bmp') return encodeBmp(await resize(stored, across, down));
  let image = sharpOf(stored);
  if (stored.width !== across || stored.height !== down) image = image.resize(across, down, { fit: 'fill' });
  if (variant === 'gray') image = image.toColourspace('b-w');
  if (variant === 'cmyk') image = image.toColourspace('cmyk');
  if (variant === 'deep') image = image.toColourspace('rgb16');
  if (variant === 'transparent') image = await fadeOut(image, across, down);
  const exif = exifBlocks(options);
  if (exif) image = image.withExif(exif);
  if (orientation !== 1) image = image.withMetadata({ orientation });
  if (options.rating !== undefined) image = image.withXmp(ratingOf(options.rating));
  return encode(image, format, variant, options.quality ?? 82).toBuffer();
}

const ratingOf = (stars: number): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="${stars}"/></rdf:RDF></x:xmpmeta>`;

/** A JPEG of a drawn scene. */
export function jpeg(options: Omit<PhotoOptions, 'format'>): Promise<Buffer> {
  return photo({ scene: 'hills', ...options, format: 'jpeg' });
}

/** A small JPEG of four coloured quarters in the given orientation; upright it is `width` x `height`. */
export function jpegWithOrientation(orientation: Orientation, width = 60, height = 40): Promise<Buffer> {
  return photo({ width, height, orientation, scene: 'quarters', quality: 92 });
}

function svgOf(
  { scene = 'hills', light = 'golden', seed = 1 }: PhotoOptions,
  width: number,
  height: number,
): string {
  return drawScene({ scene: scene === 'quarters' ? 'abstract' : scene, light, seed, width, height });
}

async function draw(options: PhotoOptions): Promise<Pixels> {
  const shrink = Math.min(1, DRAWN / Math.max(options.width, options.height));
  const width = Math.max(1, Math.round(options.width * shrink));
  const height = Math.max(1, Math.round(options.height * shrink));
  if (options.scene === 'quarters') return quarters(width, height);
  const { part, seed = 1, format } = options;
  const pixels = part ? await cut(part, width, height) : await pixelsOfSvg(svgOf(options, width, height));
  // Grain would make these several times larger on disk.
  const lossless = format === 'png' || format === 'gif';
  if (part || !lossless) addGrain(pixels, lossless ? 0 : 4, seed, part?.tint);
  return pixels;
}

async function cut(
  { picture, share, across, down, mirrored }: Part,
  width: number,
  height: number,
): Promise<Pixels> {
  const fit = Math.min(picture.width / width, picture.height / height) * share;
  const wide = Math.max(1, Math.min(picture.width, Math.round(width * fit)));
  const tall = Math.max(1, Math.min(picture.height, Math.round(height * fit)));
  const data = await sharpOf(picture)
    .extract({
      left: Math.round((picture.width - wide) * across),
      top: Math.round((picture.height - tall) * down),
      width: wide,
      height: tall,
    })
    .flop(mirrored)
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  return { data, width, height };
}

function sharpOf({ data, width, height }: Pixels): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } });
}

async function resize(pixels: Pixels, width: number, height: number): Promise<Pixels> {
  if (pixels.width === width && pixels.height === height) return pixels;
  const data = await sharpOf(pixels).resize(width, height, { fit: 'fill' }).raw().toBuffer();
  return { data, width, height };
}

function encode(image: Sharp, format: PhotoFormat, variant: PhotoVariant, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return image.jpeg({ quality, progressive: variant === 'progressive' });
    case 'png':
      return image.png({ compressionLevel: 6 });
    case 'gif':
      return image.gif({ effort: 1, colours: 128 });
    case 'webp':
      return image.webp({ quality, effort: 0 });
    case 'avif':
      return image.avif({ quality: Math.round(quality * 0.75), effort: 0 });
    case 'tiff':
      return image.tiff({ compression: 'deflate', predictor: 'horizontal' });
    case 'bmp':
    case 'svg':
    case 'heic':
      throw new Error(`sharp does not write ${format}`);
  }
}

/** Cuts the picture out as an ellipse with a soft edge. */
async function fadeOut(image: Sharp, width: number, height: number): Promise<Sharp> {
  const mask = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="m"><stop offset=".82" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs><rect width="100%" height="100%" fill="url(#m)"/></svg>`;
  const cut = await image
    .ensureAlpha()
    .composite([{ input: Buffer.from(mask), blend: 'dest-in' }])
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(cut);
}

/** Twelve frames in which the light goes down and up again. */
async function animated(
  drawn: Pixels,
  { width, height, format, quality = 75 }: PhotoOptions,
): Promise<Buffer> {
  const base = await resize(drawn, width, height);
  const frames = await Promise.all(
    Array.from({ length: 12 }, (_, i) => {
      const level = 0.75 + 0.25 * Math.cos((i / 12) * 2 * Math.PI);
      return sharpOf(base).linear(level, 0).png({ compressionLevel: 1 }).toBuffer();
    }),
  );
  const joined = sharp(frames, { join: { animated: true } });
  const timing = { delay: Array.from(frames, () => 100), loop: 0 };
  if (format === 'webp') return joined.webp({ quality, effort: 0, ...timing }).toBuffer();
  return joined.gif({ effort: 1, colours: 64, ...timing }).toBuffer();
}
