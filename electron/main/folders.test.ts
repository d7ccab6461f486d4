// Tests of the chosen folders when links lead elsewhere than when they were chosen: nothing is shown twice.

import { mkdir, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { RootId } from '../shared/contract.js';
import { Folders } from './folders.js';
import { Roots } from './roots.js';

let base: string;
let shown: Map<RootId, string>;
let notices: string[];
let roots: Roots;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'folders-')));
  await mkdir(join(base, 'all/part'), { recursive: true });
  await mkdir(join(base, 'other'));
  await mkdir(join(base, 'user/thumbnails'), { recursive: true });
  shown = new Map();
  notices = [];
});
afterEach(() => rm(base, { recursive: true, force: true }));

const link = async (target: string) => {
  await rm(join(base, 'link'), { force: true });
  await symlink(join(base, target), join(base, 'link'), 'junction');
};

/** Folders as they are after a start with these saved. */
async function start(...names: string[]): Promise<Folders> {
  const saved = names.map((name, index) => ({ id: index + 1, path: join(base, name) }));
  roots = Roots.open({ nextRootId: 9, roots: saved }, () => undefined);
  await roots.locate();
  return new Folders({
    roots,
    userData: join(base, 'user'),
    askForFolders: () => Promise.resolve([]),
    open: ({ id, path }) => shown.set(id, path.slice(base.length + 1)),
    close: (id) => shown.delete(id),
    list: () => [],
    announce: () => undefined,
    notice: (message) => notices.push(message),
    log: () => undefined,
  });
}

it('shows a folder by itself while it lies in no other, and as a part of another while it does', async () => {
  await link('other');
  const folders = await start('all', 'link');
  folders.settle();
  expect([...shown.values()]).toEqual(['all', 'link']);
  await link('all/part');
  await roots.refresh(2);
  folders.settle();
  folders.settle();
  expect([...shown.values()]).toEqual(['all']);
  expect(notices).toEqual([
    `${join(base, 'link')} leads into ${join(base, 'all')} now, and is shown as part of that.`,
  ]);
  await link('other');
  await roots.refresh(2);
  folders.settle();
  expect([...shown.values()]).toEqual(['all', 'link']);
  expect(notices).toHaveLength(1);
});

it('does so from the start, also when both are the same folder', async () => {
  await link('all');
  (await start('link', 'all')).settle();
  expect([...shown.values()]).toEqual(['link']);
  expect(roots.list()).toHaveLength(2);
});

it('shows it by itself again when the folder around it is taken out', async () => {
  await link('all/part');
  const folders = await start('link', 'all');
  folders.settle();
  expect([...shown.values()]).toEqual(['all']);
  folders.remove(2);
  expect([...shown.values()]).toEqual(['link']);
});

it("says so when a folder is the app's own or lies in it, and shows it all the same", async () => {
  const folders = await start();
  await folders.add([join(base, 'other'), join(base, 'user/thumbnails')]);
  expect([...shown.values()]).toEqual(['other', 'user/thumbnails']);
  const told = 'is where Home Gallery keeps its own files; thumbnails in it are not shown.';
  expect(notices).toEqual([`${join(base, 'user/thumbnails')} ${told}`]);
  // A folder around it is like any other.
  await folders.add([base]);
  expect([...shown.values()]).toEqual(['']);
  expect(notices).toHaveLength(1);
});
