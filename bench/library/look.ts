// Runs in Node: the row of looks at a listing that main keeps in its cache.

import { settle, setUp } from '../../electron/main/library/library-on-stage.js';
import { median, ms, short } from '../numbers.js';
import { judge, worst, type Row } from '../row.js';
import { generateListing } from './generate.js';

const LOOKS = 20_000;

/** Milliseconds of one look at a listing of `count` files that is in main's cache. */
async function cachedLook(count: number): Promise<number> {
  const { library, child } = setUp();
  library.open({ id: 1, path: '/photos', name: 'photos' });
  await settle();
  await child().answer('scan', generateListing(count));
  await settle();
  const samples: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    for (let i = 0; i < LOOKS; i++) await library.look(1);
    samples.push((performance.now() - started) / LOOKS);
  }
  return median(samples);
}

/** `scanned`: milliseconds of a full scan. */
export async function cachedLookRow(scanned: number): Promise<Row> {
  const at = { hundredThousand: await cachedLook(100_000), million: await cachedLook(1_000_000) };
  const slower = Math.max(at.hundredThousand, at.million);
  const factor = scanned / slower;
  return {
    what: 'cached look, against the full scan',
    ...{ must: '>= 1,000 x, <= 0.05 ms', aim: 'the same at 1,000,000' },
    measured: `${short(factor)} x, ${ms(at.hundredThousand)}; 1,000,000: ${ms(at.million)}`,
    verdict: worst(
      judge(-scanned / at.hundredThousand, { must: -1000, aim: -1000 }),
      judge(at.hundredThousand, { must: 0.05, aim: 0.05 }),
      at.million <= 0.05 ? 'aim' : 'must',
    ),
    numbers: { ...at, scanned },
  };
}
