// Tests of the colours that stand for a file: they outlive its stored thumbnail.

import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RECORD_BYTES } from './index-records.js';
import { fileIdentity, jobKey } from './keys.js';
import { ThumbnailStore } from './store.js';
import { fingerprintAt, MADE, ManualClock, WEBP } from './testing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnail-colors-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const NAMES = ['a', 'b', 'c', 'd'];
/** Bytes that hold three of the four pictures. */
const CAP = 4 * WEBP.length - 1;
const colors = (name: string) => new Uint8Array(24).fill(name.charCodeAt(0) * 2);
const fileOf = (name: string) => ({ path: `/photos/${name}`, size: name.charCodeAt(0), modified: 1 });
const index = () => join(folder, 'thumbnails.index');

async function open(cap = CAP): Promise<ThumbnailStore> {
  const store = new ThumbnailStore(folder, () => undefined, { clock: new ManualClock(), now: () => 0, cap });
  await store.open();
  return store;
}

async function put(store: ThumbnailStore, name: string, placeholder = colors(name)): Promise<void> {
  const file = fileOf(name);
  await writeFile(store.temporary(jobKey(fileIdentity(file), 'grid')), WEBP);
  const facts = { fingerprint: fingerprintAt(name), bytes: WEBP.length, checksum: crc32(WEBP) };
  await store.commit(file, 'grid', { ...MADE, ...facts, placeholder });
}

const stored = (store: ThumbnailStore) =>
  NAMES.filter((name) => store.has(fileIdentity(fileOf(name)), 'grid'));
const colored = (store: ThumbnailStore) =>
  NAMES.filter((name) => {
    const found = store.placeholder(fileOf(name));
    if (found) expect(found).toEqual(colors(name));
    return found !== undefined;
  });

/** A folder whose cap has pushed out the first picture. */
async function evicted(): Promise<void> {
  const store = await open();
  for (const name of NAMES) await put(store, name);
  await store.close();
  expect([stored(store), colored(store)]).toEqual([['b', 'c', 'd'], NAMES]);
}

/** Has the index written anew, so that it holds only what is alive. Answers how many records that is. */
async function writeAnew(): Promise<number> {
  // It is, when the last record is not whole.
  await appendFile(index(), Buffer.alloc(30, 1));
  await (await open()).close();
  return (await readFile(index())).length / RECORD_BYTES;
}

it('are those of the content as it is now, whichever picture of it was made anew', async () => {
  const store = await open();
  await put(store, 'a', colors('b'));
  const file = fileOf('a');
  await writeFile(store.temporary(jobKey(fileIdentity(file), 'large')), WEBP);
  const facts = { fingerprint: fingerprintAt('a'), bytes: WEBP.length, checksum: crc32(WEBP) };
  await store.commit(file, 'large', { ...MADE, ...facts, placeholder: colors('a') }, true);
  expect([stored(store), colored(store)]).toEqual([[], ['a']]);
  await store.close();
});

it('are kept of a picture that had to go, over restarts; else nothing of it is', async () => {
  await evicted();
  const soon = await open();
  expect([stored(soon), colored(soon)]).toEqual([['b', 'c', 'd'], NAMES]);
  await soon.close();
  // Four places, three pictures and one that is gone.
  expect(await writeAnew()).toBe(8);
  const later = await open();
  expect([stored(later), colored(later)]).toEqual([['b', 'c', 'd'], NAMES]);
  expect([later.count, later.bytes, later.full]).toEqual([3, 3 * WEBP.length, false]);
  // Its picture would be made whatever its fingerprint is, which then need not be read first.
  expect(NAMES.map((name) => later.mayKnow(fileOf(name).size))).toEqual([false, true, true, true]);
  expect(later.recognise(fileOf('a'), fingerprintAt('a'), 'grid')).toBeNull();
  await put(later, 'a');
  expect([stored(later).includes('a'), later.mayKnow(fileOf('a').size)]).toEqual([true, true]);
});

it('are none of a picture from before there were any, which stays, and none are kept of it', async () => {
  const none = new Uint8Array(0);
  const store = await open();
  await put(store, 'a', none);
  expect([stored(store), colored(store)]).toEqual([['a'], []]);
  for (const name of ['b', 'c']) await put(store, name);
  await store.close();
  const again = await open();
  expect([stored(again), colored(again)]).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
  await put(again, 'd');
  await again.close();
  // As it is read, and as it is written anew.
  for (const write of [() => Promise.resolve(0), writeAnew]) {
    await write();
    const later = await open();
    expect([stored(later), colored(later)]).toEqual([
      ['b', 'c', 'd'],
      ['b', 'c', 'd'],
    ]);
    await later.close();
  }
});

it('are kept of a picture that the disk has damaged', async () => {
  const store = await open();
  await put(store, 'a');
  const path = (await store.find(fileIdentity(fileOf('a')), 'grid')) ?? '';
  await writeFile(path, 'damaged');
  expect(await store.find(fileIdentity(fileOf('a')), 'grid')).toBeNull();
  expect([stored(store), colored(store)]).toEqual([[], ['a']]);
  // Nor does the next start count it as made.
  await expect(readFile(path)).rejects.toThrow('ENOENT');
  await store.close();
  expect(await writeAnew()).toBe(2);
  const again = await open();
  expect([stored(again), colored(again)]).toEqual([[], ['a']]);
});

it('are those of a file also when it was renamed or moved after its picture had to go', async () => {
  await evicted();
  await writeAnew();
  const moved = { ...fileOf('a'), path: '/elsewhere/another' };
  const store = await open();
  expect(store.placeholder(moved)).toEqual(colors('a'));
  // Of another size or time it is another file.
  expect(store.placeholder({ ...moved, size: 1 })).toBeUndefined();
  expect(store.placeholder({ ...moved, modified: 2 })).toBeUndefined();
  await store.clear();
  expect(store.placeholder(moved)).toBeUndefined();
  await store.close();
});

it('are replaced by those of the picture that is made again', async () => {
  const before = await open();
  await put(before, 'a', colors('z'));
  await before.close();
  await (await open(1)).close();
  const store = await open();
  expect([store.count, store.placeholder(fileOf('a'))]).toEqual([0, colors('z')]);
  await put(store, 'a');
  await store.close();
  expect(await writeAnew()).toBe(2);
  expect(colored(await open())).toEqual(['a']);
});

it('are lost alone when their record is damaged', async () => {
  await evicted();
  await writeAnew();
  const bytes = await readFile(index());
  // The colours come last.
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  await writeFile(index(), bytes);
  const store = await open();
  expect([stored(store), colored(store)]).toEqual([
    ['b', 'c', 'd'],
    ['b', 'c', 'd'],
  ]);
});

it('go when a person clears the thumbnails', async () => {
  await evicted();
  const store = await open();
  await store.clear();
  await store.close();
  expect([colored(store), colored(await open())]).toEqual([[], []]);
});
