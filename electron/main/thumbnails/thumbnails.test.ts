import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { FileId } from '../../shared/contract.js';
import { AppError } from '../../shared/result.js';
import { MADE, WEBP } from './testing.js';
import {
  addFiles,
  contents,
  create,
  current,
  facts,
  files,
  passTime,
  ready,
  refuse,
  setUpThumbnails,
  status,
  stop,
  thumbnails,
  until,
  work,
  workers,
} from './testing-thumbnails.js';

setUpThumbnails();

describe('Thumbnails', () => {
  it('makes a thumbnail for every file, tells it, and makes none after a restart', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(3));
    await passTime();
    const codecs = { videoCodec: 'mpeg4', audioCodec: null };
    const order = [await work({ ...MADE, width: 300 }), await work({ ...MADE, codecs }), await work()];
    expect(order).toEqual([1, 2, 3]);
    expect(ready).toEqual([1, 2, 3]);
    expect(facts.get(1)).toEqual({ width: 300, height: 20, duration: 0 });
    expect(facts.get(2)).toEqual({ width: 30, height: 20, duration: 0, codecs });
    expect(status).toEqual({
      ...{ total: 3, done: 3, failed: 0, pending: 0, workers: 1, notice: null },
      ...{
        paused: false,
        onBattery: false,
        originals: false,
        perSecond: 3,
        secondsLeft: null,
        bytes: 36,
        cap: 2_000_000_000,
      },
    });
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [1, 2, 3]);
    await passTime();
    expect(workers).toHaveLength(0);
    expect(thumbnails.status()).toMatchObject({ total: 3, done: 3, pending: 0 });
  });

  it('makes it again when the file has changed, even while it was being made', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await passTime();
    files.set(1, { ...files.get(1)!, modified: 2 });
    contents.set('/r/1.jpg', 'second');
    thumbnails.follow(1, { added: [], removed: [], changed: [1] });
    await work();
    expect(ready).toEqual([]);
    expect(current()).toBe(1);
    await work();
    expect(ready).toEqual([1]);
    files.set(1, { ...files.get(1)!, size: 2 });
    contents.set('/r/1.jpg', 'third');
    thumbnails.follow(1, { added: [], removed: [], changed: [1] });
    await passTime();
    expect(await work()).toBe(1);
  });

  it('puts what is on screen first, most wanted first, and lets it fall back when it is not', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(20));
    await passTime();
    thumbnails.want({ root: 1, visible: [18, 17], near: [16] });
    expect(await work()).toBe(1);
    expect(current()).toBe(18);
    thumbnails.want({ root: 1, visible: [12], near: [11] });
    const order: (FileId | undefined)[] = [];
    for (let i = 0; i < 19; i++) order.push(await work());
    expect(order.slice(0, 4)).toEqual([18, 12, 11, 2]);
    expect(new Set(order).size).toBe(19);
    expect(thumbnails.status()).toMatchObject({ done: 20, pending: 0 });
  });

  it('keeps what one folder wants while another one asks', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(10));
    await passTime();
    thumbnails.want({ root: 1, visible: [8], near: [] });
    thumbnails.want({ root: 2, visible: [], near: [] });
    await work();
    expect(current()).toBe(8);
  });

  it('keeps a wish from before the start', async () => {
    thumbnails.add(1, addFiles(5));
    thumbnails.want({ root: 1, visible: [4], near: [] });
    await thumbnails.start();
    await passTime();
    expect(current()).toBe(4);
  });

  it('answers thumb:// at once: pending, then the path, then again when the stored file is damaged', async () => {
    await thumbnails.start();
    addFiles(1);
    expect(await thumbnails.bytes(1, 1, 'grid')).toEqual({ pending: true });
    await passTime();
    await work();
    const answer = await thumbnails.bytes(1, 1, 'grid');
    if (!('path' in answer)) throw new Error('No path');
    await writeFile(answer.path, '');
    expect(await thumbnails.file(1, 1, 'grid')).toBeNull();
    await passTime();
    await work();
    expect(await thumbnails.file(1, 1, 'grid')).toBe(answer.path);
    await expect(thumbnails.bytes(1, 99, 'grid')).rejects.toThrow('no longer part');
  });

  it('makes pictures for large tiles after the small ones, and keeps them', async () => {
    await thumbnails.start();
    addFiles(3);
    thumbnails.want({ root: 1, visible: [3], near: [] });
    await until(() => current() !== undefined);
    const large = thumbnails.file(1, 1, 'large');
    await passTime();
    thumbnails.want({ root: 1, visible: [2, 3], near: [] });
    const sides: (number | undefined)[] = [];
    for (let i = 0; i < 3; i++) {
      await until(() => current() !== undefined);
      sides.push(workers.find(({ job }) => job)?.job?.longestSide);
      await work();
    }
    expect(sides).toEqual([480, 480, 1280]);
    const path = (await large) ?? '';
    expect(await readFile(path)).toEqual(WEBP);
    await stop();
    create();
    await thumbnails.start();
    expect(await thumbnails.file(1, 1, 'large')).toBe(path);
  });

  it('gives up pictures for large tiles that so many others have followed', async () => {
    await thumbnails.start();
    addFiles(250);
    const answers = [...files.keys()].map((id) =>
      thumbnails.file(1, id, 'large').then(
        () => 'made',
        (error: unknown) => (error as AppError).code,
      ),
    );
    await until(() => current() !== undefined);
    // What was given up waits no more; the rest is still to come, the newest first.
    const given = new Set<number>();
    answers.forEach((answer, at) => void answer.then(() => given.add(at + 1)));
    await passTime();
    expect(given.size).toBeGreaterThanOrEqual(49);
    expect(Math.max(...given)).toBeLessThanOrEqual(50);
    expect(await answers[10]).toBe('stopped');
    expect(await work()).toBeGreaterThan(200);
    expect(await work()).toBeGreaterThan(200);
    // Asked for again, it is made like any other.
    const again = thumbnails.file(1, 11, 'large');
    await passTime();
    await work();
    expect(await work()).toBe(11);
    expect(await again).toMatch(/-large/);
  });

  it('waits for a rendition that fills the screen', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(5));
    await passTime();
    const answer = thumbnails.file(1, 5, 'screen');
    const twice = thumbnails.file(1, 5, 'screen');
    await passTime();
    await work();
    expect(workers[0]?.job).toMatchObject({ path: '/r/5.jpg', longestSide: 2560 });
    await work();
    expect(await answer).toMatch(/\.webp$/);
    expect(await twice).toBe(await answer);
    const refused = thumbnails.file(1, 4, 'screen');
    const outcome = expect(refused).rejects.toThrow('No.');
    await passTime();
    await work();
    await refuse(new AppError('unsupported', 'No.'));
    await outcome;
  });

  it('forgets files and roots that are gone, with their jobs', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(4));
    await passTime();
    thumbnails.forget(1, [1, 2]);
    files.delete(1);
    await work();
    expect(ready).toEqual([]);
    expect(current()).toBe(3);
    expect(thumbnails.status().total).toBe(2);
    thumbnails.forgetRoot(1);
    await work();
    expect(current()).toBeUndefined();
    expect(thumbnails.status()).toMatchObject({ total: 0, done: 0, failed: 0, pending: 0 });
  });
});
