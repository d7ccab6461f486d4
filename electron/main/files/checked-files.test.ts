import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Library } from '../library/library.js';
import type { Roots } from '../roots.js';
import { CheckedFiles, MOST_AT_ONCE, textPath } from './checked-files.js';

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'home-gallery-checked-')));
  writeFileSync(join(folder, 'a.jpg'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

function filesOf(away: boolean): CheckedFiles {
  const library = {
    isAway: () => away,
    file: (root: number) => Promise.resolve({ root, relative: 'a.jpg' }),
  } as unknown as Library;
  const roots = {
    absolute: (_root: number, relative: string) => join(folder, relative),
    open: (_root: number, relative: string) => open(join(folder, relative)),
    folder: (_root: number, relative: string) => Promise.resolve(join(folder, relative)),
  } as unknown as Roots;
  return new CheckedFiles(library, roots);
}

it('hands over the path of a file that is there', async () => {
  expect(await filesOf(false).readable(1, 1)).toBe(join(folder, 'a.jpg'));
  const { paths } = await filesOf(false).paths([{ root: 1, ids: Uint32Array.of(1) }]);
  expect(paths).toEqual([join(folder, 'a.jpg')]);
});

it('names a file whose path cannot be written as the system wants it, and hands over the others', async () => {
  const names = ['\uDCE4.jpg', 'b.jpg'];
  const write = () => textPath(`/${names.shift()!}`);
  const wanted = [{ root: 1, ids: Uint32Array.of(1, 2) }];
  const { paths, done, failed } = await filesOf(false).paths(wanted, write);
  expect([paths, done]).toEqual([['/b.jpg'], 1]);
  expect(failed).toEqual([
    {
      path: 'a.jpg',
      message: expect.stringMatching(/not valid text.+Rename/) as string,
      file: { root: 1, id: 1 },
    },
  ]);
});

it('says how many may be handed over, and what to do', async () => {
  const wanted = [{ root: 1, ids: new Uint32Array(MOST_AT_ONCE + 1) }];
  await expect(filesOf(false).paths(wanted)).rejects.toMatchObject({
    message: 'No more than 10,000 files can be handed over at once. Select fewer.',
  });
});

it('says that a folder is away instead of that its files are gone', async () => {
  await expect(filesOf(true).readable(1, 1)).rejects.toMatchObject({ code: 'offline' });
  await expect(filesOf(true).folder(1, 'sub')).rejects.toMatchObject({ code: 'offline' });
  expect(await filesOf(false).folder(1, 'sub')).toBe(join(folder, 'sub'));
  const { paths, failed } = await filesOf(true).paths([{ root: 1, ids: Uint32Array.of(1) }]);
  expect(paths).toEqual([]);
  expect(failed).toEqual([
    { path: 'a.jpg', message: 'The folder is offline. Connect its drive.', file: { root: 1, id: 1 } },
  ]);
});
