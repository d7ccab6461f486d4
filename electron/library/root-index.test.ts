// Tests of the index of one root: scans, readings of single folders, verification, and what must never be
// taken for a deletion.

import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeFacts, Listing } from '../shared/listing-table.js';
import { AppError } from '../shared/result.js';
import type { FolderOutcome } from './found.js';
import { RootIndex } from './root-index.js';
import { idOf, indexOf, pathsOf, TestFolder } from './test-files.js';

let folder: TestFolder;
let index: RootIndex;
/** Folders whose reading fails. */
let failing: Map<string, FolderOutcome>;

beforeEach(() => {
  folder = new TestFolder();
  ({ index, failing } = indexOf(folder));
});
afterEach(() => folder.remove());

const fail = (path: string): void => {
  const problem = { path, kind: 'unreadable-folder', message: 'No.' } as const;
  failing.set(path, { outcome: 'failed', problem });
};
const paths = () => pathsOf(index.listing);
async function expectOffline(work: Promise<unknown>): Promise<void> {
  const before = paths();
  await expect(work).rejects.toMatchObject({ code: 'offline' });
  expect(paths()).toEqual(before);
}

describe('scan', () => {
  it('finds all media below the root and gives ids that follow each other', async () => {
    folder.write('a.jpg', 'x/b.jpg', 'x/y/c.mp4', 'x/readme.txt');
    const unread = await index.scan();
    expect(paths()).toEqual(['a.jpg', 'x/b.jpg', 'x/y/c.mp4']);
    expect([...index.listing.id].sort()).toEqual([0, 1, 2]);
    expect([...unread].sort()).toEqual([0, 1, 2]);
    expect(index.progress).toEqual({ folders: 3, files: 3 });
  });

  it('keeps ids and facts of what is unchanged, and the version when nothing changed', async () => {
    folder.write('a.jpg', 'b.jpg');
    await index.scan();
    const [a, b] = [idOf(index.listing, 'a.jpg'), idOf(index.listing, 'b.jpg')];
    index.listing.applyFacts(encodeFacts([{ id: a, width: 7, height: 7 }]));
    const { version } = index.listing;
    expect(await index.scan()).toEqual([]);
    expect(index.listing.version).toBe(version);
    folder.write('c.jpg');
    rmSync(folder.at('b.jpg'));
    expect(await index.scan()).toEqual([2]);
    expect(index.listing.version).toBe(version + 1);
    expect([idOf(index.listing, 'a.jpg'), index.listing.widthAt(index.listing.rowOf(a))]).toEqual([a, 7]);
    expect(index.listing.has(b)).toBe(false);
  });

  it('rejects with "offline" for a root that is not there, and keeps what it knew', async () => {
    folder.write('a.jpg');
    await index.scan();
    renameSync(folder.path, `${folder.path}-away`);
    await expectOffline(index.scan());
    await expectOffline(index.moved());
    renameSync(`${folder.path}-away`, folder.path);
    expect(await index.moved()).toEqual(['']);
  });

  it('keeps the content of a folder that cannot be read, with all below it, and tells why', async () => {
    folder.write('x/a.jpg', 'x/y/b.jpg', 'z/c.jpg');
    await index.scan();
    fail('x');
    rmSync(folder.at('z/c.jpg'));
    await index.scan();
    expect(paths()).toEqual(['x/a.jpg', 'x/y/b.jpg']);
    expect([...index.problems()].map(({ path }) => path)).toEqual(['x']);
    failing.clear();
    // Its time is not trusted, so it is looked at again.
    await index.rescan(await index.moved());
    expect([...index.problems()]).toEqual([]);
  });

  it('tells a folder that cannot be read once, and reads all below it when it can be read again', async () => {
    folder.write('x/a.jpg', 'x/y/z/b.jpg', 'x-ray/c.jpg');
    folder.age('x/y/z', 'x/y', 'x', 'x-ray', '');
    await index.scan();
    for (const path of ['x', 'x/y', 'x/y/z']) fail(path);
    await index.rescan(['x', 'x/y', 'x/y/z', 'x-ray']);
    expect([...index.problems()].map(({ path }) => path)).toEqual(['x']);
    failing.clear();
    // Nobody could see it, and the times of the folders above it have not moved.
    folder.write('x/y/z/new.jpg');
    await index.rescan(['x']);
    expect(paths()).toEqual(['x-ray/c.jpg', 'x/a.jpg', 'x/y/z/b.jpg', 'x/y/z/new.jpg']);
    expect([...index.problems()]).toEqual([]);
  });

  it('looks at what is above a changed folder that could not be read', async () => {
    folder.write('x/y/b.jpg');
    await index.scan();
    fail('x');
    await index.rescan(['x']);
    failing.clear();
    folder.write('x/y/new.jpg');
    await index.rescan(['x/y']);
    expect(paths()).toEqual(['x/y/b.jpg', 'x/y/new.jpg']);
    expect([...index.problems()]).toEqual([]);
  });

  it('rejects with the reason where the root itself cannot be read', async () => {
    folder.write('a.jpg');
    await index.scan();
    fail('');
    await expect(index.scan()).rejects.toMatchObject({ code: 'offline', message: 'No.' });
    expect(paths()).toEqual(['a.jpg']);
  });

  it('copes with deep trees', async () => {
    const deep = Array.from({ length: 60 }, (_, i) => `level ${i}`).join('/');
    folder.write(`${deep}/a.jpg`);
    await index.scan();
    expect(paths()).toEqual([`${deep}/a.jpg`]);
  });

  it('can be ended in the middle without changing anything', async () => {
    folder.write('x/a.jpg');
    const stopped = new RootIndex({
      path: folder.path,
      onFolder: () => {
        throw new AppError('stopped', 'Stopped.');
      },
    });
    await expect(stopped.scan()).rejects.toMatchObject({ code: 'stopped' });
    expect([stopped.isRead, stopped.listing.count]).toEqual([false, 0]);
  });
});

describe('rescan', () => {
  it('answers a patch that leads another listing to the same state', async () => {
    folder.write('a.jpg', 'b.jpg', 'gone.jpg', 'x/c.jpg');
    await index.scan();
    const other = Listing.from(index.listing.columns());
    rmSync(folder.at('gone.jpg'));
    folder.write('new.jpg', 'fresh/deep/d.jpg');
    folder.writeBytes('b.jpg', 'longer content than before');
    const { patch, unread } = await index.rescan(['']);
    expect(patch).not.toBeNull();
    const applied = other.apply(patch!);
    expect([applied.added.length, applied.changed.length, applied.removed.length]).toEqual([2, 1, 1]);
    expect(pathsOf(other)).toEqual(['a.jpg', 'b.jpg', 'fresh/deep/d.jpg', 'new.jpg', 'x/c.jpg']);
    expect(pathsOf(other)).toEqual(paths());
    expect(unread).toHaveLength(3);
  });

  it('answers null when nothing moved', async () => {
    folder.write('a.jpg');
    await index.scan();
    expect(await index.rescan([''])).toEqual({ patch: null, unread: [] });
  });

  it('reads a folder it does not know by way of the nearest one it knows', async () => {
    folder.write('a.jpg');
    await index.scan();
    folder.write('n/e/w/b.jpg');
    await index.rescan(['n/e/w', 'n/e']);
    expect(paths()).toEqual(['a.jpg', 'n/e/w/b.jpg']);
    expect((await index.rescan(['.git/objects'])).patch).toBeNull();
  });

  it('takes out a folder that is gone with all below it', async () => {
    folder.write('x/a.jpg', 'x/y/b.jpg', 'c.jpg');
    await index.scan();
    rmSync(folder.at('x'), { recursive: true });
    const { patch } = await index.rescan(['x', 'x/y']);
    expect(patch?.removed).toHaveLength(2);
    expect(paths()).toEqual(['c.jpg']);
    folder.write('x/a.jpg');
    await index.rescan(['x']);
    expect(paths()).toEqual(['c.jpg', 'x/a.jpg']);
  });

  it('sees a renamed folder as removed and added, with new ids', async () => {
    folder.write('old/a.jpg', 'old/deep/b.jpg');
    await index.scan();
    renameSync(folder.at('old'), folder.at('new'));
    const { patch } = await index.rescan(['']);
    expect([...patch!.removed].sort()).toEqual([0, 1]);
    expect([...patch!.rows.id].sort()).toEqual([2, 3]);
    expect(paths()).toEqual(['new/a.jpg', 'new/deep/b.jpg']);
  });

  it('notices a folder swapped for another one of the same name', async () => {
    folder.write('x/y/a.jpg', 'other/y/b.jpg');
    await index.scan();
    rmSync(folder.at('x'), { recursive: true });
    renameSync(folder.at('other'), folder.at('x'));
    await index.rescan(['']);
    expect(paths()).toEqual(['x/y/b.jpg']);
  });

  it('never gives an id again', async () => {
    folder.write('a.jpg');
    await index.scan();
    rmSync(folder.at('a.jpg'));
    await index.rescan(['']);
    folder.write('a.jpg');
    await index.rescan(['']);
    expect(idOf(index.listing, 'a.jpg')).toBe(1);
  });

  it('keeps the proportions of a changed file until new ones are known', async () => {
    folder.write('a.jpg');
    await index.scan();
    index.listing.applyFacts(encodeFacts([{ id: 0, width: 4, height: 3 }]));
    utimesSync(folder.at('a.jpg'), 1_500_000_000, 1_500_000_000);
    const { patch, unread } = await index.rescan(['']);
    expect([patch?.rows.width[0], patch?.rows.modified[0], unread]).toEqual([4, 1_500_000_000_000, [0]]);
  });

  it('keeps what a failed reading could not see', async () => {
    folder.write('x/a.jpg', 'x/y/b.jpg');
    await index.scan();
    fail('x');
    expect((await index.rescan(['x'])).patch).toBeNull();
    expect(paths()).toEqual(['x/a.jpg', 'x/y/b.jpg']);
  });

  it('does not take a root that went away for deleted folders', async () => {
    folder.write('x/a.jpg');
    await index.scan();
    renameSync(folder.path, `${folder.path}-away`);
    await expectOffline(index.rescan(['x']));
    renameSync(`${folder.path}-away`, folder.path);
    mkdirSync(folder.at('later'));
    expect((await index.rescan(['', 'x'])).patch).toBeNull();
  });
});

describe('verification', () => {
  it('names only the folders that gained or lost entries', async () => {
    folder.write('a/1.jpg', 'b/2.jpg', 'c/3.jpg');
    folder.age('', 'a', 'b', 'c');
    await index.scan();
    expect(await index.moved()).toEqual([]);
    folder.write('b/new.jpg');
    rmSync(folder.at('c'), { recursive: true });
    expect((await index.moved()).sort()).toEqual(['', 'b', 'c']);
    await index.rescan(await index.moved());
    expect(paths()).toEqual(['a/1.jpg', 'b/2.jpg', 'b/new.jpg']);
  });
});

describe('many random changes', () => {
  it('end in the same listing as a fresh scan, and their patches lead a copy there', async () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    const somewhere = () => ['', 'a', 'a/b', 'a/b/c', 'd'][random(5)]!;
    folder.write('a/b/c/0.jpg', 'd/0.jpg');
    await index.scan();
    const copy = Listing.from(index.listing.columns());
    for (let round = 0; round < 60; round++) {
      for (let n = random(6); n >= 0; n--) {
        const place = somewhere();
        const file = `${place}/${random(8)}.jpg`;
        if (random(3) > 0) folder.writeBytes(file, 'x'.repeat(random(50)));
        else if (random(5) > 0) rmSync(folder.at(file), { force: true });
        else if (place) rmSync(folder.at(place), { recursive: true, force: true });
      }
      const { patch } = await index.rescan(await index.moved());
      if (patch) copy.apply(patch);
    }
    const fresh = new RootIndex({ path: folder.path });
    await fresh.scan();
    expect(paths()).toEqual(pathsOf(fresh.listing));
    expect(pathsOf(copy)).toEqual(paths());
  });
});
