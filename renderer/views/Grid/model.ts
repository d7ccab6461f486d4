// Renderer: the state of one grid: files, their layout, and where to scroll when the layout changes.
// The rule it keeps: a tile that was shown stays as it is until size, zoom, order or place change.

import type { Listing } from '../../../electron/shared/listing-table.js';
import type { ItemKey } from '../../state/keys.js';
import { Store } from '../../state/store.js';
import { aspectsOf } from './aspects.js';
import { anchorAt, scrollFor, shownRows, survivingRows, type Anchor } from './keep.js';
import { layOut, rowAt, rowOfFile, type Kept, type Layout } from './layout.js';
import type { Frame } from './rows.js';

export interface GridState {
  readonly keys: Float64Array;
  readonly layout: Layout;
  /** A new object asks the grid to scroll there with this layout. */
  readonly scroll: { readonly top: number } | null;
  /** False while the first screen waits a moment for the sizes of its pictures. */
  readonly settled: boolean;
  /** Counts every change of facts. */
  readonly facts: number;
}

/** How long a first screen waits for facts before it shows guessed boxes, milliseconds. */
const PATIENCE = 300;
/** Rows this many views away keep their boxes when files come and go. */
const NEAR = 2;

const nothing = new Float64Array();
const noFrame: Frame = { width: 0, target: 1, gap: 0 };
const noLayout = layOut({ value: new Float32Array(), guessed: new Uint8Array() }, noFrame);

export class GridModel extends Store<GridState> {
  /** What is on screen; written by the grid as it scrolls. */
  readonly viewport = { top: 0, height: 0 };
  private of: object | null = null;
  private patient = true;
  private patience: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listingOf: (root: number) => Listing | undefined) {
    super({ keys: nothing, layout: noLayout, scroll: null, settled: true, facts: 0 });
  }

  /**
   * Other files, or the same place with some gone or new. `of` is another object for another place or order;
   * `patient` false: sizes that are not known will not come soon.
   */
  setItems(keys: Float64Array, of: object, patient = true): void {
    const before = this.get();
    const { layout } = before;
    const other = of !== this.of || before.keys.length === 0;
    this.of = of;
    this.patient = patient;
    if (layout.frame.width === 0) return this.set({ ...before, keys });
    const aspects = aspectsOf(keys, this.listingOf);
    if (other) {
      this.set({
        ...before,
        keys,
        layout: layOut(aspects, layout.frame),
        scroll: { top: 0 },
        settled: false,
      });
      return this.settle(true);
    }
    const { top, height } = this.viewport;
    const anchor = top <= 0 ? null : anchorAt(layout, before.keys, top, 0);
    const from = rowAt(layout, top - NEAR * height);
    const to = rowAt(layout, top + (NEAR + 1) * height) + 1;
    const kept = survivingRows(layout, before.keys, keys, from, to);
    this.replace(keys, layOut(aspects, layout.frame, layout, kept), anchor);
  }

  /** Another width or zoom. The point at height `y` of the view stays in place. */
  setFrame(frame: Frame, y = 0): void {
    const { keys, layout } = this.get();
    const { width, target, gap } = layout.frame;
    if (width === frame.width && target === frame.target && gap === frame.gap) return;
    const anchor = this.viewport.top <= 0 && y === 0 ? null : anchorAt(layout, keys, this.viewport.top, y);
    this.replace(keys, layOut(aspectsOf(keys, this.listingOf), frame), anchor);
    if (width === 0) this.settle(true);
  }

  /** Sizes or durations became known: what was not shown yet is laid out anew. */
  factsChanged(): void {
    const { keys, layout } = this.get();
    if (layout.frame.width === 0) return;
    const anchor = anchorAt(layout, keys, this.viewport.top, 0);
    const kept: readonly Kept[] = shownRows(layout);
    this.replace(keys, layOut(aspectsOf(keys, this.listingOf), layout.frame, layout, kept), anchor);
    this.update((state) => ({ ...state, facts: state.facts + 1 }));
    if (!this.get().settled) this.settle(false);
  }

  /** These rows are on screen now. */
  markShown(from: number, to: number): void {
    const { layout, settled } = this.get();
    if (settled) layout.shown.fill(1, from, to);
  }

  /** Scrolls a file into view; into the middle when it is out of it. */
  reveal(key: ItemKey): void {
    const state = this.get();
    const file = state.keys.indexOf(key);
    if (file < 0) return;
    const row = rowOfFile(state.layout, file);
    const top = state.layout.top[row]!;
    const bottom = state.layout.top[row + 1]!;
    const view = this.viewport;
    if (top >= view.top && bottom <= view.top + view.height) return;
    this.set({ ...state, scroll: { top: Math.max(0, (top + bottom - view.height) / 2) } });
  }

  private replace(keys: Float64Array, layout: Layout, anchor: Anchor | null): void {
    const before = this.get();
    let scroll: GridState['scroll'] = null;
    if (anchor !== null) {
      const oldRow = rowAt(before.layout, this.viewport.top + anchor.offset);
      const oldHeight = Math.round(before.layout.height[oldRow] ?? 0);
      const top = scrollFor(anchor, layout, keys, oldHeight);
      if (top !== null && Math.abs(top - this.viewport.top) >= 1) scroll = { top: Math.max(0, top) };
    }
    if (scroll !== null) this.viewport.top = scroll.top;
    this.set({ ...before, keys, layout, scroll });
  }

  /** Shows the first screen when all its sizes are known, or when patience ends. */
  private settle(begin: boolean): void {
    const { layout } = this.get();
    const files = layout.start[Math.min(layout.rows, rowAt(layout, this.viewport.height) + 1)]!;
    const done = () => {
      clearTimeout(this.patience);
      this.patience = undefined;
      this.update((state) => ({ ...state, settled: true }));
    };
    if (!this.patient || !layout.guessed.subarray(0, files).includes(1)) return done();
    if (!begin) return;
    clearTimeout(this.patience);
    this.update((state) => ({ ...state, settled: false }));
    this.patience = setTimeout(done, PATIENCE);
  }
}
