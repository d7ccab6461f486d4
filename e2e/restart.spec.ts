// The chosen folders and the thumbnails are there again after a restart, and only what changed is made again.

import { appendFileSync, readdirSync, renameSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { nameOf } from '../electron/shared/paths.js';
import type { Gallery } from './app.js';
import { expect, status, test, untilComplete } from './fixtures.js';

const PLACE = { x: 120, y: 90, width: 1000, height: 420 };

const boundsOf = ({ app }: Gallery) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds());

/** How far the open page is scrolled. */
const scrolled = (page: Page) => page.locator('[data-scroller]').evaluate(({ scrollTop }) => scrollTop);

/** Stored thumbnails: name -> when it was written. */
function stored(user: string): Map<string, number> {
  const folder = join(user, 'thumbnails');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.webp'),
  );
  return new Map(files.map((name) => [name, statSync(join(folder, name)).mtimeMs]));
}

test('folders and thumbnails survive a restart', async ({ launch, folder, scratch, manifest }) => {
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  const done = await status(first.page, 'thumbnails-done');
  // The window stands elsewhere, with folders as cards in it, somewhere on their page.
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]!.setBounds(place),
    PLACE,
  );
  await expect.poll(() => boundsOf(first)).toEqual(PLACE);
  // Less than that where the system draws a frame.
  await expect.poll(() => first.page.evaluate(() => innerHeight)).toBeLessThanOrEqual(PLACE.height);
  for (const key of ['ControlOrMeta+3', 'ControlOrMeta+Shift+B']) await first.page.keyboard.press(key);
  await expect(first.page.getByTestId('folder-card').first()).toBeVisible();
  await first.page.getByTestId('folder-card').first().hover();
  await first.page.mouse.wheel(0, 90);
  await expect.poll(() => scrolled(first.page)).toBe(90);
  await first.close();
  const before = stored(join(scratch, 'user'));
  expect(before.size).toBe(done);

  const second = await launch();
  await expect(second.page.locator('[data-testid="folder"][data-path=""]')).toHaveCount(1);
  await untilComplete(second.page);
  await expect.poll(() => boundsOf(second)).toEqual(PLACE);
  await expect(second.page.getByTestId('folder-cards')).toBeVisible();
  await expect.poll(() => scrolled(second.page)).toBe(90);
  await second.page.keyboard.press('ControlOrMeta+2');
  expect(await status(second.page, 'items')).toBe(manifest.counts.shown);
  expect(await status(second.page, 'thumbnails-done')).toBe(done);
  await second.close();
  expect(stored(join(scratch, 'user'))).toEqual(before);

  const photos = manifest.files.filter((file) => file.shown && !file.damaged && file.kind === 'photo');
  const made = (after: Map<string, number>) => [...after].filter(([name, time]) => before.get(name) !== time);
  // Touched and renamed, but the same picture: nothing to make.
  utimesSync(join(folder, photos[0]!.path), 1_500_000_000, 1_500_000_000);
  renameSync(join(folder, photos[1]!.path), join(folder, `renamed ${nameOf(photos[1]!.path)}`));
  const third = await launch();
  await untilComplete(third.page);
  expect(await status(third.page, 'thumbnails-done')).toBe(done);
  await third.close();
  expect(made(stored(join(scratch, 'user')))).toEqual([]);

  appendFileSync(join(folder, photos[0]!.path), 'another content');
  const fourth = await launch();
  await untilComplete(fourth.page);
  await fourth.close();
  expect(made(stored(join(scratch, 'user')))).toHaveLength(1);
});

test('a folder that is gone at start stays in the sidebar, marked, and comes back', async ({
  launch,
  folder,
  scratch,
}) => {
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await first.close();
  renameSync(folder, join(scratch, 'unplugged'));
  const second = await launch();
  await expect(second.page.getByRole('treeitem', { name: /Pictures.*offline/ })).toBeVisible();
  renameSync(join(scratch, 'unplugged'), folder);
  await untilComplete(second.page);
  await expect(second.page.getByRole('treeitem', { name: /offline/ })).toHaveCount(0);
});
