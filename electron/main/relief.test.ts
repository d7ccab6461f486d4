// Tests of giving back the memory of decoded pictures.

import { beforeEach, expect, it, vi } from 'vitest';
import { Relief } from './relief.js';

vi.mock('electron', () => ({ app: {}, BrowserWindow: { getAllWindows: () => [] } }));

const MEGABYTE = 1024 * 1024;

const timers: (() => void)[] = [];
const done = vi.fn();
const log = vi.fn();
beforeEach(() => {
  timers.length = 0;
  vi.clearAllMocks();
});

/** With windows that have so many megabytes. */
function reliefAt(megabytes: number, purge: () => Promise<void> = () => Promise.resolve()) {
  const purging = vi.fn(purge);
  const after = (_ms: number, run: () => void) => void timers.push(run);
  const window = { megabytes };
  const memory = () => window.megabytes * MEGABYTE;
  return { relief: new Relief({ memory, purge: purging, after, onDone: done, log }), purging, window };
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
  expect(await show(373)).toBe(1);
  expect(await show(374)).toBe(2);
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
  expect(log).toHaveBeenCalledWith('warn', 'Decoded pictures were not dropped: Error: Target closed');
  expect(done).not.toHaveBeenCalled();
});
