// Opening and selecting a file by key, in the menu of the application and in the menu of a tile; a picture of the mosaic is opened alike.

import { join } from 'node:path';
import { choose, chooseIn, keyOf, leaveMenus, lineIn, makeLibraryFor, menuItem, waysOf } from './commands.js';
import type { CommandId } from '../renderer/commands/table.js';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';

test('a file is opened and selected', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const one = tile(page, 'b.jpg');
  const viewer = page.getByTestId('viewer');
  const count = page.getByTestId('selection-count');
  const openMenu = () => one.click({ button: 'right' });
  const byTile = (id: CommandId) => chooseIn(page, openMenu, id);
  // Nothing is meant yet.
  await expect.poll(() => menuItem(app, 'favourite')).toMatchObject({ enabled: false });
  expect(await menuItem(app, 'open')).toMatchObject({ enabled: false });
  for (const [way, give] of [...waysOf(app, page), ['menu of the tile', byTile] as const]) {
    const say = (id: string) => `${id} by ${way}`;
    await one.focus();
    await give('open');
    await expect(viewer, say('open')).toHaveAttribute('data-name', 'b.jpg');
    // Nothing is opened or selected behind it.
    for (const id of ['open', 'toggleSelected'] as const)
      await expect.poll(() => menuItem(app, id)).toMatchObject({ enabled: false });
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expect(one).toBeFocused();
    await give('toggleSelected');
    await expect(one, say('toggleSelected')).toHaveAttribute('aria-selected', 'true');
    await expect(count).toHaveText('1 selected');
    // The only one that is selected is meant by the menu.
    await give('open');
    await expect(viewer, say('open')).toHaveAttribute('data-name', 'b.jpg');
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await give('toggleSelected');
    await expect(count, say('toggleSelected')).toHaveCount(0);
  }
  // The line of the menu says what it does; of several the one below the menu is opened.
  await expect(await lineIn(page, openMenu, 'toggleSelected')).toHaveText(/^Select(?!ed)/);
  await leaveMenus(page);
  await page.keyboard.press(keyOf('selectAll'));
  await expect(await lineIn(page, openMenu, 'toggleSelected')).toHaveText(/^Deselect/);
  await page.locator('[role="menu"] [data-command="open"]').click();
  await expect(viewer).toHaveAttribute('data-name', 'b.jpg');
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await page.keyboard.press(keyOf('clearSelection'));
  await expect(count).toHaveCount(0);
});

test('a picture of the mosaic is opened from its menu, and none is selected there', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.keyboard.press(keyOf('home'));
  const cell = page.getByTestId('cell').first();
  await cell.focus();
  const viewer = page.getByTestId('viewer');
  const name = await cell.getAttribute('title');
  const openMenu = () => cell.click({ button: 'right' });
  await expect(await lineIn(page, openMenu, 'open')).toBeVisible();
  await expect(page.locator('[role="menu"] [data-command="toggleSelected"]')).toHaveCount(0);
  await leaveMenus(page);
  await chooseIn(page, openMenu, 'open');
  await expect(viewer).toHaveAttribute('data-name', name!);
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await cell.focus();
  await expect.poll(() => menuItem(app, 'toggleSelected')).toMatchObject({ enabled: false });
  await choose(app, 'open');
  await expect(viewer).toBeVisible();
});
