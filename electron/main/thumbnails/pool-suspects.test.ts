// Tests of files that were read when a worker or the whole app ended: an innocent one is not blamed with the guilty.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Strikes } from './strikes.js';
import { settle } from './testing.js';
import { setUpPool, type PoolSetup } from './testing-pool.js';

let folder: string;
let begun: Strikes[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suspects-'));
  begun = [];
});
afterEach(async () => {
  for (const strikes of begun) await strikes.close();
  await rm(folder, { recursive: true, force: true });
});

const [BAD, GOOD, OTHER] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [string, string, string];

/** What a start of the app does: a pool with two workers that knows of the files that earlier ends have met. */
async function start(): Promise<PoolSetup & { readonly strikes: Strikes }> {
  const strikes = new Strikes(folder, () => undefined);
  begun.push(strikes);
  await strikes.open();
  return { ...setUpPool({ workers: 2, strikes }), strikes };
}

/** Waits until the disk names what is being read: then the app may end at any time. */
const noted = (...keys: string[]) =>
  expect
    .poll(async () =>
      (await readFile(join(folder, 'thumbnails-running'), 'latin1')).split(/\s+/).filter(Boolean),
    )
    .toEqual(keys);

it('blames only the file that was read at both ends of the app', async () => {
  for (const together of [
    [BAD, GOOD],
    [BAD, OTHER],
  ]) {
    const { add, busy } = await start();
    // In the order of the library: the first two come first at each start.
    for (const key of [BAD, GOOD, OTHER]) void add(key, 'background');
    await settle();
    expect(busy()).toEqual(together);
    await noted(...together);
  }
  const { add, busy, worker, strikes } = await start();
  expect(await add(BAD, 'background')).toBe('crashed');
  const outcomes = [GOOD, OTHER].map((key) => add(key, 'background'));
  for (const key of [GOOD, OTHER]) {
    await settle();
    expect(busy()).toEqual([key]);
    worker(key).finish();
  }
  expect(await Promise.all(outcomes)).toEqual(['done', 'done']);
  expect([GOOD, OTHER].map((key) => strikes.isSuspect(key))).toEqual([false, false]);
});

it('reads one such file after the other, whoever waits for them, and others beside them', async () => {
  const strikes = new Strikes(null, () => undefined);
  const { pool, add, busy, worker, clock } = setUpPool({ workers: 2, strikes });
  for (const key of [BAD, GOOD, OTHER]) strikes.strike(key);
  const first = add(BAD, 'background');
  await settle();
  const rest = [add(GOOD, 'viewer'), add('1', 'visible'), add(OTHER, 'background'), add('2', 'background')];
  const order: string[][] = [];
  for (const done of ['1', '2', BAD, GOOD, OTHER]) {
    await settle();
    order.push(busy());
    worker(done).finish();
  }
  // What a person waits for comes next.
  expect(order).toEqual([[BAD, '1'], [BAD, '2'], [BAD], [GOOD], [OTHER]]);
  const waited = pool.waitCompletion(1000);
  expect(await Promise.all([first, ...rest])).toEqual(Array(5).fill('done'));
  await clock.advance(0);
  expect(await waited).toBe(true);
});

it('ends although one of them waits for another', async () => {
  const strikes = new Strikes(null, () => undefined);
  const { pool, add, worker, clock } = setUpPool({ workers: 2, strikes });
  for (const key of [BAD, GOOD]) strikes.strike(key);
  const outcomes = [BAD, GOOD].map((key) => add(key));
  await settle();
  const stopping = pool.stop({ wait: true });
  worker(BAD).finish();
  await clock.advance(0);
  await stopping;
  expect(await Promise.all(outcomes)).toEqual(['done', 'stopped']);
});
