// Damaged, empty and odd files never break anything: each is labelled with a reason, and counted.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath, nameOf } from '../electron/shared/paths.js';
import { expect, problems, reveal, status, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

test('every damaged file is listed with its reason', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const unusable = manifest.files.filter((file) => file.shown && file.unusable);
  expect(unusable.length).toBeGreaterThan(0);
  expect(await status(page, 'thumbnails-failed')).toBe(unusable.length);

  await page.getByTestId('problems-button').click();
  const dialog = page.getByTestId('problems');
  await expect(dialog).toBeVisible();
  for (const { path } of unusable) await expect(dialog).toContainText(nameOf(path));
  await expect(dialog).toContainText('The file is empty.');
  if (process.platform !== 'win32') await expect(dialog).toContainText('leads outside the chosen folder');
  await page.screenshot({ path: 'test-results/screens/problems.png' });
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  for (const { path } of unusable) {
    const labelled = await reveal(page, displayPath(nameOf(path)));
    await expect(labelled).toHaveAttribute('data-state', 'failed');
    await expect(labelled).toContainText(displayPath(nameOf(path)));
    await expect(labelled.locator('img')).toHaveCount(0);
  }
});

test('a damaged photo of which a part is shown is told as that after a restart, too', async ({
  launch,
  folder,
}) => {
  const first = await launch({ mediaDirs: [folder] });
  const told = 'damaged/cut off.jpg: The picture is damaged; only a part of it can be shown.';
  await untilComplete(first.page);
  await expect.poll(() => problems(first.page)).toContain(told);
  const count = await status(first.page, 'problems');
  await first.close();
  const second = await launch({ mediaDirs: [folder] });
  await untilComplete(second.page);
  await expect.poll(() => problems(second.page)).toContain(told);
  await expect.poll(() => status(second.page, 'problems')).toBe(count);
});

test('nothing is said to be none before it is known', async ({ launch, folder }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  // Every state of the page, however short.
  await page.evaluate(() => {
    const said = (Object.assign(window, { said: new Set<string>() }) as { said: Set<string> }).said;
    const note = () => {
      const all = document.querySelectorAll('[role="dialog"] p, [role="dialog"] [data-testid="problem"]');
      all.forEach(({ textContent }) => said.add(textContent ?? ''));
    };
    new MutationObserver(note).observe(document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
  });
  await page.getByTestId('problems-button').click();
  const dialog = page.getByTestId('problems');
  await expect(dialog.getByTestId('problem').first()).toBeVisible();
  await expect(dialog).toContainText('could not be shown as they should');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity-tab-caches').click();
  await expect(page.getByTestId('activity-entry-directory').first()).toBeVisible();
  await page.getByTestId('activity-tab-log').click();
  await expect(page.getByTestId('activity-log-line').first()).toBeVisible();
  const said = await page.evaluate(() => [...(window as unknown as { said: Set<string> }).said]);
  expect(said.some((words) => words.includes('The file is empty.'))).toBe(true);
  expect(said.filter((words) => /no problems|^No lines/.test(words))).toEqual([]);
});

test('a folder without anything damaged has no problems, which is said', async ({ launch, scratch }) => {
  const clean = join(scratch, 'Clean');
  mkdirSync(clean);
  writeFileSync(join(clean, 'one.jpg'), await jpeg({ width: 60, height: 40 }));
  const { page } = await launch({ mediaDirs: [clean] });
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByTestId('problems')).toContainText('There are no problems any more.');
});

test('junk, hidden files and links are left out', async ({ launch, folder, manifest }) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown);
  for (const junk of ['@eaDir', '.thumbnails', '$RECYCLE.BIN']) {
    await expect(page.locator(`[data-testid="folder"][data-path*=${JSON.stringify(junk)}]`)).toHaveCount(0);
  }
});

test('a video whose header never ends holds nothing up', async ({ launch, folder, manifest }) => {
  // A Matroska header, then a segment of unknown size that holds no element: readers that look for the next one never end.
  const header = Buffer.from(
    '1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b614287810442858102',
    'hex',
  );
  const segment = Buffer.from('1853806701ffffffffffffff', 'hex');
  for (const [name, byte] of [
    ['zeros.mkv', 0],
    ['ones.webm', 255],
    ['junk.mkv', 0x5a],
  ] as const) {
    writeFileSync(join(folder, name), Buffer.concat([header, segment, Buffer.alloc(3000, byte)]));
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(manifest.counts.shown + 3);
  expect(await status(page, 'thumbnails-failed')).toBe(manifest.counts.unusable + 3);
});
