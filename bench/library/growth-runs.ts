// Runs in Node: measures the same work on generated listings of several sizes.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { decodeSnapshot, encodeSnapshot } from '../../electron/library/database/snapshot-format.js';
import { RootIndex } from '../../electron/library/root-index.js';
import { Listing } from '../../electron/shared/listing-table.js';
import { generateListing, generatePatch, generateReader } from './generate.js';
import type { Size, Work } from './growth.js';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Answers what the work made, and its milliseconds. */
async function timed<T>(work: () => T | Promise<T>): Promise<[T, number]> {
  // Each pays for its own garbage, not for that of what was measured before.
  collectGarbage();
  const started = performance.now();
  const made = await work();
  return [made, performance.now() - started];
}

async function run(count: number): Promise<Work> {
  const reader = generateReader(count);
  const index = new RootIndex({ path: '/generated', read: async (path) => reader(path) });
  const [, scan] = await timed(() => index.scan());
  const [kept, snapshot] = await timed(() => {
    const { header, parts } = encodeSnapshot(index.toSnapshot(0));
    return { header, bytes: Buffer.concat(parts) };
  });
  // Not a Buffer, whose `slice` makes no copy: the database gives plain bytes.
  const bytes = new Uint8Array(kept.bytes);
  const restored = new RootIndex({ path: '/generated' });
  const [, restore] = await timed(() => restored.restore(decodeSnapshot(kept.header, bytes)!));
  if (restored.listing.count !== count) throw new Error('The snapshot does not hold what was scanned');
  const message = structuredClone(generateListing(count));
  const [known, listing] = await timed(() => Listing.from(message));
  const change = generatePatch(count, count / 100);
  const [, patch] = await timed(() => known.apply(change));
  const [, columns] = await timed(() => known.columns());
  return { scan, snapshot, restore, listing, patch, columns };
}

/** More of the small sizes, which are over in milliseconds. */
const sizes = (most: number) =>
  [
    { entries: 10_000, each: 9 },
    { entries: 100_000, each: 3 },
    { entries: 1_000_000, each: 1 },
  ].filter(({ entries }) => entries <= most);

/**
 * All sizes up to `most` in turn, `rounds` times. Before that it runs until the code is compiled: the smallest size would
 * otherwise be mostly that.
 */
export async function measureGrowth(most: number, rounds: number): Promise<Size[]> {
  for (let i = 0; i < 30; i++) await run(10_000);
  for (let i = 0; i < 3; i++) await run(100_000);
  const measured = sizes(most).map(({ entries, each }) => ({ entries, each, runs: [] as Work[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { entries, each, runs } of measured) {
      for (let i = 0; i < each; i++) runs.push(await run(entries));
    }
  }
  return measured.map(({ entries, runs }) => ({ entries, runs }));
}
