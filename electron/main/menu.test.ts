// Tests of the application menu as the system gets it: what the window says, and nothing of Electron's own.

import { beforeEach, expect, it, vi } from 'vitest';
import type { MenuItemConstructorOptions } from 'electron';
import type { MenuPart } from '../shared/menu.js';
import { AppMenu } from './menu.js';

type Template = readonly (MenuItemConstructorOptions & { readonly submenu: MenuItemConstructorOptions[] })[];

const system = vi.hoisted(() => ({ shown: [] as unknown[] }));
vi.mock('electron', () => ({
  app: { on: () => undefined, isPackaged: true },
  BrowserWindow: { getFocusedWindow: () => null },
  Menu: {
    setApplicationMenu: (menu: unknown) => system.shown.push(menu),
    getApplicationMenu: () => null,
    buildFromTemplate: (template: unknown) => template,
  },
}));

beforeEach(() => void (system.shown = []));

const command = (id: string, label: string, accelerator: string) =>
  ({ kind: 'command', id, label, accelerator, enabled: true, checked: null }) as const;
const PARTS: readonly MenuPart[] = [
  {
    label: 'Galerie',
    items: [
      { kind: 'role', role: 'about', label: 'Über Galerie', accelerator: null },
      command('settings', 'Einstellungen…', 'CmdOrCtrl+,'),
      command('favourite', 'Favorit', 'F'),
      command('turnLeft', 'Zurückdrehen', 'Shift+R'),
      command('sort-newest', 'Neueste zuerst', 'Alt+1'),
      command('trash', 'In den Papierkorb', 'CmdOrCtrl+Backspace'),
    ],
  },
  { label: 'Hilfe', role: 'help', items: [] },
];

function shownOn(platform: NodeJS.Platform): Template {
  new AppMenu({ openLog: () => undefined, run: () => undefined }, platform).set(1, PARTS);
  return system.shown.at(-1) as Template;
}

it('begins on macOS with the menu of the app in the words of the window', () => {
  const [own, ...others] = shownOn('darwin');
  expect(own).toMatchObject({
    label: 'Galerie',
    submenu: [
      { role: 'about', label: 'Über Galerie' },
      { id: 'settings', label: 'Einstellungen…', accelerator: 'CmdOrCtrl+,' },
      { id: 'favourite', label: 'Favorit' },
      { id: 'turnLeft', label: 'Zurückdrehen' },
      { id: 'sort-newest', label: 'Neueste zuerst' },
      { id: 'trash', label: 'In den Papierkorb' },
    ],
  });
  expect(others.map(({ label, role }) => [label, role])).toEqual([['Hilfe', 'help']]);
});

it('shows keys that write or edit, but not on macOS, which would take them from every field', () => {
  const letters = (platform: NodeJS.Platform) =>
    shownOn(platform)[0]!
      .submenu.slice(2)
      .map(({ accelerator }) => accelerator);
  const all = ['F', 'Shift+R', 'Alt+1', 'CmdOrCtrl+Backspace'];
  expect(letters('linux')).toEqual(all);
  expect(letters('win32')).toEqual(all);
  expect(letters('darwin')).toEqual(all.map(() => undefined));
});
