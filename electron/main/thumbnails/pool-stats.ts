// Runs in main: numbers about the pool: how long the last jobs took, and what a worker does.

import { displayPath } from '../../shared/paths.js';
import type { PoolStats, WorkerStats } from './pool-types.js';
import type { WorkerSlot } from './slot.js';

const KEPT = 500;

export class Durations {
  /** Seconds, a ring. */
  private readonly values = new Float64Array(KEPT);
  private count = 0;

  add(seconds: number): void {
    this.values[this.count++ % KEPT] = seconds;
  }

  /** Seconds that this share (0 to 1) of the last jobs did not exceed (nearest rank); null before the first. */
  quantile(share: number): number | null {
    const size = Math.min(this.count, KEPT);
    if (size === 0) return null;
    const sorted = this.values.slice(0, size).sort();
    return sorted[Math.max(0, Math.ceil(share * size) - 1)]!;
  }
}

/** @param startedAt of the job at `path`, by the same clock as `now`, milliseconds */
export function workerStats(
  { name, pid, state }: Pick<WorkerSlot, 'name' | 'pid' | 'state'>,
  path: string | undefined,
  startedAt: number | undefined,
  now: number,
  memoryOf: (pid: number) => number | null = () => null,
): WorkerStats {
  const file = path === undefined ? null : displayPath(path);
  const seconds = startedAt === undefined ? 0 : (now - startedAt) / 1000;
  return { name, pid, state, file, seconds, memory: pid === null ? null : memoryOf(pid) };
}

/** A pool's numbers with the files that wait for their place in it, which nobody hurries. */
export function withWaiting(stats: PoolStats, waiting: number): PoolStats {
  const { pending, queueSize, lanes } = stats;
  return {
    ...stats,
    ...{ pending: pending + waiting, queueSize: queueSize + waiting },
    lanes: { ...lanes, background: lanes.background + waiting },
  };
}

/** What a pool has done so far. */
export class Tally {
  private readonly durations = new Durations();
  private completed = 0;
  private recognised = 0;
  private failed = 0;

  /** A thumbnail is there after so many seconds; `recognised`: it was already. */
  made(seconds: number, recognised: boolean): void {
    this.completed++;
    if (recognised) this.recognised++;
    this.durations.add(seconds);
  }

  gaveUp(): void {
    this.failed++;
  }

  get(): Pick<PoolStats, 'completed' | 'recognised' | 'failed' | 'median' | 'p95'> {
    const { completed, recognised, failed, durations } = this;
    const [median, p95] = [durations.quantile(0.5), durations.quantile(0.95)];
    return { completed, recognised, failed, median, p95 };
  }
}
