// Tests of how watching falls back and recovers.

import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { HandClock } from '../test-files.js';
import { RootWatch, type RootWatchOptions } from './root-watch.js';
import type { WatcherEvents, WatchMode } from './watcher.js';

const settle = () => new Promise(setImmediate);
const errorOf = (code: string) => Object.assign(new Error(code), { code });

function setUp(options: Partial<RootWatchOptions> = {}) {
  const clock = new HandClock();
  const told: [string, string | null][] = [];
  const changes: string[] = [];
  const made: { mode: WatchMode; events: WatcherEvents; closed: boolean }[] = [];
  const fails = new Set<WatchMode>();
  let verified = 0;
  const watch = new RootWatch({
    path: '/root',
    clock,
    create: (mode, _path, events) => {
      const entry = { mode, events, closed: false };
      made.push(entry);
      return {
        start: () => (fails.has(mode) ? Promise.reject(errorOf('ENOSPC')) : Promise.resolve()),
        close: () => {
          entry.closed = true;
          return Promise.resolve();
        },
      };
    },
    isNetworkDrive: () => Promise.resolve(false),
    countFiles: () => 10,
    fileCost: () => Promise.resolve(0.02),
    onChange: (folder) => changes.push(folder),
    verify: () => verified++,
    onMode: (mode, message) => told.push([mode, message]),
    log: () => undefined,
    ...options,
  });
  return { clock, told, changes, made, fails, watch, verified: () => verified };
}

describe('RootWatch', () => {
  it('watches natively and verifies once what nobody saw before', async () => {
    const { watch, told, changes, made, verified } = setUp();
    expect(await watch.start()).toBe('native');
    made[0]!.events.onChange('x');
    expect([told, changes, verified()]).toEqual([[['native', null]], ['x'], 1]);
  });

  it('compares files when watching begins anew, and only folders while nobody watches', async () => {
    const files: boolean[] = [];
    const { clock, watch, made, fails } = setUp({
      verify: (whole) => files.push(whole),
      countFiles: () => 100_000,
    });
    await watch.start();
    made[0]!.events.onError(new Error('overflow'));
    expect(files).toEqual([true, true]);
    fails.add('native');
    made[0]!.events.onError(errorOf('ENOSPC'));
    await settle();
    clock.move(30_000);
    expect(files).toEqual([true, true, false]);
    fails.clear();
    clock.move(30_000);
    await settle();
    expect(files.at(-1)).toBe(true);
  });

  it('begins nothing after it was closed', async () => {
    const gate = deferred<boolean>();
    const { watch, made } = setUp({ isNetworkDrive: () => gate.promise });
    const started = watch.start();
    await watch.close();
    gate.resolve(true);
    await started;
    expect(made).toEqual([]);
  });

  it('falls back to polling when watches run out, says so once, and recovers', async () => {
    const { clock, watch, told, made, fails } = setUp();
    fails.add('native');
    expect(await watch.start()).toBe('polling');
    expect(told).toEqual([['polling', expect.stringContaining('no more folders')]]);
    clock.move(60_000);
    await settle();
    expect(told[1]).toEqual(['polling', null]);
    fails.clear();
    clock.move(120_000);
    await settle();
    expect(told[2]).toEqual(['native', null]);
    expect(made.filter(({ closed }) => !closed).map(({ mode }) => mode)).toEqual(['native']);
  });

  it('looks at folder times when even polling is too much', async () => {
    const { clock, watch, told, fails, verified } = setUp({ countFiles: () => 1_000_000 });
    fails.add('native');
    expect(await watch.start()).toBe('off');
    expect(told).toEqual([['off', expect.any(String)]]);
    const before = verified();
    clock.move(59_000);
    expect(verified()).toBe(before + 1);
    clock.move(2_000);
    await settle();
    // The attempt to watch natively failed again; the looks go on, one series of them.
    clock.move(58_000);
    await settle();
    expect(verified()).toBe(before + 3);
  });

  it('looks no more often when watching ends again soon after it began anew', async () => {
    const { clock, watch, made, fails, verified } = setUp({ countFiles: () => 1_000_000 });
    fails.add('native');
    await watch.start();
    clock.move(50_000);
    fails.clear();
    clock.move(10_000);
    await settle();
    expect(watch.current).toBe('native');
    clock.move(10_000);
    made.at(-1)!.events.onError(errorOf('ENOSPC'));
    await settle();
    expect(watch.current).toBe('off');
    const before = verified();
    fails.add('native');
    clock.move(90_000);
    await settle();
    expect(verified()).toBe(before + 3);
  });

  it('degrades when an error comes later, and verifies after a small one', async () => {
    const { watch, made, verified } = setUp();
    await watch.start();
    made[0]!.events.onError(errorOf('EPERM'));
    expect([verified(), watch.current]).toEqual([2, 'native']);
    made[0]!.events.onError(errorOf('EMFILE'));
    await settle();
    expect([watch.current, made[0]!.closed]).toEqual(['polling', true]);
  });

  it('tries again once in a while, however many folders could not be watched', async () => {
    const { clock, watch, made, told, fails } = setUp();
    await watch.start();
    fails.add('native');
    for (let i = 0; i < 3; i++) made[0]!.events.onError(errorOf('ENOSPC'));
    await settle();
    expect([watch.current, told.length, made.length]).toEqual(['polling', 2, 2]);
    clock.move(60_000);
    await settle();
    expect(made.map(({ mode }) => mode)).toEqual(['native', 'polling', 'native', 'polling']);
  });

  it.each([
    [4000, 10, 'off'],
    [400, 10, 'polling'],
    [19_000, 0.02, 'polling'],
    [21_000, 0.02, 'off'],
  ])('a network drive with %i files of %f ms each: %s', async (files, cost, mode) => {
    const { watch } = setUp({
      isNetworkDrive: () => Promise.resolve(true),
      countFiles: () => files,
      fileCost: () => Promise.resolve(cost),
    });
    expect(await watch.start()).toBe(mode);
  });

  it('polls network drives from the start', async () => {
    const { watch, made, told } = setUp({ isNetworkDrive: () => Promise.resolve(true) });
    expect(await watch.start()).toBe('polling');
    expect(made.map(({ mode }) => mode)).toEqual(['polling']);
    expect(told[0]?.[1]).toContain('network drive');
  });

  it('says so once also when watches come and go, and waits longer each time', async () => {
    const { clock, watch, told, made } = setUp();
    await watch.start();
    for (let times = 0; times < 4; times++) {
      made.at(-1)!.events.onError(errorOf('ENOSPC'));
      await settle();
      expect(watch.current).toBe('polling');
      clock.move(60_000 * 2 ** times);
      await settle();
      expect(watch.current).toBe('native');
    }
    expect(told.filter(([, message]) => message !== null)).toHaveLength(1);
    clock.move(600_000);
    made.at(-1)!.events.onError(errorOf('ENOSPC'));
    await settle();
    expect(told.filter(([, message]) => message !== null)).toHaveLength(2);
  });

  it('polls a network drive again after polling had to end', async () => {
    const { clock, watch, made, fails } = setUp({ isNetworkDrive: () => Promise.resolve(true) });
    await watch.start();
    fails.add('polling');
    made[0]!.events.onError(errorOf('EMFILE'));
    await settle();
    expect(watch.current).toBe('off');
    clock.move(60_000);
    await settle();
    expect(watch.current).toBe('off');
    fails.clear();
    clock.move(120_000);
    await settle();
    expect(watch.current).toBe('polling');
    expect(made.every(({ mode }) => mode === 'polling')).toBe(true);
  });

  it('is silent after it was closed', async () => {
    const { clock, watch, changes, made } = setUp();
    await watch.start();
    await watch.close();
    made[0]!.events.onChange('x');
    expect([changes, clock.waiting, made[0]!.closed]).toEqual([[], 0, true]);
  });
});
