// Tests of what is stored when it could not be read at the start: it is read later, and nothing of it is lost.

import { mkdir, mkdtemp, open as openFile, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { RECORD_BYTES } from './index-records.js';
import { fileIdentity, jobKey, storeKey, temporaryName } from './keys.js';
import { ThumbnailStore } from './store.js';
import { fingerprintAt, MADE, ManualClock, WEBP } from './testing.js';

let folder: string;
let lines: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnail-unread-'));
  lines = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const fileOf = (name: string) => ({ path: `/photos/${name}`, size: 10, modified: 1 });
const has = (store: ThumbnailStore, name: string) => store.has(fileIdentity(fileOf(name)), 'grid');
const index = () => join(folder, 'thumbnails.index');

async function open(): Promise<ThumbnailStore> {
  const log = (_level: string, line: string) => void lines.push(line);
  const store = new ThumbnailStore(folder, log, { clock: new ManualClock(), now: () => 0 });
  await store.open();
  return store;
}

async function put(store: ThumbnailStore, name: string): Promise<void> {
  const file = fileOf(name);
  await writeFile(store.temporary(jobKey(fileIdentity(file), 'grid')), WEBP);
  const facts = { fingerprint: fingerprintAt(name), bytes: WEBP.length, checksum: crc32(WEBP) };
  await store.commit(file, 'grid', { ...MADE, ...facts });
}

async function filled(...names: string[]): Promise<void> {
  const store = await open();
  for (const name of names) await put(store, name);
  await store.close();
}

it('knows what is stored although something cannot be removed that a worker or an older version has left', async () => {
  await filled('a');
  // What Windows does with a file that another program holds, a folder does everywhere.
  const left = join(folder, 'tmp', temporaryName('f'.repeat(32)));
  const orphan = join(
    folder,
    storeKey(fingerprintAt('a'), 'grid').slice(0, 2),
    `${'a'.repeat(32)}-grid1.webp`,
  );
  for (const stays of [left, orphan]) await mkdir(stays);
  const others = ['0', '7', 'e'].map((digit) => join(folder, 'tmp', temporaryName(digit.repeat(32))));
  for (const other of others) await writeFile(other, 'half');
  const store = await open();
  expect([store.problem, store.count, has(store, 'a')]).toEqual([null, 1, true]);
  // The others went all the same.
  for (const other of others) await expect(stat(other)).rejects.toThrow('ENOENT');
  expect(lines.filter((line) => line.startsWith('A thumbnail could not be removed'))).toHaveLength(2);
  await store.close();
});

it('reads its index later when it could not be read at the start, and adds nothing before', async () => {
  await filled('a', 'b');
  const kept = join(folder, 'kept');
  await rename(index(), kept);
  await mkdir(index());
  const store = await open();
  expect(store.problem?.message).toMatch(/cannot be saved/);
  // Thumbnails could be written, but it is not known yet what there is.
  expect([await store.probe(), store.count]).toEqual([false, 0]);
  await rm(index(), { recursive: true });
  await rename(kept, index());
  const before = await readFile(index());
  expect([await store.probe(), store.problem]).toEqual([true, null]);
  expect([store.count, store.bytes, has(store, 'a'), has(store, 'b')]).toEqual([
    2,
    2 * WEBP.length,
    true,
    true,
  ]);
  await put(store, 'c');
  await store.close();
  expect((await readFile(index())).subarray(0, before.length)).toEqual(before);
  const next = await open();
  expect([next.count, has(next, 'a'), has(next, 'c')]).toEqual([3, true, true]);
});

it('forgets the part of its index that it had read when the disk failed, and reads all of it later', async () => {
  await filled('a', 'b');
  const records = await readFile(index());
  // So many that they are not read at once.
  const times = Math.ceil((2000 * RECORD_BYTES) / records.length);
  const long = Buffer.concat(Array<Buffer>(times).fill(records));
  await writeFile(index(), long);
  const file = await openFile(index());
  const handles = Object.getPrototypeOf(file) as { read(piece: Buffer): Promise<{ bytesRead: number }> };
  await file.close();
  const read = vi.spyOn(handles, 'read');
  read.mockImplementationOnce((piece: Buffer) => {
    long.copy(piece);
    return Promise.resolve({ bytesRead: piece.length });
  });
  read.mockRejectedValueOnce(Object.assign(new Error('EIO'), { code: 'EIO' }));
  const store = await open();
  read.mockRestore();
  expect(store.problem?.message).toMatch(/the disk reports an error/);
  expect([store.count, store.bytes, has(store, 'a')]).toEqual([0, 0, false]);
  expect([await store.probe(), store.count, has(store, 'a'), has(store, 'b')]).toEqual([true, 2, true, true]);
  await store.close();
  expect(await readFile(index())).toEqual(long);
});
