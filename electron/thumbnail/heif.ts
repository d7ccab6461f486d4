// Runs in a thumbnail worker: HEIC and HEIF, whose HEVC no build of sharp decodes; libheif as WebAssembly does.

import { createRequire } from 'node:module';
import { INCOMPLETE } from '../shared/messages.js';
import { AppError } from '../shared/result.js';
import { Means } from './means.js';
import { assertRoomFor } from './memory.js';
import { profileByName } from './nclx-profile.js';
import { encodePixels, type Picture, type Pixels } from './picture.js';
import { loadSharp, PIXEL_LIMIT } from './sharp.js';

interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  has_alpha_channel(): boolean;
  readonly handle: unknown;
  free(): void;
}

/** Views of libheif's own memory. */
interface DecodedImage {
  /** Set when it failed. */
  readonly code?: unknown;
  readonly channels: readonly {
    readonly id: unknown;
    readonly height: number;
    /** Bytes from one row to the next. */
    readonly stride: number;
    readonly data: Uint8Array;
  }[];
  readonly image: unknown;
}

interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[]; decoder: unknown };
  heif_context_free(context: unknown): void;
  heif_js_decode_image2(
    handle: unknown,
    space: unknown,
    chroma: unknown,
  ): DecodedImage | undefined | Promise<DecodedImage | undefined>;
  heif_image_release(image: unknown): void;
  readonly heif_colorspace: { readonly heif_colorspace_RGB: unknown };
  readonly heif_chroma: {
    readonly heif_chroma_interleaved_RGB: unknown;
    readonly heif_chroma_interleaved_RGBA: unknown;
  };
}

/** What decoding keeps of each pixel. Bytes. */
const PIXEL = 7;
const MAX_PIXELS = 120_000_000;

let loaded: Libheif | undefined;

/** Loaded with the first HEIC: it takes 70 ms and some 20 MB that most libraries never need. */
function libheif(): Libheif {
  return (loaded ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Libheif);
}

/** The thumbnail of a HEIC or HEIF photo. libheif has turned and mirrored the pixels: EXIF must not do it again. */
export async function makeHeif(bytes: Buffer, side: number, deadline: number): Promise<Picture> {
  const sharp = await loadSharp();
  const { icc } = await sharp(bytes, { limitInputPixels: PIXEL_LIMIT, failOn: 'none' })
    .metadata()
    .catch(() => ({ icc: undefined }));
  const seconds = Math.max(1, Math.ceil((deadline - performance.now()) / 1000));
  const { pixels, width, height } = await decodeHeif(bytes, side);
  const facts = { width, height, duration: 0, warning: isCut(bytes) ? INCOMPLETE : null };
  // Phones write Display P3; the profile goes along so that the colours become sRGB.
  const colours = icc ?? profileByName(bytes);
  return { ...(await encodePixels(pixels, colours, side, (raw) => raw.timeout({ seconds }))), ...facts };
}

interface Decoded {
  readonly pixels: Pixels;
  /** Of the picture itself. */
  readonly width: number;
  readonly height: number;
}

/** The primary picture of a HEIF file as RGB, or RGBA where something may show through, made smaller as far as at least twice `side` remains. */
export async function decodeHeif(bytes: Uint8Array, side: number): Promise<Decoded> {
  const lib = libheif();
  const decoder = new lib.HeifDecoder();
  const images = decoder.decode(bytes);
  try {
    const image = images.find((one) => one.is_primary()) ?? images[0];
    if (!image) throw new AppError('damaged', 'The picture is damaged.');
    const width = image.get_width();
    const height = image.get_height();
    if (width * height > MAX_PIXELS) throw new AppError('unsupported', 'The picture has too many pixels.');
    if (width * height === 0) throw new AppError('damaged', 'The picture is damaged.');
    assertRoomFor(width * height * PIXEL);
    const means = new Means(width, height, squareOf(width, height, side), image.has_alpha_channel() ? 4 : 3);
    await takeMeans(lib, image, means);
    return { pixels: means.pixels, width, height };
  } finally {
    for (const image of images) image.free();
    if (decoder.decoder) lib.heif_context_free(decoder.decoder);
  }
}

/** libheif's own `display` does the same, but always with alpha: a byte more for each pixel. */
async function takeMeans(lib: Libheif, image: HeifImage, means: Means): Promise<void> {
  const { heif_chroma_interleaved_RGB: rgb, heif_chroma_interleaved_RGBA: rgba } = lib.heif_chroma;
  const chroma = means.channels === 4 ? rgba : rgb;
  const decoded = await lib.heif_js_decode_image2(
    image.handle,
    lib.heif_colorspace.heif_colorspace_RGB,
    chroma,
  );
  const plane = decoded?.channels?.[0];
  if (!decoded || decoded.code || !plane) throw new AppError('damaged', 'The picture is damaged.');
  try {
    for (let y = 0; y < plane.height; y++) means.add(plane.data, y * plane.stride, y);
  } finally {
    lib.heif_image_release(decoded.image);
  }
}

/** Side of the squares whose means are taken: of a strip there has to remain a row, however long it is. */
export function squareOf(width: number, height: number, side: number): number {
  const square = Math.floor(Math.max(width, height) / (2 * side));
  return Math.max(1, Math.min(square, width, height));
}

/** Whether the file ends inside one of its boxes. libheif fills what is missing with green and says nothing. */
export function isCut(bytes: Buffer): boolean {
  let at = 0;
  while (at + 16 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    // 0: up to the end of the file; 1: a 64-bit size follows the name.
    if (size === 0) return false;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8) return true;
    at += length;
  }
  return at > bytes.length;
}
