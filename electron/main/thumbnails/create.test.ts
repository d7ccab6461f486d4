// Tests of what the engine is put together from: what the app alone knows reaches the pool and the thumbnails.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { JOB_MEMORY_LIMIT, MEMORY_LIMIT } from './memory-limits.js';
import type { PoolOptions } from './pool-types.js';
import type * as pools from './pool.js';

const system = vi.hoisted(() => ({
  given: [] as unknown[],
  linuxPower: [] as ((onBattery: boolean) => void)[],
  events: new Map<string, () => void>(),
}));
vi.mock('electron', () => ({
  app: { getAppMetrics: () => [{ pid: 7, memory: { workingSetSize: 3 } }] },
  powerMonitor: {
    on: (event: string, told: () => void) => system.events.set(event, told),
    onBatteryPower: false,
  },
}));
vi.mock('./power.js', () => ({
  watchLinuxPower: (tell: (onBattery: boolean) => void) => system.linuxPower.push(tell),
}));
vi.mock('./pool.js', async (original) => {
  const { ThumbnailPool } = await original<typeof pools>();
  return {
    ThumbnailPool: class extends ThumbnailPool {
      constructor(options: PoolOptions) {
        super(options);
        system.given.push(options);
      }
    },
  };
});
const { createThumbnails } = await import('./create.js');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engine-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const create = () =>
  createThumbnails({
    ...{ entry: join(folder, 'worker.js'), folder, userData: folder, workers: 2, paused: false },
    ...{ space: () => 1000, lookUp: () => undefined, isAway: () => false, log: () => undefined },
    ffmpeg: () => Promise.resolve({ path: null, notice: null }),
    ...{ onPaused: () => undefined, onChanged: () => undefined, onStatus: () => undefined },
    ...{ onFacts: () => undefined, onProblem: () => undefined },
  });

it('has each worker watched that takes too much memory', () => {
  create();
  const pool = system.given.at(-1) as PoolOptions;
  expect(pool).toMatchObject({ workers: 2, memoryLimit: MEMORY_LIMIT, jobMemoryLimit: JOB_MEMORY_LIMIT });
  // Electron tells kilobytes.
  expect([pool.memoryOf?.(7), pool.memoryOf?.(8)]).toEqual([3072, null]);
});

it('goes slower as soon as the computer is on battery, until it is not', () => {
  const { thumbnails } = create();
  const onBattery = () => thumbnails.status().onBattery;
  expect(onBattery()).toBe(false);
  system.events.get('on-battery')?.();
  expect(onBattery()).toBe(true);
  system.events.get('on-ac')?.();
  expect(onBattery()).toBe(false);
  if (process.platform !== 'linux') return;
  system.linuxPower.at(-1)?.(true);
  expect(onBattery()).toBe(true);
});
