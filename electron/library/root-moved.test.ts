// Tests of a root given through a link that is made to lead elsewhere while it is open: real files, a clock moved by hand.

import { randomBytes } from 'node:crypto';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Listing } from '../shared/listing-table.js';
import { AWAY, type LibraryEvents } from '../shared/messages.js';
import { ReadingGuard } from './facts/reading-guard.js';
import { RootSession } from './root-session.js';
import { HandClock, pathsOf, TestFolder } from './test-files.js';
import type { CreateWatcher } from './watch/watcher.js';

let folder: TestFolder;
let clock: HandClock;
let session: RootSession;
/** Names of events with what is of interest in them. */
let told: string[];
/** Folders that are watched now, by name. */
let watched: string[];
/** Ways of watching that work. */
let modes: string[];

const createWatcher: CreateWatcher = (mode, path) => {
  const name = path.slice(folder.path.length + 1);
  return {
    start: () => {
      if (!modes.includes(mode))
        return Promise.reject(Object.assign(new Error('None left.'), { code: 'ENOSPC' }));
      watched.push(name);
      return Promise.resolve();
    },
    close: () => {
      if (watched.includes(name)) watched.splice(watched.indexOf(name), 1);
      return Promise.resolve();
    },
  };
};

const send = <K extends keyof LibraryEvents>(name: K, payload: LibraryEvents[K]): void => {
  if (name === 'moved') told.push('moved');
  if (name === 'changed') told.push(`changed ${(payload as LibraryEvents['changed']).folders.join()}`);
  if (name === 'presence') told.push((payload as LibraryEvents['presence']).message ?? 'back');
};

/** By way of the threads for files, through which a disk is asked. */
async function settle(): Promise<void> {
  for (let way = 0; way < 6; way++) {
    await new Promise<void>((done) => void randomBytes(1, () => done()));
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
  }
}

/** Time passes until that holds. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    clock.move(100);
    await settle();
  }
}

const lead = (to: string): void => {
  rmSync(folder.at('link'), { force: true });
  symlinkSync(folder.at(to), folder.at('link'), 'junction');
};

/** Names of the files whose rows are answered. */
const names = (patch: Awaited<ReturnType<RootSession['verify']>>) => patch?.rows.names.split('\0').sort();

beforeEach(async () => {
  folder = new TestFolder();
  clock = new HandClock();
  told = [];
  watched = [];
  modes = ['native', 'polling'];
  folder.write('A/a.jpg', 'A/x/same.jpg', 'B/b.jpg', 'B/x/same.jpg', 'B/x/other.jpg');
  folder.age('A', 'A/x', 'B', 'B/x');
  lead('A');
  session = new RootSession(1, folder.at('link'), 0, {
    ...{ clock, send, createWatcher, database: null, search: null, log: () => undefined },
    guard: new ReadingGuard({ clock, folder: null, log: () => undefined }),
  });
  await session.scan();
});
afterEach(async () => {
  await session.close();
  folder.remove();
});

/** Watches, and forgets what was told until then. */
async function watch(): Promise<void> {
  await session.watch();
  await settle();
  told = [];
}

it('is found where it is now by any verification: all is compared, watched there, and main is told', async () => {
  await watch();
  expect(await session.verify(false)).toBeNull();
  expect([watched, told]).toEqual([['A'], []]);
  lead('B');
  const patch = await session.verify(false);
  expect([names(patch)?.filter((name) => name !== 'same.jpg'), patch?.removed.length]).toEqual([
    ['b.jpg', 'other.jpg'],
    1,
  ]);
  await until(() => watched.includes('B'));
  expect([watched, told]).toEqual([['B'], ['moved']]);
  folder.write('B/new.jpg');
  expect(names(await session.rescan(['']))).toEqual(['new.jpg']);
});

it('is watched where a scan has found it, and main is told before it gets the listing', async () => {
  await watch();
  lead('B');
  const listing = Listing.from(await session.scan());
  expect([pathsOf(listing), told]).toEqual([['b.jpg', 'x/other.jpg', 'x/same.jpg'], ['moved']]);
  await until(() => watched.includes('B'));
  expect([watched, told]).toEqual([['B'], ['moved']]);
});

it('has all its folders read again when it is not watched and only looked at now and then', async () => {
  modes = [];
  await watch();
  lead('B');
  await until(() => told.length === 2);
  expect(told).toEqual(['moved', 'changed ,x']);
  expect(names(await session.rescan(['', 'x']))).toContain('other.jpg');
});

it('stays away while its link leads nowhere, and is back when it leads somewhere', async () => {
  await watch();
  lead('nowhere');
  await expect(session.verify(false)).rejects.toMatchObject({ code: 'offline' });
  // Several looks, each of which would have to find the same.
  const later = clock.now() + 15_000;
  await until(() => clock.now() >= later);
  expect(told).toEqual([AWAY]);
  // The old folder is not needed for that.
  renameSync(folder.at('A'), folder.at('gone'));
  lead('B');
  // It is watched again, and with that compared.
  await until(() => told.includes('moved'));
  expect(told.slice(0, 3)).toEqual([AWAY, 'back', 'moved']);
  expect(names(await session.verify(true))).toContain('b.jpg');
  await until(() => watched.includes('B'));
  expect([watched, told.filter((one) => one === 'moved')]).toEqual([['B'], ['moved']]);
});

it('is watched once also when that is asked for twice at a time', async () => {
  await Promise.all([session.watch(), session.watch()]);
  expect(watched).toEqual(['A']);
  await session.close();
  expect(watched).toEqual([]);
});
