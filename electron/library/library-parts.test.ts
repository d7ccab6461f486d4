// Test of how main is answered about a large change: real folders, of which it is only said that they hold many files.

import { mkdirSync, renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import { entriesOf } from '../shared/listing-cut.js';
import { joinNames } from '../shared/listing-rows.js';
import { Listing } from '../shared/listing-table.js';
import type { FolderReading } from './found.js';
import { Library } from './library.js';
import { HandClock, pathsOf, TestFolder } from './test-files.js';

const FOLDERS = Array.from({ length: 16 }, (_, i) => `${i}`);
const NAMES = Array.from({ length: 400 }, (_, i) => `${i}.jpg`);
const READING: FolderReading = {
  ...{ outcome: 'read', mtime: 1, dev: 1, ino: 1, unreadable: [], problems: [] },
  ...{ names: joinNames(NAMES), folders: [], entries: NAMES.length },
  kinds: new Uint8Array(NAMES.length),
  sizes: new Float64Array(NAMES.length).fill(1),
  modified: new Float64Array(NAMES.length).fill(1),
  born: new Float64Array(NAMES.length),
};

it('answers what became of many files in consecutive patches of a few thousand', async () => {
  const folder = new TestFolder();
  for (const name of FOLDERS) mkdirSync(folder.at(`old/${name}`), { recursive: true });
  const library = new Library({
    clock: new HandClock(),
    ...{ log: () => undefined, send: () => undefined },
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
    readFolders: (_root, folders) => Promise.resolve(folders.map(() => READING)),
  });
  const ask = library.handlers;
  const root = { root: 1, path: folder.path, includeDimensions: false };
  const listing = Listing.from(await ask.scan(root));
  for (const [from, to, reading] of [
    ['old', 'new', () => ask.rescan({ root: 1, folders: [''] })],
    ['new', 'newest', () => ask.verify({ root: 1, whole: true })],
  ] as const) {
    renameSync(folder.at(from), folder.at(to));
    const patches = await reading();
    expect(patches.length).toBeGreaterThan(1);
    expect(patches.map(({ more }) => more)).toEqual(patches.map((patch) => patch !== patches.at(-1)));
    for (const patch of patches) {
      expect(entriesOf(patch)).toBeLessThanOrEqual(5000);
      listing.apply(patch);
      expect(listing.count).toBeGreaterThan(3000);
    }
    const whole = Listing.from((await ask.restore(root))!.listing);
    expect([listing.version, pathsOf(listing)]).toEqual([whole.version, pathsOf(whole)]);
    expect(pathsOf(listing)[0]).toMatch(`${to}/`);
  }
  // What follows is for the version that the parts lead to.
  folder.write('one.jpg');
  for (const patch of await ask.rescan({ root: 1, folders: [''] })) listing.apply(patch);
  expect(pathsOf(listing)).toContain('one.jpg');
  await ask.stop({});
  folder.remove();
});
