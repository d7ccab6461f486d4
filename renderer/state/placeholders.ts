// Renderer: the blurred pictures that fill a tile until its thumbnail is there.

import type { FileId, PlaceholderColumns, RootId } from '../../electron/shared/contract.js';
import { PLACEHOLDER } from '../../electron/shared/placeholder.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import { pixelsOf, SIDE } from './thumbhash.js';

const { bytes: SIZE } = PLACEHOLDER;

export class Placeholders {
  private readonly roots = new Map<RootId, Map<FileId, Uint8Array>>();
  private readonly listeners = new Set<() => void>();

  /** Tells of those that became known. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes over what main told of a root. */
  enter(root: RootId, { ids, colors }: PlaceholderColumns): void {
    if (ids.length === 0) return;
    const files = this.roots.get(root) ?? new Map<FileId, Uint8Array>();
    ids.forEach((id, i) => files.set(id, colors.subarray(i * SIZE, (i + 1) * SIZE)));
    this.roots.set(root, files);
    for (const listener of this.listeners) listener();
  }

  /** Forgets all roots but these. */
  keep(roots: readonly RootId[]): void {
    for (const root of this.roots.keys()) if (!roots.includes(root)) this.roots.delete(root);
  }

  /** The ThumbHash of a file; undefined while nothing is known. */
  colors(key: ItemKey): Uint8Array | undefined {
    return this.roots.get(rootOfKey(key))?.get(idOfKey(key));
  }
}

/** A placeholder as a CSS background, blurred when it is scaled up. */
export const backgroundOf = (hash: Uint8Array): string =>
  `url(data:image/bmp;base64,${btoa(bitmap(pixelsOf(hash)))})`;

/** A BMP of a square, its bytes as characters. Its rows need no padding: they are a multiple of four bytes long. */
function bitmap(pixels: Uint8ClampedArray): string {
  const bytes = new Uint8Array(54 + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, SIDE, true);
  // Negative: from top to bottom.
  view.setInt32(22, -SIDE, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  // Blue, green, red.
  for (let i = 0; i < pixels.length; i++) bytes[54 + i] = pixels[i + 2 - 2 * (i % 3)]!;
  return String.fromCharCode(...bytes);
}
