// Tests of how often putting files in order offers a pause: by counting, because time would depend on the machine.

import { expect, it } from 'vitest';
import { encodeListing, Listing } from '../../electron/shared/listing-table.js';
import { sortKeys } from './order.js';
import { runAtOnce } from './schedule.js';
import { keysOf } from './select.js';

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
