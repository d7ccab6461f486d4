// Tests of the check of an index that is too large to be checked at start: real threads on real files.

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { HandClock } from '../test-files.js';
import { CHECK_AFTER_MS, checkInThreads, type CheckRequest } from './check-later.js';
import { IndexDatabase } from './index-database.js';
import { damagedIndexName } from './index-types.js';
import { record, ROOT, snapshotOf } from './index-samples.js';
import { isDamaged } from './open.js';

const ENTRY = new URL('../check-thread.ts', import.meta.url).href;
/** A thread as in the app, from its source. */
const start = (workerData: CheckRequest, entry = ENTRY) => {
  const code = `import('tsx/esm/api').then(({ register }) => (register(), import('${entry}')))`;
  return new Worker(code, { eval: true, workerData });
};
const MANY = Array.from({ length: 5000 }, (_, i) => record(`folder/with a long name/${i}.jpg`));

let folder: string;
let file: string;
let clock: HandClock;
let reports: string[];
let replaced: number;
let log: string[];
/** Resolves with the next line of the log that matches. */
let waiting: { match: RegExp; resolve: (line: string) => void }[];

const logged = (match: RegExp): Promise<string> => {
  const known = log.find((line) => match.test(line));
  if (known !== undefined) return Promise.resolve(known);
  const { promise, resolve } = deferred<string>();
  waiting.push({ match, resolve });
  return promise;
};

/** An index for which every file is a large one. */
function open(startThread = start): IndexDatabase {
  const write = (_level: string, line: string) => {
    log.push(line);
    for (const { match, resolve } of waiting) if (match.test(line)) resolve(line);
  };
  return new IndexDatabase(file, {
    ...{ now: () => clock.now(), log: write, report: (message) => reports.push(message), checkLimit: 0 },
    checkLater: checkInThreads({ start: startThread, clock, log: write }),
    onReplaced: () => replaced++,
  });
}

async function damage(): Promise<void> {
  const bytes = await readFile(file);
  // Behind what the listing is in, so that nothing but a check meets it.
  bytes.fill(0xab, bytes.length - 40 * 4096);
  await writeFile(file, bytes);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
  file = join(folder, 'index.db');
  clock = new HandClock();
  [reports, log, waiting, replaced] = [[], [], [], 0];
  const index = open();
  await index.saveSnapshot(ROOT, snapshotOf(100));
  await index.putMetadata(ROOT, MANY);
  await index.close();
  log.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

describe('a large index', { timeout: 60_000 }, () => {
  it('is checked after the start, while it is used', async () => {
    const index = open();
    expect(log.some((line) => line.includes('not checked at start'))).toBe(true);
    clock.move(CHECK_AFTER_MS);
    const line = logged(/beside all else/);
    expect(await index.putMetadata(ROOT, MANY)).toBe(true);
    expect(await line).toMatch(/sound$/);
    expect([reports, index.counts().files, replaced]).toEqual([[], 5000, 0]);
    await index.close();
  });

  it('is set aside when it is found damaged, told once, and goes on with a new file', async () => {
    await damage();
    const index = open();
    // What is needed at start is there.
    expect(index.loadSnapshot(ROOT)?.listing.id).toHaveLength(100);
    clock.move(CHECK_AFTER_MS);
    expect(await logged(/beside all else/)).toMatch(/damaged$/);
    expect(await index.saveSnapshot(ROOT, snapshotOf(3))).toBe(true);
    expect(reports).toEqual([expect.stringContaining('damaged and is built again')]);
    expect([isDamaged(file), isDamaged(damagedIndexName(file)), replaced]).toEqual([false, true, 1]);
    expect(index.counts()).toMatchObject({ inMemory: false, snapshots: 1, files: 0 });
    await index.close();
  });

  it('is not checked any more once it is closed', async () => {
    const index = open();
    await index.close();
    expect(clock.waiting).toBe(0);

    await damage();
    let exit: Promise<unknown> | undefined;
    const answers: unknown[] = [];
    const again = open((request) => {
      const thread = start(request);
      thread.on('message', (answer) => answers.push(answer));
      exit = new Promise((resolve) => thread.on('exit', resolve));
      return thread;
    });
    clock.move(CHECK_AFTER_MS);
    await again.close();
    await exit;
    expect([answers, reports, replaced]).toEqual([[], [], 0]);
  });

  it('is used all the same when it cannot be checked', async () => {
    const index = open((request) => start(request, 'file:///no-such-thread.js'));
    clock.move(CHECK_AFTER_MS);
    expect(await logged(/could not be checked/)).toContain('Cannot find module');
    expect([await index.putMetadata(ROOT, MANY), reports]).toEqual([true, []]);
    await index.close();
    expect(existsSync(damagedIndexName(file))).toBe(false);
  });
});
