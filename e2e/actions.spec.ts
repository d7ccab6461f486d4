// What one can do with files: selecting with mouse and keyboard, clipboard, drag, trash and back.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { displayPath } from '../electron/shared/paths.js';
import { thumbnailsMade, withFileManager } from './commands.js';
import { expect, test, tile, untilComplete } from './fixtures.js';

const names = (page: Page) =>
  page.getByTestId('tile').evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset['name']!));
const pathOf = (one: Locator) => one.getAttribute('data-path').then((path) => path!);
const count = (page: Page) => page.getByTestId('selection-count');
const middle = async (one: Locator) => {
  const { x, y, width, height } = (await one.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

test('selecting with mouse and keyboard, and the bar', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const all = await names(page);
  const at = (index: number) => tile(page, all[index]!);
  await at(1).hover();
  await at(1).locator('[data-tile-action="select"]').click();
  await expect(count(page)).toHaveText('1 selected');
  // While something is selected a click selects, too; Shift takes all between, Ctrl one more or less.
  await at(3).click();
  await expect(count(page)).toHaveText('2 selected');
  await at(6).click({ modifiers: ['Shift'] });
  await expect(count(page)).toHaveText('5 selected');
  await at(4).click({ modifiers: ['ControlOrMeta'] });
  await expect(count(page)).toHaveText('4 selected');
  await expect(at(6)).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);

  await at(0).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(count(page)).toHaveText('3 selected');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(count(page)).toHaveText('2 selected');
  await page.keyboard.press('ControlOrMeta+A');
  const total = Number(await page.getByTestId('grid').getAttribute('data-count'));
  await expect(count(page)).toHaveText(`${total} selected`);
  await page.getByTestId('selection-clearSelection').click();
  // To the end and to the beginning, from where the focus was.
  await at(2).focus();
  await page.keyboard.press('Shift+End');
  await expect(count(page)).toHaveText(`${total - 2} selected`);
  await page.keyboard.press('Shift+Home');
  await expect(count(page)).toHaveText('3 selected');
  await page.keyboard.press('Escape');
  await at(2).focus();
  await page.keyboard.press('x');
  await expect(at(2)).toHaveAttribute('aria-selected', 'true');

  // A band around tiles, with Shift from anywhere; it adds.
  const [start, end] = [await middle(at(0)), await middle(at(1))];
  await page.keyboard.down('Shift');
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 6 });
  await expect(page.getByTestId('band')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await expect(count(page)).toHaveText('3 selected');
  await expect(page.getByTestId('band')).toHaveCount(0);

  // Several at once by the bar.
  await page.getByTestId('selection-tag').click();
  await expect(page.getByTestId('dialog-tags')).toContainText('3 files');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  await page.getByTestId('selection-trash').click();
  await expect(page.getByTestId('confirm')).toContainText('3 files');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('confirm')).toHaveCount(0);
  await page.getByTestId('selection-favourite').click();
  for (const index of [0, 1, 2]) await expect(at(index)).toHaveAttribute('data-favourite', 'true');
  await page.getByTestId('selection-rating').click();
  await page.locator('[data-command="rate5"]').click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  for (const index of [0, 1, 2]) await expect(at(index)).toHaveAttribute('data-rating', '5');
  await expect(page.getByTestId('notice')).toHaveText(/^3 files have 5 stars now\./);
  await page.keyboard.press('Escape');
  // One after the other is taken back: by the notice, by the key; what was given to one file before stays.
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  for (const index of [0, 1, 2]) await expect(at(index)).not.toHaveAttribute('data-rating', '5');
  await expect(at(2)).toHaveAttribute('data-favourite', 'true');
  await at(0).focus();
  await page.keyboard.press('t');
  await page.getByTestId('tag-input').fill('sea');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid="tag"][data-tag="sea"]')).toHaveText('sea');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('t');
  await expect(page.getByTestId('dialog-tags')).toContainText('No tags yet');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Z');
  for (const index of [0, 1, 2]) await expect(at(index)).not.toHaveAttribute('data-favourite', 'true');
  await page.keyboard.press('Escape');

  // The sheet of shortcuts has every part of the window; one Escape closes it.
  await page.keyboard.press('?');
  const sheet = page.getByTestId('dialog-shortcuts');
  for (const line of ['Copy pathCtrl+Shift+C', 'SettingsCtrl+,', 'SearchCtrl+F', 'Next pageCtrl+PgDn']) {
    await expect(sheet).toContainText(line);
  }
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  // Also where a button with a tooltip has the focus at first.
  await page.keyboard.press('ControlOrMeta+Shift+M');
  const activity = page.getByTestId('activity');
  await expect(activity.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(page.locator('[role="presentation"]').getByText('Esc', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(activity).toHaveCount(0);

  // The menu of empty ground.
  await page.locator('[data-scroller]').click({ button: 'right', position: { x: 3, y: 3 } });
  await expect(page.getByTestId('grid-menu').locator('[data-command="selectAll"]')).toBeVisible();
  await expect(page.getByTestId('grid-menu').locator('[data-command="trash"]')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('grid-menu')).toHaveCount(0);
});

test('clipboard, drag, default app, thumbnail, trash and back', async ({ launch, folder, scratch }) => {
  const { page, app } = await launch({
    mediaDirs: [folder],
    env: {
      ...{ XDG_DATA_HOME: join(scratch, 'data'), ELECTRON_TRASH: 'gio', XDG_CURRENT_DESKTOP: 'GNOME' },
      ...withFileManager(scratch),
    },
  });
  await untilComplete(page);
  const all = await names(page);
  const [a, b] = [tile(page, all[0]!), tile(page, all[1]!)];
  const paths = [join(folder, await pathOf(a)), join(folder, await pathOf(b))];
  await a.click({ modifiers: ['ControlOrMeta'] });
  // What the system does with it cannot be seen here; what it is asked for can.
  await app.evaluate(({ shell, BrowserWindow }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    shell.showItemInFolder = (path) => void asked.push(['show', path]);
    shell.openPath = (path) => (asked.push(['open', path]), Promise.resolve(''));
    BrowserWindow.getAllWindows()[0]!.webContents.startDrag = ({ files, icon }) =>
      void asked.push(['drag', files, (icon as Electron.NativeImage).isEmpty()]);
  });
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
  // One file at a time.
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+Shift+Enter');
  await expect.poll(asked).toHaveLength(2);
  await b.click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+C');
  await expect(page.getByTestId('notice')).toContainText('2 files copied');
  const copied = await app.evaluate(({ clipboard }) => {
    const old = clipboard as unknown as { readBuffer: (format: string) => Buffer };
    return old.readBuffer('x-special/gnome-copied-files').toString();
  });
  expect(copied.split('\n')).toEqual(['copy', ...paths.map((path) => pathToFileURL(path).href)]);
  await page.keyboard.press('ControlOrMeta+Shift+C');
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(paths.join('\n'));

  const from = await middle(a);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 30, from.y + 30, { steps: 5 });
  await expect.poll(asked).toEqual([
    ['open', paths[0]],
    ['show', paths[0]],
    ['drag', paths, false],
  ]);
  await page.mouse.up();
  await expect(page.getByTestId('band')).toHaveCount(0);
  // One that is gone keeps no other from it, and is named; where there is no other, nothing is dragged.
  const gone = [expect.objectContaining({ path: '', file: { root: 1, id: 900_000 } }) as unknown];
  for (const ids of [[Number(await a.getAttribute('data-id')), 900_000], [900_000]]) {
    const answer = await page.evaluate((wanted) => {
      const chosen = [{ root: 1, ids: Uint32Array.from(wanted) }];
      return window.gallery.call('files.drag', chosen, { x: 0, y: 0, width: 50, height: 50 });
    }, ids);
    expect(answer).toEqual({ ok: true, value: { done: ids.length - 1, failed: gone } });
  }
  expect((await asked()).slice(3)).toEqual([['drag', [paths[0]], expect.any(Boolean)]]);
  const madeBefore = await thumbnailsMade(page);
  await page.keyboard.press('ControlOrMeta+Shift+R');
  await expect(page.getByTestId('notice').last()).toContainText('2 thumbnails');
  await expect.poll(() => thumbnailsMade(page)).toBeGreaterThanOrEqual(madeBefore + 2);
  await expect(a).toHaveAttribute('data-state', 'ready');

  // The trash asks first; undo brings everything back, and replaces nothing.
  const before = paths.map((path) => readFileSync(path));
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('confirm')).toContainText('2 files');
  await page.keyboard.press('Escape');
  expect(existsSync(paths[0]!)).toBe(true);
  await page.keyboard.press('Delete');
  await page.getByTestId('confirm-action').click();
  await expect.poll(() => paths.some((path) => existsSync(path))).toBe(false);
  expect(readdirSync(join(scratch, 'data/Trash/files'))).toHaveLength(2);
  await expect(a).toHaveCount(0);
  writeFileSync(paths[1]!, 'another file');
  await page.getByTestId('notice-action').click();
  await expect(page.getByTestId('dialog-failures')).toContainText('another file of this name');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-failures')).toHaveCount(0);
  expect(readFileSync(paths[0]!)).toEqual(before[0]);
  expect(readFileSync(paths[1]!, 'utf8')).toBe('another file');
  await expect(a).toBeVisible();
  const inTrash = () => readdirSync(join(scratch, 'data/Trash/info')).length;
  expect(inTrash()).toBe(1);
  // The rest once nothing is in its way.
  rmSync(paths[1]!);
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(inTrash).toBe(0);
  expect(readFileSync(paths[1]!)).toEqual(before[1]);

  // Menus of the application: what cannot be done is grey, what is chosen is done, what holds has a mark.
  const item = (id: string) =>
    app.evaluate(({ Menu }, name) => {
      const found = Menu.getApplicationMenu()?.getMenuItemById(name);
      return found && { enabled: found.enabled, checked: found.checked };
    }, id);
  const choose = (id: string) =>
    app.evaluate(({ Menu, BrowserWindow }, name) => {
      const found = Menu.getApplicationMenu()!.getMenuItemById(name)!;
      const click = found.click as (event: unknown, window: unknown) => void;
      click.call(found, undefined, BrowserWindow.getAllWindows()[0]);
    }, id);
  await expect.poll(() => item('clearSelection')).toMatchObject({ enabled: false });
  await choose('selectAll');
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  await expect.poll(() => item('clearSelection')).toMatchObject({ enabled: true });
  await choose('clearSelection');
  const isMarked = (id: string, checked: boolean) =>
    expect.poll(() => item(id)).toEqual({ enabled: true, checked });
  await isMarked('sort-newest', true);
  await choose('sort-name-down');
  await expect(page.getByTestId('sort')).toHaveText('Name, Z to A');
  await isMarked('sort-name-down', true);
  await isMarked('sort-newest', false);
  // Chosen once more it still holds, and what the toolbar or a key does is seen in the menu.
  await choose('sort-name-down');
  // What was chosen after it has been done: so has it.
  await choose('selectAll');
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await isMarked('sort-name-down', true);
  await page.keyboard.press('Alt+9');
  await expect(page.getByTestId('sort')).toHaveText('Shuffled');
  await page.keyboard.press('Alt+1');
  await expect(page.getByTestId('sort')).toHaveText('Newest first');
  await isMarked('sort-newest', true);
  await page.getByTestId('filter-video').click();
  await isMarked('show-video', true);
  await choose('showFavourites');
  await isMarked('showFavourites', true);
  await expect(page.getByTestId('chip-favourites')).toBeVisible();
  await choose('clearFilters');
  await isMarked('show-all', true);
  await isMarked('showFavourites', false);
  await expect(page.getByTestId('active-filters')).toHaveCount(0);

  // While something is typed, all of the text is meant.
  const search = page.getByTestId('search');
  await search.fill('words');
  await choose('selectAll');
  await expect
    .poll(() => search.evaluate((field: HTMLInputElement) => [field.selectionStart, field.selectionEnd]))
    .toEqual([0, 5]);
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await search.fill('');

  // On Home, too, where pictures are buttons. One file is asked for by its name.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  await page.keyboard.press('ControlOrMeta+1');
  const cell = page.getByTestId('cell').first();
  await cell.focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(asked).toHaveLength(5);
  const [what, path] = (await asked()).at(-1) as [string, string];
  expect(what).toBe('open');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('confirm')).toContainText(
    `Move “${displayPath(basename(path))}” to the trash?`,
  );
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('confirm')).toHaveCount(0);
});
