// Used by unit tests only: the thumbnail service with a real store, workers in memory and a manual clock. The
// bindings are those of the running test.

import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { FileId, Problem, RootId, ThumbnailFailure, ThumbnailStatus } from '../../shared/contract.js';
import type { ThumbnailMade } from '../../shared/messages.js';
import type { MediaFacts, MediaFile } from './media-file.js';
import { ThumbnailPool } from './pool.js';
import { ThumbnailStore } from './store.js';
import { Strikes } from './strikes.js';
import { FakeWorker, MADE, ManualClock, WEBP } from './testing.js';
import { Thumbnails } from './thumbnails.js';

export let folder: string;
export let clock: ManualClock;
export let workers: FakeWorker[];
export let files: Map<FileId, MediaFile>;
/** What lies at a path, where that is not just its own. */
export let contents: Map<string, string>;
export let store: ThumbnailStore;
export let pool: ThumbnailPool;
export let ready: FileId[];
export let failed: ThumbnailFailure[];
export let messages = 0;
/** Files whose placeholders were told. */
export let colored: Set<FileId>;
export let status: ThumbnailStatus | undefined;
export let facts: Map<FileId, MediaFacts>;
export let problems: Problem[];
/** Roots that are out of reach. */
export let away: Set<RootId>;
export let thumbnails: Thumbnails;
/** What was last to be remembered. */
export let pausedNow: boolean | undefined;

/** Milliseconds since 1970 as the store sees it. */
export const now = 1_700_000_000_000;

/** Gives each test a service on a folder of its own. */
export function setUpThumbnails(): void {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'thumbnails-'));
    clock = new ManualClock();
    files = new Map();
    contents = new Map();
    create();
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
  });
}

interface Recipe {
  readonly folder?: string;
  readonly workers?: number;
  /** Bytes of the store. */
  readonly cap?: number | (() => number);
  readonly ffmpeg?: string | null;
  readonly paused?: boolean;
}

/** A new service in place of the one there was. */
export function create({
  folder: stored = join(folder, 'store'),
  ffmpeg = '/ffmpeg',
  cap,
  workers: count = 1,
  paused = false,
}: Recipe = {}): void {
  store = new ThumbnailStore(stored, () => undefined, {
    ...{ clock, now: () => now, onEvicted: () => thumbnails.evicted() },
    ...(cap ? { cap } : {}),
  });
  workers = [];
  ready = [];
  colored = new Set();
  failed = [];
  problems = [];
  messages = 0;
  status = undefined;
  facts = new Map();
  pausedNow = undefined;
  away = new Set();
  const log = () => undefined;
  const startWorker = () => {
    const worker = new FakeWorker(true, (path) => contents.get(path) ?? path);
    workers.push(worker);
    return worker;
  };
  pool = new ThumbnailPool({ startWorker, workers: count, clock, log, strikes: new Strikes(folder, log) });
  thumbnails = new Thumbnails({
    userData: folder,
    pool,
    store,
    lookUp: (_root, id) => files.get(id),
    isAway: (root) => away.has(root),
    ffmpeg: () => Promise.resolve({ path: ffmpeg, notice: ffmpeg === null ? 'Install ffmpeg.' : null }),
    workers: count,
    paused,
    onPaused: (now) => (pausedNow = now),
    clock,
    log,
    emitChanged: (change) => {
      messages++;
      for (const id of change.placeholders.ids) colored.add(id);
      ready.push(...change.ready);
      failed.push(...change.failed);
    },
    emitStatus: (latest) => (status = latest),
    onFacts: (_root, id, found) => facts.set(id, found),
    onProblem: (problem) => problems.push(problem),
  });
}

export async function stop(): Promise<void> {
  const stopping = thumbnails.stop();
  await clock.advance(10_000);
  await stopping;
}

export function addFiles(count: number, first = 1, kind: MediaFile['kind'] = 'photo'): FileId[] {
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
export function current(): FileId | undefined {
  const job = workers.find((worker) => worker.job)?.job;
  return job ? Number(/(\d+)\.jpg$/.exec(job.path)?.[1]) : undefined;
}

/** Does the running job, as a worker would. */
export async function work(made: ThumbnailMade = MADE): Promise<FileId | undefined> {
  await until(() => current() !== undefined);
  const id = current();
  const worker = workers.find(({ job }) => job);
  const target = worker?.job?.target;
  if (target !== undefined) await writeFile(target, WEBP);
  worker?.finish(made);
  await passTime();
  // On a busy disk the store takes longer to take it over.
  while (target !== undefined && existsSync(target)) await passTime();
  return id;
}

export async function refuse(error: Error): Promise<void> {
  await until(() => current() !== undefined);
  workers.find(({ job }) => job)?.fail(error);
  await passTime();
}

/** Lets everything that is under way happen, and events be sent. */
export async function passTime(): Promise<void> {
  // The store works on real files, which take a moment: a read of the same folder waits behind them.
  for (let i = 0; i < 10; i++) {
    await readdir(folder);
    await clock.advance(0);
  }
  await clock.advance(100);
}

/** Waits until something real has happened. Fails by the test's own time limit. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await passTime();
}
