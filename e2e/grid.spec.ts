// The grid keeps every picture's proportions, and no tile moves once it is shown.

import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { displayPath, nameOf } from '../electron/shared/paths.js';
import { expect, reveal, test, untilComplete } from './fixtures.js';
import { makeManyFiles } from './media/index.js';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Records every box that any tile has from when it is on screen on, by the page's own frames, from before the first tile on. Those
 * below the edge may still move to make room for what becomes known.
 */
async function recordBoxes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const seen: Record<string, Box[]> = {};
    Object.assign(window, { seenBoxes: seen });
    const look = () => {
      const grid = document.querySelector('[data-testid="grid"]');
      // As by somebody at work with them: what nobody has touched may still come into order by itself.
      grid?.dispatchEvent(new WheelEvent('wheel'));
      const top = grid?.getBoundingClientRect().top ?? 0;
      for (const element of document.querySelectorAll<HTMLElement>('[data-testid="tile"]')) {
        const { x, y, width, height } = element.getBoundingClientRect();
        const path = element.dataset['path'] ?? '';
        if (seen[path] === undefined && y >= innerHeight) continue;
        const boxes = (seen[path] ??= []);
        const box = { x, y: y - top, width, height };
        const last = boxes.at(-1);
        if (
          !last ||
          Object.keys(box).some((key) => Math.abs(box[key as keyof Box] - last[key as keyof Box]) > 0.5)
        )
          boxes.push(box);
      }
      requestAnimationFrame(look);
    };
    look();
  });
}

test('tiles keep proportions, load upright and never jump', async ({ launch, folder, manifest }) => {
  const { app, page } = await launch();
  await recordBoxes(page);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, folder);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
  await expect(page.locator('[data-testid="tile"][data-state="pending"]')).toHaveCount(0);

  const seen = await page.evaluate(
    () => (window as unknown as { seenBoxes: Record<string, Box[]> }).seenBoxes,
  );
  const moved = Object.entries(seen).filter(([, boxes]) => boxes.length > 1);
  expect(moved).toEqual([]);

  const good = manifest.files.filter(
    (file) => file.shown && !file.unusable && !file.damaged && file.kind === 'photo',
  );
  const reorder = page.getByTestId('reorder');
  for (const { path, width, height } of good) {
    const element = await reveal(page, displayPath(nameOf(path)));
    const picture = element.locator('img').first();
    await expect(picture, path).toBeVisible();
    const natural = await picture.evaluate(
      (image: HTMLImageElement) => image.naturalWidth / image.naturalHeight,
    );
    expect(Math.abs(natural / (width / height) - 1), path).toBeLessThan(0.03);
    // Very long pictures are cut to a sensible box.
    if (width / height < 0.5 || width / height > 3) continue;
    await expect(async () => {
      // On a busy computer the first screen does not wait for all proportions; boxes stay as they are until this is pressed.
      if (await reorder.isVisible()) await reorder.click({ timeout: 1000 });
      const box = (await (await reveal(page, displayPath(nameOf(path)))).boundingBox())!;
      expect(Math.abs(box.width / box.height / (width / height) - 1), path).toBeLessThan(0.06);
    }).toPass({ timeout: 45_000 });
  }
});

/** Colour of the middle of each quarter of a tile as it is on the screen: top left, top right, bottom left, bottom right. */
async function quarters(page: Page, name: string): Promise<string[]> {
  const target = await reveal(page, name);
  await expect(target).toHaveAttribute('data-state', 'ready');
  await expect
    .poll(() =>
      target
        .locator('img')
        .first()
        .evaluate((image) => getComputedStyle(image).opacity),
    )
    .toBe('1');
  const { data, info } = await sharp(await target.screenshot())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const colours: string[] = [];
  for (const y of [0.25, 0.75]) {
    for (const x of [0.25, 0.75]) {
      const at = (Math.round(info.height * y) * info.width + Math.round(info.width * x)) * info.channels;
      colours.push([...data.subarray(at, at + 3)].map((value) => (value > 128 ? '1' : '0')).join(''));
    }
  }
  return colours;
}

test('EXIF orientations look the same, upright', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const expected = await quarters(page, 'one.jpg');
  expect(new Set(expected).size).toBe(4);
  const turned = manifest.files.filter((file) => /^turned\/(two|three|five|six|eight)\.jpg$/.test(file.path));
  expect(turned).toHaveLength(5);
  for (const { path } of turned)
    expect(await quarters(page, path.slice('turned/'.length)), path).toEqual(expected);
});

test('the grid stays small however many files there are', async ({ launch, scratch }) => {
  const folder = `${scratch}/Many`;
  await makeManyFiles(folder, { files: 5_000, folders: 50 });
  const { app, page } = await launch({ mediaDirs: [folder] });
  await expect
    .poll(async () => Number(await page.getByTestId('status').getAttribute('data-items')), {
      timeout: 30_000,
    })
    .toBe(5_000);
  const nodes = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await nodes()).toBeLessThan(3_000);
  await page.getByTestId('tile').first().focus();
  await page.keyboard.press('End');
  await expect(page.locator('[data-testid="tile"][aria-posinset="5000"]')).toBeVisible();
  expect(await nodes()).toBeLessThan(3_000);
  await page.keyboard.press('Home');
  await expect(page.locator('[data-testid="tile"][aria-posinset="1"]')).toBeVisible();

  // Nor does it with the smallest pictures in a very large window; what can be done with one comes with the pointer.
  const before = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.getContentSize(),
  );
  const resize = (width: number, height: number) =>
    app.evaluate(({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]!.setContentSize(w, h), [
      width,
      height,
    ] as const);
  await resize(2560, 1440);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(2560);
  for (let step = 0; step < 4; step++) await page.keyboard.press('ControlOrMeta+Minus');
  await page.keyboard.press('End');
  await expect(page.locator('[data-testid="tile"][aria-posinset="5000"]')).toBeVisible();
  expect(await page.getByTestId('tile').count()).toBeGreaterThan(200);
  const all = () =>
    page.evaluate(
      () => document.evaluate('count(//node())', document, null, XPathResult.NUMBER_TYPE).numberValue,
    );
  expect(await all()).toBeLessThan(3_000);
  const last = page.locator('[data-testid="tile"][aria-posinset="4990"]');
  await expect(last.locator('[data-tile-action]')).toHaveCount(0);
  await last.hover();
  await last.locator('[data-tile-action="favourite"]').click();
  await expect(last).toHaveAttribute('data-favourite', 'true');
  await page.keyboard.press('ControlOrMeta+0');
  await page.keyboard.press('Home');
  await resize(before[0]!, before[1]!);

  // All of them are selected, and none; the page does not grow by that.
  const count = page.getByTestId('selection-count');
  await page.keyboard.press('ControlOrMeta+A');
  await expect(count).toHaveText('5,000 selected');
  expect(await nodes()).toBeLessThan(3_000);
  await page.keyboard.press('Escape');
  await expect(count).toHaveCount(0);

  // A band that is held at the lower edge goes on and on; let go, it has selected more than a screen shows.
  const scroller = page.getByTestId('grid').locator('..');
  const shown = await page.getByTestId('tile').count();
  const { x, y, width, height } = (await scroller.boundingBox())!;
  await page.keyboard.down('Shift');
  await page.mouse.move(x + 30, y + 60);
  await page.mouse.down();
  await page.mouse.move(x + width - 60, y + height - 4, { steps: 5 });
  const selected = async () => Number((await count.textContent())!.replace(/\D/g, ''));
  await expect.poll(selected).toBeGreaterThan(3 * shown);
  await page.mouse.up();
  await page.keyboard.up('Shift');
  expect(await scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(height);
  const kept = await selected();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-testid="tile"][aria-selected="true"]').first()).toBeVisible();
  expect(await selected()).toBe(kept);

  // From the empty ground at the edge it needs no other key, and what was selected before is not any more.
  await page.mouse.move(x + 4, y + 4);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  await expect(page.getByTestId('band')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId('band')).toHaveCount(0);
  const few = await selected();
  expect([few > 0, few < shown]).toEqual([true, true]);
});
