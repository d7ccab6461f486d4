// Tests of watching with chokidar, against a real folder. Each waits for the very event it is about.

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownBelow } from '../own-folder.js';
import { TestFolder } from '../test-files.js';
import { ChokidarWatcher } from './chokidar-watcher.js';
import type { WatcherEvents } from './watcher.js';

let folder: TestFolder;
let watcher: ChokidarWatcher;
let waiting: { folder: string; resolve: () => void }[];
let seen: string[];

beforeEach(() => {
  folder = new TestFolder();
  waiting = [];
  seen = [];
  const events: WatcherEvents = {
    onChange: (changed) => {
      seen.push(changed);
      waiting.filter((one) => one.folder === changed).forEach(({ resolve }) => resolve());
    },
    onError: (error) => {
      throw error;
    },
  };
  watcher = new ChokidarWatcher('native', folder.path, events, ownBelow(folder.at('z/own'), folder.path));
});
afterEach(async () => {
  await watcher.close();
  folder.remove();
});

/** Resolves when a change in `changed` is told. */
const change = (changed: string) =>
  new Promise<void>((resolve) => waiting.push({ folder: changed, resolve }));

describe('ChokidarWatcher', () => {
  it('names the folder in which a file came, changed or went', async () => {
    folder.write('x/old.jpg', 'y/old.jpg', 'z/old.jpg');
    await watcher.start();
    expect(seen).toEqual([]);
    let told = change('x');
    folder.write('x/new.jpg');
    await told;
    told = change('y');
    folder.writeBytes('y/old.jpg', 'other');
    await told;
    told = change('z');
    rmSync(folder.at('z/old.jpg'));
    await told;
  });

  it('names both folders of a move, and a new folder itself', async () => {
    folder.write('x/a.jpg', 'y/b.jpg');
    await watcher.start();
    let told = Promise.all([change('x'), change('y')]);
    renameSync(folder.at('x/a.jpg'), folder.at('y/a.jpg'));
    await told;
    told = Promise.all([change(''), change('n')]);
    mkdirSync(folder.at('n'));
    await told;
    const inside = change('n');
    folder.write('n/c.jpg');
    await inside;
  });

  it("passes over hidden and junk folders, the app's own, and files that are no media", async () => {
    folder.write('x/a.jpg', '.hidden/a.jpg', '@eaDir/a.jpg', 'z/own/a.jpg');
    await watcher.start();
    folder.write('.hidden/b.jpg', '@eaDir/b.jpg', '.b.jpg', 'notes.txt', 'z/own/b.jpg');
    const told = change('x');
    folder.write('x/b.jpg');
    await told;
    expect(new Set(seen)).toEqual(new Set(['x']));
  });
});
