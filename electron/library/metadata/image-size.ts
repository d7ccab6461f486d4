// Runs in the library process: the pixels of a picture from its first bytes, by the library image-size. It is shown only
// what its format needs, so that no expression of its own meets long text.

import { imageSize } from 'image-size';
import { latin1 } from './byte-source.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels as stored; null when the bytes do not tell. */
export function sizeOf(head: Uint8Array): Size | null {
  try {
    const { width, height } = imageSize(head);
    return isSize(width) && isSize(height) ? { width: Math.round(width), height: Math.round(height) } : null;
  } catch {
    // The library throws for every kind of bytes it does not know; to the caller that is an answer.
    return null;
  }
}

const isSize = (value: number): boolean => value > 0 && value <= 1e6;

const MOST_SVG = 64 * 1024;
const LONGEST_ATTRIBUTE = 100;

/** Pixels of an SVG, from the attributes of its root alone. */
export function sizeOfSvg(head: Uint8Array): Size | null {
  const text = Buffer.from(head.subarray(0, MOST_SVG)).toString('utf8');
  const start = /<svg[\s>]/.exec(text)?.index;
  if (start === undefined) return null;
  const root = text.slice(start, endOfTag(text, start));
  const kept: string[] = [];
  for (const name of ['width', 'height', 'viewBox']) {
    const value = new RegExp(`\\s${name}\\s?=\\s?["']([^"'<>]{1,${LONGEST_ATTRIBUTE}})["']`).exec(root)?.[1];
    if (value !== undefined) kept.push(`${name}="${value.trim().replace(/[\s,]+/g, ' ')}"`);
  }
  return sizeOf(Buffer.from(`<svg ${kept.join(' ')}>`));
}

/** Where the tag at `start` ends; `>` may stand inside quotes. */
function endOfTag(text: string, start: number): number {
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const character = text[at]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return text.length;
}

/** What kind of picture some bytes begin, by its signature; null for none known here. */
export function formatOfBytes(
  head: Uint8Array,
):
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'heif'
  | 'canon'
  | 'tiff'
  | 'olympus'
  | 'panasonic'
  | 'fuji'
  | 'gif'
  | 'bmp'
  | 'svg'
  | null {
  const text = latin1(head, 0, 16);
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 12) === 'ftypcrx ') return 'canon';
  if (text.slice(4, 8) === 'ftyp') return 'heif';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (['IIRO', 'IIRS', 'MMOR'].includes(text.slice(0, 4))) return 'olympus';
  if (text.startsWith('IIU\0')) return 'panasonic';
  if (text.startsWith('FUJIFILMCCD-RAW')) return 'fuji';
  if (text.startsWith('GIF8')) return 'gif';
  if (text.startsWith('BM')) return 'bmp';
  // Comments of some programs before the drawing are long; only what begins like markup is searched that far.
  const markup = /^(?:\xef\xbb\xbf)?\s*</.test(text);
  return /<svg[\s>]/.test(latin1(head, 0, markup ? head.length : 4096)) ? 'svg' : null;
}
