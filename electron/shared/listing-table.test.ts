// Tests of the listing that main and the window hold: queries, patches, facts.

import { describe, expect, it } from 'vitest';
import {
  encodeFacts,
  encodeListing,
  encodeRows,
  Listing,
  transferables,
  type RowItem,
} from './listing-table.js';
import { AppError } from './result.js';

const item = (id: number, folder: string, name: string, more: Partial<RowItem> = {}): RowItem => ({
  id,
  folder,
  name,
  kind: 'photo',
  size: id * 10,
  modified: id * 1000,
  ...more,
});
const removed = (...ids: number[]) => Uint32Array.from(ids);

describe('Listing', () => {
  it('answers by row and by id', () => {
    const listing = Listing.from(
      encodeListing([
        item(7, '', 'a b#%.jpg', { width: 4, height: 3 }),
        item(9, 'x/y', 'v.mp4', { kind: 'video', duration: 1.5 }),
      ]),
    );
    expect(listing.count).toBe(2);
    const row = listing.rowOf(9);
    expect(listing.pathAt(row)).toBe('x/y/v.mp4');
    expect([listing.kindAt(row), listing.sizeAt(row), listing.modifiedAt(row)]).toEqual(['video', 90, 9000]);
    expect(listing.durationAt(row)).toBe(1.5);
    expect(listing.pathAt(listing.rowOf(7))).toBe('a b#%.jpg');
    expect(listing.rowOf(8)).toBe(-1);
    expect(listing.has(100_000)).toBe(false);
  });

  it('starts empty and grows by a patch', () => {
    const listing = Listing.empty();
    const applied = listing.apply({
      from: 0,
      removed: removed(),
      rows: encodeRows([item(3, '', 'a.jpg'), item(4, 'n', 'b.jpg')]),
    });
    expect(applied).toEqual({ added: [3, 4], removed: [], changed: [] });
    expect([listing.version, listing.count, listing.id.length]).toEqual([1, 2, 2]);
    expect(listing.folderAt(listing.rowOf(4))).toBe('n');
  });

  it('adds, replaces and removes in one patch, with folders numbered anew', () => {
    const listing = Listing.from(encodeListing([item(1, 'a', '1'), item(2, 'b', '2'), item(3, 'c', '3')], 5));
    const applied = listing.apply({
      from: 5,
      removed: removed(1, 99),
      rows: encodeRows([item(9, 'd', '9'), item(3, 'c', '3', { size: 77 })]),
    });
    expect(applied).toEqual({ added: [9], removed: [1], changed: [3] });
    expect(listing.version).toBe(6);
    const paths = Array.from(listing.id, (id) => [id, listing.pathAt(listing.rowOf(id))]);
    expect(new Map(paths as [number, string][])).toEqual(
      new Map([
        [2, 'b/2'],
        [3, 'c/3'],
        [9, 'd/9'],
      ]),
    );
    expect(listing.sizeAt(listing.rowOf(3))).toBe(77);
  });

  it('gives rows of files that go to files that come, so that no other row moves', () => {
    const before = Array.from({ length: 9 }, (_, id) => item(id, 'a', `${id}`));
    const listing = Listing.from(encodeListing(before));
    listing.apply({
      from: 0,
      removed: removed(2, 8, 5),
      rows: encodeRows([item(20, 'b', 'x'), item(21, 'b', 'y'), item(22, 'b', 'z')]),
    });
    const kept = [0, 1, 3, 4, 6, 7];
    expect(kept.map((id) => listing.rowOf(id))).toEqual(kept);
    // In the order in which they come.
    expect([...listing.id]).toEqual([0, 1, 20, 3, 4, 21, 6, 7, 22]);
    expect([20, 21, 22].map((id) => listing.pathAt(listing.rowOf(id)))).toEqual(['b/x', 'b/y', 'b/z']);
    expect(listing.rowOf(8)).toBe(-1);
  });

  it('closes the gaps of files that go, also at its end and whatever is named twice', () => {
    const listing = Listing.from(
      encodeListing(Array.from({ length: 9 }, (_, id) => item(id, `f${id}`, `${id}`))),
    );
    const patch = { from: 0, removed: removed(8, 0, 7, 3, 0), rows: encodeRows([item(9, 'n', '9')]) };
    expect(listing.apply(patch)).toEqual({ added: [9], removed: [8, 0, 7, 3], changed: [] });
    const left = [1, 2, 4, 5, 6, 9];
    expect([...listing.id].sort((a, b) => a - b)).toEqual(left);
    for (const id of left) {
      const row = listing.rowOf(id);
      expect([listing.idAt(row), listing.nameAt(row), listing.sizeAt(row)]).toEqual([id, `${id}`, id * 10]);
    }
    expect([listing.names.length, listing.columns().names.split('\0').length]).toEqual([6, 6]);
  });

  it('can lose its only and its last row', () => {
    const listing = Listing.from(encodeListing([item(0, '', '0'), item(1, '', '1')]));
    listing.apply({ from: 0, removed: removed(1), rows: encodeRows([]) });
    expect(listing.nameAt(listing.rowOf(0))).toBe('0');
    listing.apply({ from: 1, removed: removed(0), rows: encodeRows([]) });
    expect([listing.count, listing.columns().names, listing.size.length]).toEqual([0, '', 0]);
    expect(Listing.from(listing.columns()).count).toBe(0);
  });

  it('refuses a patch for another version and stays as it was', () => {
    const listing = Listing.from(encodeListing([item(1, '', '1')], 2));
    const patch = { from: 1, removed: removed(1), rows: encodeRows([]) };
    expect(() => listing.apply(patch)).toThrow(AppError);
    expect([listing.version, listing.count, listing.revision]).toEqual([2, 1, 0]);
  });

  it('refuses columns of different lengths', () => {
    const columns = encodeListing([item(1, '', '1')]);
    expect(() => Listing.from({ ...columns, width: new Uint16Array(2) })).toThrow(AppError);
  });

  it('applies facts in place, ignores files that have gone, counts real changes', () => {
    const listing = Listing.from(encodeListing([item(1, '', '1')]));
    const facts = encodeFacts([
      { id: 1, width: 640, height: 480 },
      { id: 5, width: 1, height: 1 },
    ]);
    expect(listing.applyFacts(facts)).toBe(1);
    expect(listing.applyFacts(facts)).toBe(0);
    expect([listing.width[0], listing.heightAt(0), listing.version, listing.revision]).toEqual([
      640, 480, 0, 1,
    ]);
  });

  it('keeps what was known where facts are silent', () => {
    const listing = Listing.from(encodeListing([item(1, '', '1', { width: 4, height: 3, duration: 2 })]));
    expect(listing.takenAt(0)).toBeNull();
    expect(listing.applyFacts(encodeFacts([{ id: 1, taken: -5, takenSource: 3 }]))).toBe(1);
    expect(listing.applyFacts(encodeFacts([{ id: 1 }]))).toBe(0);
    expect([listing.widthAt(0), listing.durationAt(0), listing.takenAt(0)]).toEqual([4, 2, -5]);
  });

  it('gives columns that later changes do not touch and that rebuild the same listing', () => {
    const listing = Listing.from(encodeListing([item(1, 'a', '1')]));
    listing.apply({ from: 0, removed: removed(), rows: encodeRows([item(2, '', '2')]) });
    const columns = listing.columns();
    listing.apply({ from: 1, removed: removed(2), rows: encodeRows([item(1, 'a', '1', { size: 5 })]) });
    const copy = Listing.from(columns);
    expect([copy.version, copy.count, copy.sizeAt(copy.rowOf(1)), copy.pathAt(copy.rowOf(2))]).toEqual([
      1,
      2,
      10,
      '2',
    ]);
    expect(columns.id.buffer.byteLength).toBe(8);
  });

  it('equals a plain model after many random patches', () => {
    let seed = 42;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const model = new Map<number, RowItem>();
    const listing = Listing.empty();
    for (let version = 0, next = 0; version < 200; version++) {
      const gone = [...model.keys()].filter(() => random(10) === 0);
      const kept = [...model.values()].filter((one) => !gone.includes(one.id) && random(10) === 0);
      const rows = kept.map((one) => ({ ...one, size: random(1000) }));
      for (let n = random(20); n > 0; n--) rows.push(item(next++, `f${random(5)}`, `n${random(9)}`));
      gone.forEach((id) => model.delete(id));
      rows.forEach((one) => model.set(one.id, one));
      listing.apply({ from: version, removed: removed(...gone), rows: encodeRows(rows) });
    }
    expect(listing.count).toBe(model.size);
    for (const one of model.values()) {
      const row = listing.rowOf(one.id);
      expect([listing.idAt(row), listing.folderAt(row), listing.nameAt(row), listing.sizeAt(row)]).toEqual([
        one.id,
        one.folder,
        one.name,
        one.size,
      ]);
    }
  });
});

describe('rows', () => {
  it('limits pixels to what a column holds', () => {
    expect(encodeRows([item(1, '', '1', { width: 70_000 })]).width[0]).toBe(65_535);
  });

  it('keeps names that are not UTF-8', () => {
    const listing = Listing.from(encodeListing([item(1, 'd\udcff', 'n\udc80.jpg')]));
    expect(Listing.from(listing.columns()).pathAt(0)).toBe('d\udcff/n\udc80.jpg');
  });

  it('names each buffer once', () => {
    const columns = encodeListing([item(1, '', '1')]);
    expect(new Set(transferables(columns)).size).toBe(11);
    const shared = new ArrayBuffer(8);
    const id = new Uint32Array(shared, 0, 1);
    const folder = new Uint32Array(shared, 4, 1);
    expect(transferables({ ...columns, id, folder })).toHaveLength(10);
  });
});
