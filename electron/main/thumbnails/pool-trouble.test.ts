import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { FakeWorker, MADE, settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

/** A process that the system cannot end, because it waits for a disk that does not answer. */
class Stuck extends FakeWorker {
  override kill(): void {}
  override async stop(): Promise<void> {
    await new Promise(() => undefined);
  }
}

describe('ThumbnailPool in trouble', () => {
  it('tries a job whose worker ended once more on a new worker', async () => {
    const { add, worker, workers, clock, busy } = setUpPool();
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
    const { pool, add, worker, workers, clock } = setUpPool();
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

  it('tries a file that ended a worker after all others of its lane, however urgently it is asked for', async () => {
    const { pool, add, worker, clock, busy } = setUpPool();
    const bad = add('bad');
    void add('b1', 'background');
    void add('v1');
    void add('v2');
    await settle();
    const order: string[] = [];
    const next = async () => {
      await clock.advance(3000);
      const [now = ''] = busy();
      order.push(now);
      return now;
    };
    worker(await next()).finish();
    worker(await next()).finish();
    expect(await next()).toBe('bad');
    void add('v3');
    void add('v4');
    worker('bad').kill();
    pool.promote('bad', 'visible');
    void add('bad', 'visible');
    for (let i = 0; i < 4; i++) worker(await next()).finish();
    expect(order).toEqual(['v2', 'v1', 'bad', 'v4', 'v3', 'bad', 'b1']);
    expect(await bad).toBe('done');
    expect(busy()).toEqual([]);
  });

  it('leaves a file alone whatever picture of it is asked for', async () => {
    const file = 'f'.repeat(32);
    const { pool, add, worker, clock } = setUpPool();
    const job = add(`${file}-screen`);
    for (let i = 0; i < 2; i++) {
      await clock.advance(1000);
      worker(`${file}-screen`).kill();
    }
    expect(await job).toBe('crashed');
    expect(await add(file)).toBe('crashed');
    expect(await add(`${file}-large`)).toBe('crashed');
    pool.release(file);
    const again = add(`${file}-screen`);
    await clock.advance(10_000);
    worker(`${file}-screen`).finish();
    expect(await again).toBe('done');
  });

  it('does not blame the next job for the end of an idle worker', async () => {
    const { add, worker, workers, clock } = setUpPool();
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
    const { add, worker, workers, clock, busy } = setUpPool({ timeLimits: { photo: 20_000, video: 30_000 } });
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
    const { pool, add, workers, worker, clock } = setUpPool({}, () => {
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
    expect(pool.notice).toMatch(/does not start: it ends by itself \(code 9\)\./);
    broken = false;
    await clock.advance(60_000);
    worker('a').finish();
    expect(await job).toBe('done');
    expect(pool.notice).toBeNull();
  });

  it('gives up a worker that never becomes ready', async () => {
    let silent = true;
    const { add, workers, worker, clock } = setUpPool({}, () => new FakeWorker(!silent));
    const job = add('a');
    await clock.advance(29_000);
    expect(workers).toHaveLength(1);
    silent = false;
    await clock.advance(2_000);
    expect(workers).toHaveLength(2);
    worker('a').finish();
    expect(await job).toBe('done');
  });

  it('gives up a job whose worker cannot be ended, once, and goes on with another worker', async () => {
    let stuck = true;
    const { pool, add, worker, workers, clock } = setUpPool({}, () =>
      stuck ? new Stuck() : new FakeWorker(),
    );
    const job = add('on a dead disk');
    const next = add('next', 'near');
    await settle();
    stuck = false;
    await clock.advance(31_500);
    expect(await job).toBe('timeout');
    expect(workers).toHaveLength(2);
    worker('next').finish();
    expect(await next).toBe('done');
    expect(pool.isBusy()).toBe(false);
  });

  it('stops although a worker cannot be ended, and says so once', async () => {
    const lines: unknown[][] = [];
    const log = (...line: unknown[]) => void lines.push(line);
    const { pool, add, clock, workers } = setUpPool({ log }, () => new Stuck());
    const job = add('on a dead disk');
    await settle();
    const stopping = pool.stop({ wait: true });
    await clock.advance(12_000);
    await stopping;
    expect(await job).toBe('crashed');
    expect(pool.isBusy()).toBe(false);
    const line = `worker 1 did not end (pid ${workers[0]!.pid}); it is given up`;
    expect(lines.filter(([level]) => level === 'error')).toEqual([['error', line]]);
  });

  it('says nothing of a worker that ends when it is asked to', async () => {
    const lines: unknown[][] = [];
    const { pool, add, clock } = setUpPool({ log: (...line) => void lines.push(line) });
    void add('a');
    await settle();
    const stopping = pool.stop();
    await clock.advance(12_000);
    await stopping;
    expect(lines.filter(([level]) => level === 'error')).toEqual([]);
  });

  it('ends a job that takes too much memory while it runs: the file is told why, and is not to blame for a crash', async () => {
    let bytes = 100;
    const lines: string[] = [];
    const limits = { memoryOf: () => bytes, memoryLimit: 500, jobMemoryLimit: 1000 };
    const { pool, add, worker, workers, clock } = setUpPool({
      ...limits,
      log: (_level, line) => lines.push(line),
    });
    const job = add('greedy');
    const next = add('next', 'near');
    await settle();
    bytes = 1000;
    await clock.advance(5000);
    expect(pool.stats().running).toBe(1);
    bytes = 1001;
    await clock.advance(300);
    expect(await job).toBe('memory');
    expect(lines.join()).toMatch(/greedy failed after .* more memory than this computer can spare/);
    expect(workers).toHaveLength(2);
    bytes = 100;
    worker('next').finish();
    expect(await next).toBe('done');
    // A strike would have put it behind the others.
    void add('other');
    const again = add('greedy');
    await clock.advance(100);
    worker('greedy').finish();
    expect(await again).toBe('done');
  });

  it.each([
    [
      'a picture of many pixels',
      (worker: FakeWorker) => worker.finish({ ...MADE, width: 10_000, height: 8_000 }),
    ],
    ['a failure', (worker: FakeWorker) => worker.fail(new AppError('damaged', 'Cut short.'))],
  ])('looks at once how much a worker has grown after %s', async (_what, end) => {
    const { add, workers, worker } = setUpPool({ memoryOf: () => 101, memoryLimit: 100 });
    const light = add('light');
    await settle();
    worker('light').finish();
    await light;
    const heavy = add('heavy');
    await settle();
    expect(workers).toHaveLength(1);
    end(worker('heavy'));
    await heavy;
    const next = add('next');
    await settle();
    expect(workers).toHaveLength(2);
    worker('next').finish();
    expect(await next).toBe('done');
  });

  it('replaces a worker that has grown, between two jobs', async () => {
    let bytes = 10;
    const { add, workers, worker } = setUpPool({ memoryOf: () => bytes, memoryLimit: 100 });
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

  it('ends every job exactly once while workers are killed at random', async () => {
    const { pool, add, workers, clock } = setUpPool({ workers: 4 });
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
