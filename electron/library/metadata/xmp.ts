// Runs in the library process: the few things worth knowing from an XMP packet. No XML parser: the names looked for are
// fixed, each appears as an attribute or an element, and every expression here is linear in the text.

import { starsOfPercent } from './exif.js';

const LONGEST = 256 * 1024;

/** The value of a property, written as an attribute or as an element. */
function valueOf(xmp: string, name: string): string | null {
  const match = new RegExp(`\\b${name}\\s{0,9}(?:=\\s{0,9}["']([^"'<>]{0,200})["']|>([^<>]{0,200})<)`).exec(
    xmp,
  );
  const value = (match?.[1] ?? match?.[2])?.trim();
  return value === undefined || value === '' ? null : value;
}

function numberOf(xmp: string, name: string): number | null {
  const value = valueOf(xmp, name);
  return value !== null && /^-?\d{1,15}(\.\d{1,9})?$/.test(value) ? Number(value) : null;
}

/** The rating of a packet: 0 to 5, -1 for rejected. */
export function ratingOf(packet: string): number | null {
  const xmp = packet.slice(0, LONGEST);
  const rating = numberOf(xmp, 'xmp:Rating');
  if (rating !== null && rating >= -1 && rating <= 5) return Math.round(rating);
  return starsOfPercent(numberOf(xmp, 'MicrosoftPhoto:Rating'));
}

/** How many bytes from the end of the file the video of a Motion Photo starts, and how long it is; null without one. */
export function motionOf(packet: string): { readonly fromEnd: number; readonly length: number } | null {
  const xmp = packet.slice(0, LONGEST);
  // Files by older cameras: everything from there to the end.
  const offset = numberOf(xmp, 'GCamera:MicroVideoOffset');
  if (offset !== null && offset > 0) return { fromEnd: offset, length: offset };
  // A directory of what stands one after the other behind the picture (Android's Motion Photo format 1.0).
  let found: number | null = null;
  let fromEnd = 0;
  for (const item of xmp.split(/<(?:Container|GContainer):Item\b/).slice(1, 20)) {
    const length = numberOf(item, 'Item:Length') ?? 0;
    if (valueOf(item, 'Item:Semantic') === 'MotionPhoto' && length > 0) {
      found = length;
      fromEnd = 0;
    }
    if (found !== null) fromEnd += length + (numberOf(item, 'Item:Padding') ?? 0);
  }
  return found === null ? null : { fromEnd, length: found };
}
