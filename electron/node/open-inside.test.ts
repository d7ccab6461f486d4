import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ASIDE, AT_ONCE, findInside, isInside, openInside } from './open-inside.js';
import { diskPath } from './raw-paths.js';

let base: string;
let root: string;

beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'open-inside-')));
  root = join(base, 'root');
  await mkdir(join(root, 'sub'), { recursive: true });
  await writeFile(join(root, 'sub/in.jpg'), 'inside');
  await writeFile(join(base, 'secret.jpg'), 'secret');
});
afterEach(() => rm(base, { recursive: true }));

describe('isInside', () => {
  it.each([
    ['/a', '/a', true],
    ['/a', '/a/b', true],
    ['/a', '/ab', false],
    ['/a', '/', false],
    ['/a', '/a/..b', true],
    ['/', '/a', true],
  ])('%s holds %s: %s', (folder, path, expected) => expect(isInside(folder, path)).toBe(expected));
});

describe.each([
  ['aside', ASIDE],
  ['at once', AT_ONCE],
])('openInside, asking %s', (_how, asking) => {
  const read = async (path: string) => {
    const handle = await openInside(root, path, asking);
    const text = await handle.readFile('utf8');
    await handle.close();
    return text;
  };

  it('opens a file of the root', async () => {
    expect(await read(join(root, 'sub/in.jpg'))).toBe('inside');
  });

  it('opens a name that is not UTF-8', async () => {
    const path = `${root}/caf\udce9.jpg`;
    await writeFile(diskPath(path), 'raw');
    expect(await read(path)).toBe('raw');
  });

  it.each([
    ['a path that climbs out', () => `${root}/sub/../../secret.jpg`],
    [
      'a link to a file outside',
      async () => {
        await symlink(join(base, 'secret.jpg'), join(root, 'link.jpg'));
        return join(root, 'link.jpg');
      },
    ],
    [
      'a folder that was replaced by a link',
      async () => {
        await mkdir(join(base, 'other'));
        await writeFile(join(base, 'other/in.jpg'), 'secret');
        await rename(join(root, 'sub'), join(root, 'was'));
        await symlink(join(base, 'other'), join(root, 'sub'));
        return join(root, 'sub/in.jpg');
      },
    ],
  ])('refuses %s', async (_what, path) => {
    await expect(read(await path())).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('says what is not there or no file', async () => {
    await expect(read(join(root, 'gone.jpg'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(read(join(root, 'sub'))).rejects.toMatchObject({ code: 'unsupported' });
  });
});

describe('findInside', () => {
  it('finds the root, a folder in it, and one whose name is not UTF-8', async () => {
    await findInside(root, root);
    await findInside(root, join(root, 'sub'));
    const path = `${root}/caf\udce9`;
    await mkdir(diskPath(path));
    await findInside(root, path);
  });

  it('refuses what lies outside, by whichever way', async () => {
    await symlink(base, join(root, 'up'));
    for (const path of [`${root}/../`, `${root}/sub/../..`, join(root, 'up'), `${root}-b`])
      await mkdir(`${root}-b`, { recursive: true }).then(() =>
        expect(findInside(root, path)).rejects.toMatchObject({
          ...{
            code: 'forbidden',
            message: 'This folder lies outside the chosen folders. Add it as a folder of its own.',
          },
        }),
      );
  });

  it('says what is gone, also where a file took its place', async () => {
    for (const name of ['gone', 'sub/in.jpg', 'sub/in.jpg/x'])
      await expect(findInside(root, join(root, name))).rejects.toMatchObject({
        ...{ code: 'not-found', message: 'The folder is no longer there. Check for changes.' },
      });
  });
});
