import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CheckedFile, CheckedFiles } from './checked-files.js';
import { Trash } from './trash.js';

// The system's trash cannot be had here: a folder like it stands in for it.
vi.mock('electron', () => ({
  shell: {
    trashItem: (path: string) => {
      renameSync(path, inTrash(basename(path)));
      writeFileSync(join(trashDir(), 'info', `${basename(path)}.trashinfo`), `[Trash Info]\nPath=${path}\n`);
      return Promise.resolve();
    },
  },
}));

let folder: string;
const trashDir = () => join(folder, 'data/Trash');
const inTrash = (name: string) => join(trashDir(), 'files', name);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'home-gallery-trash-')));
  for (const part of ['files', 'info']) mkdirSync(join(trashDir(), part), { recursive: true });
  vi.stubEnv('XDG_DATA_HOME', join(folder, 'data'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** Files of the gallery, of which those fail that are not there. */
const filesOf = (...all: readonly { root: number; relative: string; path: string }[]): CheckedFiles =>
  ({
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
  }) as unknown as CheckedFiles;

it('tells in which folders files went, and only of those that did', async () => {
  writeFileSync(join(folder, 'a.jpg'), '');
  writeFileSync(join(folder, 'b.jpg'), '');
  const all = [
    { root: 1, relative: 'in/a.jpg', path: join(folder, 'a.jpg') },
    { root: 1, relative: 'in/b.jpg', path: join(folder, 'b.jpg') },
    { root: 2, relative: 'gone.jpg', path: join(folder, 'gone.jpg') },
  ];
  const changed = vi.fn();
  const trash = new Trash(filesOf(...all), changed, () => undefined);
  expect((await trash.put([])).done).toBe(2);
  expect(changed.mock.calls).toEqual([[1, ['in']]]);
});

// Elsewhere the system alone can restore.
it.runIf(process.platform === 'linux')('tries again to restore what is still in the trash', async () => {
  const at = (name: string) => join(folder, 'in', name);
  mkdirSync(join(folder, 'in/deep'), { recursive: true });
  const relatives = ['back.jpg', 'taken.jpg', 'deep/homeless.jpg', 'emptied.jpg'];
  for (const one of relatives) writeFileSync(at(one), one);
  const changed = vi.fn();
  const all = relatives.map((relative) => ({ root: 1, relative, path: at(relative) }));
  const trash = new Trash(filesOf(...all), changed, () => undefined);
  const { undo } = await trash.put([]);
  writeFileSync(at('taken.jpg'), 'another');
  rmSync(join(folder, 'in/deep'), { recursive: true });
  rmSync(inTrash('emptied.jpg'));

  const first = await trash.undo(undo!);
  expect(readFileSync(at('back.jpg'), 'utf8')).toBe('back.jpg');
  expect(readFileSync(at('taken.jpg'), 'utf8')).toBe('another');
  expect(first.done).toBe(1);
  const still = 'so it is still in the trash of the system.';
  expect(Object.fromEntries(first.failed.map(({ path, message }) => [basename(path), message]))).toEqual({
    'taken.jpg': `There is another file of this name by now, ${still} Rename that one, then try it again.`,
    'homeless.jpg': `Its folder is no longer there, ${still} Make the folder again, or restore the file there.`,
    'emptied.jpg': 'It is no longer in the trash of the system.',
  });

  // What has left the trash is not tried again, and neither is what came back.
  rmSync(at('taken.jpg'));
  changed.mockClear();
  const second = await trash.undo(first.undo!);
  expect([second.done, second.failed.length]).toEqual([1, 1]);
  expect(readFileSync(at('taken.jpg'), 'utf8')).toBe('taken.jpg');
  expect(changed).toHaveBeenCalled();

  mkdirSync(join(folder, 'in/deep'));
  expect(await trash.undo(second.undo!)).toEqual({ done: 1, failed: [], undo: null });
  expect(readFileSync(at('deep/homeless.jpg'), 'utf8')).toBe('deep/homeless.jpg');
  await expect(trash.undo(second.undo!)).rejects.toMatchObject({ code: 'not-found' });
});
