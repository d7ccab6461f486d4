// Short sentences at the lower edge can be read and answered, whatever is open.

import { expect, test, untilComplete } from './fixtures.js';

test('what is said while a picture is open stands over it', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
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
});
