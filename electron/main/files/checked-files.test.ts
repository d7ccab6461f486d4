import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Library } from '../library/library.js';
import type { Roots } from '../roots.js';
import { CheckedFiles } from './checked-files.js';

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
  } as unknown as Roots;
  return new CheckedFiles(library, roots);
}

it('hands over the path of a file that is there', async () => {
  expect(await filesOf(false).readable(1, 1)).toBe(join(folder, 'a.jpg'));
  const { paths } = await filesOf(false).paths([{ root: 1, ids: Uint32Array.of(1) }]);
  expect(paths).toEqual([join(folder, 'a.jpg')]);
});

it('says that a folder is away instead of that its files are gone', async () => {
  await expect(filesOf(true).readable(1, 1)).rejects.toMatchObject({ code: 'offline' });
  const { paths, failed } = await filesOf(true).paths([{ root: 1, ids: Uint32Array.of(1) }]);
  expect(paths).toEqual([]);
  expect(failed).toEqual([{ path: 'a.jpg', message: 'The folder is offline.' }]);
});
