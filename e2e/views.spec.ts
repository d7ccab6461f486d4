// The ways through the library: home, browsing, shuffle, back and forward, several windows, and all of it after a restart.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pressInSystem } from './commands.js';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const FOLDERS = ['Alps', 'Beach', 'City', 'Desert', 'Forest/Autumn', 'Forest/Spring', 'Garden', 'Harbour'];
const PER_FOLDER = 14;

/** A library of a few folders. */
async function makeLibrary(dir: string): Promise<void> {
  for (const [index, folder] of FOLDERS.entries()) {
    mkdirSync(join(dir, folder), { recursive: true });
    for (let i = 0; i < PER_FOLDER; i++) {
      const taken = `20${10 + index}-05-${String(10 + i)}T12:00:00`;
      const picture = await jpeg({ width: 90, height: 60, seed: index * 100 + i, scene: 'quarters', taken });
      writeFileSync(join(dir, folder, `${folder.replace('/', '-')} ${String(i + 1)}.jpg`), picture);
    }
  }
  copyFileSync(join(dir, 'Alps/Alps 1.jpg'), join(dir, 'Harbour/copy of it.jpg'));
}

const names = (page: Page) =>
  page
    .getByTestId('tile')
    .evaluateAll((tiles) => tiles.slice(0, 8).map((tile) => (tile as HTMLElement).dataset['name']));
const here = (page: Page) => page.getByTestId('breadcrumb').getByRole('heading');

/** Takes back that a folder was hidden, as soon as that is offered; leaves no offer behind. */
async function undoHiding(page: Page, folder: string): Promise<void> {
  const notice = page.getByTestId('notice').filter({ hasText: folder });
  const offer = notice.getByRole('button', { name: 'Undo', exact: true });
  await expect(offer).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect(offer).toHaveCount(0);
}

test('home, browsing, shuffle, back and forward', async ({ launch, scratch }) => {
  const dir = join(scratch, 'Library');
  await makeLibrary(dir);
  const { page } = await launch({ mediaDirs: [dir] });
  await untilComplete(page);
  // From its start on, or what the page has begun would wait for a time that never comes.
  await page.clock.install();
  await page.reload();
  await untilComplete(page);

  // Home: a picture in each cell, of which some change after ten seconds; the totals; a picture opens.
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByTestId('totals')).toContainText('113');
  const cells = page.getByTestId('cell');
  await expect(cells.first()).toBeVisible();
  const shown = () => cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset['item']));
  const before = await shown();
  expect(new Set(before).size).toBe(before.length);
  await page.clock.fastForward(10_100);
  await expect
    .poll(async () => (await shown()).filter((item, i) => item !== before[i]).length)
    .toBeGreaterThan(0);
  expect((await shown()).filter((item, i) => item !== before[i]).length).toBeLessThanOrEqual(5);
  // What the pointer or the focus is on stays, however much changes around it.
  await cells.nth(2).hover();
  await cells.nth(4).focus();
  const held = async () => (await shown()).filter((_, cell) => cell === 2 || cell === 4);
  const kept = await held();
  for (let i = 0; i < 40; i++) await page.clock.fastForward(10_000);
  expect(await held()).toEqual(kept);
  await cells.nth(1).click();
  await expect(page.getByTestId('viewer')).toBeVisible();
  // Whoever is quicker than a menu, which gets the keyboard with the next frame, closes the menu and not the viewer.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  await page.keyboard.press('Shift+F10');
  await expect(page.getByTestId('viewer-menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.clock.resume();
  await expect(page.getByTestId('viewer-menu')).toHaveCount(0);
  await expect(page.locator('[data-testid="viewer"]:not([data-closed])')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect(cells.nth(1)).toBeFocused();
  // What can be done with a picture can be done here, by key and by its menu.
  await page.keyboard.press('f');
  await expect(cells.nth(1)).toHaveAttribute('data-favourite', 'true');
  const menu = page.getByTestId('grid-menu');
  await cells.nth(1).click({ button: 'right' });
  await menu.locator('[data-command="favourite"]').click();
  await expect(menu).toHaveCount(0);
  await expect(cells.nth(1)).not.toHaveAttribute('data-favourite', 'true');

  // A menu that is left by the way back is about nothing any more.
  await page.keyboard.press('ControlOrMeta+2');
  await page.keyboard.press('ControlOrMeta+1');
  await expect(cells.nth(1)).toBeVisible();
  const meant = (await cells.nth(1).getAttribute('data-item'))!;
  await cells.nth(1).focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(menu).toHaveCount(0);
  await expect(page.locator('[data-testid="tile"]:focus')).toHaveCount(1);
  const another = page.locator(`[data-testid="tile"]:not([data-item="${meant}"])`).first();
  await another.focus();
  await page.keyboard.press('f');
  await expect(another).toHaveAttribute('data-favourite', 'true');
  await page.keyboard.press('f');
  await expect(another).not.toHaveAttribute('data-favourite', 'true');
  await page.keyboard.press('ControlOrMeta+1');

  // Browse by keyboard, mouse and wheel.
  await page.getByTestId('way-browse').click();
  const flow = page.getByTestId('cover-flow');
  const name = page.getByTestId('flow-name');
  await expect(name).toHaveText('Alps');
  await page.keyboard.press('ArrowRight');
  await expect(name).toHaveText('Beach');
  await page.keyboard.press('f');
  await expect(name).toHaveText('Forest');
  await page.keyboard.press('Enter');
  await expect(name).toHaveText('Autumn');
  await page.keyboard.press('ArrowUp');
  await expect(name).toHaveText('Forest');
  await flow.hover();
  await page.mouse.wheel(0, 100);
  await expect(name).toHaveText('Garden');
  await page.locator('[data-testid="flow-card"][data-name="Harbour"]').click({ position: { x: 120, y: 20 } });
  await expect(name).toHaveText('Harbour');
  await page.keyboard.press('Home');
  await expect(name).toHaveText('Everything in Library');
  expect(await page.getByTestId('flow-card').count()).toBeLessThanOrEqual(9);
  await page.keyboard.press('End');
  await page.locator('[data-testid="flow-card"][data-middle="true"]').click();
  await expect(here(page)).toHaveText('Harbour');
  await expect(page.getByTestId('grid')).toHaveAttribute('data-count', String(PER_FOLDER + 1));

  // The menu of a cover is about its folder, by the mouse and by the key for it.
  await page.keyboard.press('ControlOrMeta+3');
  await expect(name).toHaveText('Harbour');
  await page.locator('[data-testid="flow-card"][data-name="Garden"]').click({
    ...({ button: 'right', position: { x: 20, y: 60 } } as const),
  });
  await menu.locator('[data-command="hideFolder"]').click();
  await expect(menu).toHaveCount(0);
  await expect(page.locator('[data-testid="hidden-folders"] [data-path="Garden"]')).toBeVisible();
  await expect(page.locator('[data-testid="flow-card"][data-name="Garden"]')).toHaveCount(0);
  await undoHiding(page, 'Garden');
  await expect(page.locator('[data-testid="flow-card"][data-name="Garden"]')).toBeVisible();
  // By its key, too, the one in the middle.
  await page.keyboard.press('ArrowLeft');
  await expect(name).toHaveText('Garden');
  await page.keyboard.press('ControlOrMeta+Shift+H');
  await expect(page.locator('[data-testid="flow-card"][data-name="Garden"]')).toHaveCount(0);
  await undoHiding(page, 'Garden');
  await expect(page.locator('[data-testid="flow-card"][data-name="Garden"]')).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+F10');
  await expect(menu.locator('[data-command="removeFolder"]')).toContainText('Ctrl+Shift+Del');
  await expect(menu.locator('[data-command="hideFolder"]')).toHaveCount(0);
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+B');

  // The same as cards.
  await page.keyboard.press('ControlOrMeta+3');
  const forest = page.locator('[data-testid="folder-card"][data-name="Forest"]');
  await forest.click({ button: 'right' });
  await menu.locator('[data-command="hideFolder"]').click();
  await expect(menu).toHaveCount(0);
  await expect(forest).toHaveCount(0);
  await undoHiding(page, 'Forest');
  await forest.click();
  await expect(page.getByTestId('folder-card')).toHaveCount(2);
  await page.getByTestId('folder-card').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(here(page)).toHaveText('Spring');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(here(page)).toHaveText('Forest');

  // The sidebar goes and comes by its key.
  await page.keyboard.press('ControlOrMeta+B');
  await expect(page.getByTestId('sidebar')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+B');
  await expect(page.getByTestId('sidebar')).toBeVisible();

  // Shuffled; going back shows the same order, and where one was.
  await page.keyboard.press('ControlOrMeta+6');
  await expect(page.getByTestId('grid')).toHaveAttribute('data-count', '113');
  const order = await names(page);
  await page.getByTestId('shuffle-again').click();
  await expect.poll(() => names(page)).not.toEqual(order);
  await page.getByTestId('go-back').click();
  await expect.poll(() => names(page)).toEqual(order);
  await page.keyboard.press('Alt+ArrowRight');
  await expect.poll(() => names(page)).not.toEqual(order);
});

test('where one was, and several windows, are there again after a restart', async ({ launch, scratch }) => {
  const dir = join(scratch, 'Library');
  await makeLibrary(dir);
  const first = await launch({ mediaDirs: [dir] });
  const { app, page } = first;
  await untilComplete(page);
  const sizeOf = (of: Page) => of.evaluate(() => [innerWidth, innerHeight]);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1080, 660));
  await expect.poll(() => sizeOf(page)).toEqual([1080, 660]);
  // Not only when it ends in order.
  const kept = () => readFileSync(join(first.userDataDir, 'settings.json'), 'utf8');
  await expect.poll(kept).toMatch(/"width":\s*1080/);
  await page.keyboard.press('ControlOrMeta+2');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ControlOrMeta+Equal');
  const scroller = page.getByTestId('grid').locator('..');
  await page.getByTestId('sort').click();
  await page.getByTestId('sort-name').click();
  // Another order begins at its top.
  await expect(page.getByTestId('heading')).toHaveCount(0);
  await scroller.hover();
  await page.mouse.wheel(0, 2000);
  await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(2000);
  const top = (of: Page) =>
    of
      .getByTestId('grid')
      .locator('..')
      .evaluate((element) => {
        const edge = element.getBoundingClientRect().top;
        const tiles = [...element.querySelectorAll<HTMLElement>('[data-testid="tile"]')]
          .map((tile) => ({
            name: tile.dataset['name'],
            y: Math.round(tile.getBoundingClientRect().top - edge),
          }))
          .filter(({ y }) => y > -40)
          .sort((a, b) => a.y - b.y);
        return tiles[0];
      });
  await page.getByTestId('fold-sidebar').click();
  await expect(page.getByTestId('sidebar-folded')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(page.getByTestId('fold-sidebar')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+D');
  await expect(page.getByTestId('sidebar-folded')).toBeVisible();
  const middle = await top(page);
  // Back to the same picture at the same height.
  await page.keyboard.press('ControlOrMeta+1');
  await expect(page.getByTestId('home')).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect.poll(() => top(page)).toEqual(middle);

  const opened = app.waitForEvent('window');
  await page.keyboard.press('ControlOrMeta+n');
  const second = await opened;
  // What is done in one window is seen in the others.
  const marked = await reveal(second, middle!.name!);
  await marked.focus();
  await second.keyboard.press('f');
  for (const one of [second, page])
    await expect(tile(one, middle!.name!)).toHaveAttribute('data-favourite', 'true');
  await second.getByTestId('place-recent').click();
  await expect(here(second)).toHaveText('Recently added');
  await expect(here(page)).toHaveText('All media');
  // Its sidebar is its own, too.
  await second.getByTestId('unfold-sidebar').click();
  await second.getByRole('treeitem', { name: /^Garden/ }).click();
  await expect(here(second)).toHaveText('Garden');
  await expect(page.getByTestId('sidebar-folded')).toBeVisible();
  await first.close();

  const again = await launch();
  await expect.poll(() => again.app.windows().length).toBe(2);
  const [one, two] = again.app.windows();
  await expect(one!.getByTestId('sidebar-folded')).toBeVisible();
  await expect(here(one!)).toHaveText('All media');
  await expect.poll(() => top(one!)).toEqual(middle);
  expect(await sizeOf(one!)).toEqual([1080, 660]);
  await expect(tile(one!, middle!.name!)).toHaveAttribute('data-favourite', 'true');
  await expect(here(two!)).toHaveText('Garden');
  await expect(two!.getByTestId('grid')).toHaveAttribute('data-count', String(PER_FOLDER));
  await expect(two!.getByRole('treeitem', { name: /^Garden/ })).toHaveAttribute('aria-selected', 'true');
  await two!.close();
  await expect(one!.getByTestId('grid')).toBeVisible();
  // The menu of the system hears the keys that quit, and that close a window: the last one closes the app.
  const quit = again.app.waitForEvent('close');
  await pressInSystem(again.app, 'Q', 'mod');
  await quit;
  const last = await launch();
  await expect(here(last.page)).toHaveText('All media');
  expect(last.app.windows()).toHaveLength(1);
  const closed = last.app.waitForEvent('close');
  await pressInSystem(last.app, 'W', 'mod');
  await closed;
});
