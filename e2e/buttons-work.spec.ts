// Buttons about files that were selected, that failed, or are worked on, and those of the settings: each by mouse, with what follows.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dismissAll, makeLibraryFor, noteAsked, thumbnailsFailed, withFileManager } from './commands.js';
import { answerDialog, byName, expect, status, test, tile, untilComplete } from './fixtures.js';

test('the bar of a selection, problems, activity and settings', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  const other = join(scratch, 'Other');
  await makeLibraryFor(folder);
  mkdirSync(other);
  writeFileSync(join(folder, 'broken.jpg'), 'This is no picture.');
  const { app, page } = await launch({
    // Whose file manager reads another list than GNOME's.
    env: { XDG_CURRENT_DESKTOP: 'KDE', ...withFileManager(scratch) },
  });
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
  const takeAsked = await noteAsked(app);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const copied = () =>
    app.evaluate(({ clipboard: board }) => {
      const old = board as unknown as { readBuffer: (format: string) => Buffer };
      return old.readBuffer('text/uri-list').toString();
    });
  await byName(page);
  for (const name of ['a.jpg', 'b.jpg']) await tile(page, name).click({ modifiers: ['ControlOrMeta'] });
  await page.getByTestId('selection-copyFiles').click();
  const uris = ['a.jpg', 'b.jpg'].map((name) => `${pathToFileURL(join(folder, name)).href}\r\n`);
  await expect.poll(copied).toBe(uris.join(''));
  await page.getByTestId('selection-clearSelection').click();

  // A file that failed is tried again, and shown where it lies, wherever it is told of.
  const broken = join(folder, 'broken.jpg');
  const triedBy = async (press: () => Promise<unknown>, what: string) => {
    const before = await thumbnailsFailed(page);
    await press();
    await expect.poll(() => thumbnailsFailed(page), { message: what }).toBe(before + 1);
    await expect.poll(() => status(page, 'thumbnails-failed')).toBe(1);
  };
  await page.getByTestId('problems-button').click();
  const problem = page.getByTestId('problem').filter({ hasText: 'broken.jpg' });
  await problem.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(takeAsked).toBe(`show ${broken}`);
  await triedBy(() => problem.getByRole('button', { name: 'Try again' }).click(), 'a problem');
  await triedBy(() => button('Try all again').click(), 'all problems');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('problems')).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+Shift+M');
  const failure = page.getByTestId('activity-failure');
  await failure.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(takeAsked).toBe(`show ${broken}`);
  await triedBy(() => button('Try all again').click(), 'all in the activity');
  // One worker is restarted, the others go on.
  const workers = page.getByTestId('activity-worker');
  const pids = () => workers.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-pid')));
  let before: (string | null)[] = [];
  await expect.poll(async () => (before = await pids()).some((pid) => pid !== '')).toBe(true);
  const running = before.findIndex((pid) => pid !== '');
  await workers.nth(running).getByRole('button', { name: 'Restart' }).click();
  await expect.poll(async () => (await pids())[running]).not.toBe(before[running]);
  for (const [place, pid] of (await pids()).entries())
    if (place !== running && before[place] !== '') expect(pid).toBe(before[place]);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('activity')).toHaveCount(0);

  await page.getByTestId('open-settings').click();
  const settings = page.getByTestId('settings');
  await answerDialog(app, [other]);
  await settings.getByRole('button', { name: 'Add folder' }).click();
  const row = page.getByTestId('settings-folder').filter({ hasText: other });
  await row.getByRole('button', { name: 'Remove from gallery' }).click();
  await page.getByTestId('confirm-action').click();
  await expect(row).toHaveCount(0);
  // A number goes up and down by its buttons, a switch over.
  const seconds = page.getByTestId('option-slideshowSeconds');
  const value = seconds.getByRole('textbox');
  const usual = Number(await value.inputValue());
  await seconds.getByRole('button', { name: 'More' }).click();
  await expect.poll(async () => Number(await value.inputValue())).toBeGreaterThan(usual);
  await expect(seconds).toHaveAttribute('data-source', 'saved');
  await seconds.getByRole('button', { name: 'Less' }).click();
  await expect(value).toHaveValue(String(usual));
  const cache = page.getByTestId('option-cache');
  await cache.getByRole('switch').click();
  await expect(cache.getByRole('switch')).not.toBeChecked();
  await expect(cache).toContainText('Chosen here, after a restart');
  await settings.getByRole('button', { name: 'Open log file' }).click();
  await expect.poll(takeAsked).toBe(`open ${join(scratch, 'user/logs/home-gallery.log')}`);
  await settings.getByRole('button', { name: 'Clear…' }).click();
  await dismissAll(page);
  await page.getByTestId('confirm-action').click();
  await expect(page.getByTestId('status')).toContainText('paused');
});
