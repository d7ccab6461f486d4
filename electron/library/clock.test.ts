// Tests of a clock that is wrong or is set while the app runs: times from the future are not believed, and nothing that
// waits for a time waits for ever.

import { utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RootIndex } from './root-index.js';
import { SnapshotKeeper } from './snapshot-keeper.js';
import { HandClock, pathsOf, TestFolder } from './test-files.js';

const DAY = 86_400_000;
const FUTURE = new Date('2099-01-01T12:00:00Z');

let folder: TestFolder;
beforeEach(() => (folder = new TestFolder()));
afterEach(() => folder.remove());

describe('a folder that was changed in the future', () => {
  it('is looked at again with each verification, because its time may not move with the next change', async () => {
    folder.write('x/a.jpg', 'y/b.jpg');
    folder.age('', 'x', 'y');
    const future = () => utimesSync(folder.at('x'), FUTURE, FUTURE);
    future();
    const index = new RootIndex({ path: folder.path });
    await index.scan();
    expect(await index.moved()).toEqual(['x']);
    folder.write('x/new.jpg');
    // As by a camera or another computer whose clock is wrong.
    future();
    await index.rescan(await index.moved());
    expect(pathsOf(index.listing)).toEqual(['x/a.jpg', 'x/new.jpg', 'y/b.jpg']);

    // Nor does the next start believe it.
    const next = new RootIndex({ path: folder.path });
    next.restore(index.toSnapshot(1));
    folder.write('x/newer.jpg');
    future();
    await next.rescan(await next.moved());
    expect(pathsOf(next.listing)).toContain('x/newer.jpg');
  });

  it('and whose files are from the future is shown like any other', async () => {
    folder.write('a.jpg');
    utimesSync(folder.at('a.jpg'), FUTURE, FUTURE);
    const index = new RootIndex({ path: folder.path });
    await index.scan();
    expect(index.listing.modifiedAt(0)).toBe(FUTURE.getTime());
    const { patch } = await index.reread();
    expect(patch).toBeNull();
    utimesSync(folder.at('a.jpg'), new Date(0), new Date(0));
    expect((await index.reread()).patch?.rows.modified[0]).toBe(0);
  });
});

it.each([-DAY, DAY])('a snapshot is saved soon although the clock was set by %d ms', async (ms) => {
  const clock = new HandClock();
  let saved = 0;
  const save = () => {
    saved++;
    return Promise.resolve(true);
  };
  const keeper = new SnapshotKeeper({ clock, save, onError: () => undefined });
  for (let round = 1; round <= 3; round++) {
    keeper.changed();
    clock.set(ms);
    clock.move(15_000);
    await new Promise(setImmediate);
    expect(saved).toBe(round);
    clock.set(ms);
  }
  await keeper.close(true);
});
