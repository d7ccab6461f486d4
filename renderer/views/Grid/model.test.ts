// Tests of the rule that no tile moves in front of a person, whatever arrives.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeFacts, type Listing } from '../../../electron/shared/listing-table.js';
import { keyOf } from '../../state/keys.js';
import { file, listingOf } from '../../testing.js';
import { boxesOf, rowOfFile } from './layout.js';
import { GridModel } from './model.js';
import { HEADING_HEIGHT } from './sections.js';
import { rowsIn } from './window.js';

const FRAME = { width: 1000, target: 200, gap: 4, unit: 'month', rail: 40 } as const;
const of = {};
const keysOf = (ids: readonly number[]) => Float64Array.from(ids, (id) => keyOf(1, id));
const ids = (count: number, from = 1) => Array.from({ length: count }, (_, i) => from + i);

function open(listing: Listing, shownIds: readonly number[]): GridModel {
  const model = new GridModel(() => listing);
  model.viewport.height = 600;
  model.setRoom(FRAME);
  model.setItems(keysOf(shownIds), of);
  return model;
}

/** Where each file on screen is, and marks it as shown. */
function look(model: GridModel): Map<number, string> {
  const { layout, keys } = model.get();
  const seen = rowsIn(layout, model.viewport.top, model.viewport.height);
  model.markShown(seen.from, seen.to);
  const boxes = new Map<number, string>();
  for (let row = seen.from; row < seen.to; row++) {
    boxesOf(layout, row).forEach(({ left, width }, column) => {
      const y = layout.top[row]! - model.viewport.top;
      boxes.set(
        keys[layout.start[row]! + column]!,
        `${left},${y},${width},${Math.round(layout.height[row]!)}`,
      );
    });
  }
  return boxes;
}

function facts(listing: Listing, from: number, to: number) {
  const items = ids(to - from, from).map((id) => ({ id, width: 400 + ((id * 37) % 900), height: 600 }));
  listing.applyFacts(encodeFacts(items));
}

describe('GridModel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does not wait for sizes that will not come soon, whichever is known first, files or frame', () => {
    const listing = listingOf(...ids(50).map((id) => file(id)));
    for (const frameFirst of [true, false]) {
      const model = new GridModel(() => listing);
      model.viewport.height = 600;
      if (frameFirst) model.setRoom(FRAME);
      model.setItems(keysOf(ids(50)), of, false);
      if (!frameFirst) model.setRoom(FRAME);
      expect(model.get().settled).toBe(true);
      expect(look(model).size).toBeGreaterThan(5);
    }
  });

  it('waits for the sizes of the first screen, but not for long', () => {
    const listing = listingOf(...ids(50).map((id) => file(id)));
    const model = open(listing, ids(50));
    expect(model.get().settled).toBe(false);
    vi.advanceTimersByTime(299);
    expect(model.get().settled).toBe(false);
    vi.advanceTimersByTime(1);
    expect(model.get().settled).toBe(true);
  });

  it('does not wait when sizes are known, and ends to wait when they come', () => {
    const known = listingOf(...ids(50).map((id) => file(id, { width: 3, height: 2 })));
    expect(open(known, ids(50)).get().settled).toBe(true);
    const listing = listingOf(...ids(50).map((id) => file(id)));
    const model = open(listing, ids(50));
    facts(listing, 1, 51);
    model.factsChanged();
    expect(model.get().settled).toBe(true);
    expect(model.get().layout.guessed.includes(1)).toBe(false);
  });

  it('keeps every shown tile when facts arrive, above and below', () => {
    const listing = listingOf(...ids(2000).map((id) => file(id)));
    const model = open(listing, ids(2000));
    vi.runAllTimers();
    look(model);
    model.viewport.top = 20_000;
    const before = look(model);
    facts(listing, 1, 2001);
    model.factsChanged();
    expect(model.viewport.top).not.toBe(20_000);
    const after = look(model);
    for (const [key, box] of before) expect(after.get(key)).toBe(box);
  });

  it('keeps what is on screen when files come and go elsewhere', () => {
    const listing = listingOf(...ids(2000).map((id) => file(id, { width: 3, height: 2 })));
    const model = open(listing, ids(1000, 500));
    model.viewport.top = 8000;
    const before = look(model);
    model.setItems(keysOf([...ids(3), ...ids(1000, 500).filter((id) => id > 504)]), of);
    const after = look(model);
    for (const [key, box] of before) expect(after.get(key)).toBe(box);
  });

  it('stays at the top when new files come first', () => {
    const listing = listingOf(...ids(100).map((id) => file(id, { width: 3, height: 2 })));
    const model = open(listing, ids(90, 11));
    look(model);
    model.setItems(keysOf(ids(100)), of);
    expect(model.viewport.top).toBe(0);
    expect(rowOfFile(model.get().layout, 0)).toBe(0);
  });

  it('keeps tiles below their headings when facts arrive and files come', () => {
    const listing = listingOf(...ids(2000).map((id) => file(id)));
    const model = new GridModel(() => listing);
    const datesOf = (count: number) => ({
      days: Int32Array.from(ids(count), (id) => 20_000 - Math.floor((id - count) / 90) * 31),
      more: null,
    });
    model.viewport.height = 600;
    model.setRoom(FRAME);
    model.setItems(keysOf(ids(1990, 11)), of, false, datesOf(1990));
    expect(model.get().layout.frame.width).toBe(960);
    look(model);
    model.jump({ top: model.get().layout.heading[5]! });
    model.viewport.top = model.get().scroll!.top;
    const before = look(model);
    facts(listing, 1, 2001);
    model.factsChanged();
    const after = look(model);
    for (const [key, box] of before) expect(after.get(key)).toBe(box);
    model.setItems(keysOf(ids(2000)), of, false, datesOf(2000));
    const later = look(model);
    for (const [key, box] of before) expect(later.get(key)).toBe(box);
    // Of another order: no headings, and the width that the scrubber had.
    model.setItems(keysOf(ids(2000)), {}, false, null);
    expect(model.get().layout.frame.width).toBe(1000);
  });

  it('groups by what the room says and brings a file into view below the heading', () => {
    const listing = listingOf(...ids(900).map((id) => file(id, { width: 3, height: 2 })));
    const model = new GridModel(() => listing);
    model.viewport.height = 600;
    model.setItems(keysOf(ids(900)), of, true, {
      days: Int32Array.from(ids(900), (id) => 20_000 - id),
      more: null,
    });
    model.setRoom(FRAME);
    expect(model.get().layout.sections.titles).toMatchObject({ unit: 'month' });
    const months = model.get().layout.sections.count;
    model.setRoom({ ...FRAME, target: 80, unit: 'year' });
    expect(model.get().layout.sections.count).toBeLessThan(months);
    const { layout, keys } = model.get();
    const row = layout.firstRow[1]! + 2;
    model.viewport.top = layout.top[row]! - 10;
    model.reveal(keys[layout.start[row]!]!);
    expect(model.get().scroll!.top).toBeLessThanOrEqual(layout.top[row]! - HEADING_HEIGHT);
  });

  it('keeps the place when the width changes, and starts at the top elsewhere', () => {
    const listing = listingOf(
      ...ids(1000).map((id) => file(id, { width: 400 + ((id * 37) % 900), height: 600 })),
    );
    const model = open(listing, ids(1000));
    model.viewport.top = 9000;
    const { layout, keys } = model.get();
    const first = keys[layout.start[rowsIn(layout, 9000, 1).from]!]!;
    model.setRoom({ ...FRAME, width: 700 });
    const next = model.get();
    const row = rowOfFile(next.layout, next.keys.indexOf(first));
    expect(Math.abs(next.layout.top[row]! - model.viewport.top)).toBeLessThan(320);
    model.setItems(keysOf(ids(500)), {});
    expect(model.get().scroll).toEqual({ top: 0, others: true });
  });

  it('shows many files in another order a moment after they are laid out, or before anything else happens to them', async () => {
    const listing = listingOf(...ids(2500).map((id) => file(id, { width: 3, height: 2 })));
    const model = open(listing, ids(2500));
    const [oldest, newest] = [keyOf(1, 1), keyOf(1, 2500)];
    expect(model.get().keys[0]).toBe(oldest);
    const backwards = keysOf(ids(2500).reverse());
    model.setItems(backwards, {});
    expect(model.get().keys[0]).toBe(oldest);
    await vi.runAllTimersAsync();
    expect(model.get()).toMatchObject({ keys: backwards, settled: true });
    model.setItems(keysOf(ids(2500)), {});
    expect(model.get().keys[0]).toBe(newest);
    model.reveal(keyOf(1, 2000));
    expect(model.get().keys[0]).toBe(oldest);
    expect(model.get().scroll!.top).toBeGreaterThan(0);
    await vi.runAllTimersAsync();
    expect(model.get().scroll!.top).toBeGreaterThan(0);
  });

  it('lays out anew at once what facts change near the view of many files, and the rest now and then, in pieces', async () => {
    const listing = listingOf(...ids(5000).map((id) => file(id)));
    const model = open(listing, ids(5000));
    vi.runAllTimers();
    look(model);
    const guesses = () => model.get().layout.guessed.reduce((sum, one) => sum + one, 0);
    const { layout } = model.get();
    facts(listing, 4000, 4101);
    model.factsChanged();
    facts(listing, 4101, 4201);
    model.factsChanged();
    expect(model.get()).toMatchObject({ layout, facts: 2 });
    // The look at all files begins only after a pause.
    vi.advanceTimersByTime(1000);
    expect(model.get().layout).toBe(layout);
    await vi.runAllTimersAsync();
    expect(guesses()).toBe(4799);
    // In the next view.
    const seen = layout.start[rowsIn(layout, 0, 600).to]!;
    facts(listing, seen + 1, seen + 11);
    model.factsChanged();
    expect(guesses()).toBe(4789);
    // Of what is shown: it stays as it is, and nothing near it would become another.
    const before = model.get().layout;
    facts(listing, 1, seen + 1);
    model.factsChanged();
    expect(model.get().layout).toBe(before);
  });

  it('shows many files in another size a moment after they are laid out, and once', async () => {
    const listing = listingOf(...ids(2500).map((id) => file(id, { width: 3, height: 2 })));
    const model = open(listing, ids(2500));
    const { layout } = model.get();
    const smaller = { ...FRAME, target: 100 };
    model.setRoom(smaller);
    model.setRoom(smaller);
    expect(model.get().layout).toBe(layout);
    await vi.runAllTimersAsync();
    expect(model.get().layout.frame.target).toBe(100);
    model.setRoom({ ...smaller, width: 900 });
    expect(model.get().layout.frame.width).toBe(900);
  });

  it('ends to wait for the first screen although another size is on its way', async () => {
    const listing = listingOf(...ids(2500).map((id) => file(id)));
    const model = open(listing, ids(2500));
    expect(model.get().settled).toBe(false);
    // Shown right after patience has ended.
    setTimeout(() => model.setRoom({ ...FRAME, target: 100 }), 299);
    await vi.runAllTimersAsync();
    expect(model.get()).toMatchObject({ settled: true, layout: { frame: { target: 100 } } });
  });
});
