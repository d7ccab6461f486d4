// Tests of opening while somebody swaps files and folders for links to what lies outside, as fast as a thread can.

import { execFileSync } from 'node:child_process';
import { constants } from 'node:fs';
import { mkdir, mkdtemp, open, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../shared/result.js';
import { openInside } from './open-inside.js';

let base: string;
let root: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'open-inside-')));
  root = join(base, 'root');
  for (const [folder, content] of [
    ['root/sub', 'inside'],
    ['outside/sub', 'the secret'],
  ] as const) {
    await mkdir(join(base, folder), { recursive: true });
    await writeFile(join(base, folder, 'a.jpg'), content);
  }
});
afterEach(() => rm(base, { recursive: true }));

/** Runs in a thread: puts what is there aside, a link to the outside in its place, and takes both back. */
const SWAPPER = `
  const { renameSync, symlinkSync, unlinkSync } = require('node:fs');
  const { workerData: { place, aside, target }, parentPort } = require('node:worker_threads');
  let running = true;
  parentPort.on('message', () => { running = false; });
  const turn = () => {
    for (let i = 0; i < 20; i++) {
      renameSync(place, aside);
      symlinkSync(target, place);
      unlinkSync(place);
      renameSync(aside, place);
    }
    if (running) setImmediate(turn);
    else parentPort.close();
  };
  turn();
`;

/** Does something again and again while a place is swapped. */
async function whileSwapped(place: string, target: string, work: () => Promise<boolean>): Promise<void> {
  const worker = new Worker(SWAPPER, {
    eval: true,
    workerData: { place, aside: join(base, 'aside'), target },
  });
  const ended = new Promise<void>((done, fail) => {
    worker.once('error', fail);
    worker.once('exit', () => done());
  });
  while (await work());
  worker.postMessage('end');
  await ended;
}

const ENOUGH = 3_000;

it.skipIf(process.platform === 'win32').each([
  ['a file', 'sub/a.jpg'],
  ['its folder', 'sub'],
])('never reads what lies outside while %s is swapped', async (_what, place) => {
  const read = new Map<string, number>();
  let times = 0;
  await whileSwapped(join(root, place), join(base, 'outside', place), async () => {
    // Two under way at once, as it is in the app.
    const open = async () => {
      const handle = await openInside(root, join(root, 'sub/a.jpg'));
      return handle.readFile('utf8').finally(() => handle.close());
    };
    for (const one of await Promise.allSettled([open(), open()])) {
      if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(AppError);
      const what = one.status === 'fulfilled' ? one.value : (one.reason as AppError).code;
      read.set(what, (read.get(what) ?? 0) + 1);
    }
    // As long as it takes for both to have been met.
    return ++times < ENOUGH || !read.has('inside') || !read.has('forbidden');
  });
  expect([...read.keys()].filter((what) => !['inside', 'forbidden', 'not-found'].includes(what))).toEqual([]);
});

it.skipIf(process.platform === 'win32')(
  'does not even open what a link to the outside leads to',
  async () => {
    const pipe = join(base, 'outside/pipe.jpg');
    execFileSync('mkfifo', [pipe]);
    await symlink(pipe, join(root, 'link.jpg'));
    let wasOpened = false;
    // The system lets it wait until somebody opens the other end.
    const writing = open(pipe, constants.O_WRONLY).then((handle) => {
      wasOpened = true;
      return handle.close();
    });
    for (const path of ['link.jpg', 'sub/../../outside/pipe.jpg']) {
      await expect(openInside(root, `${root}/${path}`)).rejects.toMatchObject({ code: 'forbidden' });
    }
    // Whatever is under way in the thread pool would be done by now.
    await realpath(base);
    expect(wasOpened).toBe(false);
    await (await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)).close();
    await writing;
  },
);
