import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openInside } from '../node/open-inside.js';
import { Roots } from './roots.js';

let base: string;
let saved: { nextRootId: number; roots: { id: number; path: string; real?: string }[] };
const open = async () => {
  const roots = Roots.open(saved, (next) => (saved = next));
  await roots.locate();
  return roots;
};

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'roots-')));
  await mkdir(join(base, 'a/inner'), { recursive: true });
  await mkdir(join(base, 'b'));
  await writeFile(join(base, 'a/x.jpg'), 'x');
  saved = { nextRootId: 1, roots: [] };
});
afterEach(() => rm(base, { recursive: true }));

it('keeps folders and their ids over a restart', async () => {
  await (await open()).add([join(base, 'a'), join(base, 'b')]);
  const again = await open();
  expect(again.list().map(({ id, name }) => [id, name])).toEqual([
    [1, 'a'],
    [2, 'b'],
  ]);
  again.remove(1);
  await again.add([join(base, 'a')]);
  expect(again.list().map(({ id }) => id)).toEqual([2, 3]);
});

it('knows a folder again under another name', async () => {
  await symlink(join(base, 'a'), join(base, 'alias'));
  const roots = await open();
  await roots.add([join(base, 'a')]);
  expect(await roots.add([join(base, 'alias'), `${base}/a/`])).toEqual({
    added: [],
    absorbed: [],
    refused: [],
  });
});

it('shows no folder twice: refuses one inside another, absorbs those a new one contains', async () => {
  const roots = await open();
  await roots.add([join(base, 'a')]);
  const inner = await roots.add([join(base, 'a/inner')]);
  expect(inner.refused).toEqual([`${join(base, 'a/inner')} is already shown as part of ${join(base, 'a')}.`]);
  const { added, absorbed } = await roots.add([base]);
  expect(added.map(({ path }) => path)).toEqual([base]);
  expect(absorbed.map(({ path }) => path)).toEqual([join(base, 'a')]);
  expect(saved.roots).toEqual([{ id: 2, path: base, real: base }]);
});

it.runIf(process.platform === 'linux')('follows a link to a name that is not UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from(`${base}/caf`), Buffer.from([0xe9])]);
  await mkdir(bytes);
  await writeFile(Buffer.concat([bytes, Buffer.from('/x.jpg')]), 'x');
  await symlink(bytes, join(base, 'link'));
  const roots = await open();
  await roots.add([join(base, 'link')]);
  expect(roots.get(1)?.real).toBe(`${base}/caf\udce9`);
  await (await roots.open(1, 'x.jpg')).close();
});

it('refuses what is no folder, in a sentence', async () => {
  const { refused } = await (await open()).add([join(base, 'gone'), join(base, 'a/x.jpg')]);
  expect(refused).toEqual([
    `${join(base, 'gone')} does not exist. See whether it was moved, or connect its drive.`,
    `${join(base, 'a/x.jpg')} is not a folder. Add the folder that it lies in.`,
  ]);
});

it('keeps an offline folder and finds it again', async () => {
  await (await open()).add([join(base, 'b')]);
  await rm(join(base, 'b'), { recursive: true });
  const roots = await open();
  expect(roots.get(1)?.path).toBe(join(base, 'b'));
  await symlink(join(base, 'a'), join(base, 'b'));
  await roots.refresh(1);
  expect(roots.get(1)?.real).toBe(join(base, 'a'));
});

it('looks again where a link leads, says whether that is elsewhere, and opens and keeps what is there', async () => {
  await writeFile(join(base, 'b/x.jpg'), 'other');
  await symlink(join(base, 'a'), join(base, 'link'), 'junction');
  const roots = await open();
  await roots.add([join(base, 'link')]);
  expect(await roots.refresh(1)).toBe(false);
  await rm(join(base, 'link'));
  await symlink(join(base, 'b'), join(base, 'link'), 'junction');
  expect(await roots.refresh(1)).toBe(true);
  expect(saved.roots).toEqual([{ id: 1, path: join(base, 'link'), real: join(base, 'b') }]);
  const file = await roots.open(1, 'x.jpg');
  expect(await file.readFile('utf8')).toBe('other');
  await file.close();
  // What cannot be reached stays where it was.
  await rm(join(base, 'link'));
  expect(await roots.refresh(1)).toBe(false);
  expect(roots.get(1)?.real).toBe(join(base, 'b'));
});

it('believes the later of two looks that were begun together', async () => {
  const answers: ((real: string) => void)[] = [];
  const follow = () => new Promise<string>((resolve) => answers.push(resolve));
  const one = { nextRootId: 2, roots: [{ id: 1, path: '/link', real: '/before' }] };
  const roots = Roots.open(one, () => undefined, { follow });
  const looks = [roots.refresh(1), roots.refresh(1)];
  for (const real of ['/between', '/now']) {
    answers.shift()!(real);
    await new Promise(setImmediate);
  }
  expect([await Promise.all(looks), roots.get(1)?.real]).toEqual([[true, true], '/now']);
});

it('knows where a link led while its folder is offline', async () => {
  await symlink(join(base, 'b'), join(base, 'link'));
  await (await open()).add([join(base, 'link')]);
  await rm(join(base, 'b'), { recursive: true });
  const roots = await open();
  expect(roots.get(1)).toMatchObject({ path: join(base, 'link'), real: join(base, 'b') });
  expect(roots.absolute(1, 'x.jpg')).toBe(join(base, 'b/x.jpg'));
});

it('keeps nobody waiting for a drive that sleeps', async () => {
  const roots = [1, 2].map((id) => ({ id, path: join(base, id === 1 ? 'a' : 'b'), real: `/before/${id}` }));
  const answers = new Map<string, (real: string) => void>();
  const follow = (path: string) => new Promise<string>((resolve) => answers.set(path, resolve));
  const opened = Roots.open({ nextRootId: 3, roots }, (next) => (saved = next), { follow });
  expect(opened.list().map(({ real }) => real)).toEqual(['/before/1', '/before/2']);
  const moved: string[][] = [];
  const located = opened.locate(() => moved.push(opened.list().map(({ real }) => real)));
  // The second one answers although the first does not.
  answers.get(join(base, 'b'))!('/now/2');
  await new Promise(setImmediate);
  expect(moved).toEqual([['/before/1', '/now/2']]);
  expect(saved.roots[1]).toMatchObject({ real: '/now/2' });
  opened.remove(1);
  answers.get(join(base, 'a'))!('/now/1');
  await located;
  expect(moved).toHaveLength(1);
  expect(opened.list().map(({ id }) => id)).toEqual([2]);
});

it('looks for few folders at a time: drives that hang leave threads to the others', async () => {
  const roots = [1, 2, 3, 4, 5].map((id) => ({ id, path: `/nas/${id}` }));
  const asked: string[] = [];
  const answers: ((real: string) => void)[] = [];
  const follow = (path: string) => {
    asked.push(path);
    return new Promise<string>((resolve) => answers.push(resolve));
  };
  const opened = Roots.open({ nextRootId: 6, roots }, (next) => (saved = next), { follow });
  const located = opened.locate();
  await new Promise(setImmediate);
  expect(asked).toEqual(['/nas/1', '/nas/2']);
  for (let i = 0; i < 5; i++) {
    answers[i]!(`/now/${i + 1}`);
    await new Promise(setImmediate);
  }
  await located;
  expect(opened.list().map(({ real }) => real)).toEqual(['/now/1', '/now/2', '/now/3', '/now/4', '/now/5']);
});

it('opens no more files of a drive that does not answer, and those of others as ever', async () => {
  let late: () => void = () => undefined;
  let openings = 0;
  const open = (root: string, path: string) => {
    if (!path.startsWith('/nas')) return openInside(root, path);
    openings++;
    return new Promise<never>(() => undefined);
  };
  const after = (_ms: number, callback: () => void) => {
    late = callback;
    return () => undefined;
  };
  const saved = [
    { id: 1, path: '/nas', real: '/nas' },
    { id: 2, path: join(base, 'a') },
  ];
  const roots = Roots.open({ nextRootId: 3, roots: saved }, () => undefined, { open, after });
  void roots.open(1, '1.jpg');
  const second = expect(roots.open(1, '2.jpg')).rejects.toMatchObject({ code: 'offline' });
  late();
  await second;
  await expect(roots.open(1, '3.jpg')).rejects.toMatchObject({ code: 'offline' });
  expect(openings).toBe(1);
  await (await roots.open(2, 'x.jpg')).close();
});

it('looks ahead into one file of all folders at a time, so that shares which hang together leave threads', async () => {
  const late: (() => void)[] = [];
  const opened: string[] = [];
  const open = (_root: string, path: string) => {
    opened.push(path);
    return new Promise<never>(() => undefined);
  };
  const after = (_ms: number, callback: () => void) => {
    late.push(callback);
    return () => undefined;
  };
  const saved = [1, 2, 3].map((id) => ({ id, path: `/nas/${id}` }));
  const roots = Roots.open({ nextRootId: 4, roots: saved }, () => undefined, { open, after });
  const [, second] = [1, 2, 3].map((id) => roots.open(id, 'x.jpg', true).catch((error: unknown) => error));
  await new Promise(setImmediate);
  expect(opened).toEqual(['/nas/1/x.jpg']);
  late.splice(0).forEach((callback) => callback());
  expect(await second).toMatchObject({ code: 'offline' });
  // What somebody asked for is tried all the same.
  void roots.open(2, 'y.jpg');
  await new Promise(setImmediate);
  expect(opened).toEqual(['/nas/1/x.jpg', '/nas/2/y.jpg']);
});

it('opens only what lies inside', async () => {
  const roots = await open();
  await roots.add([join(base, 'a')]);
  await (await roots.open(1, 'x.jpg')).close();
  await expect(roots.open(1, '../b')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(roots.open(9, 'x.jpg')).rejects.toMatchObject({ code: 'not-found' });
});
