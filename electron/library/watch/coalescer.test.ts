// Tests of turning many notices of change into few.

import { describe, expect, it } from 'vitest';
import { HandClock } from '../test-files.js';
import { ChangeCoalescer } from './coalescer.js';

function setUp() {
  const clock = new HandClock();
  const told: { at: number; folders: string[] }[] = [];
  const start = clock.now();
  let bursts = 0;
  const coalescer = new ChangeCoalescer({
    clock,
    onFolders: (folders) => told.push({ at: clock.now() - start, folders }),
    onBurstEnd: () => bursts++,
  });
  return { clock, told, coalescer, bursts: () => bursts };
}

describe('ChangeCoalescer', () => {
  it('tells a first change quickly, each folder once', () => {
    const { clock, told, coalescer, bursts } = setUp();
    coalescer.note('a');
    coalescer.note('a');
    coalescer.note('b');
    clock.move(50);
    expect(told).toEqual([{ at: 50, folders: ['a', 'b'] }]);
    clock.move(10_000);
    expect([told.length, clock.waiting, bursts()]).toEqual([1, 0, 0]);
  });

  it('tells a burst in growing steps, and its end', () => {
    const { clock, told, coalescer, bursts } = setUp();
    for (let i = 0; i < 500; i++) {
      coalescer.note(`folder ${i % 3}`);
      clock.move(10);
    }
    expect(told.map(({ at }) => at)).toEqual([50, 150, 350, 750, 1550, 2550, 3550, 4550]);
    expect(told.every(({ folders }) => folders.length === 3)).toBe(true);
    expect(bursts()).toBe(0);
    clock.move(5000);
    expect([told.length, bursts()]).toEqual([9, 1]);
  });

  it('is quick again after it was quiet', () => {
    const { clock, told, coalescer } = setUp();
    coalescer.note('a');
    clock.move(10_000);
    coalescer.note('b');
    clock.move(50);
    expect(told[1]).toEqual({ at: 10_050, folders: ['b'] });
  });

  it('says nothing after it was closed', () => {
    const { clock, told, coalescer } = setUp();
    coalescer.note('a');
    coalescer.close();
    clock.move(1000);
    expect([told, clock.waiting]).toEqual([[], 0]);
  });
});
