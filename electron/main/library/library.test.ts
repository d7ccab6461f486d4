// Tests of the library in main: opening, the cache, changes.

import { describe, expect, it } from 'vitest';
import { encodeListing } from '../../shared/listing-table.js';
import { item, patchOf, settle, setUp } from './library-on-stage.js';

describe('opening', () => {
  it('scans, tells the listing, watches', async () => {
    const { library, child, events, info, cache } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    expect(info()).toMatchObject({ state: 'scanning', files: 0, checkedAt: 0, watching: 'off' });
    child().send('progress', { root: 1, folders: 3, files: 42 });
    expect(info().files).toBe(42);
    expect((await library.listing(1)).id).toHaveLength(0);
    const args = await child().answer('scan', encodeListing([item(0, 'a.jpg'), item(1, 'b.jpg')], 1));
    expect(args).toEqual({ root: 1, path: '/photos', firstId: 0, includeDimensions: true });
    expect(events).toEqual([
      ['reset', 1],
      ['files', 1, '0,1', '', ''],
    ]);
    await child().answer('watch', 'native');
    expect(info()).toMatchObject({ state: 'ready', files: 2, checkedAt: 1_000_000, watching: 'native' });
    expect(cache.stats().size).toBe(1);
    expect((await library.listing(1)).names).toBe('a.jpg\0b.jpg');
    expect(child().questions).toEqual([]);
  });

  it('asks one process for several roots, once each', async () => {
    const { library, children, child } = setUp();
    library.open({ id: 1, path: '/a', name: 'a' });
    library.open({ id: 2, path: '/b', name: 'b' });
    library.open({ id: 2, path: '/b', name: 'b' });
    void library.look(1);
    await settle();
    expect(children).toHaveLength(1);
    expect(child().questions.map(({ name, args }) => [name, args['root']])).toEqual([
      ['scan', 1],
      ['scan', 2],
    ]);
  });
});

describe('the cache', () => {
  it('answers a look at once, and after its time only has the disk verified', async () => {
    const { clock, library, child, openWith, log, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    const first = await library.look(1);
    expect(child().questions).toEqual([]);
    clock.time += 300_000;
    const looks = Promise.all([library.look(1), library.look(1)]);
    await settle();
    await child().answer('verify', null);
    expect(await looks).toEqual([first, first]);
    expect(info().checkedAt).toBe(clock.time);
    expect(await library.look(1)).toBe(first);
    expect(child().questions).toEqual([]);
    expect(log.join('\n')).toMatch(
      /Cache miss: .*Scanned: .*Cache hit: .*Cache expired: .*Verified: .*1 files/s,
    );
  });

  it('a scan says in the log how many files it found and how many could not be read', async () => {
    const { library, child, clock, log } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    const problem = { root: 1, kind: 'unreadable-file', message: 'No permission.' } as const;
    child().send('problems', { root: 1, problems: ['a.jpg', 'b.jpg'].map((path) => ({ path, ...problem })) });
    clock.time += 12;
    await child().answer('scan', encodeListing([item(0, 'c.jpg')], 1));
    expect(log).toContain('Scanned: /photos, 1 files, 2 problems, 12 ms');
  });

  it('nothing is written to the log while somebody looks at what is known', async () => {
    const { library, log, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    log.length = 0;
    for (let i = 0; i < 100; i++) library.prefer(1, [0]);
    await settle();
    expect(log).toEqual([]);
  });

  it('a folder that is read again makes the listing no younger; who looks at its files has it confirmed', async () => {
    const { clock, library, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    clock.time += 299_000;
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', null);
    library.prefer(1, []);
    expect(child().questions.map(({ name }) => name)).toEqual(['prefer']);
    await child().answer('prefer', undefined);
    clock.time += 1000;
    library.prefer(1, []);
    await settle();
    expect(child().questions.map(({ name }) => name)).toEqual(['prefer', 'verify']);
  });

  it('is passed over by a refresh; a listing that did not change is not told again', async () => {
    const { library, child, openWith, events } = setUp();
    await openWith(item(0, 'a.jpg'));
    const same = library.refresh(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    await same;
    expect(events).toEqual([]);
    const other = library.refresh(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg', { size: 2 }), item(1, 'b.jpg')], 2));
    await other;
    expect(events).toEqual([
      ['reset', 1],
      ['files', 1, '1', '', '0'],
    ]);
  });

  it('a refresh during a verification scans after it', async () => {
    const { clock, library, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    clock.time += 300_000;
    void library.look(1);
    await settle();
    const refresh = library.refresh(1);
    await settle();
    expect(child().questions.map(({ name }) => name)).toEqual(['verify']);
    await child().answer('verify', null);
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    await refresh;
  });

  it('switched off means that every look scans', async () => {
    const { library, child, openWith } = setUp({ useCache: false });
    await openWith(item(0, 'a.jpg'));
    const listing = library.listing(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect((await listing).id).toHaveLength(1);
    const look = library.look(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    await look;
  });

  it('switched off also scans when somebody looks at its files, but not many times a second', async () => {
    const { library, child, clock, openWith } = setUp({ useCache: false });
    await openWith(item(0, 'a.jpg'));
    const scans = () => child().questions.filter(({ name }) => name === 'scan').length;
    const before = scans();
    library.prefer(1, []);
    await settle();
    expect(scans()).toBe(before);
    clock.time += 5000;
    library.prefer(1, []);
    library.prefer(1, []);
    await settle();
    expect(scans()).toBe(before + 1);
  });

  it('switched off also scans after the clock was set back', async () => {
    const { library, child, clock, openWith } = setUp({ useCache: false });
    await openWith(item(0, 'a.jpg'));
    const scans = () => child().questions.filter(({ name }) => name === 'scan').length;
    const before = scans();
    clock.time -= 3_600_000;
    library.prefer(1, []);
    await settle();
    expect(scans()).toBe(before + 1);
  });
});

describe('changes', () => {
  it('read only the changed folders again, and coalesce what comes meanwhile', async () => {
    const { library, child, openWith, events, cache, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    child().send('changed', { root: 1, folders: ['y', 'z'] });
    child().send('changed', { root: 1, folders: ['y'] });
    expect(cache.stats().size).toBe(0);
    expect(child().questions).toHaveLength(1);
    const first = await child().answer('rescan', patchOf(1, [item(1, 'b.jpg')]));
    expect(first).toEqual({ root: 1, folders: ['x'], trees: [] });
    // Overtaken by changes in other folders, it is not stored yet.
    expect(cache.stats().size).toBe(0);
    const second = await child().answer('rescan', patchOf(2, [item(1, 'b.jpg', { size: 9 })], [0]));
    expect(second).toEqual({ root: 1, folders: ['y', 'z'], trees: [] });
    expect(events).toEqual([
      ['patch', 1, 1],
      ['files', 1, '1', '', ''],
      ['patch', 1, 2],
      ['files', 1, '', '0', '1'],
    ]);
    expect(cache.stats().size).toBe(1);
    expect([info().files, library.lookUp(1, 0), library.lookUp(1, 1)?.size]).toEqual([1, undefined, 9]);
  });

  it('a scan overtaken by a change is followed by a reading of that folder, and not stored as it is', async () => {
    const { library, child, cache, events } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect(cache.stats().size).toBe(0);
    await child().answer('rescan', null);
    expect(cache.stats().size).toBe(1);
    expect(events.map(([name]) => name)).toEqual(['reset', 'files']);
  });

  it('a patch that does not fit leads to a whole scan', async () => {
    const { child, openWith, events } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', patchOf(7, [item(1, 'b.jpg')]));
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg'), item(1, 'b.jpg')], 8));
    expect(events).toEqual([
      ['reset', 1],
      ['files', 1, '1', '', ''],
    ]);
  });
});
