import { describe, expect, test } from 'vitest';
import { LoopDelayMeter } from './loop-delay.js';

function fake() {
  const timers: { readonly ms: number; readonly callback: () => void; cancelled: boolean }[] = [];
  const calls: string[] = [];
  const histogram = {
    count: 3,
    max: 35e6,
    percentile: (p: number) => (p === 50 ? 11e6 : 30e6),
    reset: () => void calls.push('reset'),
    disable: () => {
      calls.push('disable');
      return true;
    },
  };
  const meter = new LoopDelayMeter({
    after: (ms, callback) => {
      const timer = { ms, callback, cancelled: false };
      timers.push(timer);
      return () => (timer.cancelled = true);
    },
    start: () => {
      calls.push('start');
      return histogram;
    },
  });
  return { meter, timers, calls, histogram };
}

describe('LoopDelayMeter', () => {
  test('measures nothing until somebody looks', () => {
    const { meter, calls } = fake();
    expect(meter.isRunning).toBe(false);
    expect(calls).toEqual([]);
  });

  test('tells the delay beyond the time between two samples, since the look before', () => {
    const { meter, calls } = fake();
    expect(meter.look()).toBeNull();
    expect(meter.look()).toEqual({ median: 1, p99: 20, longest: 25 });
    expect(calls).toEqual(['start', 'reset']);
  });

  test('has nothing to tell before the first sample', () => {
    const { meter, histogram } = fake();
    meter.look();
    histogram.count = 0;
    expect(meter.look()).toBeNull();
  });

  test('ends when nobody has looked for a while, and begins again', () => {
    const { meter, timers, calls } = fake();
    meter.look();
    meter.look();
    expect(timers.map(({ cancelled }) => cancelled)).toEqual([true, false]);
    timers[1]!.callback();
    expect(meter.isRunning).toBe(false);
    expect(calls.at(-1)).toBe('disable');
    expect(meter.look()).toBeNull();
    expect(meter.isRunning).toBe(true);
  });
});
