// Files change on disk while the app is open; the window follows by itself.

import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('added, renamed, changed and deleted files show', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');

  // Without a date in it: it is of today, and stands first.
  writeFileSync(join(folder, 'added now #1 100%.jpg'), await jpeg({ width: 900, height: 600, seed: 9 }));
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveAttribute('data-state', 'ready');
  await expect.poll(() => status(page, 'items')).toBe(items + 1);

  renameSync(join(folder, 'added now #1 100%.jpg'), join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveCount(0);

  const before = await tile(page, 'renamed é.jpg').locator('img').first().getAttribute('src');
  writeFileSync(join(folder, 'renamed é.jpg'), await jpeg({ width: 300, height: 900 }));
  await expect(tile(page, 'renamed é.jpg').locator('img').first()).not.toHaveAttribute('src', before!);
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');

  rmSync(join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveCount(0);
  await expect.poll(() => status(page, 'items')).toBe(items);
});

test('whole folders arrive, move and go', async ({ launch, folder, scratch, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');
  const picture = await jpeg({ width: 40, height: 30 });
  const outside = join(scratch, 'outside');
  mkdirSync(join(outside, 'deep/er'), { recursive: true });
  for (let i = 0; i < 120; i++) writeFileSync(join(outside, `deep/er/${i}.jpg`), picture);

  renameSync(outside, join(folder, 'arrived'));
  await expect.poll(() => status(page, 'items')).toBe(items + 120);
  const node = page.locator('[data-testid="folder"][data-path="arrived"]');
  await expect(node).toContainText('120');

  renameSync(join(folder, 'arrived'), join(folder, 'moved'));
  await expect(page.locator('[data-testid="folder"][data-path="moved"]')).toContainText('120');
  await expect(node).toHaveCount(0);
  writeFileSync(join(folder, 'moved/deep/er/late.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 121);

  rmSync(join(folder, 'moved'), { recursive: true });
  await expect.poll(() => status(page, 'items')).toBe(items);
  expect(items).toBe(manifest.counts.shown);
});

test('a change that no watcher is told of shows after "Check for changes" of its folder', async ({
  launch,
  scratch,
}) => {
  const [outside, folder] = [join(scratch, 'outside.jpg'), join(scratch, 'Photos')];
  writeFileSync(outside, await jpeg({ width: 300, height: 200 }));
  mkdirSync(join(folder, 'trip/day'), { recursive: true });
  linkSync(outside, join(folder, 'trip/day/linked.jpg'));
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const image = tile(page, 'linked.jpg').locator('img').first();
  const before = await image.getAttribute('src');

  // Written under its other name, which lies in no watched folder.
  writeFileSync(outside, await jpeg({ width: 200, height: 600 }));
  await page.getByTestId('folder').first().press('ArrowRight');
  const trip = page.locator('[data-testid="folder"][data-path="trip"]');
  await trip.hover();
  await trip.getByTestId('folder-menu').click();
  await expect(page.getByTestId('remove-folder')).toHaveCount(0);
  await page.getByTestId('check-folder').click();
  await expect(image).not.toHaveAttribute('src', before!);
  await expect(tile(page, 'linked.jpg')).toHaveAttribute('data-state', 'ready');
});

test('names that are not UTF-8 are followed as well', async ({ launch, folder, manifest }) => {
  test.skip(process.platform !== 'linux', 'Only Linux takes any bytes as a name.');
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');
  expect(items).toBe(manifest.counts.shown);
  const raw = (name: string) => Buffer.from(`${folder}/${name}`, 'latin1');
  const picture = await jpeg({ width: 40, height: 30 });

  writeFileSync(raw('new\xfe.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 1);
  mkdirSync(raw('folder\xe9'));
  writeFileSync(raw('folder\xe9/in it.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 2);
  writeFileSync(raw('folder\xe9/late\xff.jpg'), picture);
  await expect.poll(() => status(page, 'items')).toBe(items + 3);
  rmSync(raw('folder\xe9'), { recursive: true });
  await expect.poll(() => status(page, 'items')).toBe(items + 1);
});

test('a drive that is unplugged in the middle of work loses nothing', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Drive');
  mkdirSync(folder);
  for (let i = 0; i < 80; i++) {
    writeFileSync(join(folder, `${i}.jpg`), await jpeg({ width: 1200, height: 800 + i, seed: i }));
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await expect.poll(() => status(page, 'thumbnails-done')).toBeGreaterThan(4);
  renameSync(folder, `${folder} unplugged`);
  await expect(page.getByRole('treeitem', { name: /Drive.*offline/ })).toBeVisible();
  expect(await status(page, 'items')).toBe(80);
  renameSync(`${folder} unplugged`, folder);
  await untilComplete(page);
  await expect.poll(() => status(page, 'thumbnails-done')).toBe(80);
  expect(await status(page, 'thumbnails-failed')).toBe(0);
  await page.getByTestId('tile').first().click();
  await expect
    .poll(() => page.getByTestId('viewer-image').evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(1200);

  // The viewer blames the drive, not the picture; and shows it as soon as the drive is back.
  renameSync(folder, `${folder} unplugged`);
  await page.keyboard.press('End');
  const unshowable = page.getByTestId('viewer-unshowable');
  await expect(unshowable).toContainText('Drive is offline.');
  await expect(page.getByTestId('open-externally')).toHaveCount(0);
  // Meanwhile its thumbnail is seen, and nothing covers it.
  const thumbnail = page.getByTestId('viewer').locator('img[data-failed="true"]');
  await expect(thumbnail).toBeVisible();
  await expect(thumbnail.locator('+ div')).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  renameSync(`${folder} unplugged`, folder);
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await expect(unshowable).toHaveCount(0);
});
