// Runs in Node: commands given as a person gives them, by key or in menus, whatever their keys are.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import {
  PLAYBACK_GROUPS,
  REORDERING,
  SHOWING_GROUPS,
  SHOW_GROUPS,
  SORT_GROUPS,
  viewing,
  type Groups,
} from '../renderer/commands/menu-groups.js';
import { keysOf, type CommandId } from '../renderer/commands/table.js';
import { jpeg, video } from './media/index.js';

/** The first key of a command, as Playwright writes it. */
export function keyOf(id: CommandId): string {
  const [key] = keysOf(id, process.platform === 'darwin');
  return key!.replace(/^Mod\+/, 'ControlOrMeta+');
}

/** The modifier of the menu's keys: Ctrl, or Cmd on macOS. */
const MOD = process.platform === 'darwin' ? 'meta' : 'control';

/** Presses a key that the menu of the system hears, which therefore comes from the system's side. */
export const pressInSystem = (app: ElectronApplication, keyCode: string, ...modifiers: 'mod'[]) =>
  app.evaluate(
    ({ BrowserWindow }, key) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      webContents.sendInputEvent({ type: 'keyDown', ...key });
      webContents.sendInputEvent({ type: 'keyUp', ...key });
    },
    { keyCode, modifiers: modifiers.map(() => MOD) },
  );

/** Sends what the system tells of files that are dragged over the window, with real paths behind the File objects. */
export async function dragIn(page: Page, files: readonly string[]) {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  return (type: 'dragEnter' | 'dragOver' | 'drop') =>
    client.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
}

/** What the menu of the application shows of a command; null where it is not in it. */
export const menuItem = (app: ElectronApplication, id: CommandId) =>
  app.evaluate(({ Menu }, name) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(name);
    return found ? { enabled: found.enabled, checked: found.checked } : null;
  }, id);

/** Chooses a command in the menu of the application, as soon as it is not grey. */
export async function choose(app: ElectronApplication, id: CommandId): Promise<void> {
  await expect.poll(() => menuItem(app, id), { message: id }).toMatchObject({ enabled: true });
  await app.evaluate(({ Menu, BrowserWindow }, name) => {
    const found = Menu.getApplicationMenu()!.getMenuItemById(name)!;
    const click = found.click as (event: unknown, window: unknown) => void;
    click.call(found, undefined, BrowserWindow.getAllWindows()[0]);
  }, id);
}

/** The two ways to give any command, by their names. */
export const waysOf = (app: ElectronApplication, page: Page) =>
  [
    ['key', (id: CommandId) => page.keyboard.press(keyOf(id))],
    ['menu', (id: CommandId) => choose(app, id)],
  ] as const;

const SUBMENUS: readonly (readonly [name: string, groups: Groups])[] = [
  ['sort-by', [...SORT_GROUPS, REORDERING]],
  ['show', SHOW_GROUPS],
  ['view', viewing('photo').more],
  ['playback', PLAYBACK_GROUPS],
  ['showing', SHOWING_GROUPS],
];

/** The menu in a menu of the window that a command stands in; null where it stands in the menu itself. */
const submenuOf = (id: CommandId): string | null =>
  id.startsWith('rate') ? 'rating' : (SUBMENUS.find(([, groups]) => groups.flat().includes(id))?.[0] ?? null);

/** Opens a menu of the window, and the one in it in which a command stands; answers its line. */
export async function lineIn(page: Page, open: () => Promise<unknown>, id: CommandId): Promise<Locator> {
  await open();
  const submenu = submenuOf(id);
  if (submenu !== null) await page.getByTestId(`${submenu}-menu`).click();
  return page.locator(`[role="menu"] [data-command="${id}"]`);
}

/** Chooses a command in a menu of the window that is opened first. */
export async function chooseIn(page: Page, open: () => Promise<unknown>, id: CommandId): Promise<void> {
  const line = await lineIn(page, open, id);
  await line.click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** Opens the menu of empty ground, also where words stand on it because there are no files. */
export async function openGround(page: Page): Promise<void> {
  const { x, y } = (await page.locator('[data-scroller]').boundingBox())!;
  await page.mouse.click(x + 3, y + 3, { button: 'right' });
}

/** Leaves all menus of the window. */
export async function leaveMenus(page: Page): Promise<void> {
  const menus = page.getByRole('menu');
  for (let open = await menus.count(); open > 0; open--) {
    await page.keyboard.press('Escape');
    await expect(menus).toHaveCount(open - 1);
  }
}

/** Chooses a command in the menu of empty ground. */
export const byGround = (page: Page, id: CommandId) => chooseIn(page, () => openGround(page), id);

/** Opens the menu of the file in the viewer. */
export const openInViewer = (page: Page) => page.getByTestId('viewer').click({ button: 'right' });

/** The ways to give a command that is about the file in the viewer. */
export const waysInViewer = (app: ElectronApplication, page: Page) =>
  [
    ...waysOf(app, page),
    ['menu of the file', (id: CommandId) => chooseIn(page, () => openInViewer(page), id)],
  ] as const;

const jobs = (page: Page, how: 'completed' | 'failed'): Promise<number> =>
  page.evaluate(async (wanted) => {
    const answer = await window.gallery.call('activity.snapshot');
    return answer.ok ? answer.value.pool[wanted] : -1;
  }, how);

/** How many thumbnails the workers have made since the app started. */
export const thumbnailsMade = (page: Page): Promise<number> => jobs(page, 'completed');

/** How often they have tried to make one in vain. */
export const thumbnailsFailed = (page: Page): Promise<number> => jobs(page, 'failed');

/** What makes Linux look as if it had a file manager, which nobody starts: what the system is asked for is only noted. */
export function withFileManager(scratch: string): Readonly<Record<string, string>> {
  const share = join(scratch, 'share');
  const services = join(share, 'dbus-1/services');
  mkdirSync(services, { recursive: true });
  writeFileSync(join(services, 'files.service'), '[D-BUS Service]\nName=org.freedesktop.FileManager1\n');
  const { XDG_DATA_DIRS = '/usr/local/share:/usr/share', DBUS_SESSION_BUS_ADDRESS } = process.env;
  return {
    XDG_DATA_DIRS: `${share}:${XDG_DATA_DIRS}`,
    DBUS_SESSION_BUS_ADDRESS: DBUS_SESSION_BUS_ADDRESS ?? `unix:path=${join(scratch, 'no-bus')}`,
  };
}

/**
 * What the system does with files cannot be seen in a test; what it is asked for can: from now on that is only noted, and told by what
 * is answered here. `problem`: what the system says of all that it is to open.
 */
export async function noteAsked(app: ElectronApplication, problem = ''): Promise<() => Promise<string>> {
  await app.evaluate(({ shell }, said) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    shell.showItemInFolder = (path) => void asked.push(`show ${path}`);
    shell.openPath = (path) => (asked.push(`open ${path}`), Promise.resolve(said));
  }, problem);
  return () => app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked.splice(0).join());
}

/** Closes all notices; one that goes by itself meanwhile is closed as well. */
export async function dismissAll(page: Page): Promise<void> {
  const notices = page.getByTestId('notice');
  await expect(async () => {
    while ((await notices.count()) > 0)
      await notices.last().getByRole('button').last().click({ timeout: 1000 });
  }).toPass();
}

const SIZE = { width: 120, height: 80 } as const;

/** A library on which every command has something to do; no two of its photos are alike but the last. */
export async function makeLibraryFor(folder: string): Promise<void> {
  const write = (path: string, bytes: Buffer | string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  };
  const photos = [
    'Trips/Italy/rome',
    'Trips/Italy/pisa',
    'Trips/lyon',
    'House/roof',
    'House/door',
    'a',
    'b',
    'c',
  ];
  for (const [seed, name] of photos.entries()) {
    const gps = name === 'Trips/Italy/rome' ? { gps: [41.9, 12.5] as const } : {};
    write(`${name}.jpg`, await jpeg({ ...SIZE, seed, taken: `20${10 + seed}-03-01T10:00:00`, ...gps }));
  }
  write('live.jpg', await jpeg({ width: 2100, height: 1400, seed: 50, taken: '2022-01-01T10:00:00' }));
  write('House/a again.jpg', await jpeg({ ...SIZE, seed: 5, taken: '2015-03-01T10:00:00' }));
  const scene = { ...SIZE, scene: 'counter', rate: 5, audio: true } as const;
  await video(join(folder, 'live.mov'), { ...scene, seconds: 4 });
  await video(join(folder, 'Trips/walk.mp4'), { ...scene, seconds: 40 });
}
