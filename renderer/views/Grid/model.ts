// Renderer: the state of one grid: files, their layout, and where to scroll when the layout changes.
// The rule it keeps: a tile that was shown stays as it is until size, zoom, order or place change.

import type { Listing } from '../../../electron/shared/listing-table.js';
import type { Dates, Unit } from '../../state/dates.js';
import type { Spot } from '../../state/journey.js';
import type { ItemKey } from '../../state/keys.js';
import { runAtOnce } from '../../state/schedule.js';
import { Store } from '../../state/store.js';
import { aspectsOf, type Aspects } from './aspects.js';
import { anchorAt, isOutdated, scrollFor, shownRows, survivingRows, type Anchor } from './keep.js';
import {
  bottomOf,
  coveredTop,
  layOut,
  layingOut,
  rowAt,
  rowFrom,
  rowOfFile,
  type Kept,
  type Layout,
} from './layout.js';
import type { Frame } from './rows.js';
import { groupSections, sectionsOf, undivided, type Sections } from './sections.js';
import { Steps } from './steps.js';
import { rowsIn } from './window.js';

export interface GridState {
  readonly keys: Float64Array;
  /** Of the files, where these are grouped by date. */
  readonly dates: Dates | null;
  readonly layout: Layout;
  /** A new object asks the grid to scroll there with this layout. */
  readonly scroll: Scroll | null;
  /** False while the first screen waits a moment for the sizes of its pictures. */
  readonly settled: boolean;
  /** Counts every change of facts. */
  readonly facts: number;
}

export interface Scroll {
  /** Of the content at the top of the view, CSS pixels. */
  readonly top: number;
  /** On the way to somewhere else: pictures are not worth asking for yet. */
  readonly passing?: boolean;
  /** To other files, or to the same in another order. */
  readonly others?: boolean;
  /** Of the whole view, where the top of the view is above the content. */
  readonly whole?: number;
}

/** The room for tiles: CSS pixels, and what one heading stands for. */
export interface Room extends Frame {
  readonly unit: Unit;
  /** Taken from the width while there is a scrubber. */
  readonly rail: number;
}

/** How long a first screen waits for facts before it shows guessed boxes, milliseconds. */
const PATIENCE = 300;
/** Up to so many files are laid out and shown at once. */
const AT_ONCE = 2000;
/** Rows this many views away keep their boxes when files come and go. */
const NEAR = 2;
/** While facts of many files arrive that are far from what is on screen they are laid out anew so often, milliseconds. */
const FAR_EVERY = 1000;

const nothing = new Float64Array();
const noRoom: Room = { width: 0, target: 1, gap: 0, unit: 'month', rail: 0 };
const noLayout = layOut({ value: new Float32Array(), guessed: new Uint8Array() }, noRoom);

export class GridModel extends Store<GridState> {
  /** What is on screen; written by the grid as it scrolls. */
  readonly viewport = { top: 0, height: 0 };
  /** Height of what stands above the content in the same view, CSS pixels; written by the grid. */
  lead = 0;
  private of: object | null = null;
  private room = noRoom;
  private sections: Sections = undivided(0);
  private patient = true;
  /** Group of each file, where files are grouped by what they contain. */
  private alike: Uint32Array | null = null;
  /** Where to begin as soon as there is room. */
  private spot: Spot | null = null;
  private patience: ReturnType<typeof setTimeout> | undefined;
  /** To what will be shown next. */
  private readonly steps = new Steps();
  /** Of these files, as long as no facts arrive. */
  private proportions: { readonly keys: Float64Array; readonly aspects: Aspects } | null = null;
  private far: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly listingOf: (root: number) => Listing | undefined) {
    super({ keys: nothing, dates: null, layout: noLayout, scroll: null, settled: true, facts: 0 });
  }

  /**
   * Other files, or the same place with some gone or new. `of` is another object for another place or order;
   * `patient` false: sizes that are not known will not come soon. With `dates` there are headings. With a `spot` they
   * are shown from there. With `alike` files of one number stand together.
   */
  setItems(
    keys: Float64Array,
    of: object,
    patient = true,
    dates: Dates | null = null,
    spot: Spot | null = null,
    alike: Uint32Array | null = null,
  ): void {
    this.steps.finish();
    const before = this.get();
    const { layout } = before;
    const other = of !== this.of || before.keys.length === 0 || spot !== null;
    this.of = of;
    this.patient = patient;
    this.alike = alike;
    this.divide(keys, dates);
    if (spot !== null) this.spot = spot;
    if (this.room.width === 0) return this.set({ ...before, keys, dates });
    if (other) {
      const show = (next: Layout) => {
        const scroll = { ...(this.takeSpot(next, keys) ?? { top: 0 }), others: true };
        this.viewport.top = scroll.top;
        this.set({ ...before, keys, dates, layout: next, scroll, settled: false });
        this.settle(true);
      };
      return this.steps.run(this.layOut(keys), show, keys.length > AT_ONCE && before.keys.length > 0);
    }
    const { top, height } = this.viewport;
    const anchor = top <= 0 ? null : anchorAt(layout, before.keys, top, 0);
    const from = rowAt(layout, top - NEAR * height);
    const to = rowAt(layout, top + (NEAR + 1) * height) + 1;
    const kept = survivingRows(layout, before.keys, keys, from, to);
    this.replace({ ...before, keys, dates, layout: runAtOnce(this.layOut(keys, layout, kept)) }, anchor);
  }

  /** Another width or zoom. The point at height `y` of the view stays in place. */
  setRoom(room: Room, y = 0): void {
    const { width, target, gap, unit, rail } = this.room;
    const sameFrame = width === room.width && target === room.target && gap === room.gap;
    if (sameFrame && unit === room.unit && rail === room.rail) return;
    this.steps.finish();
    const { keys, layout, dates } = this.get();
    this.room = room;
    if (unit !== room.unit) this.divide(keys, dates);
    const show = (next: Layout) => {
      const { top } = this.viewport;
      const anchor = top <= 0 && y === 0 ? null : anchorAt(layout, keys, top, y);
      const scroll = this.takeSpot(next, keys);
      if (scroll === null) this.replace({ ...this.get(), layout: next }, anchor);
      else {
        this.viewport.top = scroll.top;
        this.set({ ...this.get(), layout: next, scroll });
      }
      if (width === 0) this.settle(true);
    };
    // While a person drags the window's edge, tiles are never a frame behind it.
    this.steps.run(this.layOut(keys), show, keys.length > AT_ONCE && width > 0 && target !== room.target);
  }

  /** Sizes or durations became known: what was not shown yet is laid out anew, what is near at once. */
  factsChanged(): void {
    this.steps.finish();
    this.proportions = null;
    if (this.room.width === 0) return;
    this.update((state) => ({ ...state, facts: state.facts + 1 }));
    const { keys, settled } = this.get();
    if (!settled || keys.length <= AT_ONCE || this.nearChanged()) return this.layOutAnew();
    // The look at all files is most of the work, and nobody waits for it.
    const look = () => this.steps.run(this.aspects(this.get().keys), () => this.layOutAnew(), true);
    this.far ??= setTimeout(look, FAR_EVERY);
  }

  private layOutAnew(): void {
    clearTimeout(this.far);
    this.far = undefined;
    this.steps.finish();
    const before = this.get();
    const { keys, layout } = before;
    const anchor = anchorAt(layout, keys, this.viewport.top, 0);
    const kept: readonly Kept[] = shownRows(layout);
    this.replace({ ...before, layout: runAtOnce(this.layOut(keys, layout, kept)) }, anchor);
    if (!this.get().settled) this.settle(false);
  }

  /** Whether a box near what is on screen, and not shown yet, would be another one by now. */
  private nearChanged(): boolean {
    const { keys, layout } = this.get();
    const { top, height } = this.viewport;
    const near = rowsIn(layout, top - NEAR * height, (2 * NEAR + 1) * height);
    const files = keys.subarray(layout.start[near.from], layout.start[near.to]);
    return isOutdated(layout, near, runAtOnce(aspectsOf(files, this.listingOf)));
  }

  /** These rows are on screen now. */
  markShown(from: number, to: number): void {
    const { layout, settled } = this.get();
    if (settled) layout.shown.fill(1, from, to);
  }

  /** Scrolls a file into view; into the middle when it is out of it. */
  reveal(key: ItemKey): void {
    this.steps.finish();
    const state = this.get();
    const file = state.keys.indexOf(key);
    if (file < 0) return;
    const { layout } = state;
    const row = rowOfFile(layout, file);
    const top = layout.top[row]! - coveredTop(layout);
    const bottom = bottomOf(layout, row);
    const view = this.viewport;
    if (top >= view.top && bottom <= view.top + view.height) return;
    this.set({ ...state, scroll: { top: Math.max(0, (top + bottom - view.height) / 2) } });
  }

  /** Scrolls so that this height of the content is at the top of the view. */
  jump(scroll: Scroll): void {
    this.steps.finish();
    this.update((state) => ({ ...state, scroll }));
  }

  /** Where in the files the view is, scrolled by `scrolled` CSS pixels in all; null at the very top. */
  spotAt(scrolled: number): Spot | null {
    if (scrolled <= 0) return null;
    const { layout, keys } = this.get();
    const { top } = this.viewport;
    const anchor = top <= 0 ? null : anchorAt(layout, keys, top, 0);
    if (anchor === null) return { keys: [], offset: 0, before: 0, scrolled };
    const before = layout.start[rowFrom(layout, top)]!;
    return { keys: [anchor.key, ...anchor.next], offset: anchor.offset, before, scrolled };
  }

  private *aspects(keys: Float64Array): Generator<void, Aspects> {
    if (this.proportions?.keys !== keys) {
      this.proportions = { keys, aspects: yield* aspectsOf(keys, this.listingOf) };
    }
    return this.proportions.aspects;
  }

  private takeSpot(layout: Layout, keys: Float64Array): Scroll | null {
    const { spot } = this;
    if (spot === null || keys.length + spot.scrolled === 0) return null;
    this.spot = null;
    if (spot.keys.length === 0 && spot.before === 0) return { top: 0, whole: spot.scrolled };
    if (keys.length === 0) return null;
    const found = spot.keys.find((key) => keys.includes(key));
    const file = found === undefined ? Math.min(spot.before, keys.length - 1) : keys.indexOf(found);
    return { top: Math.max(0, layout.top[rowOfFile(layout, file)]! - spot.offset) };
  }

  private divide(keys: Float64Array, dates: Dates | null): void {
    if (this.alike !== null) this.sections = groupSections(this.alike);
    else this.sections = dates === null ? undivided(keys.length) : sectionsOf(dates, this.room.unit);
  }

  private *layOut(
    keys: Float64Array,
    old: Layout | null = null,
    kept: readonly Kept[] = [],
  ): Generator<void, Layout> {
    const { width, target, gap, rail } = this.room;
    const frame = { width: this.sections.titles === null ? width : width - rail, target, gap };
    return yield* layingOut(yield* this.aspects(keys), frame, this.sections, old, kept);
  }

  private replace(next: GridState, anchor: Anchor | null): void {
    const before = this.get();
    const { keys, layout } = next;
    let scroll: GridState['scroll'] = null;
    if (anchor !== null) {
      const oldRow = rowAt(before.layout, this.viewport.top + anchor.offset);
      const oldHeight = Math.round(before.layout.height[oldRow] ?? 0);
      const top = scrollFor(anchor, layout, keys, oldHeight);
      if (top !== null && Math.abs(top - this.viewport.top) >= 1) scroll = { top: Math.max(0, top) };
    }
    if (scroll !== null) this.viewport.top = scroll.top;
    this.set({ ...next, scroll });
  }

  /** Shows the first screen when all its sizes are known, or when patience ends. */
  private settle(begin: boolean): void {
    const { layout } = this.get();
    const { top, height } = this.viewport;
    const first = layout.start[rowAt(layout, top)]!;
    const files = layout.start[Math.min(layout.rows, rowAt(layout, top + height) + 1)]!;
    const done = () => {
      clearTimeout(this.patience);
      this.patience = undefined;
      this.update((state) => ({ ...state, settled: true }));
    };
    if (!this.patient || !layout.guessed.subarray(first, files).includes(1)) return done();
    if (!begin) return;
    clearTimeout(this.patience);
    this.update((state) => ({ ...state, settled: false }));
    this.patience = setTimeout(done, PATIENCE);
  }
}
