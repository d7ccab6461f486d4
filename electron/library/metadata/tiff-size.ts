// Runs in the library process: the pixels of a TIFF file and of raw pictures built like one (TIFF 6.0; DNG 1.7 for the crop). The first
// directory of a raw picture is often a small preview, so the directories below it are looked at as well.

import { latin1, viewOf, type ByteSource } from './byte-source.js';
import type { ImageParts } from './image-parts.js';

const MOST_ENTRIES = 512;
const MOST_BELOW = 8;
const ENTRY = 12;
const TAG = { subfile: 254, width: 256, height: 257, below: 330, crop: 50720 } as const;
/** Bytes of one value, by type number: short, long, fraction, and the offset of a directory. */
const SIZES: Readonly<Record<number, number>> = { 3: 2, 4: 4, 5: 8, 13: 4 };

/** Numbers of a directory by tag. */
export type Directory = ReadonlyMap<number, readonly number[]>;

/** Reads the wanted tags of a directory; empty where there is none. */
export async function readDirectory(
  source: ByteSource,
  at: number,
  wanted: readonly number[],
): Promise<Directory> {
  const little = source.head[0] === 0x49;
  const head = await source.read(at, 2);
  const count = head.length < 2 ? 0 : viewOf(head).getUint16(0, little);
  const found = new Map<number, readonly number[]>();
  if (count > MOST_ENTRIES) return found;
  const bytes = await source.read(at + 2, count * ENTRY);
  const view = viewOf(bytes);
  for (let from = 0; from + ENTRY <= bytes.length; from += ENTRY) {
    const tag = view.getUint16(from, little);
    if (!wanted.includes(tag)) continue;
    const size = SIZES[view.getUint16(from + 2, little)];
    if (size === undefined) continue;
    const length = size * Math.min(view.getUint32(from + 4, little), MOST_BELOW);
    const values =
      length <= 4
        ? bytes.subarray(from + 8, from + 8 + length)
        : await source.read(view.getUint32(from + 8, little), length);
    found.set(tag, numbers(values, size, little));
  }
  return found;
}

function numbers(bytes: Uint8Array, size: number, little: boolean): number[] {
  const view = viewOf(bytes);
  const list: number[] = [];
  for (let at = 0; at + size <= bytes.length; at += size) {
    if (size === 2) list.push(view.getUint16(at, little));
    else if (size === 4) list.push(view.getUint32(at, little));
    else list.push(view.getUint32(at, little) / view.getUint32(at + 4, little));
  }
  return list;
}

/** Pixels as stored of the largest whole picture; nothing where no directory tells them. */
export async function tiffSize(
  source: ByteSource,
): Promise<Pick<ImageParts, 'width' | 'height' | 'exifKnowsSize'>> {
  const { head } = source;
  if (head.length < 8) return {};
  const tags = Object.values(TAG);
  const first = await readDirectory(source, viewOf(head).getUint32(4, head[0] === 0x49), tags);
  const below: Directory[] = [];
  for (const at of first.get(TAG.below) ?? []) below.push(await readDirectory(source, at, tags));
  // What is marked as made smaller is a preview.
  const isWhole = (directory: Directory) => ((directory.get(TAG.subfile)?.[0] ?? 0) & 1) === 0;
  const sizes = [first, ...below].filter(isWhole).map(sizeOf);
  const [largest = sizeOf(first)] = sizes.sort((a, b) => b.width * b.height - a.width * a.height);
  if (largest.width === 0 || largest.height === 0) return {};
  // The first directory of a CR2 is that of a preview, and none of the others knows more.
  return { ...largest, exifKnowsSize: latin1(head, 8, 10) === 'CR' };
}

function sizeOf(directory: Directory): { width: number; height: number } {
  const [width = directory.get(TAG.width)?.[0] ?? 0, height = directory.get(TAG.height)?.[0] ?? 0] =
    directory.get(TAG.crop) ?? [];
  const possible = (value: number) => (value > 0 && value <= 1e6 ? Math.round(value) : 0);
  return { width: possible(width), height: possible(height) };
}
