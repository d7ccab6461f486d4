// Tests of what keeps the display on: each window by itself.

import { beforeEach, expect, it, vi } from 'vitest';

const blocker = vi.hoisted(() => ({ start: vi.fn(() => 7), stop: vi.fn() }));
vi.mock('electron', () => ({ powerSaveBlocker: blocker }));
const { Awake } = await import('./awake.js');

beforeEach(() => vi.clearAllMocks());

it('keeps the display on until the slideshows of all windows have ended', () => {
  const awake = new Awake();
  awake.set(1, true);
  awake.set(2, true);
  expect(blocker.start).toHaveBeenCalledTimes(1);
  awake.set(1, false);
  // A window that never wanted it is loaded, or goes.
  awake.leave(3);
  expect(blocker.stop).not.toHaveBeenCalled();
  awake.set(2, false);
  expect(blocker.stop).toHaveBeenCalledExactlyOnceWith(7);
});

it('lets it sleep when the window is gone in which one ran', () => {
  const awake = new Awake();
  awake.set(1, true);
  awake.leave(1);
  awake.leave(1);
  expect(blocker.stop).toHaveBeenCalledTimes(1);
  awake.set(2, true);
  expect(blocker.start).toHaveBeenCalledTimes(2);
});
