import { lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Settings } from './settings.js';

let folder: string;
const fail = (error: unknown) => {
  throw error;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'settings-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('comes back after a restart', async () => {
  const settings = Settings.open(folder, fail);
  settings.update({ roots: [{ id: 1, path: '/a' }] });
  settings.update({ nextRootId: 2 });
  await settings.flush();
  expect(Settings.open(folder, fail).value).toEqual({
    version: 1,
    nextRootId: 2,
    roots: [{ id: 1, path: '/a' }],
  });
  expect(await readdir(folder)).toEqual(['settings.json']);
});

it.each(['{"version":1,', '{"version":1,"roots":"x"}', ''])(
  'sets damaged settings aside: %j',
  async (text) => {
    await writeFile(join(folder, 'settings.json'), text);
    const settings = Settings.open(folder, fail);
    expect(settings.value.roots).toEqual([]);
    expect(settings.notice).toContain('settings.damaged.json');
    expect(await readFile(join(folder, 'settings.damaged.json'), 'utf8')).toBe(text);
  },
);

it('keeps every damaged file', async () => {
  for (const text of ['one', 'two']) {
    await writeFile(join(folder, 'settings.json'), text);
    Settings.open(folder, fail);
  }
  expect(await readFile(join(folder, 'settings.damaged.json'), 'utf8')).toBe('one');
  expect(await readFile(join(folder, 'settings.damaged-2.json'), 'utf8')).toBe('two');
});

it('does not lose the folders over the place of the window', async () => {
  const roots = [{ id: 1, path: '/a' }];
  const saved = { version: 1, nextRootId: 2, roots, window: { width: 'wide' } };
  await writeFile(join(folder, 'settings.json'), JSON.stringify(saved));
  expect(Settings.open(folder, fail).value).toMatchObject({ roots, window: undefined });
});

it('tells when it cannot write', async () => {
  const errors: unknown[] = [];
  const settings = Settings.open(folder, (error) => errors.push(error));
  await rm(folder, { recursive: true });
  settings.update({ nextRootId: 5 });
  await settings.flush();
  expect(errors).toHaveLength(1);
  expect(settings.value.nextRootId).toBe(5);
});

it('sets a folder in its place aside', async () => {
  await mkdir(join(folder, 'settings.json'));
  const settings = Settings.open(folder, fail);
  expect(settings.notice).toContain('settings.damaged.json');
  settings.update({ nextRootId: 2 });
  await settings.flush();
  expect(Settings.open(folder, fail).value.nextRootId).toBe(2);
});

it('says so and saves nothing when it cannot be read: it may be sound', async () => {
  // A link to itself is read by nobody, not even by root.
  await symlink(join(folder, 'settings.json'), join(folder, 'settings.json'));
  const settings = Settings.open(folder, fail);
  expect(settings.notice).toContain('cannot be read (ELOOP)');
  expect(settings.notice).toContain(`Allow reading ${join(folder, 'settings.json')}`);
  settings.update({ nextRootId: 2 });
  await settings.flush();
  expect((await lstat(join(folder, 'settings.json'))).isSymbolicLink()).toBe(true);
});
