import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/result.js';
import { ThumbnailPool } from './pool.js';
import { storeError } from './stored-file.js';
import { ThumbnailStore } from './store.js';
import { FakeWorker, MADE, settle, WEBP } from './testing.js';
import {
  addFiles,
  away,
  clock,
  create,
  current,
  failed,
  files,
  folder,
  messages,
  passTime,
  pool,
  problems,
  ready,
  refuse,
  setUpThumbnails,
  status,
  store,
  thumbnails,
  until,
  work,
  workers,
} from './testing-thumbnails.js';
import { Thumbnails } from './thumbnails.js';

setUpThumbnails();

describe('Thumbnails in bulk and in trouble', () => {
  it('feeds the pool in bounded portions and never holds the loop for long', async () => {
    const pool = new ThumbnailPool({
      startWorker: () => new FakeWorker(false),
      workers: 1,
      clock,
      log: () => undefined,
    });
    let longest = 0;
    const realClock = { now: () => performance.now(), setTimer: () => 0, clearTimer: () => undefined };
    let before = 0;
    const many = new Thumbnails({
      pool,
      store: new ThumbnailStore(join(folder, 'store'), () => undefined),
      lookUp: (_root, id) => files.get(id),
      ffmpeg: () => Promise.resolve({ path: null, notice: null }),
      workers: 1,
      clock: realClock,
      log: () => undefined,
      emitChanged: () => undefined,
      emitStatus: () => undefined,
      onFacts: () => undefined,
      onProblem: () => undefined,
    });
    await many.start();
    many.add(1, addFiles(30_000));
    while (many.status().total < 30_000 || before < 50) {
      await settle();
      before++;
      longest = Math.max(longest, pool.stats().pending);
    }
    expect(longest).toBeLessThanOrEqual(500);
    expect(longest).toBeGreaterThanOrEqual(250);
    expect(many.status()).toMatchObject({ total: 30_000, pending: 30_000 });
    await many.stop();
  });

  it('bundles events', async () => {
    await thumbnails.start();
    addFiles(1);
    thumbnails.add(1, addFiles(30));
    await passTime();
    const before = messages;
    for (let i = 0; i < 30; i++) {
      const worker = workers.find(({ job }) => job);
      if (worker?.job) await writeFile(worker.job.target, WEBP);
      worker?.finish();
      while (current() === undefined && thumbnails.status().pending > 0) await new Promise(setImmediate);
    }
    await passTime();
    expect(ready).toHaveLength(30);
    expect(messages - before).toBe(1);
  });

  it('tells why a file failed, tries it again only when it changed or on request', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    await refuse(new AppError('damaged', 'The picture is damaged.'));
    const failure = { root: 1, id: 1, path: '1.jpg', code: 'damaged', message: 'The picture is damaged.' };
    expect(failed).toEqual([failure]);
    expect(thumbnails.failures()).toEqual([failure]);
    expect(status).toMatchObject({ total: 1, failed: 1, pending: 0 });
    expect(await thumbnails.bytes(1, 1, 'grid')).toEqual({ failed: failure });
    await expect(thumbnails.file(1, 1, 'grid')).rejects.toThrow('The picture is damaged.');
    thumbnails.add(1, [1]);
    thumbnails.want({ root: 1, visible: [1], near: [] });
    await passTime();
    expect(current()).toBeUndefined();
    thumbnails.retry(1, 1);
    await passTime();
    expect(await work()).toBe(1);
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
    expect(thumbnails.failures()).toEqual([]);
  });

  it('counts a damaged file that could be pictured as done, and reports it', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    await work({ ...MADE, warning: { code: 'damaged', message: 'Only a part.' } });
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
    expect(problems).toEqual([{ root: 1, path: '1.jpg', kind: 'damaged', message: 'Only a part.' }]);
  });

  it('fails videos with a sentence when there is no ffmpeg', async () => {
    create({ ffmpeg: null });
    await thumbnails.start();
    thumbnails.add(1, addFiles(1, 1, 'video'));
    await passTime();
    expect(failed).toMatchObject([{ id: 1, code: 'unsupported', message: 'Install ffmpeg.' }]);
    expect(status?.notice).toBe('Install ffmpeg.');
  });

  it('takes videos that nothing can be made of in portions, each in a turn of its own', async () => {
    create({ ffmpeg: null, paused: true });
    await thumbnails.start();
    thumbnails.add(1, addFiles(3000, 1, 'video'));
    await until(() => thumbnails.waiting() === 3000);
    await passTime();
    thumbnails.pause(false);
    let most = 0;
    for (let before = 3000; thumbnails.status().failed < 3000;) {
      await new Promise(setImmediate);
      const waiting = thumbnails.waiting();
      most = Math.max(most, before - waiting);
      before = waiting;
    }
    expect(most).toBe(500);
  });

  it('keeps files waiting while nothing can be stored, and goes on when it can', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file');
    create({ folder: blocked });
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    thumbnails.want({ root: 1, visible: [2], near: [] });
    await passTime();
    expect(workers).toHaveLength(0);
    expect(status).toMatchObject({ pending: 3, failed: 0 });
    expect(status?.notice).toMatch(/cannot be saved/);
    expect(await thumbnails.bytes(1, 2, 'grid')).toEqual({ pending: true });
    await rm(blocked);
    await clock.advance(15_000);
    await until(() => current() !== undefined);
    expect(current()).toBe(2);
    expect(thumbnails.status().notice).toBeNull();
  });

  it('makes a picture once more whose place another program held', async () => {
    await thumbnails.start();
    const held = Object.assign(new Error('held'), { code: 'EBUSY' });
    vi.spyOn(store, 'commit').mockRejectedValueOnce(storeError(folder, held));
    thumbnails.add(1, addFiles(1));
    await until(() => current() !== undefined);
    workers.find(({ job }) => job)?.finish(MADE);
    expect(await work()).toBe(1);
    await until(() => thumbnails.status().pending === 0);
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
  });

  it('does not blame files when the disk fills up on the way', async () => {
    const store = join(folder, 'store');
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    await passTime();
    await rm(store, { recursive: true });
    await writeFile(store, 'in the way');
    // The next one is begun before it is known; it would take too long by the clock that is moved below.
    for (let i = 0; i < 2; i++) {
      await refuse(new AppError('internal', 'The thumbnail could not be saved: the disk is full.'));
    }
    await until(() => thumbnails.status().notice !== null);
    expect(thumbnails.status().notice).toMatch(/cannot be saved/);
    expect(thumbnails.status()).toMatchObject({ pending: 3, failed: 0 });
    await rm(store);
    await clock.advance(15_000);
    await until(() => thumbnails.status().notice === null);
    for (let i = 0; i < 3; i++) await work();
    expect(thumbnails.status()).toMatchObject({ done: 3, notice: null });
  });

  it('tries once more what found no room just before there was some again', async () => {
    const noRoom = () =>
      refuse(new AppError('internal', 'The thumbnail could not be saved: the disk is full.'));
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await noRoom();
    await work();
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 0 });
    thumbnails.add(1, addFiles(1, 2));
    await noRoom();
    await noRoom();
    await until(() => thumbnails.status().failed === 1);
    expect(thumbnails.status()).toMatchObject({ done: 1, failed: 1 });
  });

  it.each(['not-found', 'timeout'] as const)(
    'makes nothing of files that are away (%s), blames none, and goes on when they are back',
    async (code) => {
      await thumbnails.start();
      thumbnails.add(1, addFiles(2));
      await passTime();
      expect(current()).toBe(1);
      away.add(1);
      await refuse(new AppError(code, 'Gone.'));
      thumbnails.want({ root: 1, visible: [1, 2], near: [] });
      // The job that had been given out already ends in the same way.
      while (current() !== undefined) await refuse(new AppError('unreadable', 'Gone.'));
      expect([failed, thumbnails.status()]).toMatchObject([[], { done: 0, failed: 0, total: 2 }]);
      away.delete(1);
      thumbnails.add(1, [1, 2]);
      await passTime();
      await work();
      await work();
      await until(() => thumbnails.status().pending === 0);
      expect(thumbnails.status()).toMatchObject({ done: 2, failed: 0 });
    },
  );

  it('takes back what waits of a folder that is away, whatever its size, and goes on when it is back', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(20));
    for (const id of addFiles(2, 21)) files.set(id, { ...files.get(id)!, root: 2, path: `/s/${id}.jpg` });
    await passTime();
    const screen = thumbnails.picture(1, 2, 'screen');
    const refused = expect(screen).rejects.toMatchObject({ code: 'stopped' });
    await passTime();
    thumbnails.add(2, [21, 22]);
    await passTime();
    expect(pool.stats()).toMatchObject({ running: 1, queueSize: 22 });
    away.add(1);
    thumbnails.withdraw(1);
    await refused;
    await passTime();
    // What a worker has begun ends by itself.
    expect(current()).toBe(1);
    expect(pool.stats()).toMatchObject({ running: 1, queueSize: 2 });
    expect([failed, thumbnails.status()]).toMatchObject([[], { failed: 0, pending: 22 }]);
    for (const id of [1, 21, 22]) expect(await work()).toBe(id);
    expect([current(), thumbnails.status()]).toMatchObject([undefined, { done: 3, pending: 19 }]);
    away.delete(1);
    thumbnails.resume();
    expect(await work()).toBe(2);
  });

  it('gives no worker a file for the viewer whose folder is away: it would wait for the drive', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    await work();
    away.add(1);
    const offline = expect(thumbnails.picture(1, 1, 'screen')).rejects.toMatchObject({ code: 'offline' });
    await passTime();
    expect(current()).toBeUndefined();
    await offline;
  });
});
