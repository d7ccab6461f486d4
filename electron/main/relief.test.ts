// Tests of giving back the memory of decoded pictures.

import { beforeEach, expect, it, vi } from 'vitest';
import { Relief } from './relief.js';

vi.mock('electron', () => ({ app: {}, BrowserWindow: { getAllWindows: () => [] }, powerMonitor: {} }));

const MEGABYTE = 1024 * 1024;

const timers: (() => void)[] = [];
const done = vi.fn();
const collect = vi.fn(() => Promise.resolve(true));
const log = vi.fn();
beforeEach(() => {
  timers.length = 0;
  vi.clearAllMocks();
});

/** With windows that have so many megabytes. */
function reliefAt(megabytes: number, purge: () => Promise<boolean> = () => Promise.resolve(true)) {
  const purging = vi.fn(purge);
  const after = (_ms: number, run: () => void) => void timers.push(run);
  const window = { megabytes, idle: 0 };
  const memory = () => window.megabytes * MEGABYTE;
  const parts = { memory, purge: purging, collect, idle: () => window.idle, after, onDone: done, log };
  return { relief: new Relief(parts), purging, window };
}

/** What waits for its time happens, and what follows from it. */
async function pass(): Promise<void> {
  timers.splice(0).forEach((run) => run());
  await new Promise(setImmediate);
}

it('drops them a moment after another picture is looked at, and tells the windows', async () => {
  const { relief, purging } = reliefAt(320);
  relief.noteShown();
  expect(purging).not.toHaveBeenCalled();
  await pass();
  expect(purging).toHaveBeenCalledOnce();
  expect(done).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledWith('debug', 'Decoded pictures dropped: a window had 320 MB');
});

it('looks once for many pictures in a row, and again for the next', async () => {
  const { relief } = reliefAt(320);
  relief.noteShown();
  relief.noteShown();
  expect(timers).toHaveLength(1);
  await pass();
  relief.noteShown();
  expect(timers).toHaveLength(2);
});

it('does it again when as much has come together once more, also where much is left or a window was closed', async () => {
  const { relief, purging, window } = reliefAt(400);
  const show = async (megabytes: number) => {
    window.megabytes = megabytes;
    relief.noteShown();
    await pass();
    return purging.mock.calls.length;
  };
  expect(await show(400)).toBe(1);
  // What is left now.
  window.megabytes = 350;
  await pass();
  expect(await show(365)).toBe(1);
  expect(await show(366)).toBe(2);
  window.megabytes = 350;
  await pass();
  expect(await show(200)).toBe(2);
  expect(await show(261)).toBe(3);
});

it('leaves them where they are while there are few', async () => {
  const { relief, purging } = reliefAt(259);
  relief.noteShown();
  await pass();
  expect(purging).not.toHaveBeenCalled();
  expect(done).not.toHaveBeenCalled();
});

it('says when it did not work, and lets the windows keep what they have', async () => {
  const { relief } = reliefAt(320, () => Promise.reject(new Error('Target closed')));
  relief.noteShown();
  await pass();
  expect(log).toHaveBeenCalledWith(
    'warn',
    'Decoded pictures dropped: this did not work: Error: Target closed',
  );
  expect(done).not.toHaveBeenCalled();
});

it('has garbage collected where much is left, while nobody does anything, and again only when it is more', async () => {
  const { relief, window } = reliefAt(400);
  /** Shows a picture with so much memory; what is left when decoded pictures have been dropped. */
  const show = async (before: number, left: number) => {
    window.megabytes = before;
    relief.noteShown();
    await pass();
    window.megabytes = left;
    await pass();
    await pass();
    return collect.mock.calls.length;
  };
  expect(await show(400, 300)).toBe(0);
  window.idle = 1;
  expect(await show(400, 259)).toBe(0);
  expect(await show(400, 300)).toBe(1);
  expect(await show(400, 315)).toBe(1);
  expect(await show(400, 316)).toBe(2);
});

it('says nothing and lets the windows keep what they have when they cannot be told just now', async () => {
  const { relief } = reliefAt(320, () => Promise.resolve(false));
  relief.noteShown();
  await pass();
  expect(log).not.toHaveBeenCalled();
  expect(done).not.toHaveBeenCalled();
  expect(timers).toHaveLength(0);
});
