// Used by unit tests only: a pool on a manual clock, with workers that live in memory.

import type { AppError } from '../../shared/result.js';
import { ThumbnailPool } from './pool.js';
import type { PoolOptions } from './pool-types.js';
import type { Lane } from './queue.js';
import { FakeWorker, ManualClock } from './testing.js';

export interface PoolSetup {
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

export function setUpPool(
  options: Partial<PoolOptions> = {},
  startWorker = () => new FakeWorker(),
): PoolSetup {
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
  const job = { rootPath: '/r', kind: 'photo', longestSide: 100, ffmpeg: null } as const;
  return {
    pool,
    clock,
    workers,
    add: (key, lane = 'visible') =>
      pool.addJob({ key, lane, job: { ...job, path: key, target: `/t/${key}` } }).then(
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
