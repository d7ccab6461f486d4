// Tests of a process that the system does not start, with a stand-in for what Node answers then.

import { EventEmitter } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import { expect, it, vi } from 'vitest';
import { Player } from './player.js';

const { spawn } = vi.hoisted(() => ({ spawn: vi.fn<() => unknown>() }));
vi.mock('node:child_process', () => ({ spawn }));

it('says that ffmpeg could not be started when the system has no descriptors left, and tries the next time', async () => {
  spawn.mockImplementation(() => {
    // As Node does at EMFILE: neither streams nor a number, and the error a moment later.
    const child = Object.assign(new EventEmitter(), { kill: () => false });
    process.nextTick(() => child.emit('error', new Error('spawn EMFILE')));
    return child;
  });
  const player = new Player({ ffmpeg: () => Promise.resolve('/bin/ffmpeg'), log: () => undefined });
  const handle = { fd: 7, close: () => Promise.resolve() } as unknown as FileHandle;
  for (let i = 0; i < 2; i++) {
    await expect(player.play({ key: 'a', path: '/a.avi', handle, at: 0 })).rejects.toMatchObject({
      code: 'unsupported',
      message: 'ffmpeg could not be started (spawn EMFILE).',
    });
  }
  expect(spawn).toHaveBeenCalledTimes(2);
  await player.stop();
});
