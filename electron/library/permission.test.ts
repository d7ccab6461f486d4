// Tests of permissions that bind the reader. Root, whom they do not bind, becomes somebody else for the time of a reading.

import { chmodSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RootIndex } from './root-index.js';
import { pathsOf, TestFolder } from './test-files.js';

const NOBODY = 65_534;
const NO_PERMISSION = 'You do not have permission to read this folder.';

/** Runs `work` as somebody whom permissions bind. */
async function ordinarily<T>(work: () => Promise<T>): Promise<T> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}

let folder: TestFolder;
let index: RootIndex;
beforeEach(async () => {
  folder = new TestFolder();
  chmodSync(folder.path, 0o755);
  folder.write('a.jpg', 'x/b.jpg', 'x/y/c.jpg');
  folder.age('x/y', 'x', '');
  index = new RootIndex({ path: folder.path });
  await ordinarily(() => index.scan());
});
afterEach(() => {
  for (const path of ['', 'x']) chmodSync(folder.at(path), 0o755);
  folder.remove();
});

describe.skipIf(process.platform === 'win32')('without permission', () => {
  it('a root is away, and says why, until it may be read again', async () => {
    chmodSync(folder.path, 0);
    expect(await ordinarily(() => index.whyAway())).toBe(NO_PERMISSION);
    const works: (() => Promise<unknown>)[] = [() => index.scan(), () => index.reread(), () => index.moved()];
    for (const work of works) {
      await expect(ordinarily(work)).rejects.toMatchObject({ code: 'offline', message: NO_PERMISSION });
    }
    expect(pathsOf(index.listing)).toEqual(['a.jpg', 'x/b.jpg', 'x/y/c.jpg']);
    chmodSync(folder.path, 0o755);
    expect(await ordinarily(() => index.whyAway())).toBeNull();
    expect((await ordinarily(() => index.reread())).patch).toBeNull();
  });

  it('to search it, a folder keeps what was known as well', async () => {
    // Names can be read, and nothing else.
    chmodSync(folder.at('x'), 0o744);
    await ordinarily(() => index.reread());
    expect(pathsOf(index.listing)).toEqual(['a.jpg', 'x/b.jpg', 'x/y/c.jpg']);
    expect([...index.problems()].map(({ path }) => path).sort()).toEqual(['x/b.jpg', 'x/y']);
    expect(await ordinarily(() => index.moved(true))).toContain('x');
    chmodSync(folder.at('x'), 0o755);
    await ordinarily(async () => index.rescan(await index.moved()));
    expect([...index.problems()]).toEqual([]);
  });
});
