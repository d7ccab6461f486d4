// Tests of thumbnails when the space they may take becomes another while they are made.

import { mkdir, rm } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import {
  addFiles,
  colored,
  create,
  current,
  files,
  passTime,
  setUpThumbnails,
  status,
  stop,
  store,
  thumbnails,
  until,
  work,
} from './testing-thumbnails.js';

setUpThumbnails();

/** Bytes of one thumbnail. */
const ONE = 12;

/** As many thumbnails as there is room for, which is changed by the answer. */
async function filled(files: number, room: number): Promise<(thumbnails: number) => Promise<void>> {
  let cap = room * ONE;
  create({ cap: () => cap });
  await thumbnails.start();
  thumbnails.add(1, addFiles(files));
  await until(() => thumbnails.status().pending === files);
  while (thumbnails.status().pending > 0 && !(store.full && current() === undefined)) await work();
  return (now) => {
    cap = now * ONE;
    return thumbnails.spaceChanged();
  };
}

describe('the space for thumbnails', () => {
  it('is kept to at once when it becomes less', async () => {
    const change = await filled(20, 1000);
    expect(store.count).toBe(20);
    await change(10);
    await passTime();
    expect([store.count, status?.bytes, status?.cap]).toEqual([9, 9 * ONE, 10 * ONE]);
    // What was there longest has gone.
    expect(await thumbnails.file(1, 11, 'grid')).toBeNull();
    expect(await thumbnails.file(1, 12, 'grid')).toMatch(/\.webp$/);
  });

  it('is told to be free when it was cleared, also where no folder is left', async () => {
    await filled(3, 1000);
    thumbnails.forgetRoot(1);
    await until(() => status?.total === 0);
    expect(status?.bytes).toBe(3 * ONE);
    await thumbnails.clear();
    await passTime();
    expect(status).toMatchObject({ bytes: 0, paused: false });
  });

  it('counts as not made what had to go, and makes none of it again before there is room or somebody looks', async () => {
    const change = await filled(20, 1000);
    await change(10);
    await until(() => status?.done === 9);
    expect(status).toMatchObject({
      total: 20,
      pending: 11,
      notice: expect.stringMatching(/used up/) as string,
    });
    await passTime();
    expect([current(), store.count]).toEqual([undefined, 9]);
    thumbnails.want({ root: 1, visible: [3], near: [] });
    expect(await work()).toBe(3);
    await until(() => status?.done === 10);
    await change(1000);
    for (let i = 0; i < 10; i++) await work();
    await until(() => status?.pending === 0);
    expect([status?.done, store.count]).toEqual([20, 20]);
  });

  it('takes no colours away: what had to go is told with them after a restart, and counts as not made', async () => {
    const change = await filled(20, 1000);
    await change(10);
    await until(() => status?.done === 9);
    await stop();
    create({ cap: 10 * ONE });
    await thumbnails.start();
    thumbnails.add(1, files.keys());
    await until(() => colored.size === 20);
    expect(status).toMatchObject({ total: 20, done: 9, pending: 11 });
    expect(thumbnails.placeholders(1).ids).toHaveLength(20);
    await passTime();
    expect([current(), store.count]).toEqual([undefined, 9]);
  });

  it('takes no colours away from what a person looks at from the start on', async () => {
    const change = await filled(20, 1000);
    await change(10);
    await until(() => status?.done === 9);
    await stop();
    create({ cap: 10 * ONE });
    // Wished before anything is looked up, as by a window that shows the files of the last run.
    const visible = [...files.keys()];
    thumbnails.want({ root: 1, visible, near: [] });
    await thumbnails.start();
    thumbnails.add(1, visible);
    await until(() => colored.size === 20);
    expect(thumbnails.placeholders(1).ids).toHaveLength(20);
  });

  it('leaves no time to be told when it is used up: nobody works on the rest', async () => {
    const change = await filled(30, 10);
    const { perSecond, secondsLeft, notice } = thumbnails.status();
    expect(perSecond).toBeGreaterThan(0);
    expect([secondsLeft, notice]).toEqual([null, expect.stringMatching(/used up/)]);
    await change(1000);
    expect(thumbnails.status()).toMatchObject({ secondsLeft: expect.any(Number) as number, notice: null });
  });

  it('counts all as not made when it was cleared, also where something could not be removed', async () => {
    await filled(3, 1000);
    const [first] = await Promise.all([1, 2, 3].map((id) => thumbnails.file(1, id, 'grid')));
    // What another program holds cannot be removed; a folder in its place cannot either.
    await rm(first ?? '');
    await mkdir(first ?? '');
    await expect(thumbnails.clear()).rejects.toThrow('One thumbnail could not be removed');
    await until(() => status?.done === 0);
    expect(status).toMatchObject({ total: 3, pending: 3, bytes: 0, paused: true });
  });

  it('is used at once when it becomes more', async () => {
    const change = await filled(30, 10);
    expect(status).toMatchObject({ notice: expect.stringMatching(/used up/) as string });
    const { pending } = thumbnails.status();
    expect(pending).toBeGreaterThan(0);
    await change(1000);
    for (let i = 0; i < pending; i++) await work();
    await until(() => status?.pending === 0);
    expect(status).toMatchObject({ done: 30, notice: null });
  });
});
