// Tests of stored thumbnails while their disk does not answer, and before all has been found that a start looks for.

import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { AppError } from '../../shared/result.js';
import { WEBP } from './testing.js';
import * as set from './testing-thumbnails.js';

set.setUpThumbnails();

async function makeOne(): Promise<void> {
  await set.thumbnails.start();
  set.thumbnails.add(1, set.addFiles(1));
  await set.work();
  await set.until(() => set.ready.length > 0);
}

it('tells of a thumbnail again when its disk answers, and makes none for it', async () => {
  await makeOne();
  const read = vi.spyOn(set.store, 'read').mockRejectedValue(new AppError('offline', 'It does not answer.'));
  await expect(set.thumbnails.picture(1, 1, 'grid')).rejects.toThrow('does not answer');
  read.mockRestore();
  expect(set.thumbnails.status()).toMatchObject({ done: 0, pending: 1 });
  set.ready.length = 0;
  set.thumbnails.resume();
  await set.until(() => set.ready.length > 0);
  expect(set.ready).toEqual([1]);
  expect(set.thumbnails.status()).toMatchObject({ done: 1, pending: 0 });
  expect(set.pool.stats()).toMatchObject({ completed: 1, pending: 0 });
});

it('makes what somebody waited for before the start as soon as it can, also while the rest is paused', async () => {
  const [file] = set.addFiles(1);
  set.thumbnails.pause(true);
  await set.thumbnails.open();
  expect(await set.thumbnails.picture(1, file!, 'grid')).toBeNull();
  await set.thumbnails.start();
  await set.work();
  await set.until(() => set.ready.length > 0);
  expect(await set.thumbnails.picture(1, file!, 'grid')).not.toBeNull();
});

it('serves what is stored before ffmpeg has been looked for', async () => {
  await makeOne();
  await set.stop();
  set.create();
  await set.thumbnails.open();
  expect(await set.thumbnails.picture(1, 1, 'grid')).not.toBeNull();
});

it('counts as done what is stored when that can be read again, and makes none of it anew, also while it rests', async () => {
  await makeOne();
  await set.stop();
  const index = join(set.folder, 'store', 'thumbnails.index');
  const kept = join(set.folder, 'kept');
  await rename(index, kept);
  await mkdir(index);
  set.create({ paused: true });
  await set.thumbnails.start();
  set.thumbnails.add(1, set.files.keys());
  await set.until(() => set.status?.total === 1);
  const notice = expect.stringMatching(/cannot be saved/) as string;
  expect(set.status).toMatchObject({ done: 0, pending: 1, bytes: 0, notice });
  await rm(index, { recursive: true });
  await rename(kept, index);
  await set.clock.advance(15_000);
  await set.until(() => set.status?.done === 1);
  expect(set.status).toMatchObject({ pending: 0, bytes: WEBP.length, notice: null });
  expect(set.workers).toHaveLength(0);
});
