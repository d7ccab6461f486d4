// Tests of the library in main: painting what the last run knew, details, statistics, a clock that moves.

import { describe, expect, it } from 'vitest';
import { deferred } from '../../shared/deferred.js';
import { NO_DETAILS } from '../../shared/details.js';
import { encodeListing } from '../../shared/listing-table.js';
import { AWAY } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { item, patchOf, settle, setUp } from './library-on-stage.js';

const kept = (checkedAt = 500) => ({
  listing: encodeListing([item(3, 'a.jpg'), item(5, 'b.jpg')], 7),
  checkedAt,
});
const open = (library: ReturnType<typeof setUp>['library']) => {
  library.open({ id: 1, path: '/photos', name: 'photos' });
};

describe('a root that was known', () => {
  it('is told before the disk is touched, then compared', async () => {
    const { library, child, events, info } = setUp({ restore: kept() });
    open(library);
    const first = await library.listing(1);
    expect([...first.id]).toEqual([3, 5]);
    // The window comes first: nobody else has been told yet.
    expect(events).toEqual([]);
    expect(info()).toMatchObject({ state: 'scanning', files: 2, checkedAt: 500 });
    await library.restored(1);
    expect(events).toEqual([['files', 1, '3,5', '', '']]);
    await settle();
    expect(child().questions.map(({ name, args }) => [name, args['whole']])).toEqual([['verify', true]]);
    await child().answer('verify', patchOf(7, [item(6, 'c.jpg')], [3]));
    expect(events).toEqual([
      ['files', 1, '3,5', '', ''],
      ['patch', 1, 7],
      ['files', 1, '6', '3', ''],
    ]);
    expect(info()).toMatchObject({ state: 'ready', files: 2, checkedAt: 1_000_000 });
  });

  it('is not asked for before the window has painted what it keeps itself', async () => {
    const begin = deferred();
    const { library, children } = setUp({ restore: kept(), begin: begin.promise });
    open(library);
    const listing = library.listing(1);
    await settle();
    expect(children).toEqual([]);
    begin.resolve();
    expect([...(await listing).id]).toEqual([3, 5]);
  });

  it('stays browsable while it is away, and every file is compared when it is back', async () => {
    const { library, child, info, events } = setUp({ restore: kept() });
    open(library);
    await settle();
    await child().answer('verify', new AppError('offline', AWAY));
    expect(info()).toMatchObject({ state: 'offline', files: 2, checkedAt: 500 });
    expect(library.isAway(1)).toBe(true);
    expect(library.lookUp(1, 5)?.relative).toBe('x/b.jpg');
    events.length = 0;
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    expect(await child().answer('verify', null)).toMatchObject({ whole: true });
    expect([info().state, events]).toEqual(['ready', [['files', 1, '3,5', '', '']]]);
  });

  it('is not newer than now when the clock was set back', async () => {
    const { library, info } = setUp({ restore: kept(9e12) });
    open(library);
    await settle();
    expect(info().checkedAt).toBe(1_000_000);
  });

  it('is read as a whole when caching is switched off, and on a refresh', async () => {
    const off = setUp({ restore: kept(), useCache: false });
    open(off.library);
    await settle();
    expect(off.child().questions.map(({ name }) => name)).toEqual(['scan']);
    const on = setUp({ restore: kept() });
    open(on.library);
    await settle();
    void on.library.refresh(1);
    await settle();
    await on.child().answer('verify', null);
    expect(on.child().questions.map(({ name }) => name)).toContain('scan');
  });

  it('is restored after a crash; what is the same is not told again', async () => {
    const { library, timers, child, events } = setUp({ restore: kept() });
    open(library);
    await settle();
    await child().answer('verify', null);
    events.length = 0;
    child().crash();
    await settle();
    timers[0]!.callback();
    await settle();
    expect(await child().answer('verify', null)).toMatchObject({ whole: true });
    expect(events).toEqual([]);
  });

  it('is restored after a crash to an older version than was shown', async () => {
    const { library, timers, child, events, info } = setUp({ restore: kept() });
    open(library);
    await settle();
    await child().answer('verify', patchOf(7, [item(6, 'c.jpg')]));
    events.length = 0;
    child().crash();
    await settle();
    timers[0]!.callback();
    await settle();
    await child().answer('verify', patchOf(7, [item(7, 'c.jpg')]));
    expect(events.map(([name]) => name)).toEqual(['reset', 'files', 'patch', 'files']);
    expect(info().files).toBe(3);
    expect(library.lookUp(1, 7)?.relative).toBe('x/c.jpg');
  });
});

describe('details', () => {
  it('are asked once per version of a file and for twice the time of a listing', async () => {
    const { library, child, openWith, clock, caches } = setUp();
    await openWith(item(0, 'a.jpg'));
    const details = { ...NO_DETAILS, iso: 100 };
    const both = Promise.all([library.details(1, 0), library.details(1, 0)]);
    await settle();
    await child().answer('details', details);
    expect(await both).toEqual([details, details]);
    clock.time += 599_999;
    expect(await library.details(1, 0)).toBe(details);
    expect(child().questions).toEqual([]);
    expect(caches.metadata.stats()).toMatchObject({ size: 1, hits: 1, defaultTtl: 600_000 });
    clock.time += 1;
    void library.details(1, 0).catch(() => undefined);
    await settle();
    await child().answer('details', details);
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', patchOf(1, [item(0, 'a.jpg', { size: 9 })]));
    const again = expect(library.details(1, 0)).rejects.toMatchObject({ code: 'not-found' });
    await settle();
    await child().answer('details', null);
    await again;
    await expect(library.details(1, 99)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('count as expired when the clock was set back', async () => {
    const { library, child, openWith, clock } = setUp();
    await openWith(item(0, 'a.jpg'));
    const ask = library.details(1, 0);
    await settle();
    await child().answer('details', NO_DETAILS);
    await ask;
    clock.time -= 1000;
    void library.details(1, 0).catch(() => undefined);
    await settle();
    expect(child().asked('details').args).toEqual({ root: 1, id: 0 });
  });
});

describe('statistics', () => {
  it('tell of both caches and the index', async () => {
    const { library, child, openWith } = setUp();
    expect((await library.stats()).index).toBeNull();
    await openWith(item(0, 'a.jpg'));
    const watcher = { root: 1, backend: 'inotify', degraded: null, folders: 3, lastEvent: 0, events: 0 };
    child().answers['stats'] = { index: { files: 4 }, watchers: [watcher] };
    const { index, watchers, caches } = await library.stats();
    expect(index).toEqual({ files: 4 });
    expect(watchers).toEqual([watcher]);
    expect([caches.directory.defaultTtl, caches.metadata.defaultTtl]).toEqual([300_000, 600_000]);
    expect([caches.directory.size, caches.metadata.size]).toEqual([1, 0]);
  });
});
