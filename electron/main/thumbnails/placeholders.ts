// Runs in main: the few colours that stand for each file while its thumbnail is not there, by root, as the window wants them.

import type { FileId, PlaceholderColumns, RootId } from '../../shared/contract.js';
import { PLACEHOLDER } from '../../shared/placeholder.js';

export class Placeholders {
  private readonly roots = new Map<RootId, Map<FileId, Uint8Array>>();

  constructor(private readonly onNew: (root: RootId, id: FileId, colors: Uint8Array) => void) {}

  set(root: RootId, id: FileId, colors: Uint8Array): void {
    const files = this.roots.get(root) ?? new Map<FileId, Uint8Array>();
    this.roots.set(root, files.set(id, colors));
    this.onNew(root, id, colors);
  }

  forget(root: RootId, id: FileId): void {
    this.roots.get(root)?.delete(id);
  }

  forgetRoot(root: RootId): void {
    this.roots.delete(root);
  }

  /** All that are known of a root. */
  all(root: RootId): PlaceholderColumns {
    return columnsOf(this.roots.get(root) ?? new Map());
  }
}

/** Placeholders as columns: thousands of small arrays would be slow to hand over. */
export function columnsOf(files: ReadonlyMap<FileId, Uint8Array>): PlaceholderColumns {
  const colors = new Uint8Array(files.size * PLACEHOLDER.bytes);
  let at = 0;
  for (const one of files.values()) {
    colors.set(one.subarray(0, PLACEHOLDER.bytes), at);
    at += PLACEHOLDER.bytes;
  }
  return { ids: Uint32Array.from(files.keys()), colors };
}
