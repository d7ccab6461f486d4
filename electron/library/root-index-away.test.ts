// Tests of the index of one root whose drive went away: what stands in its place is not its content.

import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { FolderOutcome } from './found.js';
import { readFolder } from './read-folder.js';
import type { RootIndex } from './root-index.js';
import { Slices } from './slices.js';
import { indexOf, pathsOf, TestFolder } from './test-files.js';

let folder: TestFolder;
let index: RootIndex;
/** Folders that are read as if they were others. */
let failing: Map<string, FolderOutcome>;

beforeEach(() => {
  folder = new TestFolder();
  ({ index, failing } = indexOf(folder));
});
afterEach(() => {
  folder.remove();
  rmSync(`${folder.path}-away`, { recursive: true, force: true });
});

const paths = () => pathsOf(index.listing);
async function expectOffline(work: Promise<unknown>): Promise<void> {
  const before = paths();
  await expect(work).rejects.toMatchObject({ code: 'offline' });
  expect(paths()).toEqual(before);
}

it('takes the empty place where a drive was for a drive that is away', async () => {
  folder.write('a.jpg', 'x/b.jpg');
  await index.scan();
  const reading = await readFolder(folder.path, '', new Slices());
  if (reading.outcome !== 'read') throw new Error(reading.outcome);
  const bare = { ...reading, names: '', kinds: [] };
  const empty = { ...bare, folders: [], entries: 0 };
  failing.set('', { ...empty, dev: reading.dev + 1 });
  await expectOffline(index.scan());
  await expectOffline(index.rescan(['']));
  failing.set('', { ...empty, entries: 2, dev: reading.dev + 1 });
  await expectOffline(index.scan());
  // Empty folders were left in the empty place.
  rmSync(folder.at('a.jpg'));
  rmSync(folder.at('x/b.jpg'));
  failing.set('', { ...bare, dev: reading.dev + 1 });
  await expectOffline(index.scan());
  failing.set('', empty); // The same folder, emptied, is truly empty.
  await index.rescan(['']);
  expect(paths()).toEqual([]);
});

it('takes a new folder in the place of the known one for one that is away until there is something to show', async () => {
  folder.write('a.jpg', 'x/b.jpg');
  await index.scan();
  renameSync(folder.path, `${folder.path}-away`);
  mkdirSync(folder.at('empty/deep'), { recursive: true });
  await expectOffline(index.scan());
  await expectOffline(index.rescan(['']));
  folder.write('empty/deep/c.jpg');
  await index.rescan(['']);
  expect(paths()).toEqual(['empty/deep/c.jpg']);
});
