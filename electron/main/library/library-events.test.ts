// Tests of the library in main: what happens to roots and to its process, facts and problems, closing.

import { describe, expect, it, vi } from 'vitest';
import { NO_DETAILS } from '../../shared/details.js';
import { encodeListing } from '../../shared/listing-table.js';
import { AWAY } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { factsOf, item, patchOf, settle, setUp } from './library-on-stage.js';

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

describe('a folder in which something was written', () => {
  it('is told although no file has another size or time', async () => {
    const { child, openWith, events, touched } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    await settle();
    await child().answer('rescan', null);
    expect([touched, events.filter(([name]) => name === 'files')]).toEqual([['x'], []]);
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

describe('a library process that ends', () => {
  it('is started again, ever later, and reads everything with new ids', async () => {
    const { timers, children, child, openWith, events, log, info } = setUp();
    await openWith(item(0, 'a.jpg'), item(4, 'b.jpg'));
    child().crash();
    await settle();
    expect(info()).toMatchObject({ files: 2, watching: 'off' });
    expect(log).toContain('The library process ended (code 1); it is started again in 500 ms.');
    timers[0]!.callback();
    await settle();
    expect(children).toHaveLength(2);
    const args = await child().answer('scan', encodeListing([item(5, 'a.jpg'), item(6, 'b.jpg')], 1));
    expect(args['firstId']).toBe(5);
    expect(events).toEqual([
      ['reset', 1],
      ['files', 1, '5,6', '0,4', ''],
    ]);
    child().crash();
    await settle();
    expect(timers.map(({ ms }) => ms)).toEqual([500, 1000]);
  });

  it('stays down when the app stops', async () => {
    const { library, child, openWith, timers } = setUp();
    await openWith();
    await library.stop();
    child().crash();
    await settle();
    expect([child().stopped, timers.length]).toEqual([true, 0]);
  });
});

describe('facts and problems', () => {
  it('are entered, told, and kept over a scan that does not know them', async () => {
    const { library, child, openWith, events } = setUp();
    await openWith(item(0, 'a.avi', { kind: 'video' }));
    child().send('facts', { root: 1, facts: factsOf(99, 5) });
    expect(events).toEqual([]);
    library.applyFacts(1, 0, { width: 640, height: 480, duration: 2 });
    library.applyFacts(1, 0, { width: 640, height: 480, duration: 2 });
    expect(events).toEqual([['facts', 1, 0]]);
    const refresh = library.refresh(1);
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.avi', { kind: 'video' }), item(1, 'b.jpg')], 2));
    await refresh;
    expect([...(await library.listing(1)).width]).toEqual([640, 0]);
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', patchOf(2, [item(0, 'a.avi', { kind: 'video', size: 5 })]));
    expect([...(await library.listing(1)).width]).toEqual([640, 0]);
  });

  it('of a film that only ffmpeg could tell of are handed on with its codecs, also when the rest was known', async () => {
    const { library, child, openWith } = setUp();
    const numbers = { width: 640, height: 480, duration: 2 };
    await openWith(item(0, 'a.avi', { kind: 'video', ...numbers }));
    const codecs = { videoCodec: 'mpeg4', audioCodec: null };
    const ask = vi.spyOn(child(), 'ask');
    library.applyFacts(1, 0, { ...numbers, codecs });
    expect(ask.mock.calls).toMatchObject([['learn', { root: 1, codecs }]]);
  });

  it('of a file are told once and forgotten when it changes', async () => {
    const { library, child, openWith, events } = setUp();
    await openWith(item(0, 'a.jpg'), item(1, 'b.jpg'));
    const problem = (name: string) =>
      ({ root: 1, path: `x/${name}`, kind: 'damaged', message: `${name} is damaged.` }) as const;
    child().send('problems', { root: 1, problems: [problem('b.jpg')] });
    library.addProblem(problem('a.jpg'));
    library.addProblem({ ...problem('b.jpg'), message: 'Told already.' });
    library.addProblem({ ...problem('a.jpg'), root: 9 });
    expect(library.problems().map(({ message }) => message)).toEqual([
      'b.jpg is damaged.',
      'a.jpg is damaged.',
    ]);
    expect(events.filter(([name]) => name === 'problems')).toEqual([
      ['problems', 1],
      ['problems', 2],
    ]);
    child().send('changed', { root: 1, folders: ['x'] });
    await child().answer('rescan', patchOf(1, [item(0, 'a.jpg', { size: 2 })]));
    expect(library.problems()).toHaveLength(1);
  });

  it('are taken back when their files are to be tried again', async () => {
    const { library, openWith, events } = setUp();
    await openWith(item(0, 'a.jpg'), item(1, 'b.jpg'), item(2, 'c.jpg'));
    const problem = { root: 1, kind: 'unreadable-file', message: 'It ended its process twice.' } as const;
    library.addProblem({ ...problem, path: 'x/a.jpg', retry: 0 });
    library.addProblem({ ...problem, path: 'x/b.jpg', retry: 1 });
    library.addProblem({ ...problem, path: 'x/c.jpg' });
    expect(library.takeRetryable(1, 0)).toEqual([0]);
    expect(events.at(-1)).toEqual(['problems', 2]);
    expect(library.takeRetryable(1, null)).toEqual([1]);
    expect(library.problems().map(({ path }) => path)).toEqual(['x/c.jpg']);
    expect(library.takeRetryable(7, null)).toEqual([]);
  });

  it('say how many files are still to be read, until the process ends', async () => {
    const { child, openWith, info } = setUp();
    await openWith(item(0, 'a.jpg'));
    expect(info().unread).toBe(0);
    child().send('reading', { root: 1, left: 7 });
    expect(info().unread).toBe(7);
    child().crash();
    await settle();
    expect(info().unread).toBe(0);
  });

  it('make details that are being read too old to be kept', async () => {
    const { library, child, openWith } = setUp();
    await openWith(item(0, 'a.heic'));
    const first = library.details(1, 0);
    await settle();
    child().send('changed', { root: 1, folders: ['x'] });
    await settle();
    // The other half of a Live Photo.
    await child().answer('rescan', patchOf(1, [item(1, 'a.mov')]));
    await child().answer('details', NO_DETAILS);
    await first;
    const second = library.details(1, 0);
    await settle();
    await child().answer('details', { ...NO_DETAILS, livePair: 1 });
    expect((await second).livePair).toBe(1);
  });

  it('say how a root is watched', async () => {
    const { library, child, openWith, info } = setUp();
    await openWith();
    child().send('watching', { root: 1, watching: 'polling', message: 'No more watches.' });
    expect([info().watching, library.problems()[0]?.kind]).toEqual(['polling', 'watch']);
    child().send('watching', { root: 1, watching: 'native', message: null });
    expect([info().watching, library.problems()]).toEqual(['native', []]);
  });
});

describe('closing', () => {
  it('forgets the root and its files, also while it is read', async () => {
    const { library, child, openWith, events, cache } = setUp();
    await openWith(item(0, 'a.jpg'));
    const refresh = expect(library.refresh(1)).rejects.toMatchObject({ code: 'stopped' });
    await settle();
    library.close(1);
    expect(child().questions.map(({ name }) => name)).toEqual(['scan', 'close']);
    await child().answer('scan', encodeListing([item(1, 'b.jpg')], 2));
    await refresh;
    expect(events).toEqual([['files', 1, '', '0', '']]);
    expect([library.roots(), cache.stats().size, library.lookUp(1, 0)]).toEqual([[], 0, undefined]);
    await expect(library.listing(1)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('answers for files by id', async () => {
    const { library, openWith } = setUp();
    await openWith(item(3, 'a.jpg', { size: 5, modified: 6 }));
    const path = '/photos/x/a.jpg';
    const file = { root: 1, id: 3, relative: 'x/a.jpg', path, kind: 'photo', size: 5, modified: 6 };
    expect(library.lookUp(1, 3)).toEqual(file);
    expect([library.lookUp(1, 4), library.lookUp(2, 3)]).toEqual([undefined, undefined]);
  });
});
