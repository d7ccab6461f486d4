// Tests of the commands about files where a folder is meant: the one below a menu, or the one that has the focus.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../electron/shared/result.js';
import { createApp } from '../state/app.js';
import { keyOf } from '../state/keys.js';
import type { Actions } from '../state/actions.js';
import type { Place } from '../state/places.js';
import { fakeGallery, file, listingOf, type FakeGallery } from '../testing.js';
import { fileCommands } from './file-commands.js';
import { canWith, openFolder, runWith } from './folder-commands.js';

const page = { activeElement: null as unknown };
class FakeElement {
  constructor(readonly closest: (selector: string) => unknown) {}
}
const focusOn = (closest: FakeElement['closest']) => (page.activeElement = new FakeElement(closest));
const focusOnFolder = (dataset: object) =>
  focusOn((selector) => (selector === '[data-folder]' ? { dataset } : null));
const focusOnTile = (item: number) =>
  focusOn((selector) => (selector.includes('tile') ? { dataset: { item: String(item) } } : null));
beforeEach(() => {
  page.activeElement = null;
  vi.stubGlobal('document', page);
  vi.stubGlobal('Element', FakeElement);
});
afterEach(() => vi.unstubAllGlobals());

function commandsOn(answers: Parameters<typeof fakeGallery>[0] = {}) {
  const app = createApp(fakeGallery({ 'files.copyPaths': () => ({ done: 1, failed: [] }), ...answers }));
  app.library.preview(1, listingOf(file(1), file(2, { folder: 'a' })));
  app.roots.set([{ id: 1, path: '/p', name: 'p', state: 'ready', visited: false }] as never);
  const showInFolder = vi.fn();
  app.commands.register('files', fileCommands(app, { showInFolder } as unknown as Actions));
  const { calls } = app.gallery as FakeGallery;
  const said = () => app.notices.get().map(({ message }) => message);
  return { app, commands: app.commands, calls, said, showInFolder };
}

it('shows a folder and copies its path: the one of a menu, or the one that has the focus', async () => {
  const { app, commands, calls, said, showInFolder } = commandsOn({ 'folders.showInFolder': () => true });
  expect([commands.can('showInFolder'), commands.can('copyPath'), commands.can('open')]).toEqual([
    ...[false, false, false],
  ]);
  expect(
    (['open', 'showInFolder', 'copyPath'] as const).map((id) => canWith(app, id, { root: 1, path: '' })),
  ).toEqual([...[true, true, true]]);
  runWith(app, 'showInFolder', { root: 1, path: 'a' });
  focusOnFolder({ root: '1', folder: 'b' });
  commands.run('copyPath');
  commands.run('showInFolder');
  expect(calls).toEqual([
    ['folders.showInFolder', 1, 'a'],
    ['folders.copyPath', 1, 'b'],
    ['folders.showInFolder', 1, 'b'],
  ]);
  await vi.waitFor(() => expect(said()).toEqual(['Path copied.']));
  expect(showInFolder).not.toHaveBeenCalled();
});

it('means the selected files before a folder that only has the focus, but not before that of a menu', () => {
  const { app, commands, calls, showInFolder } = commandsOn();
  focusOnFolder({ root: '1', folder: 'a' });
  app.pointedAt.set(keyOf(1, 1));
  commands.run('copyPath');
  commands.run('showInFolder');
  runWith(app, 'copyPath', { root: 1, path: 'a' });
  expect(calls.map(([name]) => name)).toEqual(['files.copyPaths', 'folders.copyPath']);
  expect(showInFolder).toHaveBeenCalledExactlyOnceWith(keyOf(1, 1));
});

it('offers the path of a folder where no program shows folders, and says what went wrong', async () => {
  const { app, commands, calls, said } = commandsOn({ 'folders.showInFolder': () => false });
  focusOnFolder({ root: '1', folder: 'a' });
  commands.run('showInFolder');
  await vi.waitFor(() => expect(said()).toEqual([expect.stringMatching(/^No program that shows folders/)]));
  const { action } = app.notices.get()[0]!;
  expect(action?.label).toBe('Copy path');
  action!.run();
  expect(calls.at(-1)).toEqual(['folders.copyPath', 1, 'a']);
  const fail = () => Promise.reject(new AppError('offline', 'The folder is offline. Connect its drive.'));
  const away = commandsOn({ 'folders.showInFolder': fail, 'folders.copyPath': fail });
  away.commands.run('showInFolder');
  away.commands.run('copyPath');
  await vi.waitFor(() => expect(away.said()).toEqual(['The folder is offline. Connect its drive.']));
});

it('opens the tile that has the focus, else the only file that is meant, and none in the viewer', () => {
  const { app, commands } = commandsOn();
  const opened = () => {
    commands.run('open');
    const { item } = app.view.get();
    app.view.change({ item: null });
    return item;
  };
  app.pointedAt.set(keyOf(1, 1));
  expect(opened()).toBe(keyOf(1, 1));
  app.pointedAt.set(null);
  app.selection.count.set(2);
  expect(commands.can('open')).toBe(false);
  focusOnTile(keyOf(1, 2));
  expect(opened()).toBe(keyOf(1, 2));
  // A menu has the focus itself.
  app.menuFile.set(keyOf(1, 1));
  expect(opened()).toBe(keyOf(1, 1));
  app.menuFile.set(null);
  app.view.change({ item: keyOf(1, 1) });
  expect(commands.can('open')).toBe(false);
});

it('opens a folder as its card or its row does, and closes the drawer that it stands in', () => {
  const { app, commands } = commandsOn();
  const from = (place: Place, dataset: object) => {
    app.view.open(place);
    focusOnFolder(dataset);
    commands.run('open');
    return app.view.get().place;
  };
  const top: Place = { kind: 'browse', root: null, path: '' };
  const inside: Place = { kind: 'browse', root: 1, path: '' };
  expect(from(top, { root: '1', folder: '', browse: 'true' })).toEqual({ kind: 'browse', root: 1, path: '' });
  expect(app.browsed.get('/')).toBe('1');
  expect(from(inside, { root: '1', folder: 'a', browse: 'false' })).toEqual({
    kind: 'folder',
    root: 1,
    path: 'a',
  });
  expect(app.browsed.get('1/')).toBe('a');
  // A row of the sidebar is no card that one could come back to.
  app.view.change({ drawer: true });
  expect(from(inside, { root: '1', folder: 'b' })).toEqual({ kind: 'folder', root: 1, path: 'b' });
  expect([app.browsed.get('1/'), app.view.get().drawer]).toEqual(['a', false]);
  // The card of the open folder itself.
  app.view.open(inside);
  openFolder(app, { root: 1, path: '', browse: false });
  expect([app.view.get().place, app.browsed.get('1/')]).toEqual([{ kind: 'folder', root: 1, path: '' }, '']);
});
