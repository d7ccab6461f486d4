import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { FakeWorker, MADE, settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

describe('ThumbnailPool', () => {
  it('starts workers only when there is work, and no more than there is work for', async () => {
    const { add, workers, busy } = setUpPool({ workers: 3 });
    expect(workers).toHaveLength(0);
    void add('a', 'background');
    void add('b', 'background');
    await settle();
    expect(workers).toHaveLength(2);
    expect(busy()).toEqual(['a', 'b']);
  });

  it('logs which worker did which file, how it went and how long it took', async () => {
    const lines: string[] = [];
    const { add, worker, clock } = setUpPool({ log: (level, message) => lines.push(`${level} ${message}`) });
    void add('a.jpg');
    await settle();
    const { pid } = worker('a.jpg');
    await clock.advance(1500);
    worker('a.jpg').finish();
    void add('b\udcff.jpg');
    await settle();
    await clock.advance(250);
    worker('b\udcff.jpg').fail(new AppError('damaged', 'Cut short.'));
    await settle();
    expect(lines.filter((line) => line.includes('.jpg'))).toEqual([
      `debug worker 1 (pid ${pid}): a.jpg begun`,
      `info worker 1 (pid ${pid}): a.jpg done in 1.50 s`,
      `debug worker 1 (pid ${pid}): b\ufffd.jpg begun`,
      `warn worker 1 (pid ${pid}): b\ufffd.jpg failed after 0.25 s (damaged: Cut short.)`,
    ]);
  });

  it('gives each worker one job and the most urgent next', async () => {
    const { add, workers, worker, busy } = setUpPool();
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
    const { pool, add, worker, busy } = setUpPool();
    void add('running');
    await settle();
    const once = add('a', 'background');
    void add('b', 'visible');
    const twice = add('a', 'viewer');
    const again = add('running', 'viewer');
    expect(pool.stats()).toMatchObject({ queueSize: 2, running: 1, pending: 3 });
    worker('running').finish();
    await settle();
    expect(busy()).toEqual(['a']);
    worker('a').finish();
    expect([await once, await twice, await again]).toEqual(['done', 'done', 'done']);
  });

  it('never moves work to a less urgent lane', async () => {
    const { add, worker, busy } = setUpPool();
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
    const { pool, add, worker } = setUpPool();
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
    const { pool, add, worker, workers } = setUpPool();
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

  it('holds the background back without holding what a person looks at', async () => {
    const { pool, add, busy, worker } = setUpPool();
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
    const { pool, add } = setUpPool({ backgroundLimit: 3 });
    void add('running');
    await settle();
    expect(pool.backgroundRoom).toBe(3);
    for (const key of ['a', 'b', 'c']) void add(key, 'background');
    expect(pool.backgroundRoom).toBe(0);
    // Whoever adds more keeps it; what waits already may be asked for again.
    expect(await add('d', 'background')).toBe('stopped');
    void add('a', 'background');
    void add('e', 'visible');
    expect(pool.stats()).toMatchObject({ pending: 5, queueSize: 4, lanes: { background: 3, visible: 1 } });
  });

  it('lets the oldest of a lane go when more wait than any screen shows', async () => {
    const { pool, add, busy, worker } = setUpPool({ laneLimit: 2 });
    void add('running');
    await settle();
    const [first, second] = ['a', 'b'].map((key) => add(key, 'near'));
    for (const key of ['c', 'd']) void add(key, 'background');
    void add('e', 'near');
    expect(await first).toBe('stopped');
    // Those of another lane that are moved into it count as well.
    void add('c', 'near');
    expect(await second).toBe('stopped');
    expect(pool.stats().lanes).toMatchObject({ near: 2, background: 1 });
    worker('running').finish();
    await settle();
    expect(busy()).toEqual(['c']);
  });

  it('waits for completion, or for as long as it is told to', async () => {
    const { pool, add, worker, clock } = setUpPool();
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
    const { pool, add, worker, workers, clock } = setUpPool({ workers: 2 });
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
});

describe('background work', () => {
  it('takes no more workers than it may; what is on screen takes all', async () => {
    const { pool, add, busy, worker } = setUpPool({ workers: 3 });
    pool.limitBackground(1);
    for (let i = 0; i < 3; i++) void add(`b${i}`, 'background');
    await settle();
    expect(busy()).toEqual(['b0']);
    for (let i = 0; i < 2; i++) void add(`v${i}`);
    await settle();
    expect(busy().sort()).toEqual(['b0', 'v0', 'v1']);
    worker('b0').finish();
    await settle();
    expect(busy().sort()).toEqual(['b1', 'v0', 'v1']);
    pool.limitBackground(3);
    worker('v0').finish();
    await settle();
    expect(busy().sort()).toEqual(['b1', 'b2', 'v1']);
  });

  it('replaces a worker when it is told to, after its job and without a strike', async () => {
    const { pool, add, worker, workers, busy } = setUpPool();
    const first = add('a');
    await settle();
    pool.restart(null);
    await settle();
    expect(busy()).toEqual(['a']);
    const old = worker('a');
    old.finish();
    expect(await first).toBe('done');
    void add('b');
    await settle();
    expect(workers).toHaveLength(2);
    expect(worker('b')).not.toBe(old);
    worker('b').finish();
    await settle();
    pool.restart('worker 9');
    await settle();
    void add('c');
    await settle();
    expect(workers).toHaveLength(2);
    expect(pool.stats()).toMatchObject({ completed: 2, failed: 0, lanes: { visible: 0, background: 0 } });
  });

  it('replaces a worker that is only starting when it is told to, as soon as it has', async () => {
    const areReady = [false, true];
    const { pool, add, workers, busy } = setUpPool({}, () => new FakeWorker(areReady.shift()));
    const job = add('a');
    await settle();
    pool.restart(null);
    workers[0]!.becomeReady();
    await settle();
    expect([workers.length, workers[0]!.stops, busy()]).toEqual([2, 1, ['a']]);
    expect(workers[0]!.job).toBeNull();
    workers[1]!.finish();
    expect(await job).toBe('done');
  });

  it('tells how long jobs take and what waits in which lane', async () => {
    const { pool, add, worker, clock } = setUpPool();
    expect(pool.stats()).toMatchObject({ median: null, p95: null });
    void add('a');
    await settle();
    void add('near', 'near');
    void add('far', 'background');
    await clock.advance(2000);
    worker('a').finish();
    await settle();
    expect(pool.stats()).toMatchObject({
      median: 2,
      p95: 2,
      lanes: { viewer: 0, visible: 0, near: 0, background: 1 },
    });
  });
});
