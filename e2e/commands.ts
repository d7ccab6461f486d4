// Runs in Node: commands given as a person gives them, by key or in the menu of the application, whatever their keys are.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { keysOf, type CommandId } from '../renderer/commands/table.js';
import { jpeg, video } from './media/index.js';

/** The first key of a command, as Playwright writes it. */
export function keyOf(id: CommandId): string {
  const [key] = keysOf(id, process.platform === 'darwin');
  return key!.replace(/^Mod\+/, 'ControlOrMeta+');
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

/** Chooses a command in a menu of the window that is opened first; ratings stand in a menu of their own. */
export async function chooseIn(page: Page, open: () => Promise<unknown>, id: CommandId): Promise<void> {
  await open();
  if (id.startsWith('rate')) await page.getByTestId('rating-menu').click();
  await page.locator(`[role="menu"] [data-command="${id}"]`).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

/** Chooses a command in the menu of empty ground. */
export const byGround = (page: Page, id: CommandId) =>
  chooseIn(
    page,
    () => page.locator('[data-scroller]').click({ button: 'right', position: { x: 3, y: 3 } }),
    id,
  );

/** How many thumbnails the workers have made since the app started. */
export const thumbnailsMade = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const answer = await window.gallery.call('activity.snapshot');
    return answer.ok ? answer.value.pool.completed : -1;
  });

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
  const close = () =>
    notices.evaluateAll((all) =>
      all.forEach((notice) => notice.querySelector<HTMLElement>('button[aria-label="Dismiss"]')?.click()),
    );
  await close();
  await expect(notices).toHaveCount(0);
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
  await video(join(folder, 'live.mov'), { ...scene, seconds: 2 });
  await video(join(folder, 'Trips/walk.mp4'), { ...scene, seconds: 40 });
}
