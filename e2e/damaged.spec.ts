// Damaged, empty and odd files never break anything: each is labelled with a reason, and counted.

import { displayPath, nameOf } from '../electron/shared/paths.js';
import { expect, reveal, status, test, untilComplete } from './fixtures.js';

test('every damaged file is listed with its reason', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const unusable = manifest.files.filter((file) => file.shown && file.unusable);
  expect(unusable.length).toBeGreaterThan(0);
  expect(await status(page, 'thumbnails-failed')).toBe(unusable.length);

  await page.getByTestId('problems-button').click();
  const dialog = page.getByTestId('problems');
  await expect(dialog).toBeVisible();
  for (const { path } of unusable) await expect(dialog).toContainText(nameOf(path));
  await expect(dialog).toContainText('The file is empty.');
  if (process.platform !== 'win32') await expect(dialog).toContainText('leads outside the chosen folder');
  await page.screenshot({ path: 'test-results/screens/problems.png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  for (const { path } of unusable) {
    const labelled = await reveal(page, displayPath(nameOf(path)));
    await expect(labelled).toHaveAttribute('data-state', 'failed');
    await expect(labelled).toContainText(displayPath(nameOf(path)));
    await expect(labelled.locator('img')).toHaveCount(0);
  }
});

test('junk, hidden files and links are left out', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
  for (const junk of ['@eaDir', '.thumbnails', '$RECYCLE.BIN']) {
    await expect(page.locator(`[data-testid="folder"][data-path*=${JSON.stringify(junk)}]`)).toHaveCount(0);
  }
});
