// The menu of empty ground: order, filters and the size of the pictures are chosen in it by mouse, as they stand in the menu of the
// application.

import { join } from 'node:path';
import { SORT_GROUPS } from '../renderer/commands/menu-groups.js';
import { commandName, type CommandId } from '../renderer/commands/table.js';
import { byGround, leaveMenus, lineIn, makeLibraryFor, openGround } from './commands.js';
import { expect, shownNames, test, tile, untilComplete } from './fixtures.js';

const CHIPS = [
  ['showFavourites', 'chip-favourites'],
  ['showRated', 'chip-rating'],
  ['showLocated', 'chip-located'],
] as const;

test('order, filters and sizes, by the menu of empty ground', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const give = (id: CommandId) => byGround(page, id);
  const line = (id: CommandId) => lineIn(page, () => openGround(page), id);
  let names = await shownNames(page);
  for (const id of SORT_GROUPS.flat()) {
    if (id === 'sort-shuffle') names = await shownNames(page);
    await give(id);
    await expect(page.getByTestId('sort'), id).toHaveText(commandName(id));
    await expect(await line(id), id).toHaveAttribute('aria-checked', 'true');
    await expect(page.getByTestId('sort-by-items').locator('[aria-checked="true"]')).toHaveCount(1);
    await leaveMenus(page);
  }
  // Shuffled now: once more, in another order.
  await expect.poll(() => shownNames(page)).not.toEqual(names);
  const before = await shownNames(page);
  await give('shuffleAgain');
  await expect.poll(() => shownNames(page)).not.toEqual(before);
  await give('sort-name');
  await expect.poll(async () => (await shownNames(page))[0]).toBe('a again.jpg');
  await expect(await line('shuffleAgain')).toHaveAttribute('aria-disabled', 'true');
  await leaveMenus(page);

  for (const id of ['show-video', 'show-photo', 'show-all'] as const) {
    await give(id);
    const button = page.getByTestId(id.replace('show', 'filter'));
    await expect(button, id).toHaveAttribute('aria-pressed', 'true');
    await expect(await line(id), id).toHaveAttribute('aria-checked', 'true');
    await leaveMenus(page);
  }
  await give('showLocated');
  await expect.poll(() => shownNames(page)).toEqual(['rome.jpg']);
  for (const [id, chip] of CHIPS) {
    if (id !== 'showLocated') await give(id);
    await expect(page.getByTestId(chip), id).toBeVisible();
    await expect(await line(id), id).toHaveAttribute('aria-checked', 'true');
    await leaveMenus(page);
  }
  await give('clearFilters');
  await expect(page.getByTestId('active-filters')).toHaveCount(0);
  await expect(await line('clearFilters')).toHaveAttribute('aria-disabled', 'true');
  await leaveMenus(page);
  // What opens stays open when the menu goes, and has the keys.
  await give('filter');
  const filters = page.getByTestId('filters-popup');
  await expect(filters).toBeVisible();
  await expect(filters.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(filters).toHaveCount(0);

  const height = () => tile(page, 'a again.jpg').evaluate((element) => element.clientHeight);
  // Rows are as wide as the window: another size does not always make them higher.
  const size = async () => Number(await page.getByTestId('zoom').locator('input').inputValue());
  const usual = [await size(), await height()] as const;
  await give('larger');
  await expect.poll(size).toBe(usual[0] + 1);
  await give('usual');
  await expect.poll(size).toBe(usual[0]);
  await give('smaller');
  await expect.poll(size).toBe(usual[0] - 1);
  await expect.poll(height).toBeLessThan(usual[1]);
  await give('usual');
  await expect.poll(height).toBe(usual[1]);
});

test('a menu that is higher than a small window scrolls', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(700, 400));
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(400);
  await page.getByTestId('tile').first().click({ button: 'right' });
  const menu = page.getByTestId('grid-menu');
  await expect(menu.locator('[data-command="favourite"]')).toBeInViewport();
  const bounds = async () => {
    const { y, height } = (await menu.boundingBox())!;
    return y >= 0 && y + height <= 400;
  };
  await expect.poll(bounds).toBe(true);
  // By keyboard from the first to the last line.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(menu.locator('[data-command="trash"]')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
});
