// Tests of noticing that a root goes away and comes back.

import { describe, expect, it } from 'vitest';
import { Presence } from './presence.js';
import { HandClock } from './test-files.js';

const settle = () => new Promise(setImmediate);

describe('Presence', () => {
  it('tells each change once, and looks more often while the root is away', async () => {
    const clock = new HandClock();
    const told: boolean[] = [];
    let why: string | null = null;
    let looks = 0;
    const whyAway = () => {
      looks++;
      return Promise.resolve(why);
    };
    const presence = new Presence({ clock, whyAway, onChange: (online) => told.push(online) });
    await presence.check();
    why = 'Unplugged.';
    clock.move(5000);
    await settle();
    expect([told, looks]).toEqual([[false], 2]);
    clock.move(3000);
    await settle();
    expect([told, looks]).toEqual([[false], 3]);
    why = null;
    clock.move(3000);
    await settle();
    expect(told).toEqual([false, true]);
    presence.close();
    expect(clock.waiting).toBe(0);
  });

  it('enters what was learnt otherwise', () => {
    const clock = new HandClock();
    const told: unknown[] = [];
    const presence = new Presence({
      clock,
      whyAway: () => Promise.resolve(null),
      onChange: (online, why) => told.push([online, why]),
    });
    presence.set(null);
    presence.set('No.');
    presence.set('No.');
    expect([told, presence.isOnline, clock.waiting]).toEqual([[[false, 'No.']], false, 1]);
  });

  it('asks a drive that hangs only once', () => {
    const clock = new HandClock();
    let looks = 0;
    const whyAway = () => {
      looks++;
      return new Promise<null>(() => undefined);
    };
    const presence = new Presence({ clock, whyAway, onChange: () => undefined });
    void presence.check();
    void presence.check();
    clock.move(60_000);
    expect(looks).toBe(1);
  });
});
