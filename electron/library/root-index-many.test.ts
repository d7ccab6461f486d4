// Test of the index with more entries in one folder than a call takes arguments.

import { expect, it } from 'vitest';
import { joinNames } from '../shared/listing-rows.js';
import type { FolderReading } from './found.js';
import { RootIndex } from './root-index.js';
import { TestFolder } from './test-files.js';

const MANY = 150_000;

const reading = (names: readonly string[], folders: readonly string[]): FolderReading => ({
  ...{ outcome: 'read', mtime: 1, dev: 1, ino: 1, unreadable: [], problems: [] },
  ...{ names: joinNames(names), folders, entries: names.length + folders.length },
  kinds: new Uint8Array(names.length),
  sizes: new Float64Array(names.length).fill(1),
  modified: new Float64Array(names.length).fill(1),
  born: new Float64Array(names.length),
});

it('reads and forgets any number of files and folders at once', async () => {
  const folder = new TestFolder();
  const names = Array.from({ length: MANY }, (_, i) => `${i}.jpg`);
  const folders = Array.from({ length: MANY }, (_, i) => `f${i}`);
  let root = reading(['stays.jpg', ...names], folders);
  const empty = reading([], []);
  const read = (path: string) => Promise.resolve(path === '' ? root : empty);
  const index = new RootIndex({ path: folder.path, read });
  folder.write('stays.jpg');
  await index.scan();
  expect([index.listing.count, index.folderCount]).toEqual([MANY + 1, MANY + 1]);
  root = reading(['stays.jpg'], []);
  const { patch } = await index.reread();
  expect(patch?.removed.length).toBe(MANY);
  expect([index.listing.count, index.folderCount]).toEqual([1, 1]);
  folder.remove();
});
