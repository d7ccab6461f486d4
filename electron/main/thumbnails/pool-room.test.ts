import { describe, expect, it } from 'vitest';
import { NO_ROOM } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

describe('ThumbnailPool with a worker that has grown too much for a picture', () => {
  it('hands a picture to a fresh worker for which one has grown too much, and blames nobody', async () => {
    const lines: string[] = [];
    const { pool, add, worker, workers, clock, busy } = setUpPool({
      log: (_level, line) => lines.push(line),
    });
    for (let round = 1; round <= 3; round++) {
      const job = add('large');
      await settle();
      worker('large').fail(new AppError('memory', NO_ROOM));
      await clock.advance(0);
      expect([workers.length, busy()]).toEqual([round + 1, ['large']]);
      worker('large').finish();
      expect(await job).toBe('done');
    }
    expect(pool.stats()).toMatchObject({ completed: 3, failed: 0 });
    expect(lines.join()).not.toContain('failed');
  });

  it('gives a fresh worker the picture first that it was started for, also among many in the background', async () => {
    const { add, worker, clock, busy } = setUpPool();
    void add('large', 'background');
    await settle();
    for (const other of ['a', 'b', 'c']) void add(other, 'background');
    worker('large').fail(new AppError('memory', NO_ROOM));
    await clock.advance(0);
    expect(busy()).toEqual(['large']);
  });

  it('asks a worker once that has no room for the next picture, and ends it when the first is on the disk', async () => {
    const { add, worker, workers, busy, clock } = setUpPool();
    let first = '';
    void add('first').then((answer) => (first = answer));
    await settle();
    const large = add('large', 'background');
    const old = worker('first');
    const written = old.write();
    await settle();
    old.fail(new AppError('memory', NO_ROOM));
    await clock.advance(30_000);
    expect([busy(), workers.length, old.stops, first]).toEqual([[], 1, 0, '']);
    written();
    await clock.advance(0);
    expect([busy(), workers.length, old.stops, first]).toEqual([['large'], 2, 1, 'done']);
    worker('large').finish();
    expect(await large).toBe('done');
  });
});
