// Renderer: the few colours that fill a tile until its thumbnail is there.

import type { FileId, PlaceholderColumns, RootId } from '../../electron/shared/contract.js';
import { PLACEHOLDER, unpackColor } from '../../electron/shared/placeholder.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';

const { columns, rows, bytes: SIZE } = PLACEHOLDER;

export class Placeholders {
  private readonly roots = new Map<RootId, Map<FileId, Uint8Array>>();

  /** Takes over what main told of a root. */
  enter(root: RootId, { ids, colors }: PlaceholderColumns): void {
    const files = this.roots.get(root) ?? new Map<FileId, Uint8Array>();
    ids.forEach((id, i) => files.set(id, colors.subarray(i * SIZE, (i + 1) * SIZE)));
    this.roots.set(root, files);
  }

  /** Forgets all roots but these. */
  keep(roots: readonly RootId[]): void {
    for (const root of this.roots.keys()) if (!roots.includes(root)) this.roots.delete(root);
  }

  /** A CSS background, blurred when it is scaled up; undefined while nothing is known. */
  background(key: ItemKey): string | undefined {
    const colors = this.roots.get(rootOfKey(key))?.get(idOfKey(key));
    return colors && `url(data:image/bmp;base64,${btoa(bitmap(colors))})`;
  }
}

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
