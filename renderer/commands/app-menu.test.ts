// What toolbar, context menus and the bar of a selection offer is found in the application menu as well: their sources are read,
// because a button that does something by itself is seen by no table.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { menuCommands } from '../../electron/shared/menu.js';
import { createApp } from '../state/app.js';
import { SORTS, type Place } from '../state/view.js';
import { fakeGallery } from '../testing.js';
import { appMenu } from './app-menu.js';
import { LEAFING } from './menu-groups.js';
import { Commands } from './registry.js';
import { showCommands } from './show-commands.js';
import { COMMAND_IDS, type CommandId } from './table.js';

const views = join(import.meta.dirname, '../views');
const files = (folder: string, ...names: string[]) => names.map((name) => join(views, folder, `${name}.tsx`));
const OFFERING = [
  ...readdirSync(join(views, 'Toolbar'))
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(views, 'Toolbar', name)),
  ...files('Actions', 'CommandItem', 'CommandMenus', 'FileItems', 'FolderItems', 'GridMenu', 'SelectionBar'),
  ...files('Search', 'ActiveFilters', 'SearchEverywhere'),
  ...files('Sidebar', 'FolderMenu'),
  ...files('Viewer', 'ViewerMenu'),
];

/** What a menu cannot name: a part of the path, how far a slider is, the criterion of a chip; and what is no action. */
const OWN = [
  'view.open(crumb.place)',
  'view.change({ zoom: clampZoom(value) })',
  'view.narrow(without)',
  'event.stopPropagation()',
];
const HANDLER = /^on(Click|ValueChange|PressedChange|CheckedChange)$/;
const RUN = /\b(?:commands\.run|runWith)\(/;

function attributesOf(path: string): readonly string[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxAttribute(node) && HANDLER.test(node.name.getText())) found.push(node.initializer!.getText());
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const inMenu = new Set(menuCommands(appMenu(new Commands(), false)).map(({ id }) => id));

describe('the application menu', () => {
  it.each(OFFERING)('has all that is offered by %s', (path) => {
    const source = readFileSync(path, 'utf8');
    const alone = attributesOf(path).filter(
      (text) => !RUN.test(text) && !OWN.some((own) => text.includes(own)),
    );
    expect(alone).toEqual([]);
    const named = [...source.matchAll(/'([\w-]+)'|id="([\w-]+)"/g)].map(([, a, b]) => (a ?? b)!);
    const ids = named.filter((name) => (COMMAND_IDS as readonly string[]).includes(name));
    expect(ids.filter((id) => !inMenu.has(id))).toEqual([]);
  });

  it('is compared with sources that offer something', () => {
    expect(OFFERING.flatMap(attributesOf).filter((text) => RUN.test(text)).length).toBeGreaterThan(12);
  });
});

it('leads from file to file only in the viewer', () => {
  const commands = new Commands();
  const enabled = () =>
    menuCommands(appMenu(commands, false))
      .filter(({ id }) => (LEAFING as readonly string[]).includes(id))
      .map(({ enabled: can }) => can);
  expect(enabled()).toEqual(LEAFING.map(() => false));
  const end = commands.register('viewer', Object.fromEntries(LEAFING.map((id) => [id, () => true])) as never);
  expect(enabled()).toEqual(LEAFING.map(() => true));
  end();
  expect(enabled()).toEqual(LEAFING.map(() => false));
});

describe('the menu of the app on macOS', () => {
  const [own, file] = appMenu(new Commands(), true);

  it('comes first, with what belongs to all of it', () => {
    const lines = own!.items.map((item) =>
      item.kind === 'role'
        ? `${item.role}: ${item.label}`
        : item.kind === 'command'
          ? `${item.label} ${item.accelerator}`
          : item.kind,
    );
    expect(lines).toEqual([
      'about: About Home Gallery',
      'separator',
      'Settings… CmdOrCtrl+,',
      'separator',
      'services: Services',
      'separator',
      'hide: Hide Home Gallery',
      'hideOthers: Hide Others',
      'unhide: Show All',
      'separator',
      'quit: Quit Home Gallery',
    ]);
  });

  it('has the settings alone, which stand in the first menu elsewhere', () => {
    const ids = (part: typeof file) => menuCommands([part!]).map(({ id }) => id);
    expect(ids(file)).not.toContain('settings');
    expect(ids(appMenu(new Commands(), false)[0])).toContain('settings');
  });
});

describe('marks in the menu', () => {
  const app = createApp(fakeGallery({}));
  const handlers = showCommands(app);
  const marked = () =>
    (Object.keys(handlers) as CommandId[]).filter(
      (id) => handlers[id as keyof typeof handlers].checked?.() === true,
    );
  app.roots.set([{ id: 1, path: '/p', name: 'p', state: 'ready', visited: false }] as never);

  it('follow order and filters, however these were chosen', () => {
    expect(marked()).toEqual(['sort-newest', 'show-all']);
    handlers['sort-name-down'].run();
    handlers['show-video'].run();
    handlers.showRated.run();
    expect(marked()).toEqual(['sort-name-down', 'show-video', 'showRated']);
    expect(app.view.get().criteria).toMatchObject({ kind: 'video', rating: 1 });
    app.view.narrow({ rating: 4 });
    expect(marked()).toContain('showRated');
    handlers.showRated.run();
    expect(app.view.get().criteria.rating).toBe(0);
    expect(handlers.clearFilters.can?.()).toBe(false);
    handlers.showLocated.run();
    handlers.clearFilters.run();
    expect(marked()).toEqual(['sort-name-down', 'show-all']);
  });

  it('say what a place shows by itself, which cannot be chosen there', () => {
    app.view.open({ kind: 'favourites' });
    expect(marked()).toContain('showFavourites');
    expect(handlers.showFavourites.can?.()).toBe(false);
    app.view.open({ kind: 'newest' });
    expect(SORTS.filter((sort) => handlers[`sort-${sort}`].can?.() !== false)).toEqual([]);
    expect(marked()).toEqual(['show-all']);
    app.view.open({ kind: 'videos' });
    expect(handlers['show-photo'].can?.()).toBe(false);
  });

  it('offer to search everywhere only where that is not done already', () => {
    const offered = (place: Place) => {
      app.view.open(place);
      app.view.narrow({ search: 'rome' });
      return handlers.searchEverywhere.can?.();
    };
    for (const kind of ['favourites', 'videos', 'duplicates', 'day'] as const)
      expect([kind, offered({ kind })]).toEqual([kind, true]);
    expect(offered({ kind: 'folder', root: 1, path: '' })).toBe(true);
    for (const kind of ['home', 'all', 'newest', 'recent'] as const)
      expect([kind, offered({ kind })]).toEqual([kind, false]);
    expect(offered({ kind: 'shuffle', seed: 1 })).toBe(false);
  });
});
