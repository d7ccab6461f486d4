import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { fingerprintAt } from './testing.js';
import {
  addFiles,
  clock,
  current,
  failed,
  files,
  folder,
  passTime,
  pool,
  refuse,
  setUpThumbnails,
  thumbnails,
  until,
  work,
  workers,
} from './testing-thumbnails.js';

setUpThumbnails();

describe('Thumbnails whose worker, place or folder goes away', () => {
  it.each(['timeout', 'crashed'] as const)(
    'leaves nothing of a picture whose worker was ended (%s)',
    async (code) => {
      await thumbnails.start();
      thumbnails.add(1, addFiles(1));
      let target = '';
      while (thumbnails.status().failed === 0) {
        const worker = workers.find(({ job }) => job);
        if (worker?.job) {
          target = worker.job.target;
          await writeFile(target, 'a part');
          if (code === 'crashed') worker.kill();
          else worker.fail(new AppError(code, 'It took too long.'));
        }
        await passTime();
        await clock.advance(2000);
      }
      expect(failed).toMatchObject([{ id: 1, code }]);
      await until(() => !existsSync(target));
    },
  );

  it('makes the folder of the thumbnails again when it is removed meanwhile, and blames no file', async () => {
    // Two files whose pictures lie in the same part of it.
    const seen = new Map<string, number>();
    const shardOf = (id: number) => fingerprintAt(`/r/${id}.jpg`).slice(0, 2);
    let second = 1;
    for (; !seen.has(shardOf(second)); second++) seen.set(shardOf(second), second);
    const removed = () => rm(join(folder, 'store'), { recursive: true });
    await thumbnails.start();
    thumbnails.add(1, addFiles(1, seen.get(shardOf(second))));
    await work();
    await removed();
    thumbnails.add(1, addFiles(1, second));
    await refuse(new AppError('internal', 'The thumbnail could not be saved: the folder is gone.'));
    await work();
    await until(() => thumbnails.status().pending === 0);
    expect(failed).toEqual([]);
    // And what was written just before goes with it: that is made once more.
    thumbnails.add(1, addFiles(1, 10_000));
    await until(() => current() === 10_000);
    await removed();
    workers.find(({ job }) => job)?.finish();
    await passTime();
    expect(await work()).toBe(10_000);
    await until(() => thumbnails.status().pending === 0);
    expect([failed, thumbnails.status()]).toMatchObject([[], { done: 3, failed: 0 }]);
  });

  it('goes on with other folders when the one that filled the pool is removed', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(600));
    // All but the room of the job that runs.
    await until(() => pool.backgroundRoom <= 1);
    for (const id of addFiles(2, 601)) files.set(id, { ...files.get(id)!, root: 2, path: `/s/${id}.jpg` });
    thumbnails.add(2, [601, 602]);
    await passTime();
    thumbnails.forgetRoot(1);
    while ((await work()) !== 602);
    expect(thumbnails.status()).toMatchObject({ total: 2, done: 2 });
  });
});
