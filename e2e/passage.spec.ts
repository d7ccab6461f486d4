// A picture comes out of its tile, wherever that stands, and goes back into it; and it begins to load with the press.

import type { Locator, Page } from '@playwright/test';
import { byName, expect, reveal, test, untilComplete } from './fixtures.js';
import { expectMoved, recordMoves } from './moves.js';

/** The one of a photo, once everything is there. */
async function tileOf(page: Page): Promise<Locator> {
  await untilComplete(page);
  await byName(page);
  return reveal(page, 'first light.jpg');
}

test('a photo that was looked at closely goes back into its tile', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  const tile = await tileOf(page);
  const moves = await recordMoves(page);
  await tile.click();
  await expectMoved(moves, tile);
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  // Away from the middle.
  await page.mouse.move(300, 300);
  await page.mouse.wheel(0, -800);
  await expect(page.locator('[data-fit="false"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expectMoved(moves, tile);
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect(tile).toBeFocused();
});

test('a photo that one comes back to in the viewer is simply there', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  // By type: a photo is first, and a video last.
  await page.keyboard.press('Alt+7');
  const tile = page.getByTestId('tile').first();
  await expect(tile).toHaveAttribute('data-kind', 'photo');
  const moves = await recordMoves(page);
  await tile.click();
  await expectMoved(moves, tile);
  await page.keyboard.press('End');
  await expect(page.getByTestId('viewer-video')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  expect(await moves()).toEqual([]);
});

test('a photo begins to load when its tile is pressed, unless the press will not open it', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ mediaDirs: [folder] });
  const tile = await tileOf(page);
  const id = await tile.getAttribute('data-id');
  const loads: string[] = [];
  const isIt = (url: string) => new RegExp(`^media://r\\d+/${id}\\b`).test(url);
  page.on('request', (request) => isIt(request.url()) && loads.push(request.url()));
  await tile.hover();
  // Selecting is none of opening.
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('ControlOrMeta');
  await expect(tile).toHaveAttribute('aria-selected', 'true');
  await page.mouse.down();
  await page.mouse.up();
  await expect(tile).toHaveAttribute('aria-selected', 'false');
  expect(loads).toEqual([]);
  const loading = page.waitForRequest((request) => isIt(request.url()));
  await page.mouse.down();
  await loading;
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  // It is not loaded once more.
  expect(loads).toHaveLength(1);
});
