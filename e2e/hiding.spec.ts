// Folders are hidden and shown again, by key, by mouse and by what their notice offers.

import { byName, expect, test, untilComplete } from './fixtures.js';

test('a folder is hidden with all its files, and shown again', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const inside = page.locator('[data-testid="tile"][data-path*="/"]').first();
  const path = (await inside.getAttribute('data-path'))!.split('/').slice(0, -1).join('/');
  await inside.focus();
  await page.keyboard.press('ControlOrMeta+Shift+H');
  const within = page.locator(`[data-testid="tile"][data-path^="${path}/"]`);
  await expect(within).toHaveCount(0);
  await expect(page.locator(`[data-testid="hidden-folders"] [data-path="${path}"]`)).toBeVisible();
  await page.getByTestId('show-folder').click();
  await expect(within.first()).toBeVisible();
  await expect(page.getByTestId('hidden-folders')).toHaveCount(0);
  // By the other mouse button in the sidebar, and back by its notice.
  const [top = ''] = path.split('/');
  await page.locator(`[data-testid="folder"][data-path="${top}"]`).click({ button: 'right' });
  await page.getByTestId('hide-folder').click();
  await expect(within).toHaveCount(0);
  await page.getByTestId('notice').last().getByRole('button', { name: 'Undo' }).click();
  await expect(within.first()).toBeVisible();
  await expect(page.getByTestId('hidden-folders')).toHaveCount(0);
  // The menu of a file says which folder that would be; keys alone show it again.
  await within.first().click({ button: 'right' });
  const hide = page.getByTestId('grid-menu').locator('[data-command="hideFolder"]');
  await expect(hide).toContainText(`Hide folder “${path.split('/').at(-1)!}”`);
  await hide.click();
  await expect(within).toHaveCount(0);
  await page
    .locator(`[data-testid="hidden-folders"] [data-path="${path}"]`)
    .getByRole('button')
    .first()
    .focus();
  await page.keyboard.press('ControlOrMeta+Shift+V');
  await expect(within.first()).toBeVisible();
  await expect(page.getByTestId('hidden-folders')).toHaveCount(0);
});
