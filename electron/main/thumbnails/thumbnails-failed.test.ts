import { utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../shared/contract.js';
import { INCOMPLETE } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import {
  addFiles,
  create,
  current,
  files,
  folder,
  passTime,
  problems,
  refuse,
  setUpThumbnails,
  stop,
  thumbnails,
  until,
  work,
  workers,
} from './testing-thumbnails.js';
import { MADE } from './testing.js';

setUpThumbnails();

/** Takes in a file that turns out to be damaged when a worker opens it. */
async function takeInDamaged(id: FileId): Promise<void> {
  thumbnails.add(1, [id]);
  await until(() => current() !== undefined);
  workers.find(({ job }) => job)!.fail(new AppError('damaged', 'Cut short.'));
  await until(() => thumbnails.status().failed === 1);
}

describe('Files that could not be pictured', () => {
  it('are not opened again by the next run, but when they change or a person asks for it', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1);
    await takeInDamaged(id);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [id]);
    await until(() => thumbnails.status().failed === 1);
    expect(current()).toBeUndefined();
    expect(thumbnails.failures()).toMatchObject([{ id, code: 'damaged', message: 'Cut short.' }]);
    // Also when the app ends before it comes to that.
    thumbnails.rebuild(1, [id]);
    await stop();
    create();
    await thumbnails.start();
    await takeInDamaged(id);
    thumbnails.retry(1, id);
    await work();
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
  });

  it('are not opened again either when the window asks for them before anything else', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1);
    await takeInDamaged(id);
    await stop();
    create();
    thumbnails.add(1, [id]);
    thumbnails.want({ root: 1, visible: [id], near: [] });
    expect(await thumbnails.bytes(1, id, 'grid')).toEqual({ pending: true });
    await thumbnails.start();
    await until(() => thumbnails.status().failed === 1);
    expect(current()).toBeUndefined();
    expect(thumbnails.failures()).toMatchObject([{ id, code: 'damaged' }]);
  });

  it('are not opened again either when what is in them cannot be pictured here', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1, 1, 'video');
    thumbnails.add(1, [id]);
    await until(() => current() !== undefined);
    workers.find(({ job }) => job)!.fail(new AppError('unsupported', 'There is no picture in this video.'));
    await until(() => thumbnails.status().failed === 1);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [id]);
    await until(() => thumbnails.status().pending === 0);
    expect(workers).toHaveLength(0);
    expect(thumbnails.failures()).toMatchObject([{ id, code: 'unsupported' }]);
  });

  it('are tried by the next run when only a program for them was missing', async () => {
    create({ ffmpeg: null });
    await thumbnails.start();
    const [id = 0] = addFiles(1, 1, 'video');
    thumbnails.add(1, [id]);
    await until(() => thumbnails.status().failed === 1);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [id]);
    expect(await work()).toBe(id);
  });

  it('are tried by the next run when ffmpeg could not be started', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1, 1, 'video');
    thumbnails.add(1, [id]);
    // As the worker says it: see thumbnail/ffmpeg.ts.
    await refuse(new AppError('internal', 'ffmpeg could not be started (spawn EAGAIN).'));
    await until(() => thumbnails.status().failed === 1);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [id]);
    expect(await work()).toBe(id);
  });

  it('are tried again when they are brought back with their own time and size', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1);
    const path = join(folder, '1.jpg');
    await writeFile(path, 'x');
    files.set(id, { ...files.get(id)!, path });
    await takeInDamaged(id);
    // Something else was written there.
    await thumbnails.touched(1, ['']);
    await thumbnails.touched(1, ['elsewhere']);
    expect(current()).toBeUndefined();
    expect(thumbnails.status().failed).toBe(1);
    while (thumbnails.status().failed === 1) {
      await utimes(path, 1, 1);
      await thumbnails.touched(1, ['']);
    }
    await work();
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
  });

  it('are tried again with all others below a folder that was checked', async () => {
    await thumbnails.start();
    const [id = 0] = addFiles(1);
    const path = join(folder, '1.jpg');
    await writeFile(path, 'x');
    files.set(id, { ...files.get(id)!, path, relative: 'x/y/1.jpg' });
    await takeInDamaged(id);
    while (thumbnails.status().failed === 1) {
      await utimes(path, 1, 1);
      await thumbnails.touched(1, ['x'], ['x/yy']);
      expect(thumbnails.status().failed).toBe(1);
      await thumbnails.touched(1, [], ['x']);
    }
    await work();
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
  });
});

describe('Files of which only a part could be pictured', () => {
  const told = { root: 1, path: '1.jpg', kind: 'damaged', message: INCOMPLETE.message };

  it('are told by the next run as well, once, and not opened for it', async () => {
    await thumbnails.start();
    const ids = addFiles(2);
    thumbnails.add(1, ids);
    await work({ ...MADE, warning: INCOMPLETE });
    await work();
    expect(problems).toEqual([told]);
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, ids);
    await until(() => thumbnails.status().done === 2);
    expect(problems).toEqual([told]);
    // All that is stored is looked at once more.
    thumbnails.evicted();
    await passTime();
    expect(problems).toEqual([told]);
    expect(workers).toHaveLength(0);
  });

  it('are told also where the window asks for them before anything else', async () => {
    await thumbnails.start();
    const ids = addFiles(1);
    thumbnails.add(1, ids);
    await work({ ...MADE, warning: INCOMPLETE });
    await stop();
    create();
    thumbnails.add(1, ids);
    thumbnails.want({ root: 1, visible: ids, near: [] });
    await thumbnails.start();
    await until(() => thumbnails.status().done === 1);
    await passTime();
    // Then taken in, too: whoever keeps them knows them by their paths.
    expect(problems).toEqual(problems.map(() => told));
    expect(problems).not.toEqual([]);
    expect(workers).toHaveLength(0);
  });
});
