// The space that thumbnails take is shown and can be given back. Without workers everything is still shown, as far as
// the window can; on battery one worker goes on in the background.

import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { prepareElectron } from '../build/electron.mjs';
import { APP } from './app.js';
import { answerDialog, expect, reveal, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg, photo, video, withPreview } from './media/index.js';
import { runInTerminal } from './terminal.js';

/** Names of all stored thumbnails. */
const stored = (user: string): string[] =>
  readdirSync(join(user, 'thumbnails'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.webp'))
    .sort();

/** Copies of one photo that differ behind its end, so that each has a content of its own. */
async function photos(folder: string, count: number, width: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const one = await jpeg({ width, height: (width * 2) / 3 });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${i}.jpg`), Buffer.concat([one, Buffer.from(`photo ${i}`)]));
  }
}

const workers = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    ({ app: electron }) =>
      electron
        .getAppMetrics()
        .filter(({ serviceName, name }) => [serviceName, name].includes('Home Gallery thumbnails')).length,
  );

async function resize(app: ElectronApplication, page: Page, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size[0], size[1]),
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
}

const themes = ['dark', 'light'] as const;

/** Screenshots of what is on screen, for a designer to look at. */
async function shots(app: ElectronApplication, page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1000, 700],
    [1920, 1080],
  ] as const) {
    await resize(app, page, width, height);
    for (const theme of themes) {
      await app.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, theme);
      await page.evaluate(() =>
        Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
      );
      await page.screenshot({ path: `test-results/screens/${name}-${theme}-${width}.png` });
    }
  }
}

test('thumbnails can be cleared by keyboard, and are made again as one looks', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  const COUNT = 150;
  await photos(folder, COUNT, 300);
  const { app, page, userDataDir } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  expect(stored(userDataDir)).toHaveLength(COUNT);

  const button = page.getByTestId('thumbnails-button');
  const storage = page.getByTestId('storage');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(storage).toBeVisible();
  await expect(storage).toContainText(/[\d.,]+ (kB|MB) of 2 GB used/);
  await shots(app, page, 'storage');
  await expect(page.getByTestId('clear-thumbnails')).toBeFocused();
  await page.keyboard.press('Enter');
  const confirm = page.getByTestId('confirm');
  await expect(confirm).toContainText('Your photos and videos are not touched.');
  await shots(app, page, 'storage-confirm');
  // Thinking again changes nothing.
  await page.keyboard.press('Escape');
  await expect(confirm).toBeHidden();
  await page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(confirm).toContainText('Your photos and videos are not touched.');
  await page.keyboard.press('Escape');
  await expect(confirm).toBeHidden();
  expect(stored(userDataDir)).toHaveLength(COUNT);

  await button.click();
  await page.getByTestId('clear-thumbnails').click();
  await page.getByTestId('confirm-action').click();
  await expect(page.getByTestId('status')).toContainText('paused');
  // What is on screen comes back by itself, the rest does not.
  await expect.poll(() => status(page, 'thumbnails-done')).toBeGreaterThan(0);
  await expect(page.locator('[data-testid="tile"][data-state="pending"]')).toHaveCount(0);
  expect(await status(page, 'thumbnails-done')).toBeLessThan(COUNT);
  expect(stored(userDataDir).length).toBeLessThan(COUNT);
  const last = await reveal(page, `${COUNT - 1}.jpg`);
  await expect(last).toHaveAttribute('data-state', 'ready');

  await page.getByRole('button', { name: 'Resume thumbnails' }).click();
  await untilComplete(page);
  expect(stored(userDataDir)).toHaveLength(COUNT);
});

test('without workers: what exists is served, photos show themselves, the rest its name', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  await photos(folder, 2, 300);
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  const before = stored(first.userDataDir);
  await first.close();

  const small = await jpeg({ width: 160, height: 120 });
  writeFileSync(
    join(folder, 'new.jpg'),
    withPreview(await jpeg({ width: 800, height: 600, seed: 3 }), small),
  );
  writeFileSync(
    join(folder, 'turned.jpg'),
    withPreview(await jpeg({ width: 800, height: 600, seed: 4 }), small, 6),
  );
  writeFileSync(join(folder, 'new.tif'), await photo({ width: 90, height: 60, format: 'tiff' }));
  writeFileSync(join(folder, 'torn.png'), Buffer.from('\x89PNG\r\n\x1a\nnothing more', 'latin1'));
  await video(join(folder, 'new.mp4'), { seconds: 1, width: 320, height: 180 });

  const { app, page, userDataDir } = await launch({ args: ['--no-worker'] });
  const source = (name: string) => tile(page, name).locator('img').last().getAttribute('src');
  for (const name of ['0.jpg', 'new.jpg', 'turned.jpg']) {
    await expect(tile(page, name)).toHaveAttribute('data-state', 'ready');
  }
  expect(await source('0.jpg')).toMatch(/^thumb:/);
  expect(await source('new.jpg')).toMatch(/^media:/);
  for (const name of ['new.tif', 'new.mp4']) {
    await expect(tile(page, name)).toHaveAttribute('data-state', 'none');
    await expect(tile(page, name)).toContainText(name);
  }
  await expect(tile(page, 'torn.png')).toContainText('Cannot be shown');
  // The camera's preview lies below each photo, turned as the photo is.
  const sizeOf = (name: string) =>
    tile(page, name)
      .getByTestId('tile-preview')
      .evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  await expect.poll(() => sizeOf('new.jpg')).toEqual([160, 120]);
  await expect.poll(() => sizeOf('turned.jpg')).toEqual([120, 160]);

  const line = page.getByTestId('status');
  await expect(line).toContainText('thumbnails 2 / 7, workers off');
  await expect(page.getByTestId('thumbnails-part')).toHaveAttribute('data-complete', 'true');
  await expect(line.locator('progress')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Pause thumbnails' })).toHaveCount(0);
  expect(await status(page, 'thumbnails-failed')).toBe(0);
  await page.getByTestId('thumbnails-button').click();
  await expect(page.getByTestId('storage')).toContainText('switched off');
  await shots(app, page, 'workers-off');
  await page.keyboard.press('Escape');

  await tile(page, 'new.tif').click();
  await expect(page.getByTestId('viewer-unshowable')).toContainText('switched off');
  await page.keyboard.press('Escape');
  expect(await workers(app)).toBe(0);
  expect(stored(userDataDir)).toEqual(before);

  // Colours that become known later are drawn in a tile that is there already.
  const film = tile(page, 'new.mp4');
  const background = () => film.evaluate((element) => getComputedStyle(element).backgroundImage);
  expect(await background()).toBe('none');
  const item = Number(await film.getAttribute('data-id'));
  await app.evaluate(({ BrowserWindow }, id) => {
    const placeholders = { ids: Uint32Array.of(id), colors: new Uint8Array(24).fill(0x55) };
    const change = { root: 1, ready: [], failed: [], placeholders };
    BrowserWindow.getAllWindows()[0]!.webContents.send('thumbnails.changed', change);
  }, item);
  await expect.poll(background).toContain('data:image/bmp');
});

test('thumbnails of folders that were removed can be cleared', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  await photos(folder, 3, 300);
  const { app, page, userDataDir } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.getByRole('treeitem').first().hover();
  await page.getByTestId('folder-menu').click();
  await page.getByTestId('remove-folder').click();
  await page.getByTestId('confirm-action').click();
  await expect(page.getByTestId('welcome')).toContainText(/folders that were here take [\d.,]+ kB/);
  expect(stored(userDataDir)).toHaveLength(3);
  await shots(app, page, 'welcome-kept');
  await page.getByTestId('clear-thumbnails').click();
  await page.getByTestId('confirm-action').click();
  await expect(page.getByTestId('clear-thumbnails')).toHaveCount(0);
  expect(stored(userDataDir)).toEqual([]);
});

test('no thumbnail gets a thumbnail where they are kept inside a chosen folder', async ({
  launch,
  scratch,
}) => {
  const home = join(scratch, 'Home');
  await photos(join(home, 'Pictures'), 3, 300);
  const userDataDir = join(home, 'Library/Application Support/Home Gallery');
  const args = [`--thumbnail-dir=${join(home, 'Pictures')}`];
  const { page, close } = await launch({ mediaDirs: [home], userDataDir, args });
  await untilComplete(page);
  // What there was to tell of the first thumbnails has been told when one more file is there.
  writeFileSync(join(home, 'Pictures/new.jpg'), await jpeg({ width: 300, height: 200 }));
  await expect(tile(page, 'new.jpg')).toHaveAttribute('data-state', 'ready');
  await untilComplete(page);
  expect(await status(page, 'thumbnails-total')).toBe(4);
  await close();
  // All that lies there by now, read anew.
  const { binary } = await prepareElectron();
  const command = [APP, 'scan', home, '--json', `--user-data-dir=${userDataDir}`, ...args];
  expect(JSON.parse((await runInTerminal(binary, command)).out)).toMatchObject({ files: 4, problems: 0 });
});

test('large tiles get pictures of more pixels, small ones none', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'big.jpg'), await jpeg({ width: 2400, height: 1600 }));
  writeFileSync(join(folder, 'small.jpg'), await jpeg({ width: 300, height: 200, seed: 2 }));
  const { app, page, userDataDir } = await launch({ mediaDirs: [folder] });
  await resize(app, page, 1920, 1080);
  await untilComplete(page);
  const large = tile(page, 'big.jpg').getByTestId('tile-large');
  await expect(tile(page, 'big.jpg')).toHaveAttribute('data-state', 'ready');
  await expect(large).toHaveCount(0);
  for (let i = 0; i < 6; i++) await page.keyboard.press('ControlOrMeta++');
  await expect
    .poll(() => large.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]))
    .toEqual([1280, 853]);
  await expect(large).toHaveAttribute('data-loaded', 'true');
  await expect(tile(page, 'small.jpg').getByTestId('tile-large')).toHaveCount(0);
  expect(stored(userDataDir).filter((name) => name.includes('large'))).toHaveLength(1);
});

test('on battery one worker goes on in the background, on mains all do', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  await photos(folder, 120, 3000);
  const { app, page } = await launch();
  await expect(page.getByTestId('choose-folder')).toBeVisible();
  // Nothing of it on screen: all is background work.
  const empty = join(scratch, 'Empty');
  mkdirSync(empty);
  await answerDialog(app, [empty]);
  await page.getByTestId('choose-folder').click();
  await page.getByTestId('filter-video').click();
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('on-battery'));
  await answerDialog(app, [folder]);
  await page.keyboard.press('ControlOrMeta+o');
  await expect(page.getByTestId('status')).toContainText('slower on battery');
  await expect.poll(() => status(page, 'thumbnails-done')).toBeGreaterThan(0);
  expect(await workers(app)).toBe(1);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('on-ac'));
  await expect.poll(() => workers(app)).toBe(2);
  await expect(page.getByTestId('status')).not.toContainText('battery');
  await untilComplete(page);
  expect(existsSync(join(folder, '0.jpg'))).toBe(true);
});
