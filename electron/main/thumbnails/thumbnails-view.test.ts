import { stat } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import {
  addFiles,
  contents,
  create,
  current,
  files,
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

setUpThumbnails();

const idsOf = (...ids: number[]) => [{ root: 1, ids: Uint32Array.from(ids) }];
const outcomeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'made',
    (error: unknown) => (error as AppError).code,
  );

describe('the viewer', () => {
  it('leaves nothing queued but what it shows and has next to it, in every window', async () => {
    await thumbnails.start();
    addFiles(20);
    thumbnails.view(1, idsOf(15));
    const other = outcomeOf(thumbnails.file(1, 15, 'screen'));
    await until(() => current() === 15);
    const asked = new Map<number, Promise<string>>();
    for (let id = 1; id <= 10; id++) {
      asked.set(id, outcomeOf(thumbnails.file(1, id, 'screen')));
      thumbnails.view(2, idsOf(...[id - 1, id, id + 1].filter((one) => one > 0)));
      await passTime();
    }
    expect(pool.stats().lanes.viewer).toBe(2);
    for (let id = 1; id <= 8; id++) expect(await asked.get(id)).toBe('stopped');
    // Newest first.
    await work();
    expect(await work()).toBe(10);
    expect(await work()).toBe(9);
    expect([await other, await asked.get(9), await asked.get(10)]).toEqual(['made', 'made', 'made']);
    const left = outcomeOf(thumbnails.file(1, 11, 'screen'));
    const closeUp = outcomeOf(thumbnails.file(1, 12, 'full'));
    await until(() => current() !== undefined);
    thumbnails.leave(2);
    // The one that runs is finished.
    await work();
    expect([await left, await closeUp].sort()).toEqual(['made', 'stopped']);
  });

  it('gets a picture with all its pixels, of which only some are kept', async () => {
    create({ cap: 200 });
    await thumbnails.start();
    addFiles(3);
    const paths: string[] = [];
    for (const id of [1, 2, 3]) {
      const asked = thumbnails.file(1, id, 'full');
      await until(() => current() === id);
      await work();
      paths.push((await asked) ?? '');
    }
    expect(paths[0]).toMatch(/-full\d+\.picture$/);
    // A tenth of 200 bytes is one of them.
    const there = await Promise.all(
      paths.map((path) =>
        stat(path).then(
          () => true,
          () => false,
        ),
      ),
    );
    expect(there).toEqual([false, false, true]);
    expect(store.count).toBe(1);
  });
});

describe('rebuilding', () => {
  it('of thousands keeps the queue short, needs no other work and outlives scrolling', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1500));
    await until(() => current() !== undefined);
    thumbnails.pause(true);
    // Background work that runs is finished.
    await work();
    thumbnails.rebuild(1, files.keys());
    const lanes = [];
    for (let i = 0; i < 5; i++) {
      await until(() => current() !== undefined);
      lanes.push(pool.stats().lanes);
      // A window scrolls from one place to another.
      thumbnails.want({ root: 1, visible: [1000 + i], near: [] }, 1);
      await passTime();
      await work();
    }
    for (const { visible, near } of lanes) expect(visible + near).toBeLessThanOrEqual(101);
    expect(ready.length).toBeGreaterThanOrEqual(5);
    expect(pool.stats().lanes.near).toBeGreaterThanOrEqual(98);
  });
});

describe('a file that was repaired where it lies', () => {
  /** Same path and size, another time; `contents` says what head and tail look like. */
  const edit = (id: number, modified: number) => files.set(id, { ...files.get(id)!, modified });

  it('gets a new picture, in all sizes, although head and tail are as before', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await work();
    const large = thumbnails.file(1, 1, 'large');
    await work();
    await large;
    const made = () => pool.stats().completed - pool.stats().recognised;
    expect(made()).toBe(2);
    // The middle is another, which only the sum of all bytes tells.
    contents.set('/r/1.jpg', '/r/1.jpg#repaired');
    edit(1, 5_000_000);
    thumbnails.follow(1, { added: [], changed: [1], removed: [] });
    await until(() => ready.length === 2 || current() !== undefined);
    await work();
    expect(made()).toBe(3);
    const again = thumbnails.file(1, 1, 'large');
    await until(() => current() !== undefined);
    await work();
    await again;
    expect(made()).toBe(4);
    // Known after a restart. Touched only, it is read and found to be the same; as it was before, it is made again.
    await stop();
    create();
    await thumbnails.start();
    thumbnails.add(1, [1]);
    await until(() => thumbnails.status().done === 1);
    expect(made()).toBe(0);
    edit(1, 9_000_000);
    thumbnails.follow(1, { added: [], changed: [1], removed: [] });
    await until(() => pool.stats().recognised === 1);
    contents.set('/r/1.jpg', '/r/1.jpg');
    edit(1, 1);
    thumbnails.follow(1, { added: [], changed: [1], removed: [] });
    await work();
    expect(made()).toBe(1);
  });

  it('is known when it is only renamed, moved, copied, or its drive changed to summer time', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await work();
    const before = files.get(1)!;
    contents.set('/r/moved.jpg', before.path);
    files.set(2, { ...before, id: 2, path: '/r/moved.jpg', relative: 'moved.jpg', modified: 7 });
    thumbnails.add(1, [2]);
    await until(() => ready.includes(2));
    edit(1, before.modified + 3_600_000);
    thumbnails.follow(1, { added: [], changed: [1], removed: [] });
    await until(() => pool.stats().recognised === 2);
    expect(pool.stats()).toMatchObject({ completed: 3, recognised: 2 });
  });
});

describe('a large picture that cannot be made', () => {
  it.each([
    ['damaged', 'damaged'],
    ['timeout', 'unreadable-file'],
    ['unsupported', 'unreadable-file'],
    ['internal', 'unreadable-file'],
  ] as const)('is told among the problems: %s', async (code, kind) => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(1));
    await work();
    const full = thumbnails.bytes(1, 1, 'full');
    await refuse(new AppError(code, 'That is why.'));
    expect(await full).toMatchObject({ failed: { code } });
    expect(problems).toEqual([{ root: 1, path: '1.jpg', kind, message: 'That is why.', retry: 1 }]);
  });

  it('is told once when the tile says it, and not at all when nobody waits for it any more', async () => {
    await thumbnails.start();
    thumbnails.add(1, addFiles(2));
    await refuse(new AppError('damaged', 'That is why.'));
    await work();
    const failed = thumbnails.bytes(1, 1, 'screen');
    await refuse(new AppError('damaged', 'That is why.'));
    expect(await failed).toHaveProperty('failed');
    const withdrawn = thumbnails.bytes(1, 2, 'full');
    await refuse(new AppError('stopped', 'Withdrawn.'));
    expect(await withdrawn).toHaveProperty('failed');
    expect(problems).toEqual([]);
  });
});
