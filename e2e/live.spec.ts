// Files change on disk while the app is open; the window follows by itself.

import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('added, renamed, changed and deleted files show', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const items = await status(page, 'items');
  const source = join(
    folder,
    manifest.files.find((file) => file.path.endsWith('.jpg') && !file.damaged && file.shown)!.path,
  );

  copyFileSync(source, join(folder, 'added now #1 100%.jpg'));
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveAttribute('data-state', 'ready');
  expect(await status(page, 'items')).toBe(items + 1);

  renameSync(join(folder, 'added now #1 100%.jpg'), join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');
  await expect(tile(page, 'added now #1 100%.jpg')).toHaveCount(0);

  const before = await tile(page, 'renamed é.jpg').locator('img').first().getAttribute('src');
  writeFileSync(join(folder, 'renamed é.jpg'), await jpeg({ width: 300, height: 900 }));
  await expect(tile(page, 'renamed é.jpg').locator('img').first()).not.toHaveAttribute('src', before!);
  await expect(tile(page, 'renamed é.jpg')).toHaveAttribute('data-state', 'ready');

  rmSync(join(folder, 'renamed é.jpg'));
  await expect(tile(page, 'renamed é.jpg')).toHaveCount(0);
  expect(await status(page, 'items')).toBe(items);
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
