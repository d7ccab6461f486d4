// The path in the bar: where it has no room, the folders above stand behind one button.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('a path without room folds the folders above into one button, and unfolds in a wider window', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  const names = ['Journeys', 'Winter', 'The long way down'];
  mkdirSync(join(folder, ...names), { recursive: true });
  writeFileSync(
    join(folder, ...names, 'snow.jpg'),
    await jpeg({ width: 120, height: 80, seed: 1, scene: 'hills' }),
  );
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const wide = (width: number) =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size, 700),
      width,
    );
  const path = page.getByTestId('breadcrumb');
  const more = path.getByTestId('parents');
  const here = path.getByRole('heading');
  await page.getByRole('treeitem', { name: /^Photos/ }).focus();
  // Down to the folder, which shows itself in the bar.
  for (const name of names) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('treeitem', { name: new RegExp(`^${name}`) })).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(here).toHaveText(names[2]!);

  await wide(1000);
  await expect(more).toBeVisible();
  const cut = () => here.evaluate((heading) => heading.scrollWidth > heading.clientWidth);
  await expect.poll(cut).toBe(false);
  await wide(1900);
  await expect(more).toHaveCount(0);
  await expect(path.getByRole('button')).toHaveText(['Photos', ...names.slice(0, 2)]);

  // A button that opens a menu leaves the key of the folder above to it.
  await page.getByTestId('sort').click();
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('sort')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(here).toHaveText(names[1]!);
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(here).toHaveText(names[2]!);

  await wide(1000);
  await more.focus();
  await page.keyboard.press('Enter');
  const items = page.getByRole('menuitem');
  await expect(items.first()).toHaveText('Photos');
  await expect(items.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(here).toHaveText(names[0]!);

  // The folders in the sidebar by keys: to the ends, up and down, to the one above, folded, and opened.
  const row = (name: string) => page.getByRole('treeitem', { name: new RegExp(`^${name}`) });
  await row('Photos').focus();
  for (const [key, name] of [
    ['End', names[2]!],
    ['ArrowLeft', names[1]!],
    ['ArrowUp', names[0]!],
    ['Home', 'Photos'],
    ['ArrowDown', names[0]!],
    ['ArrowDown', names[1]!],
    ['ArrowLeft', names[1]!],
  ] as const) {
    await page.keyboard.press(key);
    await expect(row(name), key).toBeFocused();
  }
  await expect(row(names[2]!)).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(here).toHaveText(names[1]!);
});
