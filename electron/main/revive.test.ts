// Tests of a window that comes back when its page's process has ended.

import { describe, expect, it, vi } from 'vitest';
import { revive } from './revive.js';

vi.mock('electron', () => ({ dialog: {} }));

function windowThatEnds(again = true) {
  let gone: (event: unknown, details: { reason: string; exitCode: number }) => void = () => undefined;
  let destroyed = false;
  let time = 0;
  const told: string[] = [];
  revive(
    {
      webContents: { on: (_name, listener) => void (gone = listener as typeof gone) },
      isDestroyed: () => destroyed,
      close: () => {
        destroyed = true;
        told.push('closed');
      },
    },
    {
      load: () => Promise.resolve(void told.push('loaded')),
      onBack: () => told.push('back'),
      ask: () => Promise.resolve(told.push('asked') > 0 && again),
      now: () => time,
      onError: (error) => told.push(String(error)),
    },
  );
  return {
    told,
    /** Its process ends; what follows has happened when this resolves. */
    end: async (reason = 'crashed') => {
      gone(null, { reason, exitCode: 5 });
      for (let turn = 0; turn < 3; turn++) await new Promise((next) => setImmediate(next));
      return told.splice(0);
    },
    destroy: () => (destroyed = true),
    pass: (milliseconds: number) => (time += milliseconds),
  };
}

describe('a window whose process has ended', () => {
  it('is loaded again and says so, however it ended', async () => {
    const { end, pass } = windowThatEnds();
    for (const reason of ['crashed', 'killed', 'oom', 'crashed', 'crashed']) {
      expect(await end(reason)).toEqual(['loaded', 'back']);
      pass(20_001);
    }
  });

  it('is asked about when that happens again and again', async () => {
    const { end } = windowThatEnds();
    for (let time = 0; time < 3; time++) expect(await end()).toEqual(['loaded', 'back']);
    expect(await end()).toEqual(['asked', 'loaded', 'back']);
    expect(await end()).toEqual(['loaded', 'back']);
    const given = windowThatEnds(false);
    for (let time = 0; time < 3; time++) await given.end();
    expect(await given.end()).toEqual(['asked', 'closed']);
  });

  it('is left alone when it was to end', async () => {
    const { end, destroy } = windowThatEnds();
    expect(await end('clean-exit')).toEqual([]);
    destroy();
    expect(await end()).toEqual([]);
  });
});
