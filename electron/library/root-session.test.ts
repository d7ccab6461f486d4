// Tests of one open root as main sees it: real files, real watching, messages awaited one by one.

import { appendFileSync, renameSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Listing } from '../shared/listing-table.js';
import { AWAY, type LibraryEvents } from '../shared/messages.js';
import { SYSTEM_CLOCK } from './clock.js';
import { ReadingGuard } from './facts/reading-guard.js';
import { RootSession } from './root-session.js';
import { idOf, pathsOf, TestFolder } from './test-files.js';
import { watchers } from './watch/create-watcher.js';
import type { CreateWatcher, WatchMode } from './watch/watcher.js';

type Sent = { [K in keyof LibraryEvents]: { name: K; payload: LibraryEvents[K] } }[keyof LibraryEvents];

let folder: TestFolder;
let session: RootSession;
let sent: Sent[];
let waiting: { matches: (one: Sent) => boolean; resolve: (one: Sent) => void }[];

/** A GIF's beginning: enough to tell its size. */
const gif = (width: number, height: number) =>
  Uint8Array.from([...Buffer.from('GIF89a'), width, 0, height, 0, 0, 0, 0]);

const open = (createWatcher: CreateWatcher) =>
  new RootSession(1, folder.path, 0, {
    clock: SYSTEM_CLOCK,
    log: () => undefined,
    send: (name, payload) => {
      const one = { name, payload } as Sent;
      sent.push(one);
      waiting.filter(({ matches }) => matches(one)).forEach(({ resolve }) => resolve(one));
    },
    database: null,
    search: null,
    guard: new ReadingGuard({ clock: SYSTEM_CLOCK, folder: null, log: () => undefined }),
    createWatcher,
  });

beforeEach(() => {
  folder = new TestFolder();
  sent = [];
  waiting = [];
  session = open(watchers());
});
afterEach(async () => {
  await session.close();
  folder.remove();
});

/** The next event of a name (for which `matches` holds), also one already sent. */
async function event<K extends keyof LibraryEvents>(
  name: K,
  matches: (payload: LibraryEvents[K]) => boolean = () => true,
): Promise<LibraryEvents[K]> {
  const fits = (one: Sent) => one.name === name && matches(one.payload as LibraryEvents[K]);
  const one =
    sent.find(fits) ?? (await new Promise<Sent>((resolve) => waiting.push({ matches: fits, resolve })));
  return one.payload as LibraryEvents[K];
}

describe('RootSession', () => {
  it('answers a scan with the proportions of the newest files', async () => {
    folder.writeBytes('a.gif', gif(40, 30));
    folder.writeBytes('x/b.gif', gif(7, 9));
    const listing = Listing.from(await session.scan());
    expect(pathsOf(listing)).toEqual(['a.gif', 'x/b.gif']);
    const row = listing.rowOf(idOf(listing, 'x/b.gif'));
    expect([listing.widthAt(row), listing.heightAt(row)]).toEqual([7, 9]);
  });

  it('does not wait for them when nobody asks; they follow as facts', async () => {
    folder.writeBytes('a.gif', gif(40, 30));
    const listing = Listing.from(await session.scan(false));
    expect(listing.widthAt(0)).toBe(0);
    const { facts } = await event('facts');
    expect([...facts.width]).toEqual([40]);
  });

  it('answers a comparison with the proportions of the newest files for who asks for them', async () => {
    folder.writeBytes('a.gif', gif(40, 30));
    await session.scan(false);
    folder.writeBytes('x/b.gif', gif(7, 9));
    expect((await session.verify(true))!.rows.width[0]).toBe(0);
    folder.writeBytes('x/c.gif', gif(8, 9));
    const patch = (await session.verify(true, true))!;
    expect([patch.rows.names, patch.rows.width[0]]).toEqual(['c.gif', 8]);
    // Of those that were known already it tells as of all others.
    await event('facts', ({ facts }) => facts.width.includes(7));
    await event('facts', ({ facts }) => facts.width.includes(40));
  });

  it('reads a tree again with all known folders in it, and no other', async () => {
    folder.write('x/a.jpg', 'x/y/b.jpg', 'xy/c.jpg');
    await session.scan();
    for (const file of ['x/a.jpg', 'x/y/b.jpg', 'xy/c.jpg']) appendFileSync(folder.at(file), 'more');
    const patch = await session.rescan([], ['x']);
    expect(patch?.rows.names.split('\0').sort()).toEqual(['a.jpg', 'b.jpg']);
    expect((await session.rescan([], ['']))?.rows.names).toBe('c.jpg');
  });

  it('finds a file that was written to in its place between the reading and the watching', async () => {
    folder.write('x/a.jpg', 'x/b.jpg');
    // Old enough for their times to be trusted.
    utimesSync(folder.at('x'), 1e9, 1e9);
    utimesSync(folder.path, 1e9, 1e9);
    await session.scan();
    appendFileSync(folder.at('x/a.jpg'), 'more');
    await session.watch();
    await event('changed', ({ folders }) => folders.includes('x'));
    const patch = await session.rescan(['x']);
    expect(patch?.rows.names).toBe('a.jpg');
  });

  it('tells problems of folders and files, and takes them back', async () => {
    symlinkSync(tmpdir(), folder.at('away.jpg'));
    folder.write('ok.mp4');
    await session.scan();
    // Before the answer: who asked speaks of them at once.
    expect(sent.filter(({ name }) => name === 'problems')).toHaveLength(1);
    const { problems } = await event('problems', (payload) => payload.problems.length > 0);
    expect(problems).toMatchObject([{ root: 1, path: 'away.jpg', kind: 'link' }]);
    rmSync(folder.at('away.jpg'));
    await session.rescan(['']);
    await event('problems', (payload) => payload.problems.length === 0);
  });

  it('reads the facts of new files after telling them', async () => {
    await session.scan();
    folder.writeBytes('new.gif', gif(40, 30));
    const patch = await session.rescan(['']);
    expect(patch?.rows.width[0]).toBe(0);
    const { facts } = await event('facts');
    expect([facts.id[0], facts.width[0], facts.height[0]]).toEqual([patch?.rows.id[0], 40, 30]);
  });

  it('reads all metadata once more when what was kept of it is lost', async () => {
    folder.writeBytes('known.gif', gif(40, 30));
    await session.scan(false);
    await event('facts');
    sent = [];
    session.keepAgain();
    const { facts } = await event('facts');
    expect([facts.width[0], facts.height[0]]).toEqual([40, 30]);
  });

  it('rejects what is asked before a scan, and scans after it was offline', async () => {
    await expect(session.rescan([''])).rejects.toMatchObject({ code: 'not-found' });
    renameSync(folder.path, `${folder.path}-away`);
    await expect(session.scan()).rejects.toMatchObject({ code: 'offline' });
    expect(await event('presence')).toEqual({ root: 1, online: false, message: AWAY });
    renameSync(`${folder.path}-away`, folder.path);
    folder.write('a.jpg');
    expect((await session.scan()).id).toHaveLength(1);
    expect(sent.filter(({ name }) => name === 'presence').at(-1)?.payload).toEqual({
      root: 1,
      online: true,
      message: null,
    });
  });

  it('does one reading after the other', async () => {
    folder.write('a.jpg');
    const scan = session.scan();
    folder.write('b.jpg');
    const [columns, patch] = await Promise.all([scan, session.rescan([''])]);
    const listing = Listing.from(columns);
    if (patch) listing.apply(patch);
    expect(pathsOf(listing)).toEqual(['a.jpg', 'b.jpg']);
  });

  it('notices changes while it watches', async () => {
    folder.write('x/a.jpg');
    await session.scan();
    expect(await session.watch()).toBe('native');
    folder.write('x/b.jpg');
    await event('changed', ({ folders }) => folders.includes('x'));
    const patch = await session.rescan(['x']);
    expect(patch?.rows.names).toBe('b.jpg');
  });

  it('misses nothing that changed between the scan and the watching', async () => {
    folder.write('x/a.jpg');
    folder.age('', 'x');
    await session.scan();
    folder.write('x/b.jpg');
    await session.watch();
    await event('changed', ({ folders }) => folders.includes('x'));
  });

  it.each<[WatchMode[], string, string | undefined]>([
    [[], 'off', 'a.jpg'],
    [['polling'], 'polling', undefined],
    [['native', 'polling'], 'native', undefined],
  ])('compares every file when asked to, unless it is watched: %j', async (possible, mode, found) => {
    // Tells nothing by itself, so that only the comparison can find something.
    session = open((way) => ({
      start: () =>
        possible.includes(way)
          ? Promise.resolve()
          : Promise.reject(Object.assign(new Error('No watches left.'), { code: 'ENOSPC' })),
      close: () => Promise.resolve(),
    }));
    folder.write('x/a.jpg');
    folder.age('', 'x');
    await session.scan();
    expect(await session.watch()).toBe(mode);
    appendFileSync(folder.at('x/a.jpg'), 'more');
    expect((await session.verify(false))?.rows.names).toBe(found);
  });

  it('ends a running scan when it is closed', async () => {
    folder.write('x/a.jpg');
    const scan = session.scan();
    await session.close();
    await expect(scan).rejects.toMatchObject({ code: 'stopped' });
  });
});
