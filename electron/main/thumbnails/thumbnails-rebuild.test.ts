import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import {
  addFiles,
  away,
  clock,
  create,
  current,
  failed,
  folder,
  passTime,
  pool,
  problems,
  ready,
  refuse,
  setUpThumbnails,
  stop,
  store,
  thumbnails,
  until,
  work,
} from './testing-thumbnails.js';
import { MADE } from './testing.js';

setUpThumbnails();

async function madeBefore(count: number, kind: 'photo' | 'video' = 'photo'): Promise<void> {
  await thumbnails.start();
  thumbnails.add(1, addFiles(count, 1, kind));
  for (let i = 0; i < count; i++) await work();
}

async function startAgain(recipe: Parameters<typeof create>[0]): Promise<void> {
  await stop();
  create(recipe);
  await thumbnails.start();
  thumbnails.add(1, [1]);
  await until(() => thumbnails.status().done === 1);
}

const isShown = async () => 'path' in (await thumbnails.bytes(1, 1, 'grid'));

describe('A thumbnail that a person wants anew', () => {
  it('is made whatever is stored, and shown as it was until then', async () => {
    await madeBefore(1);
    const large = thumbnails.file(1, 1, 'large');
    await work();
    await large;
    expect([store.count, ready]).toEqual([2, [1]]);
    expect(thumbnails.rebuild(1, [1])).toEqual([]);
    await until(() => current() === 1);
    expect(await isShown()).toBe(true);
    await work({ ...MADE, width: 77 });
    await until(() => ready.length === 2);
    expect(pool.stats().recognised).toBe(0);
    // The larger ones are as old as it was.
    expect(store.count).toBe(1);
    expect(await isShown()).toBe(true);
    // Once is enough.
    thumbnails.want({ root: 1, visible: [1], near: [] });
    await passTime();
    expect(current()).toBeUndefined();
  });

  it('stays as it is when it cannot be made again, which is told', async () => {
    await madeBefore(1);
    thumbnails.rebuild(1, [1]);
    await refuse(new AppError('timeout', 'It took too long to read this file.'));
    await until(() => problems.length > 0);
    expect(problems).toMatchObject([
      { path: '1.jpg', message: 'It took too long to read this file.', retry: 1 },
    ]);
    expect(failed).toEqual([]);
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0, pending: 0 });
    expect(await isShown()).toBe(true);
  });

  it.each([
    ['switched off', () => startAgain({ workers: 0 })],
    ['offline', () => Promise.resolve(away.add(1))],
  ])('stays as it is, and the answer says why: %s', async (why, hinder) => {
    await madeBefore(1);
    await hinder();
    expect(thumbnails.rebuild(1, [1])).toEqual([
      { path: '1.jpg', message: expect.stringContaining(why) as string, file: { root: 1, id: 1 } },
    ]);
    await passTime();
    expect(current()).toBeUndefined();
    expect(thumbnails.status()).toMatchObject({ done: 1, pending: 0 });
    expect(await isShown()).toBe(true);
  });

  it('stays as it is when ffmpeg is gone', async () => {
    await madeBefore(1, 'video');
    await startAgain({ ffmpeg: null });
    expect(thumbnails.rebuild(1, [1])).toEqual([
      { path: '1.jpg', message: 'Install ffmpeg.', file: { root: 1, id: 1 } },
    ]);
    expect(await isShown()).toBe(true);
  });

  it('stays as it is while nothing can be stored', async () => {
    await madeBefore(1);
    const path = await thumbnails.file(1, 1, 'grid');
    const bytes = await readFile(path!);
    thumbnails.rebuild(1, [1]);
    await until(() => current() === 1);
    const kept = join(folder, 'store', 'tmp');
    await rm(kept, { recursive: true, force: true });
    await writeFile(kept, 'in the way');
    await refuse(new AppError('internal', 'The thumbnail could not be saved: the folder is read-only.'));
    await until(() => thumbnails.status().notice !== null);
    expect(await readFile(path!)).toEqual(bytes);
    expect(await isShown()).toBe(true);
    expect(thumbnails.rebuild(1, [1])).toEqual([
      {
        path: '1.jpg',
        message: expect.stringMatching(/cannot be saved/) as string,
        file: { root: 1, id: 1 },
      },
    ]);
    // What was asked for before is made when it can be.
    await rm(kept);
    await clock.advance(15_000);
    await until(() => current() === 1);
    await work();
    await until(() => ready.length === 2);
  });
});
