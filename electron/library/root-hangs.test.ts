// Tests of a root whose drive does not answer: calls that never come back, real files otherwise, and a clock moved by hand.

import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SILENT, type LibraryEvents } from '../shared/messages.js';
import { ReadingGuard } from './facts/reading-guard.js';
import type { FileFacts } from './facts/facts.js';
import { RootFacts } from './root-facts.js';
import { RootIndex } from './root-index.js';
import { REAL_ROOT_DISK, type RootDisk } from './root-look.js';
import { RootSession } from './root-session.js';
import type { SessionServices } from './session-types.js';
import { HandClock, TestFolder } from './test-files.js';
import { watchers } from './watch/create-watcher.js';

const settle = async () => {
  // By way of the threads for files, through which a drive is asked.
  for (let way = 0; way < 3; way++) await new Promise<void>((done) => void randomBytes(1, () => done()));
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
};

let folder: TestFolder;
let clock: HandClock;
let presence: LibraryEvents['presence'][];
/** Calls that the drive has not answered; empty when it answers at once. */
let asked: (() => void)[];
let answers: boolean;
let session: RootSession;

const guard = () => new ReadingGuard({ clock, folder: null, log: () => undefined });

/** A disk that answers when it does. */
const slow = <A extends unknown[], T>(call: (...args: A) => Promise<T>) => {
  return async (...args: A): Promise<T> => {
    if (!answers) await new Promise<void>((answer) => asked.push(answer));
    return call(...args);
  };
};
const rootDisk: RootDisk = {
  stat: slow(REAL_ROOT_DISK.stat),
  opendir: slow(REAL_ROOT_DISK.opendir),
  realpath: slow(REAL_ROOT_DISK.realpath),
};

const open = (more: Partial<SessionServices> = {}) =>
  new RootSession(1, folder.path, 0, {
    ...{ clock, rootDisk, guard: guard(), database: null, search: null, createWatcher: watchers() },
    log: () => undefined,
    send: (name, payload) => {
      if (name === 'presence') presence.push(payload as LibraryEvents['presence']);
    },
    ...more,
  });

/** The drive wakes up. */
async function wake(): Promise<void> {
  answers = true;
  for (const answer of asked.splice(0)) answer();
  await settle();
}

async function pass(ms: number): Promise<void> {
  await settle();
  for (let left = ms; left > 0; left -= 1000) {
    clock.move(1000);
    await settle();
  }
}

beforeEach(() => {
  folder = new TestFolder();
  clock = new HandClock();
  presence = [];
  asked = [];
  answers = false;
  session = open();
});
afterEach(async () => {
  await session.close();
  folder.remove();
});

it('is marked after a while, asked no second time, and found again when the drive wakes up', async () => {
  folder.write('a.jpg');
  const scan = session.scan(false).catch((error: unknown) => error);
  await pass(9000);
  expect(presence).toEqual([]);
  await pass(1000);
  expect(await scan).toMatchObject({ code: 'offline', message: SILENT });
  expect(presence).toEqual([{ root: 1, online: false, message: SILENT }]);
  await pass(60_000);
  await expect(session.scan(false)).rejects.toMatchObject({ code: 'offline', message: SILENT });
  expect(asked).toHaveLength(1);
  await wake();
  await pass(3000);
  expect(presence.slice(1)).toEqual([{ root: 1, online: true, message: null }]);
  expect((await session.scan(false)).id).toHaveLength(1);
});

it('is marked when the drive stops to answer in the middle of the first reading', async () => {
  answers = true;
  for (let i = 0; i < 20; i++) folder.write(`${i}/a.jpg`);
  session = open({ readFolders: () => new Promise(() => undefined) });
  session.scan().catch(() => undefined);
  await settle();
  answers = false;
  await pass(15_000);
  expect(presence).toEqual([{ root: 1, online: false, message: SILENT }]);
});

it('does not read a few folders in its own loop before the drive has answered', async () => {
  answers = true;
  folder.write('x/a.jpg');
  await session.scan(false);
  answers = false;
  folder.write('x/b.jpg');
  const rescan = session.rescan(['x']).catch((error: unknown) => error);
  await pass(10_000);
  expect(await rescan).toMatchObject({ code: 'offline', message: SILENT });
});

it('keeps no more than a few readings of files, refuses those that somebody waits for, and goes on later', async () => {
  for (let i = 0; i < 6; i++) folder.write(`${i}.jpg`);
  const index = new RootIndex({ path: folder.path });
  const ids = await index.scan();
  const begun: { path: string; end: (facts: FileFacts) => void }[] = [];
  const errors: unknown[] = [];
  const facts = new RootFacts({
    ...{ root: 1, clock, store: null, guard: guard(), index: () => index },
    ...{ onMedia: () => undefined, onFacts: () => undefined, onLeft: () => undefined },
    onProblems: () => undefined,
    log: (_level, message) => errors.push(message),
    read: ({ path }) => new Promise((end) => begun.push({ path, end })),
  });
  facts.queue.add(ids);
  const waiting = facts.details(ids[4]!).catch((error: unknown) => error);
  await settle();
  expect(begun).toHaveLength(4);
  await pass(5000);
  expect(await waiting).toMatchObject({ code: 'offline', message: SILENT });
  await expect(facts.details(ids[5]!)).rejects.toMatchObject({ code: 'offline' });
  // Also when the first ones are given up.
  await pass(60_000);
  expect(begun).toHaveLength(4);
  for (const { end } of [...begun]) end({ media: null, problem: null });
  await settle();
  for (const { end } of begun.slice(4)) end({ media: null, problem: null });
  await settle();
  expect(new Set(begun.map(({ path }) => path)).size).toBe(6);
  expect(errors.filter((error) => String(error).startsWith('Facts'))).toEqual([]);
  facts.close();
});
