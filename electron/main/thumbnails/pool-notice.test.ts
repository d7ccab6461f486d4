import { describe, expect, it } from 'vitest';
import { FakeWorker, settle } from './testing.js';
import { setUpPool } from './testing-pool.js';

describe('the workers of the pool', () => {
  it('replaces a worker that has grown as soon as a job took long, not only after many', async () => {
    const { add, worker, workers, clock } = setUpPool({ memoryOf: () => 500, memoryLimit: 400 });
    const quick = add('quick');
    await settle();
    worker('quick').finish();
    expect(await quick).toBe('done');
    expect(workers[0]?.stops).toBe(0);
    const slow = add('slow');
    await settle();
    await clock.advance(600);
    worker('slow').finish();
    expect(await slow).toBe('done');
    expect(workers[0]?.stops).toBe(1);
  });

  it('says why no worker starts: what the system or the worker itself said last', async () => {
    const refused = setUpPool({}, () => {
      throw new Error('spawn EAGAIN');
    });
    void refused.add('a');
    await refused.clock.advance(60_000);
    expect(refused.pool.notice).toMatch(/does not start: spawn EAGAIN\. It is tried/);
    const broken = setUpPool({}, () => {
      const worker = Object.assign(new FakeWorker(false), { lastWords: 'Error: no such module' });
      worker.kill(1);
      return worker;
    });
    void broken.add('a');
    await broken.clock.advance(60_000);
    expect(broken.pool.notice).toMatch(/does not start: Error: no such module\./);
    const silent = setUpPool({}, () => new FakeWorker(false));
    void silent.add('a');
    await silent.clock.advance(5 * 60_000);
    expect(silent.pool.notice).toMatch(/does not start: it was not ready after 30 seconds\./);
  });
});
