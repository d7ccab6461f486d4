// Folders at the edge of what file systems allow: very deep, very long names, very many files in one, one inside another.

import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reveal, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

/** `text` as often as it fits, and the end, in exactly or at most so many bytes. */
const filled = (text: string, bytes: number, end = '') =>
  text.repeat(Math.floor((bytes - Buffer.byteLength(end)) / Buffer.byteLength(text))) + end;

/** Opens the picture of a tile in the viewer, and answers how wide it is. */
async function widthInViewer(page: Page, name: string): Promise<number> {
  await (await reveal(page, name)).click();
  const image = page.getByTestId('viewer-image');
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth))
    .toBeGreaterThan(0);
  const width = await image.evaluate((element: HTMLImageElement) => element.naturalWidth);
  await page.keyboard.press('Escape');
  // Or the next one would find the picture of this one.
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  return width;
}

test('fifty levels deep and names of 255 bytes, shown, opened and followed', async ({ launch, scratch }) => {
  const root = join(scratch, 'Deep');
  const levels = Array.from({ length: 50 }, (_, i) => `level ${i + 1}`);
  const deep = join(root, ...levels);
  mkdirSync(deep, { recursive: true });
  writeFileSync(join(deep, 'bottom.jpg'), await jpeg({ width: 201, height: 100 }));
  // Windows counts characters, others bytes: on all of them these can be.
  const namesIn = (folder: number) =>
    ['x', 'é', '日', '🎉'].map((text) => filled(text, 255, `${folder}.jpg`));
  const folders = [filled('f', 255), filled('ü', 255), filled('本', 255)];
  const names = folders.flatMap((_, i) => namesIn(i));
  expect(
    names
      .map((name) => Buffer.byteLength(name))
      .sort()
      .at(-1),
  ).toBe(255);
  for (const [i, folder] of folders.entries()) {
    mkdirSync(join(root, folder));
    for (const [j, name] of namesIn(i).entries()) {
      writeFileSync(
        join(root, folder, name),
        await jpeg({ width: 100 + i, height: 90 + j, seed: i * 9 + j }),
      );
    }
  }
  const all = 1 + names.length;
  const first = await launch({ mediaDirs: [root] });
  await untilComplete(first.page);
  expect(await status(first.page, 'items')).toBe(all);
  expect(await status(first.page, 'thumbnails-done')).toBe(all);
  expect(await status(first.page, 'problems')).toBe(0);
  expect(await widthInViewer(first.page, 'bottom.jpg')).toBe(201);
  for (const name of namesIn(2)) expect(await widthInViewer(first.page, name)).toBe(102);

  // Followed while it runs, in the depth and in a long name.
  writeFileSync(join(deep, 'added.jpg'), await jpeg({ width: 50, height: 40 }));
  writeFileSync(join(root, folders[2]!, filled('ñ', 255, '.jpg')), await jpeg({ width: 51, height: 40 }));
  await expect.poll(() => status(first.page, 'items')).toBe(all + 2);
  await untilComplete(first.page);
  await first.close();
  const second = await launch();
  await untilComplete(second.page);
  expect(await status(second.page, 'items')).toBe(all + 2);
  expect(await status(second.page, 'thumbnails-done')).toBe(all + 2);
});

test('a path longer than the system takes is told, and everything before it is shown', async ({
  launch,
  scratch,
}) => {
  test.skip(process.platform === 'win32', 'Windows opens longer paths than it lets us make.');
  const root = join(scratch, 'Long');
  mkdirSync(root);
  const before = process.cwd();
  const picture = await jpeg({ width: 40, height: 30 });
  try {
    process.chdir(root);
    // Step by step, because no call takes the whole path: 20 levels of 255 bytes are more than the 4096 of Linux.
    for (let level = 1; level <= 20; level++) {
      writeFileSync(`in level ${level}.jpg`, picture);
      mkdirSync(filled('d', 255));
      process.chdir(filled('d', 255));
    }
  } finally {
    process.chdir(before);
  }
  const { page, close } = await launch({ mediaDirs: [root] });
  try {
    await untilComplete(page);
    await page.getByTestId('problems-button').click();
    const line = page.getByTestId('problem').filter({ hasText: 'too long for the system' });
    await expect(line.first()).toBeVisible();
    await page.keyboard.press('Escape');
    expect(await status(page, 'items')).toBeGreaterThanOrEqual(10);
    await expect(tile(page, 'in level 1.jpg')).toHaveAttribute('data-state', 'ready');
  } finally {
    await close();
    // Node removes by whole paths, and cannot.
    execFileSync('rm', ['-rf', root]);
  }
});

test('fifty thousand files in one folder', async ({ launch, scratch }) => {
  const COUNT = 50_000;
  const folder = join(scratch, 'Many/all of them');
  mkdirSync(folder, { recursive: true });
  const picture = join(scratch, 'picture.jpg');
  writeFileSync(picture, await jpeg({ width: 60, height: 40 }));
  for (let i = 0; i < COUNT; i++) linkSync(picture, join(folder, `${i}.jpg`));
  const { page } = await launch({ mediaDirs: [join(scratch, 'Many')] });
  await expect.poll(() => status(page, 'items'), { timeout: 30_000 }).toBe(COUNT);
  await expect(page.locator('[data-testid="folder"][data-path="all of them"]')).toContainText('50,000');

  // The window answers: it goes to the end and back, opens a picture, and shows what is new.
  await page.getByTestId('tile').first().focus();
  await page.keyboard.press('End');
  await expect(page.locator(`[data-testid="tile"][aria-posinset="${COUNT}"]`)).toBeVisible();
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3_000);
  await page.keyboard.press('Home');
  await expect(page.locator('[data-testid="tile"][aria-posinset="1"]')).toBeVisible();
  writeFileSync(join(folder, 'new.jpg'), await jpeg({ width: 70, height: 40 }));
  await expect.poll(() => status(page, 'items')).toBe(COUNT + 1);
  expect(await widthInViewer(page, 'new.jpg')).toBe(70);
  expect(await status(page, 'problems')).toBe(0);
});

test('a folder inside one that is chosen is not shown twice, in whatever order they are chosen', async ({
  launch,
  scratch,
}) => {
  const outer = join(scratch, 'Outer');
  const inner = join(outer, 'Inner');
  mkdirSync(inner, { recursive: true });
  for (const [i, path] of [join(outer, 'a.jpg'), join(inner, 'b.jpg'), join(inner, 'c.jpg')].entries()) {
    writeFileSync(path, await jpeg({ width: 60 + i, height: 40, seed: i }));
  }
  const roots = (page: Page) => page.locator('[data-testid="folder"][data-path=""]');
  const first = await launch({ mediaDirs: [inner] });
  await untilComplete(first.page);
  expect(await status(first.page, 'items')).toBe(2);
  await first.close();

  // The outer one takes the inner one in.
  const second = await launch({ mediaDirs: [outer] });
  await expect.poll(() => status(second.page, 'items')).toBe(3);
  await untilComplete(second.page);
  await expect(roots(second.page)).toHaveCount(1);
  await second.close();

  const third = await launch({ mediaDirs: [inner] });
  await expect(third.page.getByText(/is already shown as part of/)).toBeVisible();
  await untilComplete(third.page);
  expect(await status(third.page, 'items')).toBe(3);
  await expect(roots(third.page)).toHaveCount(1);
  writeFileSync(join(inner, 'd.jpg'), await jpeg({ width: 80, height: 40 }));
  await expect.poll(() => status(third.page, 'items')).toBe(4);
});
