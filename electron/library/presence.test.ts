// Tests of noticing that a root goes away and comes back.

import { describe, expect, it } from 'vitest';
import { Presence } from './presence.js';
import { HandClock } from './test-files.js';

const settle = () => new Promise(setImmediate);

describe('Presence', () => {
  it('tells each change once, and looks more often while the root is away', async () => {
    const clock = new HandClock();
    const told: boolean[] = [];
    let there = true;
    let looks = 0;
    const isThere = () => {
      looks++;
      return Promise.resolve(there);
    };
    const presence = new Presence({ clock, isThere, onChange: (online) => told.push(online) });
    await presence.check();
    there = false;
    clock.move(5000);
    await settle();
    expect([told, looks]).toEqual([[false], 2]);
    clock.move(3000);
    await settle();
    expect([told, looks]).toEqual([[false], 3]);
    there = true;
    clock.move(3000);
    await settle();
    expect(told).toEqual([false, true]);
    presence.close();
    expect(clock.waiting).toBe(0);
  });

  it('enters what was learnt otherwise', () => {
    const clock = new HandClock();
    const told: boolean[] = [];
    const presence = new Presence({
      clock,
      isThere: () => Promise.resolve(true),
      onChange: (online) => told.push(online),
    });
    presence.set(true);
    presence.set(false);
    presence.set(false);
    expect([told, presence.isOnline, clock.waiting]).toEqual([[false], false, 1]);
  });

  it('asks a drive that hangs only once', () => {
    const clock = new HandClock();
    let looks = 0;
    const isThere = () => {
      looks++;
      return new Promise<boolean>(() => undefined);
    };
    const presence = new Presence({ clock, isThere, onChange: () => undefined });
    void presence.check();
    void presence.check();
    clock.move(60_000);
    expect(looks).toBe(1);
  });
});
