// Tests of how often putting files in order offers a pause: by counting, because time would depend on the machine.

import { describe, expect, it, vi } from 'vitest';
import { encodeListing, encodeRows, Listing, type RowItem } from '../../electron/shared/listing-table.js';
import { arrange, rearrange } from './arrange.js';
import { NO_GROUPS } from './groups.js';
import { compareNames } from './natural.js';
import { collateAnew, sortKeys } from './order.js';
import { runAtOnce } from './schedule.js';
import { keysOf } from './select.js';
import type { AnySort } from './view.js';

vi.mock('./natural.js', { spy: true });
const compared = vi.mocked(compareNames);
const ORDERED: readonly AnySort[] = ['newest', 'oldest', 'shuffle', 'largest', 'name'];

it('offers pauses also when very many files share a few numbers each', () => {
  const FILES = 20_000;
  const rows = Array.from({ length: FILES }, (_, id) => ({
    ...{ id, folder: `f ${(id * 7919) % 3000}`, name: `${id}.jpg`, kind: 'photo' as const },
    ...{ size: id % 2000, modified: id },
  }));
  const pauses = (size: (row: (typeof rows)[number]) => number) => {
    const listings = new Map([
      [1, Listing.from(encodeListing(rows.map((row) => ({ ...row, size: size(row) }))))],
    ]);
    const work = sortKeys(runAtOnce(keysOf({ kind: 'all' }, listings)), 'largest', listings);
    let count = 0;
    while (!work.next().done) count++;
    return count;
  };
  // Groups of ten, too small for a pause inside: one for every thousand files or so.
  expect(pauses(({ size }) => size) - pauses(({ id }) => id)).toBeGreaterThanOrEqual(
    Math.floor(FILES / 1100),
  );
});

describe('where files of many folders share their times', () => {
  const FOLDERS = 2000;
  const FILES = 4000;
  // Two and two files of one second and size, in different folders.
  const row = (id: number, folder = `f ${(id * 7919) % FOLDERS}`): RowItem => ({
    ...{ id, folder, name: `${id}.jpg`, kind: 'photo' },
    ...{ size: Math.floor(id / 2), modified: Math.floor(id / 2) * 1000 },
  });
  const listings = () => {
    const rows = Array.from({ length: FILES }, (_, id) => row(id));
    return new Map([[1, Listing.from(encodeListing(rows))]]);
  };
  const belonging = { groups: NO_GROUPS, hidden: new Map(), now: 0 };
  const shown = (sort: AnySort) => ({ place: { kind: 'all' } as const, sort, seed: 1 });
  /** The result, how many names were compared, and how many of them at most without a pause. */
  function watch<T>(work: Generator<void, T>) {
    let [total, most] = [0, 0];
    for (;;) {
      compared.mockClear();
      const step = work.next();
      total += compared.mock.calls.length;
      most = Math.max(most, compared.mock.calls.length);
      if (step.done === true) return { value: step.value, total, most };
    }
  }

  it.each(ORDERED)('puts these folders in order with pauses, %s', (sort) => {
    const { most, total } = watch(arrange(shown(sort), listings(), belonging));
    if (sort !== 'shuffle') expect(total).toBeGreaterThan(FOLDERS * 5);
    expect(most).toBeLessThan(1500);
  });

  it.each(ORDERED)('enters a file of a new folder without putting all others in order again, %s', (sort) => {
    const of = listings();
    const before = runAtOnce(arrange(shown(sort), of, belonging));
    of.get(1)!.apply({ from: 0, removed: new Uint32Array(), rows: encodeRows([row(FILES, 'f 5a')]) });
    const change = { root: 1, kind: 'patch', gone: [], fresh: [FILES], changed: [] } as const;
    const { value, total, most } = watch(rearrange(before, [change], of, belonging));
    expect(value.keys).toEqual(runAtOnce(arrange(shown(sort), of, belonging)).keys);
    if (sort !== 'shuffle') expect(total).toBeLessThan(100);
    expect(most).toBeLessThan(1500);
  });

  it('pauses when a first new file has the folders put in order', () => {
    const of = listings();
    const before = runAtOnce(arrange(shown('newest'), of, belonging));
    // Another language, in which nothing is in order yet.
    collateAnew('de');
    of.get(1)!.apply({ from: 0, removed: new Uint32Array(), rows: encodeRows([row(FILES - 1, 'new')]) });
    const change = { root: 1, kind: 'patch', gone: [], fresh: [FILES - 1], changed: [] } as const;
    const { total, most } = watch(rearrange(before, [change], of, belonging));
    expect(total).toBeGreaterThan(FOLDERS * 5);
    expect(most).toBeLessThan(1500);
  });
});
