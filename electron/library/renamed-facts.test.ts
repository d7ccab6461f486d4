// Tests that a renamed file is not read again: what it holds by then, which nothing shows from outside, stays unknown.

import { renameSync, utimesSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Listing } from '../shared/listing-table.js';
import { Library } from './library.js';
import { HandClock, idOf, TestFolder } from './test-files.js';

const gif = (width: number, height: number) =>
  Uint8Array.from([...Buffer.from('GIF89a'), width, 0, height, 0, 0, 0, 0]);
/** Threads read the files, as soon as they have a processor. */
const PATIENCE = { timeout: 20_000 };
const settle = () => new Promise((done) => setTimeout(done));

let folder: TestFolder;
let user: TestFolder;
let clock: HandClock;
let open: Library[];

async function start(): Promise<Library['handlers']> {
  clock = new HandClock();
  const library = new Library({
    clock,
    log: () => undefined,
    send: () => undefined,
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
  });
  open.push(library);
  await library.handlers.configure({ indexFile: user.at('index.db'), userFile: user.at('user.db') });
  return library.handlers;
}

/** Lets facts be read and told, and a snapshot be due. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await settle();
    clock.move(500);
  }
}

const root = () => ({ root: 1, path: folder.path });
/** A picture of a size, at a time that does not change. */
function picture(file: string, width: number): void {
  folder.writeBytes(file, gif(width, 30));
  utimesSync(folder.at(file), 1_600_000_000, 1_600_000_000);
}
/** The width of a file in the listing, and in its metadata. */
async function widths(ask: Library['handlers'], file: string): Promise<unknown[]> {
  const listing = Listing.from((await ask.restore(root()))!.listing);
  const id = idOf(listing, file);
  return [listing.widthAt(listing.rowOf(id)), (await ask.details({ root: 1, id }))?.width];
}

beforeEach(() => {
  folder = new TestFolder();
  user = new TestFolder();
  open = [];
});
afterEach(async () => {
  for (const library of open) await library.handlers.stop({});
  folder.remove();
  user.remove();
});

it.each([
  ['while somebody watches', true],
  ['while the app is closed', false],
])('a file in a folder that is renamed %s', async (_, isOpen) => {
  picture('trip/a.gif', 40);
  let ask = await start();
  await ask.scan(root());
  await vi.waitFor(async () => {
    await quiet();
    expect(await widths(ask, 'trip/a.gif')).toEqual([40, 40]);
  }, PATIENCE);
  if (!isOpen) await ask.stop({});
  picture('trip/a.gif', 70);
  renameSync(folder.at('trip'), folder.at('travel'));
  if (isOpen) await ask.rescan({ root: 1, folders: [''] });
  else {
    ask = await start();
    await ask.restore(root());
    await ask.verify({ root: 1, whole: true });
  }
  expect(await widths(ask, 'travel/a.gif')).toEqual([40, 40]);
  await quiet();
  expect(await widths(ask, 'travel/a.gif')).toEqual([40, 40]);
  await ask.stop({});

  ask = await start();
  await ask.restore(root());
  await ask.verify({ root: 1, whole: true });
  await quiet();
  expect(await widths(ask, 'travel/a.gif')).toEqual([40, 40]);
});

it('a file that may be another one is read', async () => {
  picture('a.gif', 40);
  const ask = await start();
  await ask.scan(root());
  await quiet();
  picture('a.gif', 70);
  renameSync(folder.at('a.gif'), folder.at('b.gif'));
  await ask.rescan({ root: 1, folders: [''] });
  await vi.waitFor(async () => {
    await quiet();
    expect(await widths(ask, 'b.gif')).toEqual([70, 70]);
  }, PATIENCE);
});
