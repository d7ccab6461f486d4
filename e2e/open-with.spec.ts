// "Open with": a person double-clicks a picture in the file manager, hands over a folder, or does so while the app runs.

import { copyFileSync, mkdirSync, readFileSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nameOf } from '../electron/shared/paths.js';
import { secondStart } from './app.js';
import { expect, status, test, tile, untilComplete } from './fixtures.js';

test('a picture is shown at once, its folder only visited, and kept when asked', async ({
  launch,
  folder,
  scratch,
  manifest,
}) => {
  const photos = manifest.files.filter(
    ({ shown, damaged, path }) => shown && !damaged && /\.jpg$/.test(path),
  );
  const downloads = join(scratch, 'Down loads#1');
  mkdirSync(join(downloads, 'below'), { recursive: true });
  // None has a date in it: the one that was changed later comes first, whenever they are read.
  const undated = photos.filter(({ path }) => /^turned\/(one|two|three)/.test(path));
  for (const [i, { path }] of undated.entries()) {
    const copy = join(downloads, i === 2 ? 'below/deep.jpg' : `${i} é.jpg`);
    copyFileSync(join(folder, path), copy);
    utimesSync(copy, 1_700_000_000 + i, 1_700_000_000 + i);
  }
  const userDataDir = join(scratch, 'user');
  // As desktops on Linux hand it over.
  const { page, close } = await launch({ args: [pathToFileURL(join(downloads, '1 é.jpg')).href] });
  const viewer = page.getByTestId('viewer');
  await expect(viewer).toHaveAttribute('data-name', '1 é.jpg');
  await page.keyboard.press('ArrowRight');
  await expect(viewer).toHaveAttribute('data-name', '0 é.jpg');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('tile')).toHaveCount(2);
  await expect(tile(page, 'deep.jpg')).toHaveCount(0);

  // A file in a chosen folder, handed over while the app runs, is shown there.
  await secondStart({ userDataDir, mediaDirs: [folder] });
  await untilComplete(page);
  const wanted = photos.at(-1)!;
  await secondStart({ userDataDir, args: [join(folder, wanted.path)] });
  await expect(viewer).toHaveAttribute('data-name', nameOf(wanted.path));
  await page.keyboard.press('Escape');
  await expect(tile(page, nameOf(wanted.path))).toBeVisible();
  // A folder of a chosen folder is gone to, not added.
  await secondStart({ userDataDir, args: [dirname(join(folder, wanted.path))] });
  await expect(page.locator('[data-testid="folder"][data-level="root"]')).toHaveCount(2);
  // What is no picture says so.
  await secondStart({ userDataDir, args: [join(userDataDir, 'settings.json')] });
  await expect(page.getByText('is not a photo or video that can be shown.')).toBeVisible();

  const saved = () => readFileSync(join(userDataDir, 'settings.json'), 'utf8');
  expect(saved()).not.toContain('Down loads');
  const visited = page.locator('[data-testid="folder"][data-level="root"]', { hasText: 'Down loads#1' });
  await visited.hover();
  await visited.getByTestId('folder-menu').click();
  await page.getByTestId('keep-folder').click();
  // Now all of it is part of the gallery.
  await expect(page.getByTestId('tile')).toHaveCount(3);
  await untilComplete(page);
  const chosen = manifest.files.filter(({ shown }) => shown).length;
  expect(await status(page, 'items')).toBe(chosen + 3);
  await close();
  expect(saved()).toContain('Down loads');
});
