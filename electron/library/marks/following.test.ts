// Tests of what happens to marks while they follow files that have moved: a change, an import, the end of the app, a full disk.

import { renameSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { AppError } from '../../shared/result.js';
import { UserDatabase } from '../database/user-database.js';
import { at, folder, mark, marks, rescan, scan, settled, start, user, type Run } from './test-run.js';

afterEach(() => void vi.restoreAllMocks());

/** What the next start shows. */
async function nextStart(): Promise<Record<string, string>> {
  const run = await start();
  await run.ask.restore(at(1));
  await run.ask.verify({ root: 1, whole: true });
  await settled(run);
  return marks(run, await scan(run));
}

/** Does something as soon as the first mark has found its file, while others still look for theirs. */
function onFirst(act: (run: Run) => void): Parameters<typeof start>[0] {
  let first = true;
  return (name, run) => {
    if (name !== 'marks' || run.told.marks!.length <= 2 || !first) return;
    first = false;
    setImmediate(() => act(run));
  };
}

async function markBoth(run: Run) {
  const listing = await scan(run);
  for (const path of ['x/b.jpg', 'x/c.jpg']) await mark(run, listing, path, { favourite: true });
  await settled(run);
  return listing;
}

it('keep what a person changes meanwhile', async () => {
  const listing = { now: await start().then(scan) };
  const run = await start(
    onFirst((to) => void mark(to, listing.now, 'y/b.jpg', { rating: 5, addTags: ['mine'] })),
  );
  listing.now = await markBoth(run);
  renameSync(folder.at('x'), folder.at('y'));
  await rescan(run, listing.now, ['']);
  await settled(run);
  const all = { 'y/b.jpg': '*5 mine', 'y/c.jpg': '*0' };
  expect(await marks(run, listing.now)).toEqual(all);
  await run.ask.stop({});
  expect(await nextStart()).toEqual(all);
});

it('lose none by an import meanwhile', async () => {
  let imported: unknown = null;
  const run = await start(
    onFirst((to) => void (imported = to.ask.importMarks({ file: user.at('marks.json') }))),
  );
  const listing = await scan(run);
  await run.ask.exportMarks({ file: user.at('marks.json') });
  await markBoth(run);
  renameSync(folder.at('x'), folder.at('y'));
  await rescan(run, listing, ['']);
  await settled(run);
  await imported;
  expect(imported).not.toBeNull();
  await run.ask.stop({});
  expect(await nextStart()).toEqual({ 'y/b.jpg': '*0', 'y/c.jpg': '*0' });
});

it('go on at the next start when the app ends before', async () => {
  const run = await start();
  const listing = await markBoth(run);
  renameSync(folder.at('x'), folder.at('y'));
  await rescan(run, listing, ['']);
  await run.ask.stop({});
  expect(await nextStart()).toEqual({ 'y/b.jpg': '*0', 'y/c.jpg': '*0' });
  // And not again and again: a file that was there before is no other place of a mark.
  const again = await start();
  expect((await again.ask.restore(at(1)))?.listing).toBeDefined();
});

it('are written later when the disk is full, and say so once', async () => {
  const run = await start();
  const listing = await markBoth(run);
  const move = vi.spyOn(UserDatabase.prototype, 'move').mockImplementation(() => {
    throw new AppError('unreadable', 'There is no room.');
  });
  renameSync(folder.at('x'), folder.at('y'));
  await rescan(run, listing, ['']);
  await settled(run);
  for (const _ of [1, 2]) {
    run.clock.move(30_000);
    await settled(run);
  }
  expect(run.told.notice).toEqual([{ message: 'There is no room.' }]);
  expect(move.mock.calls.length).toBeGreaterThan(2);
  move.mockRestore();
  run.clock.move(30_000);
  await settled(run);
  const all = { 'y/b.jpg': '*0', 'y/c.jpg': '*0' };
  expect(await marks(run, listing)).toEqual(all);
  await run.ask.stop({});
  expect(await nextStart()).toEqual(all);
});

it('say once that what files contain cannot be noted', async () => {
  const run = await start();
  const listing = await scan(run);
  const full = () => {
    throw new AppError('unreadable', 'There is no room.');
  };
  vi.spyOn(UserDatabase.prototype, 'note').mockImplementation(full);
  await mark(run, listing, 'a.jpg', { favourite: true });
  await settled(run);
  run.clock.move(30_000);
  await settled(run);
  expect(run.told.notice).toEqual([{ message: 'There is no room.' }]);
});

it('keep no folder from being opened while they cannot be written', async () => {
  const run = await start();
  await markBoth(run);
  await run.ask.close({ root: 1 });
  vi.spyOn(UserDatabase.prototype, 'move').mockImplementation(() => {
    throw new AppError('unreadable', 'There is no room.');
  });
  await run.ask.scan({ root: 3, path: folder.at('x') });
  expect(run.told.notice).toEqual([{ message: 'There is no room.' }]);
});
