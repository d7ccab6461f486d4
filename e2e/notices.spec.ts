// Short sentences at the lower edge can be read and answered, whatever is open.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';

test('what is said and asked while a picture is open stands over it', async ({ launch, folder, scratch }) => {
  const { page } = await launch({
    mediaDirs: [folder],
    env: { XDG_DATA_HOME: join(scratch, 'data'), ELECTRON_TRASH: 'gio', XDG_CURRENT_DESKTOP: 'GNOME' },
  });
  await untilComplete(page);
  await page.locator('[data-testid="tile"][data-state="ready"]').first().click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await expect(page.getByTestId('viewer')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+Shift+C');
  const notice = page.getByTestId('notice').last();
  await expect(notice).toContainText('Path copied');
  // A click reaches only what lies on top; the picture stays open.
  await notice.getByRole('button').last().click();
  await expect(page.getByTestId('notice').filter({ hasText: 'Path copied' })).toHaveCount(0);
  await expect(page.getByTestId('viewer')).toBeVisible();
  // So it is with other dialogs.
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity-copy').click();
  await page.getByTestId('notice').filter({ hasText: 'Copied' }).getByRole('button').last().click();
  await expect(page.getByTestId('notice').filter({ hasText: 'Copied' })).toHaveCount(0);
  await expect(page.getByTestId('activity')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('activity')).toHaveCount(0);
  await page.keyboard.press('Escape');
  const viewer = page.getByTestId('viewer');
  await expect(viewer).toHaveCount(0);

  // To the trash by mouse alone, out of the menu of the picture: the next one is seen, and Undo brings it back.
  await byName(page);
  const path = join(folder, 'turned/one.jpg');
  await tile(page, 'one.jpg').click();
  const moveToTrash = async () => {
    await viewer.click({ button: 'right' });
    await page.getByTestId('viewer-menu').locator('[data-command="trash"]').click();
    await expect(page.getByTestId('confirm')).toContainText('one.jpg');
  };
  await moveToTrash();
  await page.getByTestId('confirm').getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByTestId('confirm')).toHaveCount(0);
  await expect(viewer).toHaveAttribute('data-name', 'one.jpg');
  expect(existsSync(path)).toBe(true);
  await moveToTrash();
  await page.getByTestId('confirm-action').click();
  await expect(viewer).not.toHaveAttribute('data-name', 'one.jpg');
  expect(existsSync(path)).toBe(false);
  await expect(viewer).toBeFocused();
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(viewer).toBeFocused();
  // The window knows it a moment later.
  await expect(tile(page, 'one.jpg')).toBeAttached();
  // By keys alone, from there back to it.
  await page.keyboard.press('ArrowLeft');
  await expect(viewer).toHaveAttribute('data-name', 'one.jpg');
  await page.keyboard.press('Delete');
  const answers = page.getByTestId('confirm').getByRole('button');
  await expect(answers.first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(viewer).not.toHaveAttribute('data-name', 'one.jpg');
  expect(existsSync(path)).toBe(false);
  await expect(viewer).toBeFocused();
  await expect(page.getByTestId('notice').getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Z');
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(tile(page, 'one.jpg')).toBeAttached();
  await page.keyboard.press('ArrowLeft');
  await expect(viewer).toHaveAttribute('data-name', 'one.jpg');
});
