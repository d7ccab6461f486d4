import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { ThumbnailPool, type PoolOptions } from './pool.js';
import type { Lane } from './queue.js';
import { FakeWorker, MADE, ManualClock, settle } from './testing.js';

interface Setup {
  readonly pool: ThumbnailPool;
  readonly clock: ManualClock;
  readonly workers: FakeWorker[];
  /** Adds work; the outcome is 'done' or the code of its failure. */
  add(key: string, lane?: Lane): Promise<string>;
  /** Files that are being worked on. */
  busy(): string[];
  /** The worker with that job. */
  worker(path: string): FakeWorker;
}

function setUp(options: Partial<PoolOptions> = {}, startWorker = () => new FakeWorker()): Setup {
  const clock = new ManualClock();
  const workers: FakeWorker[] = [];
  const pool = new ThumbnailPool({
    startWorker: () => {
      const worker = startWorker();
      workers.push(worker);
      return worker;
    },
    workers: 1,
    clock,
    log: () => undefined,
    ...options,
  });
  pool.start();
  const job = { rootPath: '/r', kind: 'photo', longestSide: 100, target: '/t', ffmpeg: null } as const;
  return {
    pool,
    clock,
    workers,
    add: (key, lane = 'visible') =>
      pool.add({ key, lane, job: { ...job, path: key } }).then(
        () => 'done',
        (error: unknown) => (error as AppError).code,
      ),
    busy: () => workers.flatMap(({ job }) => (job ? [job.path] : [])),
    worker: (path) => {
      const found = workers.find(({ job }) => job?.path === path);
      if (!found) throw new Error(`${path} is not being worked on`);
      return found;
    },
  };
}

describe('ThumbnailPool', () => {
  it('starts workers only when there is work, and no more than there is work for', async () => {
    const { add, workers, busy } = setUp({ workers: 3 });
    expect(workers).toHaveLength(0);
    void add('a', 'background');
    void add('b', 'background');
    await settle();
    expect(workers).toHaveLength(2);
    expect(busy()).toEqual(['a', 'b']);
  });

  it('gives each worker one job and the most urgent next', async () => {
    const { add, workers, worker, busy } = setUp();
    const first = add('first');
    await settle();
    void add('background', 'background');
    void add('near', 'near');
    void add('older', 'visible');
    void add('newer', 'visible');
    void add('viewer', 'viewer');
    const order: string[] = [];
    for (let i = 0; i < 6; i++) {
      const [now = ''] = busy();
      order.push(now);
      worker(now).finish();
      await settle();
    }
    expect(await first).toBe('done');
    expect(order).toEqual(['first', 'viewer', 'newer', 'older', 'near', 'background']);
    expect(workers).toHaveLength(1);
  });

  it('makes one job of the same key, in the more urgent lane', async () => {
    const { pool, add, worker, busy } = setUp();
    void add('running');
    await settle();
    const once = add('a', 'background');
    void add('b', 'visible');
    const twice = add('a', 'viewer');
    const again = add('running', 'viewer');
    expect(pool.stats()).toMatchObject({ queued: 2, running: 1, pending: 3 });
    worker('running').finish();
    await settle();
    expect(busy()).toEqual(['a']);
    worker('a').finish();
    expect([await once, await twice, await again]).toEqual(['done', 'done', 'done']);
  });

  it('never moves work to a less urgent lane', async () => {
    const { add, worker, busy } = setUp();
    void add('running');
    await settle();
    void add('a', 'visible');
    void add('b', 'near');
    void add('a', 'background');
    worker('running').finish();
    await settle();
    expect(busy()).toEqual(['a']);
  });

  it('takes back what waits, but not what runs', async () => {
    const { pool, add, worker } = setUp();
    const running = add('running');
    await settle();
    const waiting = add('waiting');
    pool.withdraw('waiting');
    pool.withdraw('running');
    expect(await waiting).toBe('stopped');
    worker('running').finish();
    expect(await running).toBe('done');
    expect(pool.isBusy()).toBe(false);
  });

  it("passes the worker's own failure on and keeps the worker", async () => {
    const { pool, add, worker, workers } = setUp();
    const bad = add('bad');
    await settle();
    worker('bad').fail(new AppError('damaged', 'The picture is damaged.'));
    expect(await bad).toBe('damaged');
    const good = add('good');
    await settle();
    worker('good').finish(MADE);
    expect(await good).toBe('done');
    expect(workers).toHaveLength(1);
    expect(pool.stats()).toMatchObject({ completed: 1, failed: 1, pending: 0 });
  });

  it('tries a job whose worker ended once more on a new worker', async () => {
    const { add, worker, workers, clock, busy } = setUp();
    const job = add('a');
    await settle();
    worker('a').kill();
    await clock.advance(0);
    expect(workers).toHaveLength(2);
    expect(busy()).toEqual(['a']);
    worker('a').finish();
    expect(await job).toBe('done');
  });

  it('quarantines a file that ended a worker twice, until it is released', async () => {
    const { pool, add, worker, workers, clock } = setUp();
    const job = add('bad');
    for (let i = 0; i < 2; i++) {
      await clock.advance(1000);
      worker('bad').kill();
    }
    expect(await job).toBe('crashed');
    expect(await add('bad')).toBe('crashed');
    await clock.advance(10_000);
    expect(workers.filter(({ job }) => job)).toEqual([]);
    pool.release('bad');
    const again = add('bad');
    await clock.advance(10_000);
    worker('bad').finish();
    expect(await again).toBe('done');
  });

  it('does not blame the next job for the end of an idle worker', async () => {
    const { add, worker, workers, clock } = setUp();
    void add('a');
    await settle();
    worker('a').finish();
    await settle();
    workers[0]?.kill();
    const next = add('b');
    await clock.advance(0);
    expect(workers).toHaveLength(2);
    worker('b').finish();
    expect(await next).toBe('done');
  });

  it('ends the worker of a job that takes too long, and fails the job at once', async () => {
    const { add, worker, workers, clock, busy } = setUp({ timeLimits: { photo: 20_000, video: 30_000 } });
    const job = add('slow');
    const next = add('next', 'near');
    await settle();
    expect(worker('slow').job?.timeLimit).toBe(20_000);
    await clock.advance(20_000);
    expect(busy()).toEqual(['slow']);
    await clock.advance(1_500);
    expect(await job).toBe('timeout');
    expect(workers[0]?.stops).toBe(1);
    worker('next').finish();
    expect(await next).toBe('done');
  });

  it('waits longer before each new start of a worker that does not start, says so, and recovers', async () => {
    let broken = true;
    const { pool, add, workers, worker, clock } = setUp({}, () => {
      const worker = new FakeWorker(!broken);
      if (broken) worker.kill();
      return worker;
    });
    const job = add('a');
    const starts: number[] = [];
    for (let i = 0; i < 6; i++) {
      await clock.advance(0);
      starts.push(workers.length);
      await clock.advance(200);
    }
    expect(starts[0]).toBe(2);
    await clock.advance(20 * 60_000);
    // Twenty minutes at one try a minute, after the quick ones.
    expect(workers.length).toBeLessThan(32);
    expect(pool.notice).toMatch(/does not start/);
    broken = false;
    await clock.advance(60_000);
    worker('a').finish();
    expect(await job).toBe('done');
    expect(pool.notice).toBeNull();
  });

  it('gives up a worker that never becomes ready', async () => {
    let silent = true;
    const { add, workers, worker, clock } = setUp({}, () => new FakeWorker(!silent));
    const job = add('a');
    await clock.advance(29_000);
    expect(workers).toHaveLength(1);
    silent = false;
    await clock.advance(2_000);
    expect(workers).toHaveLength(2);
    worker('a').finish();
    expect(await job).toBe('done');
  });

  it('replaces a worker that has grown, between two jobs', async () => {
    let bytes = 10;
    const { add, workers, worker } = setUp({ memoryOf: () => bytes, memoryLimit: 100 });
    for (let i = 0; i < 40; i++) {
      if (i === 20) bytes = 101;
      if (i === 36) bytes = 10;
      const job = add(`f${i}`);
      await settle();
      worker(`f${i}`).finish();
      expect(await job).toBe('done');
    }
    expect(workers).toHaveLength(2);
  });

  it('holds the background back without holding what a person looks at', async () => {
    const { pool, add, busy, worker } = setUp();
    pool.holdBackground(true);
    void add('later', 'background');
    await settle();
    expect(busy()).toEqual([]);
    void add('now', 'visible');
    await settle();
    expect(busy()).toEqual(['now']);
    worker('now').finish();
    await settle();
    expect(busy()).toEqual([]);
    pool.holdBackground(false);
    await settle();
    expect(busy()).toEqual(['later']);
  });

  it('counts the room left for background work', async () => {
    const { pool, add } = setUp({ backgroundLimit: 3 });
    void add('running');
    await settle();
    expect(pool.backgroundRoom).toBe(3);
    for (const key of ['a', 'b', 'c', 'd']) void add(key, 'background');
    expect(pool.backgroundRoom).toBe(0);
  });

  it('waits for completion, or for as long as it is told to', async () => {
    const { pool, add, worker, clock } = setUp();
    expect(await pool.waitCompletion(0)).toBe(true);
    void add('a');
    await settle();
    const impatient = pool.waitCompletion(100);
    const patient = pool.waitCompletion(10_000);
    await clock.advance(200);
    expect(await impatient).toBe(false);
    worker('a').finish();
    expect(await patient).toBe(true);
  });

  it('on stop drops what waits, lets what runs finish, and leaves no worker behind', async () => {
    const { pool, add, worker, workers, clock } = setUp({ workers: 2 });
    const [a, b, c] = [add('a', 'background'), add('b', 'background'), add('c', 'background')];
    await settle();
    const stopping = pool.stop({ wait: true });
    worker('a').finish();
    await clock.advance(10_000);
    await stopping;
    expect([await a, await b, await c]).toEqual(['done', 'crashed', 'stopped']);
    expect(workers.every(({ stops }) => stops > 0)).toBe(true);
    expect(await add('d')).toBe('stopped');
    await clock.advance(100_000);
    expect(workers).toHaveLength(2);
  });

  it('ends every job exactly once while workers are killed at random', async () => {
    const { pool, add, workers, clock } = setUp({ workers: 4 });
    const outcomes: Promise<string>[] = [];
    for (let i = 0; i < 500; i++) outcomes.push(add(`f${i}`, 'background'));
    let random = 1;
    const next = (n: number) => (random = (random * 48271) % 2147483647) % n;
    while (pool.isBusy()) {
      await clock.advance(50);
      for (const worker of workers.filter(({ job }) => job)) {
        if (next(10) === 0) worker.kill();
        else worker.finish();
      }
    }
    const ends = await Promise.all(outcomes);
    expect(ends).toHaveLength(500);
    expect(ends.filter((end) => end !== 'done' && end !== 'crashed')).toEqual([]);
    const { completed, failed } = pool.stats();
    expect(completed + failed).toBe(500);
  });
});
