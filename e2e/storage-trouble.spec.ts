// Thumbnails cannot be stored: a folder that is read-only, a disk that is full. The window says so and the gallery works.
// The faults are the system's own, and the same for every user: root may write to any folder, but not here.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { fileIdentity, temporaryName } from '../electron/main/thumbnails/keys.js';
import { expect, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg, photo } from './media/index.js';

/** Nobody can make a file in it. */
const READ_ONLY = { linux: '/sys', darwin: '/System', win32: 'C:\\Windows\\System32' } as Record<
  string,
  string
>;

/** Photos are shown by themselves, and open. */
async function expectUsable(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await expect(tile(page, name)).toHaveAttribute('data-state', 'ready');
    await expect(tile(page, name).locator('img').last()).toHaveAttribute('src', /^media:/);
  }
  await tile(page, names[0]!).click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await page.keyboard.press('Escape');
  expect(await status(page, 'thumbnails-failed')).toBe(0);
}

/** Whoever asks why a thumbnail is missing is told, at the tile of one that cannot be shown by itself, and in the Activity view. */
async function expectTold(page: Page, name: string | null): Promise<void> {
  const reason = /They cannot be made at the moment.*Thumbnails cannot be saved: /;
  if (name !== null) {
    await expect(tile(page, name)).toHaveAttribute('data-state', 'none');
    await tile(page, name).hover();
    await expect(tile(page, name)).toHaveAttribute('title', reason);
  }
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity-tab-work').click();
  await expect(page.getByTestId('activity-notice')).toContainText('Thumbnails cannot be saved: ');
  await expect(page.getByTestId('activity-about')).toContainText('They cannot be made at the moment.');
  await page.keyboard.press('Escape');
}

test('a read-only thumbnail folder', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'old.jpg'), await jpeg({ width: 300, height: 200 }));
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await first.close();

  const temporary = join(first.userDataDir, 'thumbnails', 'tmp');
  rmSync(temporary, { recursive: true });
  symlinkSync(READ_ONLY[process.platform] ?? '/sys', temporary, 'junction');
  writeFileSync(join(folder, 'new.jpg'), await jpeg({ width: 320, height: 200, seed: 2 }));
  writeFileSync(join(folder, 'scan.tif'), await photo({ width: 90, height: 60, format: 'tiff' }));
  const { page } = await launch();
  const line = page.getByTestId('status');
  await expect(line).toContainText(
    /Thumbnails cannot be saved: (the folder is read-only|there is no permission)/,
  );
  await expectUsable(page, ['new.jpg']);
  // What was stored before is still served.
  await expect(tile(page, 'old.jpg').locator('img').last()).toHaveAttribute('src', /^thumb:/);
  await expect(tile(page, 'old.jpg')).toHaveAttribute('data-state', 'ready');
  await page.getByTestId('status-notice').click();
  await expect(page.getByTestId('problems')).toContainText('Thumbnails cannot be saved: ');
  await page.keyboard.press('Escape');
  await expectTold(page, 'scan.tif');
  await tile(page, 'scan.tif').click();
  await expect(page.getByTestId('viewer-unshowable')).toContainText('Thumbnails cannot be saved: ');
  await page.keyboard.press('Escape');
  await page.screenshot({ path: 'test-results/screens/read-only.png' });
});

test('a thumbnail folder that cannot even be made', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 300, height: 200 }));
  const place = join(READ_ONLY[process.platform] ?? '/sys', 'home-gallery-thumbnails');
  const { page } = await launch({ mediaDirs: [folder], args: [`--thumbnail-dir=${place}`] });
  await expect(page.getByTestId('status')).toContainText(`(${place})`);
  await expectUsable(page, ['a.jpg']);
});

test('a disk that does not answer', async ({ launch, scratch }) => {
  test.skip(process.platform === 'win32', 'Windows has no files that let nobody open them.');
  const folder = join(scratch, 'Photos');
  const place = join(scratch, 'Thumbnails');
  mkdirSync(folder);
  mkdirSync(join(place, 'tmp'), { recursive: true });
  writeFileSync(join(folder, 'a.jpg'), await jpeg({ width: 300, height: 200 }));
  // Who opens a pipe to write waits until somebody reads it.
  execFileSync('mkfifo', [join(place, 'tmp', temporaryName('probe'))]);
  const { page, close } = await launch({ mediaDirs: [folder], args: [`--thumbnail-dir=${place}`] });
  await expect(page.getByTestId('status')).toContainText(
    'Thumbnails cannot be saved: the disk does not answer',
  );
  await expectUsable(page, ['a.jpg']);
  // It ends all the same: `close` fails otherwise.
  await close();
});

test('the disk fills up while thumbnails are stored', async ({ launch, scratch }) => {
  test.skip(process.platform !== 'linux', 'Only Linux has a file that is always full.');
  const FULL = '/dev/full';
  const folder = join(scratch, 'Photos');
  const incoming = join(scratch, 'Incoming');
  mkdirSync(folder);
  mkdirSync(incoming);
  const { page, userDataDir } = await launch({ mediaDirs: [folder] });
  const temporary = join(userDataDir, 'thumbnails', 'tmp');
  await expect.poll(() => existsSync(temporary)).toBe(true);

  const names = ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'];
  const links = [join(temporary, temporaryName('probe'))];
  for (const [seed, name] of names.entries()) {
    const path = join(incoming, name);
    writeFileSync(path, await jpeg({ width: 300 + seed, height: 200, seed }));
    utimesSync(path, 1_700_000_000, 1_700_000_000);
    const { size, mtimeMs: modified } = statSync(path);
    links.push(join(temporary, temporaryName(fileIdentity({ path: join(folder, name), size, modified }))));
  }
  // Every place where a worker or main is about to write takes not one byte.
  for (const link of links) symlinkSync(FULL, link);
  for (const name of names) renameSync(join(incoming, name), join(folder, name));

  const line = page.getByTestId('status');
  await expect(line).toContainText('Thumbnails cannot be saved: the disk is full');
  await expectUsable(page, names);
  await expectTold(page, null);
  await page.screenshot({ path: 'test-results/screens/disk-full.png' });

  // Room again: it goes on by itself, and no file was blamed.
  for (const link of links) rmSync(link, { force: true });
  await expect.poll(() => status(page, 'thumbnails-done'), { timeout: 60_000 }).toBe(names.length);
  await expect(line).not.toContainText('cannot be saved');
  expect(await status(page, 'thumbnails-failed')).toBe(0);
});
