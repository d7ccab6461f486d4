// Tests of what is there again after the library process ended, by plan or not: real files, a real database.

import { mkdirSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeFacts, Listing } from '../shared/listing-table.js';
import type { LibraryEvents } from '../shared/messages.js';
import { video } from './metadata/video-samples.js';
import { HandClock, idOf, pathsOf, TestFolder } from './test-files.js';
import { Library } from './library.js';

const gif = (width: number, height: number) =>
  Uint8Array.from([...Buffer.from('GIF89a'), width, 0, height, 0, 0, 0, 0]);
const settle = () => new Promise((done) => setTimeout(done));

let folder: TestFolder;
let user: TestFolder;
let open: Run[];

interface Run {
  readonly ask: Library['handlers'];
  readonly clock: HandClock;
  readonly notices: string[];
  readonly facts: number[];
}

/** A library process. `at`: where its databases lie. */
async function start(at = (name: string) => user.at(name)): Promise<Run> {
  const clock = new HandClock();
  const notices: string[] = [];
  const facts: number[] = [];
  const library = new Library({
    clock,
    log: () => undefined,
    send: (name, payload) => {
      if (name === 'notice') notices.push((payload as LibraryEvents['notice']).message);
      if (name === 'facts') facts.push(...(payload as LibraryEvents['facts']).facts.id);
    },
    createWatcher: () => ({ start: () => Promise.resolve(), close: () => Promise.resolve() }),
  });
  const run = { ask: library.handlers, clock, notices, facts };
  open.push(run);
  await run.ask.configure({ indexFile: at('index.db'), userFile: at('user.db') });
  return run;
}

const root = () => ({ root: 1, path: folder.path });
/** Lets facts be read and told, and a snapshot be due. */
async function quiet({ clock }: Run): Promise<void> {
  for (let i = 0; i < 10; i++) {
    await settle();
    clock.move(500);
  }
}
const listingOf = async (run: Run) => {
  const kept = await run.ask.restore(root());
  return kept && Listing.from(kept.listing);
};

beforeEach(() => {
  folder = new TestFolder();
  user = new TestFolder();
  open = [];
  folder.writeBytes('IMG_20200101_101010.gif', gif(40, 30));
  folder.writeBytes('x/b.gif', gif(7, 9));
});
afterEach(async () => {
  for (const run of open) await run.ask.stop({});
  folder.remove();
  user.remove();
});

describe('a second start', () => {
  it.skipIf(process.platform === 'win32')('finds what a link leads to', async () => {
    const path = user.at('link');
    symlinkSync(folder.path, path);
    const linked = { root: 1, path };
    const first = await start();
    await first.ask.scan(linked);
    await first.ask.stop({});
    const second = await start();
    expect(pathsOf(Listing.from((await second.ask.restore(linked))!.listing))).toHaveLength(2);
    folder.writeBytes('x/c.gif', gif(5, 5));
    const [patch] = await second.ask.verify({ root: 1, whole: true, includeDimensions: false });
    expect([patch?.rows.id.length, patch?.removed.length]).toEqual([1, 0]);
    expect(await second.ask.verify({ root: 1, whole: false, includeDimensions: false })).toEqual([]);
  });

  it("forgets what an earlier version showed of the app's own folder, and shows none of it", async () => {
    const first = await start();
    await first.ask.scan(root());
    await first.ask.stop({});
    const inside = (name: string) => folder.at(`x/${name}`);
    renameSync(user.at('index.db'), inside('index.db'));
    const second = await start(inside);
    expect((await listingOf(second))?.count).toBe(2);
    const [patch] = await second.ask.verify({ root: 1, whole: true });
    expect([patch?.removed.length, patch?.rows.id.length]).toEqual([1, 0]);
    folder.writeBytes('x/thumbnails/ab/c.gif', gif(5, 5));
    expect(await second.ask.rescan({ root: 1, folders: ['', 'x', 'x/thumbnails/ab'] })).toEqual([]);
    expect(pathsOf(Listing.from(await second.ask.scan(root())))).toEqual(['IMG_20200101_101010.gif']);
  });

  it('knows the listing, ids and facts of the first, without its disk', async () => {
    const first = await start();
    const before = Listing.from(await first.ask.scan(root()));
    await first.ask.stop({});
    renameSync(folder.path, `${folder.path}-away`);

    const second = await start();
    const kept = (await second.ask.restore(root()))!;
    const listing = Listing.from(kept.listing);
    expect(kept.checkedAt).toBe(first.clock.now());
    expect(pathsOf(listing)).toEqual(pathsOf(before));
    const id = idOf(before, 'IMG_20200101_101010.gif');
    const row = listing.rowOf(id);
    expect([listing.widthAt(row), listing.takenAt(row)]).toEqual([40, Date.UTC(2020, 0, 1, 10, 10, 10)]);
    await expect(Promise.resolve(second.ask.verify({ root: 1, whole: true }))).rejects.toMatchObject({
      code: 'offline',
    });
    // Nothing of it is forgotten by the run in which it was away.
    await second.ask.stop({});
    const third = await start();
    expect((await listingOf(third))?.count).toBe(2);
    renameSync(`${folder.path}-away`, folder.path);
    expect(await third.ask.verify({ root: 1, whole: true })).toEqual([]);
  });

  it('finds every difference, also of files that changed in their place, and gives new ids to new files only', async () => {
    folder.write('x/gone.jpg', 'y/z/all-gone.jpg');
    folder.writeBytes('still/in-place.gif', gif(1, 2));
    folder.age('', 'x', 'still', 'y', 'y/z');
    const first = await start();
    const before = Listing.from(await first.ask.scan(root()));
    await first.ask.stop({});
    rmSync(folder.at('x/gone.jpg'));
    rmSync(folder.at('y'), { recursive: true });
    // The time of its folder does not tell of this one.
    folder.writeBytes('still/in-place.gif', gif(90, 90));
    utimesSync(folder.at('still/in-place.gif'), 5, 5);
    folder.write('new/deep/c.jpg');

    const second = await start();
    const listing = (await listingOf(second))!;
    const [patch] = await second.ask.verify({ root: 1, whole: true });
    listing.apply(patch!);
    const same = ['IMG_20200101_101010.gif', 'still/in-place.gif', 'x/b.gif'];
    expect(pathsOf(listing)).toEqual([...same, 'new/deep/c.jpg'].sort());
    for (const path of same) expect(idOf(listing, path)).toBe(idOf(before, path));
    expect(listing.modifiedAt(listing.rowOf(idOf(listing, 'still/in-place.gif')))).toBe(5000);
    expect(before.has(idOf(listing, 'new/deep/c.jpg'))).toBe(false);
    await quiet(second);
    expect(second.facts).toContain(idOf(listing, 'still/in-place.gif'));
  });

  it('reads the metadata of a version of a file once', async () => {
    const path = folder.at('x/b.gif');
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    const first = await start();
    const before = Listing.from(await first.ask.scan(root()));
    await quiet(first);
    await first.ask.stop({});
    // The same version by size and time, but nobody could read this any more.
    const id = idOf(before, 'x/b.gif');
    writeFileSync(path, 'x'.repeat(before.sizeAt(before.rowOf(id))));
    utimesSync(path, 1_600_000_000, 1_600_000_000);
    const second = await start();
    await listingOf(second);
    expect(await second.ask.verify({ root: 1, whole: true })).toEqual([]);
    expect(await second.ask.details({ root: 1, id })).toMatchObject({ width: 7, height: 9 });
  });

  it('forgets the metadata of files that have gone', async () => {
    const first = await start();
    await first.ask.scan(root());
    await quiet(first);
    expect((await first.ask.stats({})).index).toMatchObject({ files: 2, snapshots: 1 });
    rmSync(folder.at('x/b.gif'));
    expect((await first.ask.rescan({ root: 1, folders: ['x'] }))[0]?.removed).toHaveLength(1);
    await quiet(first);
    first.clock.move(60_000);
    await quiet(first);
    expect((await first.ask.stats({})).index).toMatchObject({ files: 1 });
  });

  it('knows nothing of a root that was removed', async () => {
    const first = await start();
    await first.ask.scan(root());
    await quiet(first);
    await first.ask.close({ root: 1 });
    expect((await first.ask.stats({})).index).toMatchObject({ roots: 0, files: 0, snapshots: 0 });
    await first.ask.stop({});
    expect(await listingOf(await start())).toBeNull();
  });

  it('keeps facts that were found elsewhere', async () => {
    folder.write('a.avi');
    const first = await start();
    const id = idOf(Listing.from(await first.ask.scan(root())), 'a.avi');
    const facts = encodeFacts([{ id, width: 64, height: 48, duration: 3 }]);
    await first.ask.learn({ root: 1, facts });
    await first.ask.stop({});
    const listing = (await listingOf(await start()))!;
    expect([listing.widthAt(listing.rowOf(id)), listing.durationAt(listing.rowOf(id))]).toEqual([64, 3]);
  });

  it.each([true, false])(
    'keeps codecs too, unless a film has told its own (read before: %s)',
    async (read) => {
      folder.write('a.avi');
      writeFileSync(folder.at('a.webm'), await video('webm'));
      const codecs = { videoCodec: 'mpeg4', audioCodec: 'mp3' };
      const first = await start();
      const listing = Listing.from(await first.ask.scan(root()));
      const [id, own] = [idOf(listing, 'a.avi'), idOf(listing, 'a.webm')];
      if (read) await quiet(first);
      for (const one of [id, own])
        await first.ask.learn({ root: 1, facts: encodeFacts([{ id: one }]), codecs });
      expect(await first.ask.details({ root: 1, id })).toMatchObject(codecs);
      await quiet(first);
      await first.ask.stop({});
      const second = await start();
      await listingOf(second);
      expect(await second.ask.details({ root: 1, id })).toMatchObject(codecs);
      expect(await second.ask.details({ root: 1, id: own })).toMatchObject({ videoCodec: 'vp9' });
    },
  );

  it('looks again at folders with problems', async () => {
    mkdirSync(folder.at('folder.jpg'));
    folder.write('folder.jpg/inside.jpg');
    const first = await start();
    await first.ask.scan(root());
    await first.ask.stop({});
    const second = await start();
    expect(pathsOf((await listingOf(second))!)).toContain('folder.jpg/inside.jpg');
  });
});

describe('a process that was killed', () => {
  it('is followed by one that knows the last snapshot, and gives no id twice', async () => {
    const first = await start();
    await first.ask.scan(root());
    await quiet(first);
    folder.write('late.jpg');
    const lost = (await first.ask.rescan({ root: 1, folders: [''] }))[0]!.rows.id[0]!;
    // No stop: what came after the snapshot is lost.
    const second = await start();
    const kept = (await second.ask.restore({ ...root(), firstId: lost + 1 }))!;
    expect(kept.listing.id).toHaveLength(2);
    const [patch] = await second.ask.verify({ root: 1, whole: true });
    expect([patch?.rows.names, patch?.rows.id[0]]).toEqual(['late.jpg', lost + 1]);
  });
});

describe('a damaged index', () => {
  it('is told once and made new', async () => {
    const first = await start();
    await first.ask.scan(root());
    await first.ask.stop({});
    writeFileSync(user.at('index.db'), 'not a database'.repeat(1000));
    const second = await start();
    expect(second.notices).toHaveLength(1);
    expect(await listingOf(second)).toBeNull();
    expect((await second.ask.scan(root())).id).toHaveLength(2);
    await second.ask.stop({});
    const third = await start();
    expect([third.notices, (await listingOf(third))?.count]).toEqual([[], 2]);
  });
});

describe('details', () => {
  it('name the other half of a Live Photo', async () => {
    folder.write('x/IMG_1.heic', 'x/IMG_1.mov', 'x/IMG_2.heic', 'y/IMG_2.mov');
    const run = await start();
    const listing = Listing.from(await run.ask.scan(root()));
    const ask = async (path: string) =>
      (await run.ask.details({ root: 1, id: idOf(listing, path) }))?.livePair;
    expect(await ask('x/IMG_1.heic')).toBe(idOf(listing, 'x/IMG_1.mov'));
    expect(await ask('x/IMG_1.mov')).toBe(idOf(listing, 'x/IMG_1.heic'));
    expect(await ask('x/IMG_2.heic')).toBeNull();
    expect(await run.ask.details({ root: 1, id: 999 })).toBeNull();
  });

  it('name no long video that was not read yet', async () => {
    folder.write('long.heic', 'short.heic');
    folder.writeBytes('long.mov', await video('mov', { duration: 12 }));
    folder.writeBytes('short.mov', await video('mov', { duration: 2 }));
    const run = await start();
    const listing = Listing.from(await run.ask.scan({ ...root(), includeDimensions: false }));
    const ask = async (path: string) =>
      (await run.ask.details({ root: 1, id: idOf(listing, path) }))?.livePair;
    expect(await Promise.all([ask('long.heic'), ask('short.heic')])).toEqual([
      null,
      idOf(listing, 'short.mov'),
    ]);
  });
});
