// Tests of which commands about files make sense: where it is clear which file is meant, and where there is something to do.

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../state/app.js';
import { keyOf, type ItemKey } from '../state/keys.js';
import type { Actions } from '../state/actions.js';
import { showsPictures } from '../state/view.js';
import { fakeGallery, file, listingOf, type FakeGallery } from '../testing.js';
import { fileCommands } from './file-commands.js';
import { Commands } from './registry.js';
import { windowCommands } from './window-commands.js';

/** What has the focus in the page. */
const page = { activeElement: null as unknown, execCommand: vi.fn(() => true) };
class FakeElement {
  constructor(readonly closest: (selector: string) => unknown) {}
}
const focusOn = (closest: FakeElement['closest']) => (page.activeElement = new FakeElement(closest));
beforeEach(() => {
  page.activeElement = null;
  page.execCommand.mockClear();
  vi.stubGlobal('document', page);
  vi.stubGlobal('Element', FakeElement);
});
afterEach(() => vi.unstubAllGlobals());

function commandsOn(listing = listingOf(file(1), file(2, { folder: 'a' }))) {
  const app = createApp(fakeGallery({}));
  app.library.preview(1, listing);
  app.roots.set([
    { id: 1, path: '/p', name: 'p', state: 'ready', files: 2, checkedAt: 0, watching: 'native', unread: 0 },
  ]);
  const commands = new Commands();
  commands.register('files', fileCommands(app, {} as Actions));
  const refreshFolder = vi.fn();
  commands.register('window', windowCommands(app, { refreshFolder } as unknown as Actions));
  const point = (key: ItemKey | null) => app.pointedAt.set(key);
  return { app, commands, point, refreshFolder };
}

it('hides folders, but not the chosen one', () => {
  const { commands, point } = commandsOn();
  point(keyOf(1, 1));
  expect([commands.can('hideFolder'), commands.can('trash')]).toEqual([false, true]);
  point(keyOf(1, 2));
  expect(commands.can('hideFolder')).toBe(true);
});

it('means the folder that has the focus before the open one', () => {
  const listing = listingOf(file(1, { folder: 'a' }), file(2, { folder: 'b' }));
  const { app, commands, refreshFolder } = commandsOn(listing);
  const { calls } = app.gallery as FakeGallery;
  const focusOnFolder = (folder: string) =>
    focusOn((selector) => (selector === '[data-folder]' ? { dataset: { root: '1', folder } } : null));
  app.view.open({ kind: 'folder', root: 1, path: 'a' });
  app.selection.toggle(keyOf(1, 1));
  focusOnFolder('b');
  commands.run('hideFolder');
  commands.run('checkFolder');
  expect(commands.can('removeFolder')).toBe(false);
  // Where no folder is open, and all are shown.
  app.view.open({ kind: 'browse', root: null, path: '' });
  focusOnFolder('');
  expect([commands.can('hideFolder'), commands.can('removeFolder')]).toEqual([false, true]);
  focusOn(() => null);
  expect([commands.can('checkFolder'), commands.can('removeFolder')]).toEqual([false, false]);
  expect(calls).toContainEqual(['marks.hideFolder', 1, 'b', true]);
  expect(refreshFolder).toHaveBeenCalledExactlyOnceWith(1, 'b');
});

it('shows a folder again that was hidden, and hides none twice', () => {
  const { app, commands } = commandsOn();
  app.view.open({ kind: 'folder', root: 1, path: 'a' });
  expect([commands.can('showFolder'), commands.nameOf('hideFolder')]).toEqual([false, 'Hide folder “a”']);
  app.marks.hidden.set(new Map([[1, ['a']]]));
  expect([commands.can('showFolder'), commands.can('hideFolder')]).toEqual([true, false]);
  expect(commands.nameOf('hideFolder')).toBe('Hide folder');
  // A file in it, and a folder in it, are as hidden.
  app.selection.toggle(keyOf(1, 2));
  expect(commands.can('hideFolder')).toBe(false);
  app.view.open({ kind: 'folder', root: 1, path: 'a/b' });
  expect(commands.can('showFolder')).toBe(true);
  commands.run('showFolder');
  expect((app.gallery as FakeGallery).calls).toContainEqual(['marks.hideFolder', 1, 'a', false]);
});

it('begins a slideshow with the file that is meant, else with the first, and only where files are shown', async () => {
  const { app, commands, point } = commandsOn();
  app.items.connect();
  await vi.waitFor(() => expect(app.items.get().keys).toHaveLength(2));
  const [first, second] = [...app.items.get().keys];
  commands.run('slideshow');
  expect([app.view.get().item, app.show.get() !== null]).toEqual([first, true]);
  commands.run('slideshow');
  expect([app.view.get().item, app.show.get()]).toEqual([first, null]);
  app.view.change({ item: null });
  point(second!);
  commands.run('slideshow');
  expect(app.view.get().item).toBe(second);
  app.view.change({ item: null });
  app.view.open({ kind: 'home' });
  expect(commands.can('slideshow')).toBe(false);
});

it('shows in its folder and opens elsewhere one file, not the first of several', () => {
  const { app, commands, point } = commandsOn();
  point(keyOf(1, 2));
  expect([commands.can('showInFolder'), commands.can('openExternally')]).toEqual([true, true]);
  point(null);
  app.selection.count.set(2);
  expect([commands.can('showInFolder'), commands.can('openExternally')]).toEqual([false, false]);
  expect(commands.can('copyFiles')).toBe(true);
});

it('selects all only where pictures are shown', () => {
  const { app, commands } = commandsOn();
  expect([showsPictures(app.view.get()), commands.can('selectAll')]).toEqual([true, true]);
  app.view.open({ kind: 'home' });
  expect(commands.can('selectAll')).toBe(false);
});

it('selects the text where something is being typed', () => {
  const { app, commands } = commandsOn();
  const all = vi.spyOn(app.selection, 'all');
  focusOn((selector) => (selector.startsWith('input') ? {} : null));
  expect(commands.run('selectAll')).toBe(true);
  app.view.open({ kind: 'home' });
  expect(commands.can('selectAll')).toBe(true);
  expect(page.execCommand).toHaveBeenCalledExactlyOnceWith('selectAll');
  expect(all).not.toHaveBeenCalled();
});
