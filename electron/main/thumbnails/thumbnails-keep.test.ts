import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../shared/contract.js';
import { AppError } from '../../shared/result.js';
import { fileIdentity } from './keys.js';
import {
  addFiles,
  clock,
  colored,
  contents,
  create,
  current,
  failed,
  files,
  folder,
  passTime,
  pausedNow,
  problems,
  ready,
  setUpThumbnails,
  status,
  stop,
  store,
  thumbnails,
  until,
  work,
  workers,
} from './testing-thumbnails.js';

setUpThumbnails();

/** Makes thumbnails of some files, then starts the service anew. */
async function madeBefore(count: number): Promise<FileId[]> {
  await thumbnails.start();
  const ids = addFiles(count);
  for (const id of ids) contents.set(`/r/${id}.jpg`, `content ${id}`);
  thumbnails.add(1, ids);
  for (let i = 0; i < count; i++) await work();
  await stop();
  create();
  await thumbnails.start();
  return ids;
}

/** Whether everything is done without a worker having made a picture. */
async function doneByItself(): Promise<void> {
  await until(() => {
    if (current() !== undefined) throw new Error(`${current()} is made again`);
    return thumbnails.status().pending === 0;
  });
}

describe('Thumbnails that exist', () => {
  it('are not made again when all files are renamed and moved', async () => {
    const ids = await madeBefore(20);
    for (const id of ids) {
      contents.set(`/r/2024/photo ${id}.jpg`, `content ${id}`);
      files.set(id, { ...files.get(id)!, path: `/r/2024/photo ${id}.jpg`, relative: `2024/photo ${id}.jpg` });
    }
    thumbnails.add(1, ids);
    await doneByItself();
    await clock.advance(100);
    expect(thumbnails.status()).toMatchObject({ done: 20, failed: 0 });
    expect(new Set(ready)).toEqual(new Set(ids));
    expect(store.count).toBe(20);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, ids);
    await doneByItself();
    expect(workers).toHaveLength(0);
  });

  it('are not made again when only the time of change is another', async () => {
    const ids = await madeBefore(3);
    for (const id of ids) files.set(id, { ...files.get(id)!, modified: 77 });
    thumbnails.add(1, ids);
    await doneByItself();
    expect(thumbnails.status().done).toBe(3);
  });

  it('serve a copy of the same content', async () => {
    const [id] = await madeBefore(1);
    contents.set('/r/2.jpg', `content ${id}`);
    thumbnails.add(1, addFiles(1, 2));
    await doneByItself();
    expect(await thumbnails.file(1, 2, 'grid')).toMatch(/\.webp$/);
  });

  it('tell the window the colours that stand for them', async () => {
    const ids = await madeBefore(3);
    thumbnails.add(1, ids);
    await doneByItself();
    await clock.advance(100);
    expect([...colored]).toEqual(ids);
    const { ids: all, colors } = thumbnails.placeholders(1);
    expect([[...all], colors.length]).toEqual([ids, 3 * 24]);
    thumbnails.forget(1, [2]);
    await passTime();
    expect([...thumbnails.placeholders(1).ids]).toEqual([1, 3]);
    thumbnails.forgetRoot(1);
    expect(thumbnails.placeholders(1).ids).toHaveLength(0);
  });

  it('can be cleared, and are made again when somebody looks', async () => {
    const ids = await madeBefore(3);
    thumbnails.add(1, ids);
    await doneByItself();
    expect(thumbnails.status()).toMatchObject({ done: 3, bytes: 36 });
    await thumbnails.clear();
    expect(thumbnails.status()).toMatchObject({ done: 0, pending: 3, bytes: 0 });
    // The space that was given back is not used up again at once.
    await passTime();
    expect(current()).toBeUndefined();
    expect(thumbnails.status()).toMatchObject({ paused: true, notice: null });
    expect(await thumbnails.bytes(1, 2, 'grid')).toEqual({ pending: true });
    expect(await work()).toBe(2);
    thumbnails.pause(false);
    expect(await work()).toBe(1);
    expect(await work()).toBe(3);
    expect(thumbnails.status()).toMatchObject({ done: 3, pending: 0 });
  });

  it('can be cleared when no folder is left, and the next folder is not kept waiting', async () => {
    await madeBefore(1);
    expect(thumbnails.status()).toMatchObject({ total: 0, bytes: 12 });
    await thumbnails.clear();
    expect(thumbnails.status()).toMatchObject({ bytes: 0, paused: false });
    thumbnails.add(1, addFiles(1));
    expect(await work()).toBe(1);
  });

  it('says when some could not be removed', async () => {
    const ids = await madeBefore(1);
    thumbnails.add(1, ids);
    await doneByItself();
    const path = (await store.find(fileIdentity(files.get(1)!), 'grid')) ?? '';
    await rm(path);
    await mkdir(path);
    await expect(thumbnails.clear()).rejects.toThrow(/^One thumbnail could not be removed: /);
  });
});

describe('With workers switched off', () => {
  it('serves what exists, makes nothing, and blames nobody', async () => {
    const ids = await madeBefore(2);
    await stop();
    create({ workers: 0 });
    await thumbnails.start();
    thumbnails.add(1, [...ids, ...addFiles(2, 3), ...addFiles(1, 5, 'video')]);
    thumbnails.want({ root: 1, visible: [3, 5], near: [] });
    await passTime();
    const off = { workers: 0, originals: true, notice: null, done: 2, failed: 0, pending: 3 };
    expect(status).toMatchObject(off);
    expect(await thumbnails.bytes(1, 1, 'grid')).toHaveProperty('path');
    expect(await thumbnails.bytes(1, 3, 'grid')).toEqual({ pending: true });
    expect(await thumbnails.bytes(1, 5, 'grid')).toEqual({ pending: true });
    await expect(thumbnails.file(1, 3, 'screen')).rejects.toMatchObject({ code: 'unsupported' });
    expect(workers).toHaveLength(0);
    expect(thumbnails.status()).toMatchObject(off);
  });
});

describe('On battery', () => {
  it('one worker goes on in the background, all serve what is on screen', async () => {
    await stop();
    create({ workers: 2 });
    const busy = () => workers.filter(({ job }) => job !== null).length;
    await thumbnails.start();
    thumbnails.powered(true);
    thumbnails.add(1, addFiles(8));
    await passTime();
    expect([busy(), status?.onBattery]).toEqual([1, true]);
    thumbnails.want({ root: 1, visible: [6], near: [] });
    await passTime();
    expect(busy()).toBe(2);
    workers.find(({ job }) => job?.path === '/r/6.jpg')?.fail(new AppError('damaged', 'Damaged.'));
    await passTime();
    expect(busy()).toBe(1);
    thumbnails.powered(false);
    await passTime();
    expect([busy(), status?.onBattery]).toEqual([2, false]);
  });
});

describe('Background work', () => {
  it('rests while it is paused; what is on screen is made', async () => {
    await thumbnails.start();
    thumbnails.pause(true);
    thumbnails.add(1, addFiles(5));
    await passTime();
    expect(current()).toBeUndefined();
    expect(status).toMatchObject({ paused: true, pending: 5, secondsLeft: null });
    thumbnails.want({ root: 1, visible: [4], near: [] });
    expect(await work()).toBe(4);
    await passTime();
    expect(current()).toBeUndefined();
    thumbnails.pause(false);
    expect(await work()).toBe(1);
    expect(status).toMatchObject({ paused: false, pending: 3 });
    expect(status?.secondsLeft).toBeGreaterThan(0);
  });

  it('still rests after a restart when it was paused, until it is resumed', async () => {
    create({ paused: true });
    await thumbnails.start();
    thumbnails.add(1, addFiles(2));
    await passTime();
    expect(current()).toBeUndefined();
    expect(status).toMatchObject({ paused: true, pending: 2 });
    thumbnails.pause(false);
    expect(pausedNow).toBe(false);
    expect(await work()).toBe(1);
    thumbnails.pause(true);
    expect(pausedNow).toBe(true);
  });

  it('stops when the space is used up; what is looked at is made, and pushes out the oldest', async () => {
    create({ cap: 50 * 12 });
    await thumbnails.start();
    thumbnails.add(1, addFiles(60));
    for (let i = 0; i < 43; i++) await work();
    // The next one began before the space was found to be used up.
    await work();
    await passTime();
    expect(current()).toBeUndefined();
    expect(status).toMatchObject({ done: 44, pending: 16, bytes: 44 * 12 });
    expect(status?.notice).toMatch(/space for thumbnails is used up/);
    const looked = [45, 46, 47, 48, 49, 50, 51];
    thumbnails.want({ root: 1, visible: looked, near: [] });
    for (const id of looked) expect(await work()).toBe(id);
    await until(() => store.bytes <= 45 * 12);
    expect(await thumbnails.file(1, 51, 'grid')).toMatch(/\.webp$/);
    expect(await thumbnails.file(1, 1, 'grid')).toBeNull();
    expect(await work()).toBe(1);
  });
});

describe('A file that ended the app', () => {
  it('is listed with its reason, too, when its small picture could be made', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    expect(await work()).toBe(1);
    const answer = thumbnails.file(1, 1, 'screen').catch((error: unknown) => (error as AppError).code);
    for (let i = 0; i < 2; i++) {
      await until(() => current() === 1);
      workers.find(({ job }) => job)?.kill();
      await clock.advance(1000);
    }
    expect(await answer).toBe('crashed');
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      '1.jpg: Reading this file ended its process twice, so it is left alone.',
    ]);
    expect(problems[0]?.retry).toBe(1);
    expect(await thumbnails.file(1, 1, 'grid')).toMatch(/-grid/);
    await expect(thumbnails.file(1, 1, 'screen')).rejects.toThrow(/ended its process twice/);
    thumbnails.release(1, 1);
    const again = thumbnails.file(1, 1, 'screen');
    expect(await work()).toBe(1);
    expect(await again).toMatch(/-screen/);
  });

  it('is left alone after the second time, said so, and tried again on request', async () => {
    for (let i = 0; i < 2; i++) {
      await thumbnails.start();
      thumbnails.add(1, addFiles(1));
      await until(() => current() === 1);
      while (!/[0-9a-f]{32}/.test(await readFile(join(folder, 'thumbnails-running'), 'latin1')))
        await passTime();
      // Gone without a goodbye: the service is left as it is, and a new one starts.
      create();
    }
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    expect(current()).toBeUndefined();
    expect(failed).toMatchObject([{ id: 1, code: 'crashed' }]);
    expect(thumbnails.failures()[0]?.message).toMatch(/ended its process twice/);
    thumbnails.retry(1, 1);
    expect(await work()).toBe(1);
    expect(thumbnails.failures()).toEqual([]);
  });
});
