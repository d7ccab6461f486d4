import { describe, expect, it } from 'vitest';
import { Pace } from './pace.js';
import { ManualClock } from './testing.js';

describe('Pace', () => {
  it('follows the last seconds and says how long the rest takes', async () => {
    const clock = new ManualClock();
    const pace = new Pace(clock);
    expect([pace.perSecond, pace.secondsLeft(5)]).toEqual([0, null]);
    for (let i = 0; i < 100; i++) {
      pace.ended();
      await clock.advance(50);
    }
    expect(pace.perSecond).toBeCloseTo(20, 0);
    expect(pace.secondsLeft(200)).toBeCloseTo(10, 0);
    expect(pace.secondsLeft(0)).toBeNull();
    await clock.advance(20_000);
    expect(pace.perSecond).toBe(0);
    pace.ended();
    expect(pace.perSecond).toBe(1);
  });
});
