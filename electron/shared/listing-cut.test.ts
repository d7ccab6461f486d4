import { expect, it } from 'vitest';
import { cutPatch, entriesOf, partsFor } from './listing-cut.js';
import type { ListingPatch } from './listing.js';
import { encodeListing, encodeRows, Listing, type RowItem } from './listing-table.js';

const COUNT = 12_000;
const item = (id: number, folder: string): RowItem => ({
  ...{ id, folder: `${folder}/${id % 7}`, name: `né ${id}.jpg`, kind: 'photo', added: id * 1000 },
  ...{ size: id * 10, modified: id * 1000.5, width: id % 5000, height: id % 4000 },
});
const items = (folder: string, first = 0) => Array.from({ length: COUNT }, (_, i) => item(first + i, folder));
const listing = () => Listing.from(encodeListing(items('old'), 7));
const paths = (of: Listing) => Array.from({ length: of.count }, (_, row) => of.pathAt(row)).sort();

/** The folder is renamed, one file changes, and one comes. */
function rename(): ListingPatch {
  const removed = Uint32Array.from({ length: COUNT - 1 }, (_, i) => i + 1);
  const rows = encodeRows([item(0, 'changed'), ...items('new', COUNT), item(2 * COUNT, '')]);
  return { from: 7, to: 7 + partsFor(removed.length + rows.id.length), removed, rows };
}

it('leads by small steps to the same listing and version', () => {
  const [whole, stepwise] = [listing(), listing()];
  whole.apply(rename());
  const parts = cutPatch(rename());
  expect(parts.map(({ more }) => more)).toEqual([true, true, true, true, false]);
  for (const part of parts) {
    expect(entriesOf(part)).toBeLessThanOrEqual(5000);
    stepwise.apply(part);
    // What was renamed is never gone as a whole.
    expect(Math.abs(stepwise.count - COUNT)).toBeLessThanOrEqual(2);
  }
  expect(stepwise.version).toBe(whole.version);
  expect(paths(stepwise)).toEqual(paths(whole));
  for (const row of [0, 1, 5000, COUNT]) {
    const id = whole.idAt(row);
    const other = stepwise.rowOf(id);
    for (const of of ['pathAt', 'sizeAt', 'modifiedAt', 'widthAt', 'heightAt', 'addedAt', 'kindAt'] as const)
      expect(stepwise[of](other)).toBe(whole[of](row));
  }
});

it('names in each part just its own folders, and takes no more than a part into a message', () => {
  for (const { rows } of cutPatch(rename())) {
    expect(rows.folders.split('\0').length).toBeLessThanOrEqual(8);
    expect(rows.size.buffer.byteLength).toBe(rows.id.length * 8);
  }
});

it('leaves a small change as it is', () => {
  const patch = { from: 3, removed: Uint32Array.of(1), rows: encodeRows([item(2, 'x')]) };
  expect(cutPatch(patch)).toEqual([patch]);
  expect(partsFor(0)).toBe(1);
});
