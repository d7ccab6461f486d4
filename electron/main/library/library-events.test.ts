// Tests of the library in main: changed folders, the end of its process, facts and problems, closing.

import { describe, expect, it, vi } from 'vitest';
import { NO_DETAILS } from '../../shared/details.js';
import { encodeListing } from '../../shared/listing-table.js';
import { AWAY } from '../../shared/messages.js';
import { AppError } from '../../shared/result.js';
import { factsOf, item, patchOf, settle, setUp } from './library-on-stage.js';

describe('a folder in which something was written', () => {
  it('is told although no file has another size or time', async () => {
    const { child, openWith, events, touched } = setUp();
    await openWith(item(0, 'a.jpg'));
    child().send('changed', { root: 1, folders: ['x'] });
    await settle();
    await child().answer('rescan', null);
    expect([touched, events.filter(([name]) => name === 'files')]).toEqual([['x'], []]);
  });

  it('is told with all below it when that is checked by hand, up to the whole root', async () => {
    const { library, child, openWith, touched } = setUp();
    await openWith(item(0, 'a.jpg'));
    library.invalidate({ root: 1, folder: 'x', below: true });
    await settle();
    await child().answer('verify', null);
    await child().answer('rescan', null);
    expect(touched).toEqual(['x/**']);
    library.invalidate({ root: 1, folder: '', below: true });
    await settle();
    await child().answer('verify', new AppError('offline', AWAY));
    expect(touched).toEqual(['x/**']);
    child().send('presence', { root: 1, online: true, message: null });
    await settle();
    await child().answer('verify', null);
    expect(touched).toEqual(['x/**', '/**']);
    // That was once.
    void library.look(1, { useCache: false });
    await settle();
    await child().answer('scan', encodeListing([item(0, 'a.jpg')], 1));
    expect(touched).toEqual(['x/**', '/**']);
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

  it('during the first scan is followed by one that scans from the beginning, and that is told once', async () => {
    const { library, timers, children, child, events, info, cache, log } = setUp();
    library.open({ id: 1, path: '/photos', name: 'photos' });
    await settle();
    child().send('progress', { root: 1, folders: 3, files: 42 });
    const waiting = library.look(1);
    child().crash();
    await expect(waiting).rejects.toMatchObject({ code: 'crashed' });
    await settle();
    expect(info()).toMatchObject({ state: 'scanning', watching: 'off', checkedAt: 0 });
    expect([events, cache.stats().size, library.problems()]).toEqual([[], 0, []]);
    expect(timers.map(({ ms }) => ms)).toEqual([500]);
    timers.pop()!.callback();
    await settle();
    expect(children).toHaveLength(2);
    expect(info()).toMatchObject({ state: 'scanning', files: 0 });
    expect(child().questions.map(({ name }) => name)).toEqual(['scan']);
    await child().answer('scan', encodeListing([item(0, 'a.jpg'), item(1, 'b.jpg')], 1));
    await child().answer('watch', 'native');
    expect(info()).toMatchObject({ state: 'ready', files: 2, watching: 'native' });
    expect(events).toEqual([
      ['reset', 1],
      ['files', 1, '0,1', '', ''],
    ]);
    expect(log.filter((line) => line.startsWith('Scanned'))).toHaveLength(1);
    expect([timers, child().questions]).toEqual([[], []]);
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
