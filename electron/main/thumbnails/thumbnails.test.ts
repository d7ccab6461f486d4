import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileId, Problem, ThumbnailFailure, ThumbnailStatus } from '../../shared/contract.js';
import type { ThumbnailMade } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import type { MediaFacts, MediaFile } from './media-file.js';
import { ThumbnailPool } from './pool.js';
import { ThumbnailStore } from './store.js';
import { FakeWorker, MADE, ManualClock, settle } from './testing.js';
import { Thumbnails } from './thumbnails.js';

let folder: string;
let clock: ManualClock;
let workers: FakeWorker[];
let files: Map<FileId, MediaFile>;
let ready: FileId[];
let failed: ThumbnailFailure[];
let messages: number;
let status: ThumbnailStatus | undefined;
let facts: Map<FileId, MediaFacts>;
let problems: Problem[];
let thumbnails: Thumbnails;

const WEBP = Buffer.from('RIFF\x04\0\0\0WEBP', 'latin1');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnails-'));
  clock = new ManualClock();
  files = new Map();
  thumbnails = create();
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

function create({ store = join(folder, 'store'), ffmpeg = '/ffmpeg' as string | null } = {}): Thumbnails {
  workers = [];
  ready = [];
  failed = [];
  problems = [];
  messages = 0;
  status = undefined;
  facts = new Map();
  const log = () => undefined;
  const startWorker = () => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker;
  };
  return new Thumbnails({
    pool: new ThumbnailPool({ startWorker, workers: 1, clock, log }),
    store: new ThumbnailStore(store, log),
    lookUp: (_root, id) => files.get(id),
    ffmpeg: () => Promise.resolve({ path: ffmpeg, notice: ffmpeg === null ? 'Install ffmpeg.' : null }),
    workers: 1,
    clock,
    log,
    emitChanged: (change) => {
      messages++;
      ready.push(...change.ready);
      failed.push(...change.failed);
    },
    emitStatus: (now) => (status = now),
    onFacts: (_root, id, found) => facts.set(id, found),
    onProblem: (problem) => problems.push(problem),
  });
}

async function stop(): Promise<void> {
  const stopping = thumbnails.stop();
  await clock.advance(10_000);
  await stopping;
}

function addFiles(count: number, first = 1, kind: MediaFile['kind'] = 'photo'): FileId[] {
  const ids = Array.from({ length: count }, (_, i) => first + i);
  for (const id of ids) {
    const relative = `${id}.jpg`;
    files.set(id, {
      root: 1,
      id,
      rootPath: '/r',
      relative,
      path: `/r/${relative}`,
      kind,
      size: 1,
      modified: 1,
    });
  }
  return ids;
}

/** The id of the file that is worked on. */
function current(): FileId | undefined {
  const job = workers.find((worker) => worker.job)?.job;
  return job ? Number(/(\d+)\.jpg$/.exec(job.path)?.[1]) : undefined;
}

/** Does the running job, as a worker would. */
async function work(made: ThumbnailMade = MADE): Promise<FileId | undefined> {
  await until(() => current() !== undefined);
  const id = current();
  const worker = workers.find(({ job }) => job);
  if (worker?.job) await writeFile(worker.job.target, WEBP);
  worker?.finish(made);
  await passTime();
  return id;
}

async function refuse(error: Error): Promise<void> {
  await until(() => current() !== undefined);
  workers.find(({ job }) => job)?.fail(error);
  await passTime();
}

/** Lets everything that is under way happen, and events be sent. */
async function passTime(): Promise<void> {
  // The store works on real files, which take a moment: a read of the same folder waits behind them.
  for (let i = 0; i < 10; i++) {
    await readdir(folder);
    await clock.advance(0);
  }
  await clock.advance(100);
}

/** Waits until something real has happened. Fails by the test's own time limit. */
async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await passTime();
}

describe('Thumbnails', () => {
  it('makes a thumbnail for every file, tells it, and makes none after a restart', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    await passTime();
    const order = [await work({ ...MADE, width: 300 }), await work(), await work()];
    expect(order).toEqual([1, 2, 3]);
    expect(ready).toEqual([1, 2, 3]);
    expect(facts.get(1)).toEqual({ width: 300, height: 20, duration: 0 });
    expect(status).toEqual({ total: 3, done: 3, failed: 0, pending: 0, workers: 1, notice: null });
    await stop();
    thumbnails = create();
    await thumbnails.start();
    thumbnails.add(1, [1, 2, 3]);
    await passTime();
    expect(workers).toHaveLength(0);
    expect(thumbnails.status()).toMatchObject({ total: 3, done: 3, pending: 0 });
  });

  it('makes it again when the file has changed, even while it was being made', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    files.set(1, { ...files.get(1)!, modified: 2 });
    thumbnails.follow(1, { added: [], removed: [], changed: [1] });
    await work();
    expect(ready).toEqual([]);
    expect(current()).toBe(1);
    await work();
    expect(ready).toEqual([1]);
    files.set(1, { ...files.get(1)!, size: 2 });
    thumbnails.follow(1, { added: [], removed: [], changed: [1] });
    await passTime();
    expect(await work()).toBe(1);
  });

  it('puts what is on screen first, most wanted first, and lets it fall back when it is not', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(20));
    await passTime();
    thumbnails.want({ root: 1, visible: [18, 17], near: [16] });
    expect(await work()).toBe(1);
    expect(current()).toBe(18);
    thumbnails.want({ root: 1, visible: [12], near: [11] });
    const order: (FileId | undefined)[] = [];
    for (let i = 0; i < 19; i++) order.push(await work());
    expect(order.slice(0, 4)).toEqual([18, 12, 11, 2]);
    expect(new Set(order).size).toBe(19);
    expect(thumbnails.status()).toMatchObject({ done: 20, pending: 0 });
  });

  it('keeps a wish from before the start', async () => {
    thumbnails.add(1, addFiles(5));
    thumbnails.want({ root: 1, visible: [4], near: [] });
    await thumbnails.start();
    await passTime();
    expect(current()).toBe(4);
  });

  it('feeds the pool in bounded portions and never holds the loop for long', async () => {
    const pool = new ThumbnailPool({
      startWorker: () => new FakeWorker(false),
      workers: 1,
      clock,
      log: () => undefined,
    });
    let longest = 0;
    const realClock = { now: () => performance.now(), setTimer: () => 0, clearTimer: () => undefined };
    let before = 0;
    const many = new Thumbnails({
      pool,
      store: new ThumbnailStore(join(folder, 'store'), () => undefined),
      lookUp: (_root, id) => files.get(id),
      ffmpeg: () => Promise.resolve({ path: null, notice: null }),
      workers: 1,
      clock: realClock,
      log: () => undefined,
      emitChanged: () => undefined,
      emitStatus: () => undefined,
      onFacts: () => undefined,
      onProblem: () => undefined,
    });
    await many.start();
    many.add(1, addFiles(30_000));
    while (many.status().total < 30_000 || before < 50) {
      await settle();
      before++;
      longest = Math.max(longest, pool.stats().pending);
    }
    expect(longest).toBeLessThanOrEqual(500);
    expect(longest).toBeGreaterThanOrEqual(250);
    expect(many.status()).toMatchObject({ total: 30_000, pending: 30_000 });
    await many.stop();
  });

  it('bundles events', async () => {
    await thumbnails.start();
    addFiles(1);
    thumbnails.add(1, addFiles(30));
    await passTime();
    messages = 0;
    for (let i = 0; i < 30; i++) {
      const worker = workers.find(({ job }) => job);
      if (worker?.job) await writeFile(worker.job.target, WEBP);
      worker?.finish();
      while (current() === undefined && thumbnails.status().pending > 0) await new Promise(setImmediate);
    }
    await passTime();
    expect(ready).toHaveLength(30);
    expect(messages).toBe(1);
  });

  it('tells why a file failed, tries it again only when it changed or on request', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    await refuse(new AppError('damaged', 'The picture is damaged.'));
    const failure = { root: 1, id: 1, path: '1.jpg', code: 'damaged', message: 'The picture is damaged.' };
    expect(failed).toEqual([failure]);
    expect(thumbnails.failures()).toEqual([failure]);
    expect(status).toMatchObject({ total: 1, failed: 1, pending: 0 });
    expect(await thumbnails.bytes(1, 1, 'grid')).toEqual({ failed: failure });
    await expect(thumbnails.file(1, 1, 'grid')).rejects.toThrow('The picture is damaged.');
    thumbnails.add(1, [1]);
    thumbnails.want({ root: 1, visible: [1], near: [] });
    await passTime();
    expect(current()).toBeUndefined();
    thumbnails.retry(1, 1);
    await passTime();
    expect(await work()).toBe(1);
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
    expect(thumbnails.failures()).toEqual([]);
  });

  it('counts a damaged file that could be pictured as done, and reports it', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    await work({ ...MADE, warning: { code: 'damaged', message: 'Only a part.' } });
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
    expect(problems).toEqual([{ root: 1, path: '1.jpg', kind: 'damaged', message: 'Only a part.' }]);
  });

  it('answers thumb:// at once: pending, then the path, then again when the stored file is damaged', async () => {
    await thumbnails.start();
    addFiles(1);
    expect(await thumbnails.bytes(1, 1, 'grid')).toEqual({ pending: true });
    await passTime();
    await work();
    const answer = await thumbnails.bytes(1, 1, 'grid');
    if (!('path' in answer)) throw new Error('No path');
    await writeFile(answer.path, '');
    expect(await thumbnails.file(1, 1, 'grid')).toBeNull();
    await passTime();
    await work();
    expect(await thumbnails.file(1, 1, 'grid')).toBe(answer.path);
    await expect(thumbnails.bytes(1, 99, 'grid')).rejects.toThrow('no longer part');
  });

  it('waits for a rendition that fills the screen', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(5));
    await passTime();
    const answer = thumbnails.file(1, 5, 'screen');
    const twice = thumbnails.file(1, 5, 'screen');
    await passTime();
    await work();
    expect(workers[0]?.job).toMatchObject({ path: '/r/5.jpg', longestSide: 2560 });
    await work();
    expect(await answer).toMatch(/\.webp$/);
    expect(await twice).toBe(await answer);
    const refused = thumbnails.file(1, 4, 'screen');
    const outcome = expect(refused).rejects.toThrow('No.');
    await passTime();
    await work();
    await refuse(new AppError('unsupported', 'No.'));
    await outcome;
  });

  it('forgets files and roots that are gone, with their jobs', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(4));
    await passTime();
    thumbnails.forget(1, [1, 2]);
    files.delete(1);
    await work();
    expect(ready).toEqual([]);
    expect(current()).toBe(3);
    expect(thumbnails.status().total).toBe(2);
    thumbnails.forgetRoot(1);
    await work();
    expect(current()).toBeUndefined();
    expect(thumbnails.status()).toMatchObject({ total: 0, done: 0, failed: 0, pending: 0 });
  });

  it('fails videos with a sentence when there is no ffmpeg', async () => {
    thumbnails = create({ ffmpeg: null });
    await thumbnails.start();
    thumbnails.add(1, addFiles(1, 1, 'video'));
    await passTime();
    expect(failed).toMatchObject([{ id: 1, code: 'unsupported', message: 'Install ffmpeg.' }]);
    expect(status?.notice).toBe('Install ffmpeg.');
  });

  it('keeps files waiting while nothing can be stored, and goes on when it can', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file');
    thumbnails = create({ store: blocked });
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    thumbnails.want({ root: 1, visible: [2], near: [] });
    await passTime();
    expect(workers).toHaveLength(0);
    expect(status).toMatchObject({ pending: 3, failed: 0 });
    expect(status?.notice).toMatch(/cannot be saved/);
    expect(await thumbnails.bytes(1, 2, 'grid')).toEqual({ pending: true });
    await rm(blocked);
    await clock.advance(15_000);
    await until(() => current() !== undefined);
    expect(current()).toBe(2);
    expect(thumbnails.status().notice).toBeNull();
  });

  it('does not blame files when the disk fills up on the way', async () => {
    const store = join(folder, 'store');
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    await passTime();
    await rm(store, { recursive: true });
    await writeFile(store, 'in the way');
    await refuse(new AppError('internal', 'The thumbnail could not be saved: the disk is full.'));
    await until(() => thumbnails.status().notice !== null);
    expect(thumbnails.status().notice).toMatch(/cannot be saved/);
    expect(thumbnails.status()).toMatchObject({ pending: 3, failed: 0 });
    await rm(store);
    await clock.advance(15_000);
    await until(() => thumbnails.status().notice === null);
    for (let i = 0; i < 3; i++) await work();
    expect(thumbnails.status()).toMatchObject({ done: 3, notice: null });
  });
});
