// Tests of what the tree watcher makes of the system's events.

import { describe, expect, it } from 'vitest';
import { ownBelow, type IsOwn } from '../own-folder.js';
import { TreeWatcher, type WatchTree } from './tree-watcher.js';

async function setUp(isOwn?: IsOwn) {
  const seen: string[] = [];
  const errors: unknown[] = [];
  let tell: (event: string, name: string | null) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  let closed = false;
  const events = {
    onChange: (folder: string) => void seen.push(folder),
    onError: (error: unknown) => void errors.push(error),
  };
  const watchTree: WatchTree = (_path, _options, listener) => {
    tell = listener;
    return {
      on: (_name: string, listener: (error: Error) => void) => {
        fail = listener;
      },
      close: () => void (closed = true),
    };
  };
  const watcher = new TreeWatcher('/root', events, { watchTree, ...(isOwn && { isOwn }) });
  await watcher.start();
  return { watcher, seen, errors, tell, fail: (error: Error) => fail(error), closed: () => closed };
}

describe('TreeWatcher', () => {
  it('names the folder of a change, with / between parts', async () => {
    const { seen, tell } = await setUp();
    tell('change', 'x\\y\\a.jpg');
    tell('rename', 'b.jpg');
    tell('rename', 'x/2024.05 Rome');
    expect(seen).toEqual(['x/y', '', 'x']);
  });

  it('passes over hidden and junk folders, and changes of what is no media', async () => {
    const { seen, tell } = await setUp();
    tell('rename', '.hidden/a.jpg');
    tell('rename', 'x/@eaDir/a.jpg');
    tell('rename', 'x/._a.jpg');
    tell('change', 'x/notes.txt');
    tell('change', 'x');
    expect(seen).toEqual([]);
  });

  it("passes over the app's own folder, however it is spelled", async () => {
    const { seen, tell } = await setUp(ownBelow('/root/AppData/Home Gallery', '/Root', 'win32'));
    tell('rename', 'appdata\\home gallery\\thumbnails\\ab\\x.jpg');
    tell('rename', 'AppData/Home Gallery');
    tell('rename', 'AppData/Home Gallery of others/a.jpg');
    expect(seen).toEqual(['AppData/Home Gallery of others']);
  });

  it('tells errors, and that events were lost', async () => {
    const { errors, tell, fail, watcher, closed } = await setUp();
    tell('change', null);
    fail(new Error('gone'));
    expect(errors.map(String)).toEqual([expect.stringContaining('More changed'), 'Error: gone']);
    await watcher.close();
    expect(closed()).toBe(true);
  });

  it('does not start where nothing can be watched', async () => {
    const failing = () => {
      throw new Error('no such folder');
    };
    const events = { onChange: () => undefined, onError: () => undefined };
    await expect(new TreeWatcher('/root', events, { watchTree: failing }).start()).rejects.toThrow(
      'no such folder',
    );
  });
});
