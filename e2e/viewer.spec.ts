// One picture large: arrows, Escape, zoom and pan, and formats that Chromium itself cannot show.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { byName, expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { expectMoved, recordMoves } from './moves.js';

const shown = (page: Page) => page.getByTestId('viewer').getAttribute('data-name');

/** The box of the picture on screen, after whatever scales and moves it. */
const boxOf = (picture: Locator) =>
  picture.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });

/** The same, once it holds still: the picture grows out of its tile. */
async function restingBox(picture: Locator): ReturnType<typeof boxOf> {
  let last = '';
  await expect
    .poll(async () => {
      const before = last;
      last = JSON.stringify(await boxOf(picture));
      return last === before;
    })
    .toBe(true);
  return boxOf(picture);
}

const isPainted = (picture: Locator) =>
  picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 1);

const isOnTop = (element: Locator, { x, y }: { readonly x: number; readonly y: number }) =>
  element.evaluate((own, [left, top]) => document.elementFromPoint(left, top) === own, [x, y] as const);

test('arrows, Escape and back to the tile', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const order = await page
    .getByTestId('tile')
    .evaluateAll((tiles) => tiles.map((element) => (element as HTMLElement).dataset['name']));
  await page.getByTestId('tile').first().click();
  await expect(page.getByTestId('viewer')).toBeVisible();
  expect(await shown(page)).toBe(order[0]);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', order[1]!);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', order[1]!);
  // The menu opens by its key, whatever in the viewer has the focus, and is about the picture.
  const menu = page.getByTestId('viewer-menu');
  await page.keyboard.press('Shift+F10');
  await expect(menu.locator('[data-command="trash"]')).toBeVisible();
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  // What has opened over the picture leaves the keys to the picture, not to a button that Space would press.
  const viewer = page.getByTestId('viewer');
  await expect(viewer).toBeFocused();
  await viewer.click({ button: 'right' });
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeFocused();
  await viewer.click({ button: 'right' });
  await menu.locator('[data-command="favourite"]').click();
  await expect(viewer).toBeFocused();
  await page.keyboard.press('t');
  await expect(page.getByTestId('tag-input')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('confirm')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(viewer).toBeFocused();
  await page.getByTestId('viewer-next').click();
  await expect(viewer).toHaveAttribute('data-name', order[2]!);
  await expect(viewer).toBeFocused();
  await page.getByTestId('viewer-next').focus();
  await page.keyboard.press('Shift+F10');
  await expect(menu).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect(tile(page, order[2]!)).toBeFocused();

  // The picture comes out of its tile and goes back into that of what was seen last: of a photo and of a video, by mouse and by key.
  await byName(page);
  const moves = await recordMoves(page);
  for (const [name, picture] of [
    ['rue.jpg', 'viewer-image'],
    ['clip with sound.mp4', 'viewer-video'],
  ] as const) {
    const place = await reveal(page, name);
    await place.click();
    await expect(page.getByTestId(picture)).toBeVisible();
    await expectMoved(moves, place);
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expectMoved(moves, place);
    await expect(place).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(viewer).toHaveAttribute('data-name', name);
    await expectMoved(moves, place);
    await page.keyboard.press('ArrowRight');
    await expect(viewer).not.toHaveAttribute('data-name', name);
    const last = tile(page, (await shown(page))!);
    await page.keyboard.press('Escape');
    await expect(last).toBeFocused();
    await expect(viewer).toHaveCount(0);
    await expectMoved(moves, last);
  }
});

test('large photos next to the one on screen are painted before they are asked for', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Large');
  mkdirSync(folder);
  const bytes = await jpeg({ width: 3000, height: 2000, scene: 'lake' });
  for (const name of ['a.jpg', 'b.jpg', 'c.jpg'])
    writeFileSync(join(folder, name), Buffer.concat([bytes, Buffer.from(name)]));
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.getByTestId('tile').first().click();
  const ahead = page.getByTestId('viewer-ahead').locator('img');
  await expect(ahead).toHaveCount(1);
  await ahead.evaluate((image) => (image.dataset['seen'] = 'before'));
  await page.keyboard.press('ArrowRight');
  const shownNow = page.getByTestId('viewer-image');
  await expect(shownNow).toHaveAttribute('data-seen', 'before');
  await expect(ahead).toHaveCount(2);
  // What stands behind is neither seen nor in the way.
  const box = (await shownNow.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  expect(await isOnTop(shownNow, middle)).toBe(true);
  await page.keyboard.press('Escape');
  await expect(ahead).toHaveCount(0);
});

test('zoom to the pointer, pan, actual size and back to fit', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const large = manifest.files
    .filter((file) => file.shown && !file.damaged && file.path.endsWith('.jpg'))
    .sort((a, b) => b.width * b.height - a.width * a.height)[0]!;
  const target = await reveal(page, large.path.split('/').pop()!);
  await target.click();
  const picture = page.getByTestId('viewer-image');
  await expect.poll(() => isPainted(picture)).toBe(true);
  const fit = await restingBox(picture);
  expect(Math.abs(fit.width / fit.height / (large.width / large.height) - 1)).toBeLessThan(0.03);

  const pointer = { x: fit.x + fit.width * 0.25, y: fit.y + fit.height * 0.25 };
  await page.mouse.move(pointer.x, pointer.y);
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await boxOf(picture)).width).toBeGreaterThan(fit.width * 1.2);
  await expect
    .poll(async () => {
      const box = await boxOf(picture);
      return Math.abs((pointer.x - box.x) / box.width - 0.25);
    })
    .toBeLessThan(0.03);

  const zoomed = await restingBox(picture);
  await page.mouse.down();
  await page.mouse.move(pointer.x - 60, pointer.y - 40, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => (await boxOf(picture)).x).toBeLessThan(zoomed.x - 20);
  await expect(page.getByTestId('viewer')).toBeVisible();

  // The wheel the other way leads back to all of it.
  await page.mouse.wheel(0, 1500);
  await expect.poll(async () => (await boxOf(picture)).width).toBeCloseTo(fit.width, 0);

  // So it does with the key that makes the pictures of the grid larger; the page itself keeps its size.
  const ratio = await page.evaluate(() => devicePixelRatio);
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.wheel(0, -400);
  await expect.poll(async () => (await boxOf(picture)).width).toBeGreaterThan(fit.width * 1.2);
  await page.mouse.wheel(0, 1500);
  await expect.poll(async () => (await boxOf(picture)).width).toBeCloseTo(fit.width, 0);
  await page.keyboard.up('ControlOrMeta');
  expect(await page.evaluate(() => devicePixelRatio)).toBe(ratio);

  await page.keyboard.press('z');
  await expect
    .poll(async () => {
      const { width } = await boxOf(picture);
      return [fit.width, large.width].some((known) => Math.abs(width - known) < 2);
    })
    .toBe(true);
});

test('TIFF and other formats that Chromium cannot show are shown', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const odd = manifest.files.filter(
    (file) =>
      file.shown && !file.unusable && !file.damaged && /\.(tiff?|hei[cf]|bmp|svg|avif|gif)$/i.test(file.path),
  );
  expect(odd.length).toBeGreaterThanOrEqual(4);
  for (const { path, width, height } of odd) {
    const target = await reveal(page, path.split('/').pop()!);
    await target.click();
    const picture = page.getByTestId('viewer-image');
    await expect.poll(() => isPainted(picture), { message: path }).toBe(true);
    const box = await restingBox(picture);
    expect(Math.abs(box.width / box.height / (width / height) - 1), path).toBeLessThan(0.05);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
  }
});
