// Tests of favourites, ratings, tags and hidden folders as main asks for them: real files, a real database.

import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Listing } from '../../shared/listing-table.js';
import { idOf } from '../test-files.js';
import { at, folder, mark, marks, other, rescan, scan, settled, start, user, words } from './test-run.js';

describe('marks', () => {
  it('are told, counted and there again after an end without notice', async () => {
    const run = await start();
    const listing = await scan(run);
    const ids = Uint32Array.of(idOf(listing, 'a.jpg'), idOf(listing, 'x/b.jpg'), 4711);
    const answer = await run.ask.setMarks({
      files: [{ root: 1, ids }],
      change: { favourite: true, rating: 4, addTags: [' sea ', 'sky'] },
    });
    expect(answer).toEqual({ changed: 2, missing: 1 });
    expect(words(run.told.marks![0]!.marks, listing)).toEqual({
      'a.jpg': '*4 sea sky',
      'x/b.jpg': '*4 sea sky',
    });
    await mark(run, listing, 'a.jpg', { rating: 0, removeTags: ['sky'] });
    await mark(run, listing, 'x/b.jpg', { favourite: false, rating: 0, removeTags: ['sea', 'sky'] });
    expect(words(run.told.marks!.at(-1)!.marks, listing)).toEqual({ 'x/b.jpg': '0' });

    const second = await start();
    expect(await marks(second, await scan(second), 1)).toEqual({ 'a.jpg': '*0 sea' });
  });

  it('refuse what is no tag, and change nothing then', async () => {
    const run = await start();
    const listing = await scan(run);
    await expect(async () =>
      mark(run, listing, 'a.jpg', { favourite: true, addTags: ['a\nb'] }),
    ).rejects.toThrow('A tag is');
    expect(await marks(run, listing)).toEqual({});
  });

  it('of an unreadable database say why when somebody wants to mark something', async () => {
    mkdirSync(user.at('user.db'));
    const run = await start();
    const listing = await scan(run);
    expect(await marks(run, listing)).toEqual({});
    await expect(async () => mark(run, listing, 'a.jpg', { favourite: true })).rejects.toThrow(
      'cannot be opened',
    );
    expect(run.told.notice).toHaveLength(1);
  });

  it('of a file that is away come back with it', async () => {
    const run = await start();
    const listing = await scan(run);
    await mark(run, listing, 'x/b.jpg', { favourite: true });
    const content = readFileSync(folder.at('x/b.jpg'));
    rmSync(folder.at('x/b.jpg'));
    await rescan(run, listing, ['x']);
    await settled(run);
    expect(await marks(run, listing)).toEqual({});
    // Another content in the same place is still that file to a person.
    writeFileSync(folder.at('x/b.jpg'), `${content.toString()} and more`);
    await rescan(run, listing, ['x']);
    expect(words(run.told.marks!.at(-1)!.marks, listing)).toEqual({ 'x/b.jpg': '*0' });
    expect(await marks(run, listing)).toEqual({ 'x/b.jpg': '*0' });
  });
});

describe('marks follow', () => {
  it('a file that is renamed, in whatever order its folders are read', async () => {
    const run = await start();
    const listing = await scan(run);
    await mark(run, listing, 'a.jpg', { favourite: true });
    await mark(run, listing, 'x/b.jpg', { rating: 3 });
    await settled(run);
    renameSync(folder.at('a.jpg'), folder.at('x/renamed.jpg'));
    mkdirSync(folder.at('new'));
    renameSync(folder.at('x/b.jpg'), folder.at('new/b.jpg'));
    for (const folders of [['x'], ['']]) await rescan(run, listing, folders);
    await settled(run);
    const moved = { 'x/renamed.jpg': '*0', 'new/b.jpg': '3' };
    expect(await marks(run, listing)).toEqual(moved);
    expect(Object.assign({}, ...run.told.marks!.slice(2).map(({ marks }) => words(marks, listing)))).toEqual(
      moved,
    );
  });

  it('a file that moves to another folder while the app is closed', async () => {
    const first = await start();
    await scan(first);
    const before = await scan(first, 2);
    await mark(first, before, 'z.jpg', { favourite: true, addTags: ['sea'] }, 2);
    await settled(first);
    await first.ask.stop({});
    renameSync(other.at('z.jpg'), folder.at('x/z.jpg'));

    const run = await start();
    for (const root of [1, 2]) {
      await run.ask.restore(at(root));
      await run.ask.verify({ root, whole: true });
    }
    await settled(run);
    expect(await marks(run, await scan(run))).toEqual({ 'x/z.jpg': '*0 sea' });
    expect(await marks(run, await scan(run, 2), 2)).toEqual({});
  });

  it('no copy while the file is there, nor a file that contains something else', async () => {
    const run = await start();
    const listing = await scan(run);
    await mark(run, listing, 'a.jpg', { favourite: true });
    await settled(run);
    copyFileSync(folder.at('a.jpg'), folder.at('x/copy.jpg'));
    await rescan(run, listing, ['x']);
    await settled(run);
    expect(await marks(run, listing)).toEqual({ 'a.jpg': '*0' });
    rmSync(folder.at('x/copy.jpg'));
    rmSync(folder.at('a.jpg'));
    folder.writeBytes('x/d.jpg', 'content of b.jpg');
    await rescan(run, listing, ['x', '']);
    await settled(run);
    expect(await marks(run, listing)).toEqual({});
  });

  it('no file into a root while their own is out of reach', async () => {
    const run = await start();
    await scan(run);
    const before = await scan(run, 2);
    await mark(run, before, 'z.jpg', { favourite: true }, 2);
    await settled(run);
    const content = readFileSync(other.at('z.jpg'));
    renameSync(other.path, `${other.path}-away`);
    await expect(run.ask.verify({ root: 2, whole: true })).rejects.toMatchObject({ code: 'offline' });
    folder.writeBytes('z.jpg', content);
    await run.ask.rescan({ root: 1, folders: [''] });
    await settled(run);
    expect(await marks(run, await scan(run))).toEqual({});
    renameSync(`${other.path}-away`, other.path);
    expect(await marks(run, await scan(run, 2), 2)).toEqual({ 'z.jpg': '*0' });
  });

  it('their files when the folder above them is opened in the place of theirs, and back', async () => {
    const first = await start();
    folder.write('x/y/d.jpg');
    const listing = Listing.from(await first.ask.scan({ root: 1, path: folder.at('x') }));
    await mark(first, listing, 'y/d.jpg', { rating: 5 });
    await first.ask.hideFolder({ root: 1, folder: 'y', hidden: true });
    await first.ask.close({ root: 1 });
    const above = Listing.from(await first.ask.scan({ root: 2, path: folder.path }));
    expect(await marks(first, above, 2)).toEqual({ 'x/y/d.jpg': '5' });
    expect((await first.ask.marks({ root: 2 })).hidden).toEqual(['x/y']);
    await first.ask.close({ root: 2 });
    const again = Listing.from(await first.ask.scan({ root: 3, path: folder.at('x') }));
    expect(await marks(first, again, 3)).toEqual({ 'y/d.jpg': '5' });
    expect((await first.ask.marks({ root: 3 })).hidden).toEqual(['y']);
  });
});

it('hides folders and shows them again', async () => {
  const run = await start();
  await scan(run);
  for (const name of ['x', 'w']) await run.ask.hideFolder({ root: 1, folder: name, hidden: true });
  expect(run.told.hidden).toEqual([
    { root: 1, folders: ['x'] },
    { root: 1, folders: ['w', 'x'] },
  ]);
  await run.ask.hideFolder({ root: 1, folder: 'w', hidden: false });
  const second = await start();
  await scan(second);
  expect((await second.ask.marks({ root: 1 })).hidden).toEqual(['x']);
});

describe('export and import', () => {
  it('finds the files of another computer by what they contain', async () => {
    const run = await start();
    const listing = await scan(run);
    await mark(run, listing, 'x/b.jpg', { favourite: true, rating: 2, addTags: ['sea'] });
    await mark(run, listing, 'x/c.jpg', { favourite: true });
    await mark(run, listing, 'x/c.jpg', { favourite: false });
    await settled(run);
    expect(await run.ask.exportMarks({ file: user.at('marks.json') })).toBe(1);
    await run.ask.stop({});
    for (const name of ['user.db', 'index.db']) rmSync(user.at(name), { force: true });
    for (const name of ['user.db-wal', 'user.db-shm', 'user.backup-v2.db'])
      rmSync(user.at(name), { force: true });
    other.writeBytes('elsewhere.jpg', readFileSync(folder.at('x/b.jpg')));

    const elsewhere = await start();
    const there = await scan(elsewhere, 2);
    expect(await elsewhere.ask.importMarks({ file: user.at('marks.json') })).toEqual({ read: 1, found: 1 });
    expect(elsewhere.told.marksReset).toEqual([{ root: 2 }]);
    expect(await marks(elsewhere, there, 2)).toEqual({ 'elsewhere.jpg': '*2 sea' });
  });

  it('says what is wrong with a file', async () => {
    const run = await start();
    await scan(run);
    writeFileSync(user.at('else.json'), 'no json');
    await expect(run.ask.importMarks({ file: user.at('else.json') })).rejects.toThrow('holds no favourites');
    await expect(run.ask.importMarks({ file: user.at('none.json') })).rejects.toThrow(
      'could not be read (ENOENT)',
    );
    await expect(run.ask.exportMarks({ file: user.at('no/where.json') })).rejects.toThrow(
      'could not be written',
    );
  });
});
