// Renderer: tells main which thumbnails the window shows, a moment after that has changed: those of the grid, and covers, which
// stand above it or where there is none. One wish for both: what a wish does not name falls back in main.

import type { FileId, RootId } from '../../electron/shared/contract.js';
import type { Gallery } from '../gallery.js';
import { idOfKey, rootOfKey, type ItemKey } from './keys.js';
import type { Thumbnails } from './thumbnails.js';

export interface Wanted {
  readonly visible: FileId[];
  readonly near: FileId[];
}

/** Files of the grid that are still to be pictured, by root. */
export type GridWishes = () => ReadonlyMap<RootId, Wanted>;

/** Milliseconds without a change before main is told. */
const QUIET = 80;

export class ThumbnailWishes {
  /** How many of each are there. */
  private readonly covers = new Map<ItemKey, number>();
  private grid: GridWishes | null = null;
  /** By root, as text. */
  private readonly told = new Map<RootId, string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly gallery: Gallery,
    private readonly thumbnails: Pick<Thumbnails, 'isOver'>,
    private readonly report: (error: unknown) => void,
  ) {}

  /** From now on these are what the grid wants; returns the end of it. */
  follow(grid: GridWishes): () => void {
    this.grid = grid;
    this.soon();
    return () => {
      if (this.grid === grid) this.grid = null;
      this.soon();
    };
  }

  /** A cover is there; returns the end of it. */
  cover(item: ItemKey): () => void {
    this.covers.set(item, (this.covers.get(item) ?? 0) + 1);
    this.soon();
    return () => {
      const left = (this.covers.get(item) ?? 1) - 1;
      if (left > 0) this.covers.set(item, left);
      else this.covers.delete(item);
      this.soon();
    };
  }

  /** Something has changed. */
  soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), QUIET);
  }

  private tell(): void {
    const wanted = new Map<RootId, Wanted>();
    // Roots that left the screen want nothing any more; said first, so that it cannot undo the rest.
    for (const root of this.told.keys()) wanted.set(root, { visible: [], near: [] });
    for (const [root, { visible, near }] of this.grid?.() ?? []) {
      wanted.set(root, { visible: [...visible], near: [...near] });
    }
    for (const item of this.covers.keys()) {
      if (this.thumbnails.isOver(item)) continue;
      const root = rootOfKey(item);
      const of = wanted.get(root) ?? { visible: [], near: [] };
      wanted.set(root, of);
      const id = idOfKey(item);
      if (!of.visible.includes(id)) of.visible.push(id);
    }
    const calls = [...wanted].sort(([, a], [, b]) => a.visible.length - b.visible.length);
    for (const [root, lanes] of calls) {
      const text = JSON.stringify(lanes);
      if (this.told.get(root) === text) continue;
      this.told.set(root, text);
      this.gallery.call('thumbnails.want', { root, ...lanes }).catch(this.report);
    }
  }
}
