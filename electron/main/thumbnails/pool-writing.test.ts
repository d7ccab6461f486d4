import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Strikes } from './strikes.js';
import { FakeWorker, MADE, settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

const JOB = { rootPath: '/r', kind: 'photo', longestSide: 100, ffmpeg: null } as const;

/** A promise, and whether it has its answer yet. */
function followed(promise: Promise<string>): { readonly promise: Promise<string>; answer: string | null } {
  const state = { promise, answer: null as string | null };
  void promise.then((answer) => (state.answer = answer));
  return state;
}

describe('ThumbnailPool while a picture is being written', () => {
  it('gives its worker the most urgent job meanwhile, and tells of the first when it is on the disk', async () => {
    const { pool, add, worker, busy } = setUpPool();
    const first = followed(add('first'));
    await settle();
    const second = add('second', 'background');
    void add('urgent', 'viewer');
    const written = worker('first').write();
    await settle();
    expect(busy()).toEqual(['urgent']);
    expect(first.answer).toBeNull();
    expect(pool.stats()).toMatchObject({ completed: 0, pending: 3, queueSize: 1, running: 1 });
    written();
    expect(await first.promise).toBe('done');
    expect(busy()).toEqual(['urgent']);
    worker('urgent').finish();
    await settle();
    worker('second').finish();
    expect(await second).toBe('done');
    expect(pool.stats()).toMatchObject({ completed: 3, pending: 0 });
  });

  it('has no more than one written and one made by a worker', async () => {
    const { add, worker, busy } = setUpPool();
    void add('a');
    await settle();
    void add('b', 'near');
    void add('c', 'background');
    const written = [worker('a').write()];
    await settle();
    written.push(worker('b').write());
    await settle();
    expect(busy()).toEqual([]);
    written[0]?.();
    await settle();
    expect(busy()).toEqual([]);
    written[1]?.();
    await settle();
    expect(busy()).toEqual(['c']);
  });

  it('is the same job for whoever asks again, and is waited for at the end', async () => {
    const { pool, add, worker, clock } = setUpPool();
    const first = add('a');
    await settle();
    const written = worker('a').write();
    await settle();
    const again = add('a', 'viewer');
    const stopping = pool.stop({ wait: true });
    await clock.advance(100);
    expect(pool.isBusy()).toBe(true);
    written();
    expect([await first, await again]).toEqual(['done', 'done']);
    await stopping;
  });

  it('goes on only after a job that may have taken much memory', async () => {
    const { add, worker, busy } = setUpPool();
    void add('large');
    await settle();
    void add('next', 'near');
    const written = worker('large').write({ ...MADE, width: 10_000, height: 8000 });
    await settle();
    expect(busy()).toEqual([]);
    written();
    await settle();
    expect(busy()).toEqual(['next']);
  });

  it('still looks how much a worker has grown', async () => {
    const { add, workers, worker } = setUpPool({ memoryOf: () => 101, memoryLimit: 100 });
    void add('f0');
    await settle();
    for (let i = 1; i < 40; i++) {
      const before = worker(`f${i - 1}`);
      void add(`f${i}`);
      before.write()();
      await settle();
    }
    expect(workers).toHaveLength(3);
  });

  it('replaces a worker that is to be replaced only when the picture is written', async () => {
    const { pool, add, worker, workers } = setUpPool();
    const job = add('a');
    await settle();
    const written = worker('a').write();
    await settle();
    pool.restart(null);
    await settle();
    expect(workers[0]?.stops).toBe(0);
    written();
    expect(await job).toBe('done');
    await settle();
    expect(workers[0]?.stops).toBe(1);
  });

  it('makes both again when their worker ends, each once, and the second try of each without company', async () => {
    const { add, worker, clock, busy } = setUpPool();
    const a = add('a', 'background');
    await settle();
    const b = add('b', 'background');
    worker('a').write();
    await settle();
    worker('b').kill();
    await clock.advance(5000);
    expect(busy()).toEqual(['a']);
    const written = worker('a').write();
    await settle();
    expect(busy()).toEqual([]);
    written();
    expect(await a).toBe('done');
    await settle();
    worker('b').finish();
    expect(await b).toBe('done');
  });

  it('lets go of both when their worker neither answers nor can be ended', async () => {
    class Stuck extends FakeWorker {
      override kill(): void {}
      override stop = (): Promise<void> => new Promise(() => undefined);
    }
    const { add, worker, clock } = setUpPool({}, () => new Stuck());
    const a = followed(add('a'));
    await settle();
    const b = followed(add('b'));
    worker('a').write();
    await clock.advance(31_500);
    expect(b.answer).toBe('timeout');
    // Its worker was ended for the other: it is tried again.
    expect(a.answer).toBeNull();
    worker('a').finish();
    expect(await a.promise).toBe('done');
  });

  it('tries the file again whose worker ends while it is written and nothing else is made', async () => {
    const { pool, add, worker, clock } = setUpPool();
    const job = add('a');
    await settle();
    const first = worker('a');
    first.write();
    await settle();
    first.kill();
    await clock.advance(5000);
    worker('a').finish();
    expect(await job).toBe('done');
    expect(pool.notice).toBeNull();
  });

  it('makes a picture again whose worker was ended for the next job, and holds nothing against its file', async () => {
    const { add, worker, clock, busy } = setUpPool({ timeLimits: { photo: 20_000, video: 30_000 } });
    const a = followed(add('a', 'background'));
    await settle();
    const b = followed(add('b', 'background'));
    worker('a').write();
    await clock.advance(20_000);
    expect([busy(), a.answer]).toEqual([['b'], null]);
    await clock.advance(1200);
    expect([busy(), a.answer, b.answer]).toEqual([['a'], null, 'timeout']);
    // A suspect would be the last of its lane, and have no company.
    const c = add('c', 'background');
    const written = worker('a').write();
    await settle();
    expect([busy(), a.answer]).toEqual([['c'], null]);
    written();
    expect(await a.promise).toBe('done');
    worker('c').finish();
    expect(await c).toBe('done');
  });

  it('gives up a picture that cannot be written, and does not blame its file or the next one', async () => {
    const { pool, add, worker, clock, busy } = setUpPool();
    const failure = pool
      .addJob({ key: 'a', lane: 'visible', job: { ...JOB, path: 'a', target: '/t/a' } })
      .catch((error: unknown) => error);
    await settle();
    worker('a').write();
    await clock.advance(50_000);
    const b = followed(add('b'));
    await clock.advance(11_000);
    expect(await failure).toMatchObject({
      code: 'internal',
      message: 'The thumbnail could not be saved: the disk does not answer.',
    });
    expect([busy(), b.answer]).toEqual([['b'], null]);
    worker('b').finish();
    expect(await b.promise).toBe('done');
  });

  it('replaces a worker that has grown only when the picture is written that still is', async () => {
    let bytes = 0;
    const { add, worker, workers } = setUpPool({ memoryOf: () => bytes, memoryLimit: 100 });
    const a = add('a');
    await settle();
    void add('b');
    const written = worker('a').write();
    await settle();
    bytes = 101;
    worker('b').finish({ ...MADE, width: 10_000, height: 8000 });
    await settle();
    expect(workers[0]?.stops).toBe(0);
    written();
    expect(await a).toBe('done');
    await settle();
    expect(workers[0]?.stops).toBe(1);
  });

  it('hands a file that ended a worker to one that writes no other', async () => {
    const { add, worker, clock, busy } = setUpPool();
    const bad = add('bad');
    await settle();
    worker('bad').kill();
    void add('a', 'viewer');
    await clock.advance(0);
    const written = worker('a').write();
    await settle();
    expect(busy()).toEqual([]);
    const other = add('b', 'near');
    await settle();
    expect(busy()).toEqual(['b']);
    worker('b').finish();
    expect(await other).toBe('done');
    written();
    await settle();
    worker('bad').finish();
    expect(await bad).toBe('done');
  });

  it('notes only the file that is being read as one that may end the app', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'strikes-'));
    try {
      const strikes = new Strikes(folder, () => undefined);
      await strikes.open();
      const { pool, add, worker, clock } = setUpPool({ strikes });
      const [a, b] = ['a'.repeat(32), 'b'.repeat(32)];
      void add(a);
      await settle();
      void add(b);
      const written = worker(a).write();
      const noted = () => readFile(join(folder, 'thumbnails-running'), 'latin1');
      await expect.poll(noted).toContain(b);
      expect(await noted()).not.toContain(a);
      written();
      worker(b).finish();
      const stopped = pool.stop({ wait: true });
      await clock.advance(2000);
      await stopped;
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
