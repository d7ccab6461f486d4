// What is done with a folder itself, wherever it stands: among the cards, in the flow of covers, in the sidebar; by its menu, by keys and
// in the menu of the application.

import { renameSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandId } from '../renderer/commands/table.js';
import {
  chooseIn,
  dismissAll,
  keyOf,
  makeLibraryFor,
  menuItem,
  noteAsked,
  waysOf,
  withFileManager,
} from './commands.js';
import { expect, test, tile, untilComplete } from './fixtures.js';

test('a folder is opened, shown in the file manager, and its path copied', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder], env: withFileManager(scratch) });
  await untilComplete(page);
  const takeAsked = await noteAsked(app);
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  const here = page.getByTestId('breadcrumb').getByRole('heading');
  const row = page.getByRole('treeitem', { name: /^Trips/ });
  const card = page.locator('[data-testid="folder-card"][data-name="Trips"]');
  const flow = page.getByTestId('cover-flow');
  const cover = page.locator('[data-testid="flow-card"][data-name="Trips"]');
  const path = join(folder, 'Trips');
  const toBrowse = async (shown: 'cards' | 'flow') => {
    await page.keyboard.press(keyOf('browse'));
    await expect(here).toHaveText('Library');
    if ((await flow.count()) !== (shown === 'flow' ? 1 : 0)) await page.keyboard.press(keyOf('cards'));
  };
  const inside = page.locator('[data-testid="folder-card"][data-name="Italy"]');
  const places = [
    {
      ...{ name: 'sidebar', element: row, focused: row },
      come: () => page.keyboard.press(keyOf('home')),
      // All that lies in it, also further below.
      opened: () => expect(tile(page, 'rome.jpg')).toBeVisible(),
    },
    {
      ...{ name: 'cards', element: card, focused: card },
      come: () => toBrowse('cards'),
      opened: () => expect(inside).toBeVisible(),
    },
    {
      ...{ name: 'covers', element: cover, focused: flow.getByRole('listbox') },
      come: async () => {
        await toBrowse('flow');
        await page.keyboard.type('trips');
        await expect(cover).toHaveAttribute('data-middle', 'true');
      },
      opened: () => expect(page.locator('[data-testid="flow-card"][data-name="Italy"]')).toBeVisible(),
    },
  ];
  for (const { name, element, focused, come, opened } of places) {
    const byMenu = (id: CommandId) => chooseIn(page, () => element.click({ button: 'right' }), id);
    for (const [way, give] of [...waysOf(app, page), ['menu of the folder', byMenu] as const]) {
      const say = (id: string) => ({ message: `${id} by ${way} in ${name}` });
      await come();
      const begin = () => focused.focus();
      await app.evaluate(({ clipboard: board }) => board.writeText(''));
      await begin();
      await give('copyPath');
      await expect.poll(clipboard, say('copyPath')).toBe(path);
      await begin();
      await give('showInFolder');
      await expect.poll(takeAsked, say('showInFolder')).toBe(`show ${path}`);
      await begin();
      await give('open');
      await expect(here, say('open')).toHaveText('Trips');
      await opened();
      // None of the files in it was opened.
      await expect(page.getByTestId('viewer')).toHaveCount(0);
    }
  }

  // The chosen folder itself; files that are selected are meant before the folder that has the focus.
  const library = page.getByRole('treeitem', { name: /^Library/ });
  await chooseIn(page, () => library.click({ button: 'right' }), 'copyPath');
  await expect.poll(clipboard).toBe(folder);
  await row.click();
  await page.keyboard.press(keyOf('selectAll'));
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  await row.focus();
  await page.keyboard.press(keyOf('copyPath'));
  await expect.poll(clipboard).toContain(join(path, 'lyon.jpg'));
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await expect.poll(() => menuItem(app, 'showInFolder')).toMatchObject({ enabled: true });

  // What is not there is said.
  await dismissAll(page);
  renameSync(folder, `${folder} elsewhere`);
  await expect(library).toHaveAttribute('data-offline', 'true');
  for (const id of ['copyPath', 'showInFolder'] as const) {
    await chooseIn(page, () => row.click({ button: 'right' }), id);
    await expect(
      page.getByTestId('notice').filter({ hasText: 'The folder is offline. Connect its drive.' }),
      id,
    ).toHaveCount(1);
    await dismissAll(page);
  }
  expect(await takeAsked()).toBe('');
});

test('a folder that is opened from its menu in the drawer closes it', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.setViewportSize({ width: 600, height: 700 });
  await page.keyboard.press(keyOf('sidebar'));
  const drawer = page.getByTestId('drawer');
  await expect(drawer).toBeVisible();
  const row = drawer.getByRole('treeitem', { name: /^House/ });
  await row.click({ button: 'right' });
  await page.getByTestId('open-folder').click();
  await expect(drawer).toHaveCount(0);
  await expect(page.getByTestId('breadcrumb').getByRole('heading')).toHaveText('House');
});
