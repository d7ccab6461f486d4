// Renderer: the few colours that fill a tile until its thumbnail is there.

import type { FileId, PlaceholderColumns, RootId } from '../../electron/shared/contract.js';
import { PLACEHOLDER, unpackColor } from '../../electron/shared/placeholder.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

const { columns, rows, bytes: SIZE } = PLACEHOLDER;

export class Placeholders {
  private readonly roots = new Map<RootId, Map<FileId, Uint8Array>>();
  private readonly listeners = new Set<() => void>();

  /** Tells of colours that became known. */
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

  /** The packed colours of a file; undefined while nothing is known. */
  colors(key: ItemKey): Uint8Array | undefined {
    return this.roots.get(rootOfKey(key))?.get(idOfKey(key));
  }
}

/** Colours as a CSS background, blurred when it is scaled up. */
export const backgroundOf = (colors: Uint8Array): string =>
  `url(data:image/bmp;base64,${btoa(bitmap(colors))})`;

/** A BMP of one pixel per field, its bytes as characters. Four pixels of three bytes need no padding at the end of a row. */
function bitmap(colors: Uint8Array): string {
  const data = columns * rows * 3;
  const bytes = new Uint8Array(54 + data);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, columns, true);
  // Negative: from top to bottom.
  view.setInt32(22, -rows, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let field = 0; field < columns * rows; field++) {
    const [red, green, blue] = unpackColor(colors, field);
    bytes.set([blue, green, red], 54 + field * 3);
  }
  return String.fromCharCode(...bytes);
}
