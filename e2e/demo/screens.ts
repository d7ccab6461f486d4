// Runs in Node, for the demo: goes through the main screens and saves a picture of each.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import type { Gallery } from '../app.js';
import type { ReadmeScreen } from './readme.js';

const LIMIT = 30_000;

/** Saves all screenshots into `folder`; with `readme`, those of the README into that folder, too. */
export async function takeScreens(
  gallery: Gallery,
  folder: string,
  readme: string | null,
): Promise<string[]> {
  const { page } = gallery;
  const saved: string[] = [];
  mkdirSync(folder, { recursive: true });
  const shot = async (name: string, inReadme?: ReadmeScreen) => {
    await settle(page);
    const path = join(folder, `${name}.png`);
    const picture = await page.screenshot({ path, animations: 'disabled' });
    saved.push(path);
    if (readme === null || inReadme === undefined) return;
    // It lives in the repository, so it is small.
    const small = join(readme, `${inReadme}.webp`);
    await sharp(picture).webp({ quality: 82, effort: 6, smartSubsample: true }).toFile(small);
    saved.push(small);
  };
  if (readme !== null) mkdirSync(readme, { recursive: true });
  await resize(gallery, 1280, 800);
  await theme(gallery, 'dark');
  await page.getByTestId('place-all').click();
  // The dates have been read meanwhile.
  const reorder = page.getByTestId('reorder');
  if (await reorder.isVisible()) await reorder.click();
  await shot('grid-dark', 'timeline');
  await page.getByTestId('place-browse').click();
  await page.getByTestId('flow-card').first().waitFor({ timeout: LIMIT });
  await shot('browse', 'browse');
  await theme(gallery, 'light');
  await page.getByTestId('place-home').click();
  await shot('home', 'home');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity').waitFor({ timeout: LIMIT });
  await shot('activity', 'activity');
  await page.keyboard.press('Escape');
  await page.getByTestId('place-all').click();
  await shot('grid-light');

  await openFolder(page, '2019/Winter in the Alps');
  await shot('folder-light');
  await theme(gallery, 'dark');
  await shot('folder-dark');

  await openTile(page, page.locator('[data-testid="tile"][data-kind="photo"][data-state="ready"]').nth(2));
  await page.getByTestId('viewer-image').waitFor({ timeout: LIMIT });
  await page.mouse.move(640, 400);
  await shot('viewer-photo');
  await page.getByTestId('viewer-info-button').click();
  await shot('viewer-photo-info', 'viewer');
  await page.getByTestId('viewer-info-button').click();
  await page.keyboard.press('Escape');

  await openFolder(page, '2018/Sommer an der See');
  await page.getByTestId('filter-video').click();
  await openTile(page, page.locator('[data-testid="tile"][data-kind="video"][data-name="Wellen.mp4"]'));
  await page.waitForFunction(
    () => (document.querySelector<HTMLVideoElement>('[data-testid="viewer-video"]')?.currentTime ?? 0) > 0.5,
    undefined,
    { timeout: LIMIT },
  );
  await page.mouse.move(640, 420);
  await shot('viewer-video');
  await page.keyboard.press('Escape');
  await page.getByTestId('filter-all').click();

  await page.getByTestId('problems-button').click();
  await page.getByTestId('problems').waitFor({ timeout: LIMIT });
  await shot('problems');
  await page.keyboard.press('Escape');

  await page.getByTestId('place-all').click();
  await resize(gallery, 1920, 1080);
  await shot('grid-1920');
  await resize(gallery, 700, 800);
  await shot('grid-700');
  await resize(gallery, 1280, 800);
  return saved;
}

/** Opens a folder of the tree by its path, unfolding what is above it. */
async function openFolder(page: Page, path: string): Promise<void> {
  const parts = path.split('/');
  for (let i = 1; i <= parts.length; i++) {
    const row = folderRow(page, parts.slice(0, i).join('/'));
    await row.waitFor({ timeout: LIMIT });
    if (i === parts.length) await row.click();
    else if ((await row.getAttribute('aria-expanded')) === 'false') await row.getByTestId('fold').click();
  }
  await page
    .locator(`[data-testid="tile"][data-path^=${JSON.stringify(path)}]`)
    .first()
    .waitFor({ timeout: LIMIT });
}

const folderRow = (page: Page, path: string): Locator =>
  page.locator(`[data-testid="folder"][data-path=${JSON.stringify(path)}]`);

async function openTile(page: Page, tile: Locator): Promise<void> {
  await tile.scrollIntoViewIfNeeded({ timeout: LIMIT });
  await tile.click();
  await page.getByTestId('viewer').waitFor({ timeout: LIMIT });
}

/** Waits until every tile in sight has its picture or its reason, every picture is there, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('[data-testid="tile"][data-state="pending"]') === null &&
      [...document.images].every(({ complete }) => complete),
    undefined,
    { timeout: LIMIT },
  );
  await page.evaluate(async () => {
    const running = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(running.map(({ finished }) => finished));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

async function theme({ app, page }: Gallery, source: 'dark' | 'light'): Promise<void> {
  await app.evaluate(({ nativeTheme }, wanted) => {
    nativeTheme.themeSource = wanted;
  }, source);
  await page.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    source === 'dark',
  );
}

async function resize({ app, page }: Gallery, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.waitForFunction((wanted) => innerWidth === wanted, width, { timeout: LIMIT });
}
