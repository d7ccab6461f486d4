// Runs in the test: a chosen folder, and beside it files that nobody may read: their contents are looked for in every answer,
// the system tells when one was read, and a pipe when it was opened.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  constants,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { jpeg, video } from '../media/index.js';

/** Part of every file that nobody may read. */
export const CANARY = 'canary-7b1f-not-for-anybody';
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

export interface World {
  /** The chosen folder. */
  readonly folder: string;
  readonly outside: string;
  /** What is wrong with the files outside, a line each. */
  complaints(): Promise<readonly string[]>;
  /** To be called whatever happens: the pipe would keep this process. */
  release(): Promise<void>;
}

export async function makeWorld(scratch: string): Promise<World> {
  const [folder, outside] = [join(scratch, 'Chosen'), join(scratch, 'outside')];
  for (const place of [folder, outside]) mkdirSync(join(place, 'sub'), { recursive: true });
  const canary = Buffer.concat([
    await jpeg({ width: 64, height: 48, scene: 'quarters' }),
    Buffer.from(CANARY),
  ]);
  const secrets = ['secret.jpg', 'sub/c.jpg', 'secret.txt'].map((name) => join(outside, name));
  for (const path of secrets) writeFileSync(path, canary);
  const control = join(scratch, 'control.jpg');
  writeFileSync(control, canary);
  for (const [i, name] of ['a.jpg', 'b.jpg', 'swap.jpg', 'sub/c.jpg', 'sub/d.jpg'].entries())
    writeFileSync(join(folder, name), await jpeg({ width: 120, height: 80, seed: i }));
  await video(join(folder, 'film.avi'), { width: 64, height: 48, seconds: 1, audio: false });
  const pipe = join(outside, 'pipe.jpg');
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [pipe]);
    symlinkSync(join(outside, 'secret.jpg'), join(folder, 'file-link.jpg'));
    symlinkSync(pipe, join(folder, 'pipe-link.jpg'));
    symlinkSync(outside, join(folder, 'folder-link'));
  }
  // Systems write down that a file was read when it had not been since it was written to.
  for (const path of [...secrets, control]) utimesSync(path, LONG_AGO, new Date());
  let pipeWasOpened = false;
  const writing =
    process.platform === 'win32'
      ? null
      : open(pipe, constants.O_WRONLY).then((handle) => {
          pipeWasOpened = true;
          return handle.close();
        });
  const wasRead = (path: string) => statSync(path).atimeMs !== LONG_AGO.getTime();
  return {
    folder,
    outside,
    complaints: async () => {
      const wrong = secrets.filter(wasRead).map((path) => `${path} was read`);
      for (const path of secrets) if (!readFileSync(path).equals(canary)) wrong.push(`${path} was changed`);
      if (pipeWasOpened) wrong.push(`${pipe} was opened`);
      readFileSync(control);
      if (!wasRead(control)) process.stdout.write('This disk does not tell when files are read.\n');
      return wrong;
    },
    release: async () => {
      if (!writing) return;
      await (await open(pipe, constants.O_RDONLY | constants.O_NONBLOCK)).close();
      await writing;
    },
  };
}

/** Everything in a folder: files with their contents, links with where they lead. */
export function everythingIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((one) => {
      const path = join(one.parentPath, one.name);
      const what = one.isSymbolicLink()
        ? `-> ${readlinkSync(path)}`
        : one.isFile()
          ? createHash('sha256').update(readFileSync(path)).digest('hex')
          : 'folder';
      return `${relative(folder, path)} ${what}`;
    })
    .sort();
}

/** Puts a link in the place of a file or folder, and takes it back when `work` is done. */
export async function withLink(
  place: string,
  target: string,
  aside: string,
  work: () => Promise<void>,
): Promise<void> {
  renameSync(place, aside);
  symlinkSync(target, place);
  try {
    await work();
  } finally {
    unlinkSync(place);
    renameSync(aside, place);
  }
}

/** Swaps a place for a link and back, again and again, until `work` is done; answers how often. */
export async function whileSwapped(
  place: string,
  target: string,
  aside: string,
  work: Promise<unknown>,
): Promise<number> {
  let working = true;
  let times = 0;
  const end = () => (working = false);
  work.then(end, end);
  while (working) {
    await withLink(place, target, aside, async () => void (await turn()));
    times++;
    await turn();
  }
  await work;
  return times;
}
