// Tests of the library in main: roots that cannot be read for a while.

import { describe, expect, it } from 'vitest';
import { encodeListing } from '../../shared/listing-table.js';
import { AWAY } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { item, patchOf, settle, setUp } from './library-on-stage.js';

describe('a root that is away', () => {
  it('stays browsable, is marked, and is read when it is back', async () => {
    const { library, child, openWith, events, cache, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('presence', { root: 1, online: false, message: AWAY });
    expect([info().state, info().files, cache.stats().size]).toEqual(['offline', 1, 0]);
    expect(library.lookUp(1, 0)?.relative).toBe('x/a.jpg');
    const look = library.listing(1);
    await settle();
    await child().answer('verify', new AppError('offline', AWAY));
    expect((await look).id).toHaveLength(1);
    expect([info().state, cache.stats().size]).toEqual(['offline', 0]);
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    await child().answer('verify', patchOf(1, [item(1, 'b.jpg')]));
    expect([info().state, info().files, cache.stats().size]).toEqual(['ready', 2, 1]);
    // Those that were known are told again: what failed while it was away can be tried again.
    expect(events.filter(([name]) => name === 'files')).toEqual([
      ['files', 1, '1', '', ''],
      ['files', 1, '0,1', '', ''],
    ]);
  });

  it('is back although a change that was read in between is cached', async () => {
    const { child, openWith, cache, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('presence', { root: 1, online: false, message: AWAY });
    child().send('changed', { root: 1, folders: [''] });
    await settle();
    await child().answer('rescan', patchOf(1, [item(1, 'b.jpg')]));
    expect([info().state, cache.stats().size]).toEqual(['offline', 1]);
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    await child().answer('verify', null);
    expect(info()).toMatchObject({ state: 'ready', files: 2 });
  });

  it('stays away when it goes while what was read of it is still entered, and is compared when it is back', async () => {
    const { child, openWith, events, cache, info, library, touched } = setUp();
    await openWith(item(0, 'a.jpg'));
    const refresh = library.refresh(1);
    await settle();
    child()
      .asked('scan')
      .resolve(encodeListing([item(0, 'a.jpg'), item(1, 'b.jpg')], 2));
    await new Promise(setImmediate);
    expect(events).toEqual([]);
    child().send('presence', { root: 1, online: false, message: AWAY });
    await refresh;
    await settle();
    expect([info().state, info().files, cache.stats().size]).toEqual(['offline', 2, 0]);
    expect([child().questions, touched]).toEqual([[], []]);
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    expect(await child().answer('verify', null)).toMatchObject({ whole: true });
    expect([info().state, cache.stats().size, touched]).toEqual(['ready', 1, ['/**']]);
  });

  it('is compared once more when it went and came back while what was read of it was entered', async () => {
    const { child, openWith, cache, info, library } = setUp();
    await openWith(item(0, 'a.jpg'));
    const refresh = library.refresh(1);
    await settle();
    child()
      .asked('scan')
      .resolve(encodeListing([item(0, 'a.jpg')], 1));
    await new Promise(setImmediate);
    child().send('presence', { root: 1, online: false, message: AWAY });
    child().send('presence', { root: 1, online: true, message: null });
    await refresh;
    await settle();
    expect(cache.stats().size).toBe(0);
    expect(await child().answer('verify', null)).toMatchObject({ whole: true });
    expect([info().state, cache.stats().size, child().questions]).toEqual(['ready', 1, []]);
  });

  it('is there when its drive was away for a moment before the disk has answered', async () => {
    const { clock, child, openWith, info, library } = setUp();
    await openWith(item(0, 'a.jpg'));
    clock.time += 300_000;
    void library.look(1);
    await settle();
    child().send('presence', { root: 1, online: false, message: AWAY });
    child().send('presence', { root: 1, online: true, message: null });
    await child().answer('verify', null);
    expect(info().state).toBe('ready');
    // What was read may be from before.
    expect(await child().answer('verify', null)).toMatchObject({ whole: true });
    expect([info().state, child().questions]).toEqual(['ready', []]);
  });

  it('is scanned when it comes for the first time', async () => {
    const { library, child, info } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    await child().answer('scan', new AppError('offline', AWAY));
    expect(info().state).toBe('offline');
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect(info()).toMatchObject({ state: 'ready', files: 1 });
  });
});

describe('a root whose reading fails', () => {
  it('says what happened, is read anew after growing delays, and says no more when that works', async () => {
    const { library, timers, child, openWith, info, cache } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', new AppError('internal', 'A fault of ours'));
    expect([info().state, info().files, cache.stats().size]).toEqual(['offline', 1, 0]);
    expect(library.problems()).toMatchObject([
      {
        root: 1,
        path: '',
        message: expect.stringMatching(/went wrong.*A fault of ours.*tried again/) as string,
      },
    ]);
    const again = async (ms: number) => {
      expect(timers.map((timer) => timer.ms)).toEqual([ms]);
      timers.pop()!.callback();
      await settle();
    };
    await again(10_000);
    await child().answer('scan', new AppError('internal', 'Still'));
    await again(20_000);
    await child().answer('scan', encodeListing([item(0, 'a.jpg'), item(1, 'b.jpg')], 2));
    expect([info().state, info().files, library.problems(), timers]).toEqual(['ready', 2, [], []]);
    // The next time is a first time again.
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', new AppError('internal', 'Again'));
    await again(10_000);
  });

  it('is not read any more once it is closed', async () => {
    const { library, timers, child, openWith } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', new AppError('internal', 'A fault of ours'));
    library.close(1);
    expect(timers).toEqual([]);
  });

  it('says why it is away where more is known than that', async () => {
    const { library, child, openWith, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('presence', { root: 1, online: false, message: AWAY });
    expect([info().state, library.problems()]).toEqual(['offline', []]);
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', new AppError('offline', 'No permission.'));
    expect(library.problems()).toMatchObject([{ root: 1, path: '', message: 'No permission.' }]);
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    await child().answer('verify', null);
    expect([info().state, library.problems()]).toEqual(['ready', []]);
  });
});
