import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RECORD_BYTES } from './index-records.js';
import { fileIdentity, jobKey, storedKey, storeKey, temporaryName, type Variant } from './keys.js';
import type { StoreOptions } from './store-options.js';
import { ThumbnailStore } from './store.js';
import { fingerprintAt, MADE, ManualClock } from './testing.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'thumbnail-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const DAY = 24 * 60 * 60 * 1000;
const open = async (at = folder, options: StoreOptions = {}) => {
  const store = new ThumbnailStore(at, () => undefined, {
    clock: new ManualClock(),
    now: () => 0,
    ...options,
  });
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
const fileAt = (name: string, size = 10, modified = 1) => ({ path: `/photos/${name}`, size, modified });
const A = fileAt('a.jpg');
const idA = fileIdentity(A);
const keyOf = (name: string, variant: Variant = 'grid') => storeKey(fingerprintAt(name), variant);
const pathOf = (name: string) => join(folder, keyOf(name).slice(0, 2), `${keyOf(name)}.webp`);

/** Stores a picture for a file whose content is called `content`. */
async function put(store: ThumbnailStore, file = A, { content = 'a', bytes = webp() } = {}): Promise<void> {
  await writeFile(store.temporary(jobKey(fileIdentity(file), 'grid')), bytes);
  const facts = { fingerprint: fingerprintAt(content), bytes: bytes.length, checksum: crc32(bytes) };
  await store.commit(file, 'grid', { ...MADE, ...facts });
}

const MEND = 'Fix that, or choose another folder in the settings.';

describe('ThumbnailStore', () => {
  it('opens although its disk does not answer, tries it once at a time, and reads what is stored when it is back', async () => {
    const before = await open();
    await put(before);
    await before.close();
    const clock = new ManualClock();
    const answers: (() => void)[] = [];
    const hangs = () => new Promise<void>((resolve) => answers.push(resolve));
    const store = new ThumbnailStore(folder, () => undefined, { clock, tryWriting: hangs });
    const opened = store.open();
    await clock.advance(10_000);
    await opened;
    expect(store.problem?.message).toBe(
      `Thumbnails cannot be saved: the disk does not answer (${folder}). ${MEND}`,
    );
    expect(await store.read(idA, 'grid')).toBeNull();
    const again = store.probe();
    await clock.advance(10_000);
    expect([await again, answers.length]).toEqual([false, 1]);
    answers[0]?.();
    const works = () => {
      const probe = store.probe();
      answers.pop()?.();
      return probe;
    };
    await expect.poll(works).toBe(true);
    expect(await store.find(idA, 'grid')).toBe(pathOf('a'));
  });

  it('keeps what was committed, in shards, over a restart', async () => {
    const store = await open();
    expect(store.has(idA, 'grid')).toBe(false);
    await put(store);
    expect(store.has(idA, 'grid')).toBe(true);
    expect(store.has(idA, 'screen')).toBe(false);
    expect(await store.find(idA, 'grid')).toBe(pathOf('a'));
    await store.close();
    const again = await open();
    expect(again.has(idA, 'grid')).toBe(true);
    expect(again.placeholder(A)).toEqual(MADE.placeholder);
    expect([again.count, again.bytes]).toEqual([1, 16]);
  });

  it('recognises a file that was renamed, moved or touched, also after a restart', async () => {
    const first = await open();
    const warning = { code: 'damaged', message: 'Only a part.' } as const;
    const made = {
      ...MADE,
      fingerprint: fingerprintAt('a'),
      duration: 2.5,
      bytes: 16,
      checksum: crc32(webp()),
      warning,
    };
    await writeFile(first.temporary(jobKey(idA, 'grid')), webp());
    await first.commit(A, 'grid', made);
    await first.close();
    const store = await open();
    const moved = fileAt('elsewhere/b.jpg', A.size, 99);
    expect(store.mayKnow(A.size)).toBe(true);
    expect(store.mayKnow(11)).toBe(false);
    expect(store.recognise(moved, fingerprintAt('other'), 'grid')).toBeNull();
    expect(store.recognise(moved, fingerprintAt('a'), 'screen')).toBeNull();
    const known = store.recognise(moved, fingerprintAt('a'), 'grid');
    expect(known).toMatchObject({ width: 30, height: 20, duration: 2.5, warning: { code: 'damaged' } });
    expect(await store.find(fileIdentity(moved), 'grid')).toBe(pathOf('a'));
    await store.close();
    expect((await open()).has(fileIdentity(moved), 'grid')).toBe(true);
  });

  it('forgets a stored file that is missing, empty, cut, something else or wrong in a single bit', async () => {
    const cut = webp().subarray(0, 14);
    const flipped = webp();
    flipped[13] = 1;
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(16), cut, Buffer.concat([webp(), webp()]), flipped]) {
      const store = await open();
      await put(store);
      expect(await store.find(idA, 'grid')).toBe(pathOf('a'));
      await writeFile(pathOf('a'), bytes);
      expect(await store.find(idA, 'grid')).toBeNull();
      expect(store.has(idA, 'grid')).toBe(false);
    }
    const store = await open();
    await put(store);
    await rm(join(folder, keyOf('a').slice(0, 2)), { recursive: true });
    expect(await store.find(idA, 'grid')).toBeNull();
    expect(store.bytes).toBe(0);
  });

  it('removes half-written files, older recipes and orphans, and leaves strangers alone', async () => {
    const store = await open();
    await put(store);
    await store.close();
    const shard = keyOf('a').slice(0, 2);
    const own = [`${'a'.repeat(32)}-grid1.webp`, `${keyOf('orphan')}.webp`];
    for (const name of own) await writeFile(join(folder, shard, name), webp());
    await writeFile(join(folder, 'tmp', temporaryName(idA)), 'half');
    // Many programs keep pictures under their MD5 sums, in folders by the first two digits.
    const sum = `${'a'.repeat(32)}.webp`;
    const strangers = [
      'index',
      'tmp/probe',
      `tmp/${sum}`,
      `${shard}/${sum}`,
      'tmp/notes.txt',
      `${shard}/holiday.webp`,
      'readme',
    ];
    for (const name of strangers) await writeFile(join(folder, name), 'hello');
    await mkdir(join(folder, 'ab', 'inner'), { recursive: true });
    const again = await open();
    expect(again.count).toBe(1);
    expect((await readdir(join(folder, shard))).filter((name) => name !== 'inner').sort()).toEqual(
      [sum, 'holiday.webp', `${keyOf('a')}.webp`].sort(),
    );
    await again.close();
    for (const name of strangers) expect(await readFile(join(folder, name), 'utf8'), name).toBe('hello');
    expect((await readdir(join(folder, 'tmp'))).sort()).toEqual([sum, 'notes.txt', 'probe'].sort());
  });

  it('says in one sentence why nothing can be stored, and notices when it can', async () => {
    const blocked = join(folder, 'blocked');
    await writeFile(blocked, 'a file, not a folder');
    const store = await open(blocked);
    expect(store.problem?.message).toBe(`Thumbnails cannot be saved: it is no folder (${blocked}). ${MEND}`);
    expect(await store.find(idA, 'grid')).toBeNull();
    await expect(store.commit(A, 'grid', MADE)).rejects.toThrow('cannot be saved');
    await store.close();
    await rm(blocked);
    expect(await store.probe()).toBe(true);
    expect(store.problem).toBeNull();
    await put(store);
    expect(store.has(idA, 'grid')).toBe(true);
  });

  it('rejects a commit of something that was never written', async () => {
    const store = await open();
    await expect(store.commit(A, 'grid', MADE)).rejects.toThrow('cannot be saved');
    expect(store.has(idA, 'grid')).toBe(false);
  });

  it('loses only the damaged records of its index, and heals the file', async () => {
    const store = await open();
    for (const name of ['a', 'b', 'c']) await put(store, fileAt(name), { content: name });
    await store.close();
    const index = await readFile(join(folder, 'thumbnails.index'));
    expect(index.length).toBe(6 * RECORD_BYTES);
    const third = RECORD_BYTES * 2 + 5;
    index[third] = (index[third] ?? 0) ^ 0xff;
    await writeFile(join(folder, 'thumbnails.index'), index);
    await appendFile(join(folder, 'thumbnails.index'), Buffer.alloc(30, 1));
    const again = await open();
    const known = () => ['a', 'b', 'c'].map((name) => again.has(fileIdentity(fileAt(name)), 'grid'));
    expect(known()).toEqual([true, false, true]);
    await put(again, fileAt('b'), { content: 'b' });
    await again.close();
    expect((await readFile(join(folder, 'thumbnails.index'))).length % RECORD_BYTES).toBe(0);
    const healed = await open();
    expect(healed.count).toBe(3);
  });
});

describe('the cap of the store', () => {
  const names = Array.from({ length: 20 }, (_, i) => `n${i}`);
  const has = (store: ThumbnailStore, name: string) => store.has(fileIdentity(fileAt(name)), 'grid');

  it('removes what was used longest ago down to nine tenths, on the disk too', async () => {
    const store = await open(folder, { cap: 1000 });
    for (const name of names.slice(0, 10)) await put(store, fileAt(name), { content: name, bytes: webp(88) });
    expect([store.bytes, store.full]).toEqual([1000, true]);
    await store.find(fileIdentity(fileAt('n0')), 'grid');
    await put(store, fileAt('n10'), { content: 'n10', bytes: webp(88) });
    await store.close();
    expect(store.bytes).toBe(900);
    expect(names.slice(0, 11).filter((name) => !has(store, name))).toEqual(['n1', 'n2']);
    await expect(readFile(pathOf('n1'))).rejects.toThrow('ENOENT');
    const again = await open(folder, { cap: 500 });
    await again.close();
    expect(again.bytes).toBeLessThanOrEqual(450);
  });

  it('remembers the day of use over a restart', async () => {
    const early = await open();
    for (const name of ['a', 'b', 'c']) await put(early, fileAt(name), { content: name, bytes: webp(88) });
    await early.close();
    const later = await open(folder, { now: () => 3 * DAY });
    await later.find(fileIdentity(fileAt('a')), 'grid');
    await later.close();
    const small = await open(folder, { cap: 120 });
    await small.close();
    expect(['a', 'b', 'c'].map((name) => has(small, name))).toEqual([true, false, false]);
  });

  it('goes by the day of use when the clock was set back meanwhile', async () => {
    for (const [name, days] of [
      ['a', 9],
      ['b', 2],
      ['c', 3],
    ] as const) {
      const store = await open(folder, { now: () => days * DAY });
      await put(store, fileAt(name), { content: name, bytes: webp(88) });
      await store.close();
    }
    const small = await open(folder, { cap: 250 });
    await small.close();
    expect(['a', 'b', 'c'].map((name) => has(small, name))).toEqual([true, false, true]);
  });

  it('clears everything', async () => {
    const store = await open();
    for (const name of names) await put(store, fileAt(name), { content: name });
    await store.clear();
    expect([store.count, store.bytes, store.mayKnow(10)]).toEqual([0, 0, false]);
    expect((await readFile(join(folder, 'thumbnails.index'))).length).toBe(0);
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((name) => name.endsWith('.webp'))).toEqual([]);
    await put(store);
    await store.close();
    expect((await open()).count).toBe(1);
  });
});

describe('names', () => {
  it('tell files apart by path, size and time', () => {
    const names = [A, fileAt('b.jpg'), fileAt('a.jpg', 11), fileAt('a.jpg', 10, 1.5)].map(fileIdentity);
    expect(new Set(names).size).toBe(4);
    expect(fileIdentity({ ...A })).toBe(names[0]);
    expect(names[0]).toMatch(/^[0-9a-f]{32}$/);
  });

  it('tell names apart that differ only in bytes that are not UTF-8', () => {
    expect(fileIdentity(fileAt('\udcff.jpg'))).not.toBe(fileIdentity(fileAt('\udcfe.jpg')));
  });

  it('know stored pictures', () => {
    expect(storedKey(`${keyOf('a', 'screen')}.webp`)).toBe(keyOf('a', 'screen'));
    expect(storedKey('holiday.webp')).toBeUndefined();
    expect(jobKey(idA, 'grid')).not.toBe(jobKey(idA, 'screen'));
  });
});
