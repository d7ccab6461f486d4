// Runs in Node: the rows about what is kept in memory: cached looks, and growth to a million files.

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setUp } from '../../electron/main/library/library-on-stage.js';
import { encodeSnapshot } from '../../electron/library/database/snapshot-format.js';
import { RootIndex } from '../../electron/library/root-index.js';
import { Listing } from '../../electron/shared/listing-table.js';
import { median, ms, short } from '../numbers.js';
import { judge, worst, type Row } from '../row.js';
import type { Bundles } from './bundle.js';
import { runElectron } from './electron.js';
import { generateListing, generatePatch, generateReader } from './generate.js';
import type { Memory } from './inside/memory.js';

const LOOKS = 20_000;

/** Milliseconds of one look at a listing of `count` files that is in main's cache. */
async function cachedLook(count: number): Promise<number> {
  const { library, child } = setUp();
  library.open({ id: 1, path: '/photos', name: 'photos' });
  const turn = () => new Promise(setImmediate);
  await turn();
  await child().answer('scan', generateListing(count));
  await turn();
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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

interface Growth {
  readonly scan: number;
  readonly from: number;
  readonly columns: number;
  readonly snapshot: number;
  readonly patch: number;
}

/** Microseconds per entry of the listing. */
async function growthAt(count: number): Promise<Growth> {
  const timed = (work: () => void) => {
    // Each pays for its own garbage, not for that of what was measured before.
    collectGarbage();
    const started = performance.now();
    work();
    return performance.now() - started;
  };
  const reader = generateReader(count);
  const folders = { paths: '', mtime: Float64Array.of(0), dev: Float64Array.of(0), ino: Float64Array.of(0) };
  const rounds: Growth[] = [];
  for (let round = 0; round < 5; round++) {
    const index = new RootIndex({ path: '/generated', read: async (path) => reader(path) });
    collectGarbage();
    const started = performance.now();
    await index.scan();
    const scan = performance.now() - started;
    const columns = structuredClone(generateListing(count));
    let listing = Listing.empty();
    const from = timed(() => (listing = Listing.from(columns)));
    const change = generatePatch(count, 1000);
    const patch = timed(() => listing.apply(change));
    let sent = columns;
    const whole = timed(() => (sent = listing.columns()));
    const snapshot = timed(() => encodeSnapshot({ listing: sent, folders, checkedAt: 0 }));
    const each = (value: number) => (value * 1000) / count;
    rounds.push({
      ...{ scan: each(scan), from: each(from), columns: each(whole), snapshot: each(snapshot) },
      patch: each(patch),
    });
  }
  // The least disturbed round: this is about the work, not about the machine.
  const of = (name: keyof Growth) => Math.min(...rounds.map((one) => one[name]));
  return {
    scan: of('scan'),
    from: of('from'),
    columns: of('columns'),
    snapshot: of('snapshot'),
    patch: of('patch'),
  };
}

/**
 * Time per entry may grow by this from 100,000 to 1,000,000 entries and still count as linear. Anything quadratic
 * would take 10 times as long; what no longer fits the processor's caches takes up to 2 times.
 */
const LINEAR = 3;

export async function growthRows(bundles: Bundles, quick: boolean): Promise<Row[]> {
  const counts = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const growth: Growth[] = [];
  for (const count of counts) growth.push(await growthAt(count));
  const [large, before, small] = [growth.at(-1)!, growth.at(-2)!, growth[0]!];
  const names = Object.keys(small) as (keyof Growth)[];
  const since = (from: Growth) => Object.fromEntries(names.map((name) => [name, large[name] / from[name]]));
  const [decade, whole] = [since(before), since(small)];
  const list = (factors: Record<string, number>) =>
    Object.entries(factors)
      .map(([name, factor]) => `${name} ${factor.toFixed(1)}`)
      .join(', ');
  const [last, previous] = [counts.at(-1)!, counts.at(-2)!].map((count) => count.toLocaleString('en'));
  const bare = await runElectron<Memory[]>(['--js-flags=--expose-gc', bundles.bare], {
    BENCH_TASK: 'memory',
  });
  const memory = bare.value.at(-1)!;
  const beyond = memory.perEntry - memory.text;
  const first = bare.value[0]!;
  return [
    {
      what: `time per entry, ${last} against ${previous}`,
      ...{ must: `linear: <= ${LINEAR} x`, aim: '<= 1.5 x' },
      measured: list(decade),
      verdict: judge(Math.max(...Object.values(decade)), { must: LINEAR, aim: 1.5 }),
      numbers: { counts, microsecondsPerEntry: growth, decade, whole },
      note: `generated entries; against 10,000: ${list(whole)}. scan: without the disk; patch: 1,000 added, 1,000 removed`,
    },
    {
      what: 'memory of a listing in main, beyond the path',
      ...{ must: 'linear', aim: '<= 60 bytes per entry' },
      measured: `${short(beyond)} bytes`,
      verdict: worst(
        judge(memory.perEntry / first.perEntry, { must: 1.5, aim: 1.5 }),
        judge(beyond, { must: null, aim: 60 }),
      ),
      numbers: { memory: bare.value },
      note: `at 1,000,000 entries, ${short(memory.perEntry)} bytes with the path's ${short(memory.text)}`,
    },
  ];
}
