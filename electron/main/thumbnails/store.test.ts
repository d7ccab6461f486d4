import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { thumbnailKey } from './keys.js';
import { ThumbnailStore } from './store.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnail-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const KEY = 'abcdef00112233445566778899aabbcc';
const open = async (at = folder) => {
  const store = new ThumbnailStore(at, () => undefined);
  await store.open();
  return store;
};
/** The smallest thing that has the shape of a WebP. */
function webp(extra = 4): Buffer {
  const bytes = Buffer.alloc(12 + extra);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(4 + extra, 4);
  bytes.write('WEBP', 8, 'latin1');
  return bytes;
}
async function put(store: ThumbnailStore, key: string, bytes = webp()): Promise<void> {
  await writeFile(store.temporary(key), bytes);
  await store.commit(key);
}

describe('ThumbnailStore', () => {
  it('keeps what was committed, in shards, over a restart', async () => {
    const store = await open();
    expect(store.has(KEY)).toBe(false);
    await put(store, KEY);
    expect(store.has(KEY)).toBe(true);
    expect(await store.find(KEY)).toBe(join(folder, 'ab', `${KEY}.webp`));
    const again = await open();
    expect(again.has(KEY)).toBe(true);
    expect(again.count).toBe(1);
  });

  it('forgets a stored file that is missing, empty, cut or something else', async () => {
    const broken = [
      Buffer.alloc(0),
      Buffer.alloc(16),
      webp().subarray(0, 14),
      Buffer.concat([webp(), webp()]),
    ];
    for (const bytes of broken) {
      const store = await open();
      await put(store, KEY, bytes);
      expect(await store.find(KEY)).toBeNull();
      expect(store.has(KEY)).toBe(false);
    }
    const store = await open();
    await put(store, KEY);
    await rm(join(folder, 'ab'), { recursive: true });
    expect(await store.find(KEY)).toBeNull();
  });

  it('clears what a worker left half written, and ignores strangers', async () => {
    await mkdir(join(folder, 'tmp'));
    await writeFile(join(folder, 'tmp', `${KEY}.webp`), 'half');
    await mkdir(join(folder, 'ab'));
    await writeFile(join(folder, 'ab', 'notes.txt'), 'hello');
    await writeFile(join(folder, 'readme'), 'hello');
    const store = await open();
    expect(store.count).toBe(0);
    expect(await readdir(join(folder, 'tmp'))).toEqual([]);
    expect(await readdir(join(folder, 'ab'))).toEqual(['notes.txt']);
  });

  it('says in one sentence why nothing can be stored, and notices when it can', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file, not a folder');
    const store = await open(blocked);
    expect(store.problem?.message).toBe(`Thumbnails cannot be saved in ${blocked}: it is not a folder.`);
    expect(await store.find(KEY)).toBeNull();
    await expect(store.commit(KEY)).rejects.toThrow('cannot be saved');
    await rm(blocked);
    expect(await store.probe()).toBe(true);
    expect(store.problem).toBeNull();
    await put(store, KEY);
    expect(store.has(KEY)).toBe(true);
  });

  it('rejects a commit of something that was never written', async () => {
    const store = await open();
    await expect(store.commit(KEY)).rejects.toThrow('cannot be saved');
    expect(store.has(KEY)).toBe(false);
  });
});

describe('thumbnailKey', () => {
  const file = { path: '/photos/a.jpg', size: 10, modified: 20.5 };

  it('follows path, size, time and variant', () => {
    const keys = [
      thumbnailKey(file, 'grid'),
      thumbnailKey(file, 'screen'),
      thumbnailKey({ ...file, path: '/photos/b.jpg' }, 'grid'),
      thumbnailKey({ ...file, size: 11 }, 'grid'),
      thumbnailKey({ ...file, modified: 20.6 }, 'grid'),
    ];
    expect(new Set(keys).size).toBe(5);
    expect(thumbnailKey({ ...file }, 'grid')).toBe(keys[0]);
    expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tells names apart that differ only in bytes that are not UTF-8', () => {
    const [one, two] = ['/p/\udcff.jpg', '/p/\udcfe.jpg'].map((path) =>
      thumbnailKey({ ...file, path }, 'grid'),
    );
    expect(one).not.toBe(two);
  });
});
