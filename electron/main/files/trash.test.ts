import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CheckedFile, CheckedFiles } from './checked-files.js';
import { Trash } from './trash.js';

// The system's trash cannot be had here: moving away stands in for it.
vi.mock('electron', () => ({
  shell: { trashItem: (path: string) => Promise.resolve(rmSync(path)) },
}));

let folder: string;
beforeEach(() => (folder = realpathSync(mkdtempSync(join(tmpdir(), 'home-gallery-trash-')))));
afterEach(() => rmSync(folder, { recursive: true }));

it('tells in which folders files went, and only of those that did', async () => {
  writeFileSync(join(folder, 'a.jpg'), '');
  writeFileSync(join(folder, 'b.jpg'), '');
  const all = [
    { root: 1, relative: 'in/a.jpg', path: join(folder, 'a.jpg') },
    { root: 1, relative: 'in/b.jpg', path: join(folder, 'b.jpg') },
    { root: 2, relative: 'gone.jpg', path: join(folder, 'gone.jpg') },
  ];
  const files = {
    each: async (_wanted: unknown, work: (file: CheckedFile) => Promise<void>) => {
      let done = 0;
      for (const { path, ...file } of all) {
        await work({ path, file } as unknown as CheckedFile).then(
          () => done++,
          () => undefined,
        );
      }
      return { done, failed: [] };
    },
  } as unknown as CheckedFiles;
  const changed = vi.fn();
  const trash = new Trash(files, changed, () => undefined);
  expect((await trash.put([])).done).toBe(2);
  expect(changed.mock.calls).toEqual([[1, ['in']]]);
});
