// Tests of watching single folders on Linux, against real ones. Each waits for the very event it is about.

import { mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync, watch, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskPath } from '../../node/raw-paths.js';
import { ownBelow } from '../own-folder.js';
import { TestFolder } from '../test-files.js';
import { EventQueue } from './event-queue.js';
import { FolderWatcher, type FolderWatcherOptions, type WatchFolder } from './folder-watcher.js';

let folder: TestFolder;
let watcher: FolderWatcher;
let seen: string[];
let errors: unknown[];
let waiting: { ready: () => boolean; resolve: () => void }[];

function make(options?: FolderWatcherOptions): void {
  const look = () => waiting.filter(({ ready }) => ready()).forEach(({ resolve }) => resolve());
  const events = {
    onChange: (changed: string) => {
      seen.push(changed);
      look();
    },
    onError: (error: unknown) => {
      errors.push(error);
      look();
    },
  };
  watcher = new FolderWatcher(folder.path, events, options);
}
beforeEach(() => {
  folder = new TestFolder();
  [seen, errors, waiting] = [[], [], []];
  make();
});
afterEach(async () => {
  await watcher.close();
  folder.remove();
});

/** Resolves at the first event after which this holds. */
const until = (ready: () => boolean) =>
  new Promise<void>((resolve) => (ready() ? resolve() : waiting.push({ ready, resolve })));

/** Does something, and waits until changes in all these folders were told since. */
async function told(work: () => void, ...folders: string[]): Promise<void> {
  seen = [];
  work();
  await until(() => folders.every((one) => seen.includes(one)));
}

describe.skipIf(process.platform !== 'linux')('FolderWatcher', () => {
  it('names the folder in which a file came, changed, moved or went', async () => {
    folder.write('x/old.jpg', 'y/z/old.jpg');
    await watcher.start();
    expect([seen, watcher.size]).toEqual([[], 4]);
    await told(() => folder.write('x/new.jpg'), 'x');
    await told(() => folder.writeBytes('y/z/old.jpg', 'other'), 'y/z');
    await told(() => renameSync(folder.at('x/new.jpg'), folder.at('y/new.jpg')), 'x', 'y');
    await told(() => rmSync(folder.at('y/z/old.jpg')), 'y/z');
    await told(() => folder.write('top.jpg'), '');
  });

  it('watches new folders with all below them, and tells them after it does', async () => {
    await watcher.start();
    await told(() => folder.write('a/b/c/1.jpg'), '', 'a', 'a/b', 'a/b/c');
    await told(() => folder.write('a/b/c/2.jpg'), 'a/b/c');
    await told(() => mkdirSync(folder.at('a/x.jpg')), 'a', 'a/x.jpg');
    await told(() => folder.write('a/x.jpg/in.jpg'), 'a/x.jpg');
  });

  it('follows folders that are renamed, and lets go of those that went', async () => {
    folder.write('a/b/1.jpg', 'stays/1.jpg');
    await watcher.start();
    await told(() => renameSync(folder.at('a'), folder.at('moved')), '', 'moved', 'moved/b');
    await told(() => folder.write('moved/b/2.jpg'), 'moved/b');
    expect(seen).not.toContain('a/b');
    await told(() => rmSync(folder.at('moved'), { recursive: true }), '');
    await told(() => folder.write('end.jpg'), '');
    expect(watcher.size).toBe(2);
  });

  it('watches a folder again that was replaced by another of the same name', async () => {
    folder.write('a/1.jpg');
    await watcher.start();
    await told(() => {
      rmSync(folder.at('a'), { recursive: true });
      folder.write('a/2.jpg');
    }, 'a');
    await told(() => folder.write('a/3.jpg'), 'a');
    await told(() => {
      renameSync(folder.at('a'), folder.at('b'));
      mkdirSync(folder.at('a'));
    }, 'b');
    await told(() => folder.write('a/4.jpg', 'b/5.jpg'), 'a', 'b');
    // Many file systems give the number of a folder that went to the next that comes.
    mkdirSync(folder.at('c'));
    await told(() => folder.write('c-was-seen.jpg'), '', 'c');
    await told(() => {
      rmdirSync(folder.at('c'));
      mkdirSync(folder.at('c'));
    }, 'c');
    await told(() => folder.write('c/6.jpg'), 'c');
  });

  it("passes over the app's own folder and its thumbnails", async () => {
    folder.write('x/own/thumbnails/ab/a.jpg', 'x/a.jpg');
    make({ isOwn: ownBelow(folder.at('x/own'), folder.path) });
    await watcher.start();
    expect(watcher.size).toBe(2);
    await told(
      () => {
        folder.write('x/own/b.jpg', `x/${'0'.repeat(32)}-grid2.webp`);
        renameSync(folder.at('x/own'), folder.at('own'));
      },
      '',
      'own',
    );
    renameSync(folder.at('own'), folder.at('x/own'));
    await told(() => folder.write('y/c.jpg'), '', 'y');
    expect(seen.filter((one) => one.startsWith('x'))).toEqual([]);
    expect(watcher.size).toBe(3);
  });

  it('passes over hidden and junk folders and files that are no media', async () => {
    folder.write('x/a.jpg', '.hidden/a.jpg', '@eaDir/a.jpg');
    await watcher.start();
    expect(watcher.size).toBe(2);
    folder.write('.hidden/b.jpg', '@eaDir/b.jpg', '.b.jpg', 'notes.txt', 'x/notes.txt');
    mkdirSync(folder.at('.new'));
    await told(() => folder.write('x/b.jpg'), 'x');
    expect(new Set(seen)).toEqual(new Set(['x']));
    await told(() => symlinkSync('/', folder.at('away')), '');
    expect(watcher.size).toBe(2);
  });

  it('works with names that are not UTF-8', async () => {
    const odd = 'd\udce9r';
    mkdirSync(diskPath(folder.at(odd)));
    await watcher.start();
    await told(() => writeFileSync(diskPath(folder.at(`${odd}/caf\udce9.jpg`)), 'x'), odd);
    await told(() => mkdirSync(diskPath(folder.at(`${odd}/\udcff`))), `${odd}/\udcff`);
  });

  it('rejects when watches run out at the start, and tells it when they do later', async () => {
    const full = Object.assign(new Error('no watches left'), { code: 'ENOSPC' });
    let left = 2;
    const watchFolder: WatchFolder = (...args) => {
      if (left-- === 0) throw full;
      return (watch as WatchFolder)(...args);
    };
    folder.write('a/1.jpg');
    make({ watchFolder });
    await watcher.start();
    mkdirSync(folder.at('b'));
    await until(() => errors.length > 0);
    expect(errors).toEqual([full]);
    await watcher.close();
    left = 1;
    make({ watchFolder });
    await expect(watcher.start()).rejects.toBe(full);
  });

  it('leaves out a folder that may not be watched', async () => {
    folder.write('a/1.jpg', 'b/1.jpg');
    const watchFolder: WatchFolder = (path, ...rest) => {
      if (path === folder.at('a')) throw Object.assign(new Error('no'), { code: 'EACCES' });
      return (watch as WatchFolder)(path, ...rest);
    };
    make({ watchFolder });
    await watcher.start();
    expect(watcher.size).toBe(2);
    await told(() => folder.write('b/2.jpg'), 'b');
  });

  it('looks at everything again when more happened than the system keeps', async () => {
    make({ queue: new EventQueue(50) });
    await watcher.start();
    // Nobody listens while this runs, as if the process were busy.
    folder.write(...Array.from({ length: 100 }, (_, i) => `${i}.jpg`));
    await until(() => errors.length > 0);
    expect(String(errors[0])).toContain('More changed at once');
  });

  it('does so also when others filled the queue that all watchers share', async () => {
    const queue = new EventQueue(50);
    make({ queue });
    await watcher.start();
    for (let i = 0; i < 50; i++) queue.count();
    await until(() => errors.length > 0);
    expect(String(errors[0])).toContain('More changed at once');
    await watcher.close();
    for (let i = 0; i < 50; i++) queue.count();
    await new Promise(setImmediate);
    expect(errors).toHaveLength(1);
  });

  it.each(['ENAMETOOLONG', 'EIO'])('keeps watching all others when one folder answers %s', async (code) => {
    folder.write('a/1.jpg', 'b/1.jpg');
    const watchFolder: WatchFolder = (path, ...rest) => {
      if (path === folder.at('a')) throw Object.assign(new Error(code), { code });
      return (watch as WatchFolder)(path, ...rest);
    };
    make({ watchFolder });
    await watcher.start();
    await told(() => folder.write('b/2.jpg'), 'b');
    expect([watcher.size, errors]).toEqual([2, []]);
  });

  it('tells a folder whose root went away', async () => {
    folder.write('a/1.jpg');
    await watcher.start();
    await told(() => renameSync(folder.path, `${folder.path}-away`), '');
    rmSync(`${folder.path}-away`, { recursive: true });
  });
});
