// The Activity view tells what really happened: it is compared with what the test did.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const PHOTOS = 12;

const shown = (page: Page, key: string) => page.getByTestId(`activity-${key}`);
const number = async (page: Page, key: string) =>
  Number((await shown(page, key).textContent())?.replaceAll(/\D/g, ''));

async function openActivity(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByTestId('activity')).toBeVisible();
  await page.getByTestId(`activity-tab-${tab}`).click();
}

/** Opens a photo with its info panel, which asks for its details, and closes it again. */
async function lookAt(page: Page, name: string): Promise<void> {
  await tile(page, name).click();
  await expect(page.getByTestId('viewer')).toBeVisible();
  await expect(page.getByTestId('viewer-info')).toContainText(name);
  await expect(page.getByTestId('viewer-info')).toContainText('640');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toBeHidden();
}

test('jobs, caches, folders, processes and the log', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Secret holiday');
  mkdirSync(folder);
  for (let i = 0; i < PHOTOS; i++) {
    writeFileSync(join(folder, `photo ${i}.jpg`), await jpeg({ width: 640, height: 480, seed: i }));
  }
  writeFileSync(join(folder, 'broken one.jpg'), 'This is no picture.');
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);

  // Two looks at one photo and one at another: the details of two files are read, one is answered from the cache.
  await reveal(page, 'photo 1.jpg');
  await tile(page, 'photo 1.jpg').click();
  await page.keyboard.press('i');
  await expect(page.getByTestId('viewer-info')).toContainText('photo 1.jpg');
  await page.keyboard.press('Escape');

  await openActivity(page, 'caches');
  const before = {
    hits: await number(page, 'metadata-hits'),
    misses: await number(page, 'metadata-misses'),
    size: await page.getByTestId('activity-entry-metadata').count(),
  };
  expect(before.size).toBeGreaterThanOrEqual(1);
  await page.keyboard.press('Escape');
  await lookAt(page, 'photo 1.jpg');
  await openActivity(page, 'caches');
  await expect.poll(() => number(page, 'metadata-hits')).toBeGreaterThan(before.hits);
  const { misses } = before;
  const entries = page.getByTestId('activity-entry-metadata');
  await expect(entries.filter({ hasText: 'photo 1.jpg' })).toHaveCount(1);

  // An entry that was invalidated is read anew.
  await entries
    .filter({ hasText: 'photo 1.jpg' })
    .getByRole('button', { name: 'Invalidate this entry' })
    .click();
  await expect(entries.filter({ hasText: 'photo 1.jpg' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await lookAt(page, 'photo 1.jpg');
  await openActivity(page, 'caches');
  await expect.poll(() => number(page, 'metadata-misses')).toBeGreaterThan(misses);
  await page.getByTestId('activity-invalidate-all').click();
  await expect(page.getByTestId('activity-entry-metadata')).toHaveCount(0);

  // Every photo is one job that was done, the broken one is one that failed, with its reason.
  await page.getByTestId('activity-tab-work').click();
  await expect(shown(page, 'completed')).toHaveText(String(PHOTOS));
  await expect(shown(page, 'failed')).toHaveText('1');
  await expect(shown(page, 'pending')).toHaveText('0');
  const failure = page.getByTestId('activity-failure');
  await expect(failure).toHaveCount(1);
  await expect(failure).toContainText('broken one.jpg');
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(shown(page, 'failed')).toHaveText('2');

  // The workers shown are the processes there are; restarted, others take their places.
  const pids = () =>
    app.evaluate(({ app: electron }) =>
      electron
        .getAppMetrics()
        .filter(({ name }) => name === 'Home Gallery thumbnails')
        .map(({ pid }) => String(pid))
        .sort(),
    );
  const shownPids = () =>
    page.getByTestId('activity-worker').evaluateAll((rows) =>
      rows
        .map((row) => row.getAttribute('data-pid'))
        .filter((pid) => pid !== '')
        .sort(),
    );
  const old = await pids();
  expect(old.length).toBeGreaterThan(0);
  await expect.poll(shownPids).toEqual(old);
  await page.getByRole('button', { name: 'Restart workers' }).click();
  await expect.poll(async () => (await pids()).filter((pid) => old.includes(pid))).toEqual([]);

  // A change on the disk is counted, and the folder is watched.
  await page.getByTestId('activity-tab-folders').click();
  const root = page.getByTestId('activity-root');
  await expect(root).toContainText('Secret holiday');
  await expect(root).toContainText(String(PHOTOS + 1));
  await expect(root).toHaveAttribute('data-backend', 'inotify');
  writeFileSync(join(folder, 'later.jpg'), await jpeg({ width: 64, height: 48 }));
  await expect(root).toContainText(String(PHOTOS + 2));

  await page.getByTestId('activity-tab-processes').click();
  await expect(page.getByTestId('activity-process').filter({ hasText: 'Home Gallery library' })).toHaveCount(
    1,
  );
  await expect(shown(page, 'loop')).toContainText('ms');

  // The log is filtered by words and by level.
  await page.getByTestId('activity-tab-log').click();
  const lines = page.getByTestId('activity-log-line');
  await page.getByTestId('activity-log-filter').fill('cache initialised');
  await expect(lines.first()).toContainText('Cache initialised');
  await page.getByTestId('activity-log-filter').fill('');
  await page.getByTestId('activity-log-level').click();
  await page.getByRole('option', { name: 'WARNING' }).click();
  await expect(lines.first()).toContainText('WARNING');
  await expect(lines.filter({ hasText: ' INFO ' })).toHaveCount(0);

  // What is copied for whoever helps names nothing, unless it is asked to.
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  await page.getByTestId('activity-copy').click();
  await expect.poll(clipboard).toContain('Home Gallery diagnostics');
  const text = await clipboard();
  expect(text).toContain('<folder 1>: ready');
  for (const secret of ['holiday', 'broken one', 'photo 1', scratch]) expect(text).not.toContain(secret);
  await page.getByTestId('activity-with-paths').click();
  await page.getByTestId('activity-copy').click();
  await expect.poll(clipboard).toContain(`${folder}: ready`);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('activity')).toBeHidden();
});
