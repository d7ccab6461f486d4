// The Activity view tells what really happened: it is compared with what the test did.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const PHOTOS = 12;
/** Added while making thumbnails rests; more than a window shows and has near it. */
const MORE = 300;

const shown = (page: Page, key: string) => page.getByTestId(`activity-${key}`);
const number = async (page: Page, key: string) =>
  Number((await shown(page, key).textContent())?.replaceAll(/\D/g, ''));

async function openActivity(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+M');
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
  const caches = async () => ({
    hits: await number(page, 'metadata-hits'),
    misses: await number(page, 'metadata-misses'),
    listingHits: await number(page, 'directory-hits'),
    listingMisses: await number(page, 'directory-misses'),
  });
  const entries = page.getByTestId('activity-entry-metadata');
  const listings = page.getByTestId('activity-entry-directory');
  await expect(entries.filter({ hasText: 'photo 1.jpg' })).toHaveCount(1);
  await expect(listings).toHaveCount(1);
  // The numbers may be of a moment before the entries.
  await expect.poll(caches).toMatchObject({ misses: 1 });
  const before = await caches();
  await page.keyboard.press('Escape');
  await lookAt(page, 'photo 1.jpg');
  await openActivity(page, 'caches');
  // The viewer asks, and its panel.
  const twice = { ...before, hits: before.hits + 2 };
  await expect.poll(caches).toEqual(twice);

  // An entry that was invalidated is read anew.
  const one = entries.filter({ hasText: 'photo 1.jpg' });
  await one.getByRole('button', { name: 'Invalidate this entry' }).click();
  await expect(one).toHaveCount(0);
  await page.keyboard.press('Escape');
  await lookAt(page, 'photo 1.jpg');
  await openActivity(page, 'caches');
  // The file is read once, whether the second that asks comes while it is read or after.
  await expect.poll(caches).toMatchObject({ misses: 2, listingHits: before.listingHits });
  expect((await caches()).hits - twice.hits).toBeLessThanOrEqual(1);
  // With its folder go all details and the listing, which is read anew at once.
  await one.getByRole('button', { name: 'Invalidate its folder' }).click();
  await expect(entries).toHaveCount(0);
  const listingMisses = before.listingMisses + 1;
  await expect.poll(async () => (await caches()).listingMisses).toBe(listingMisses);
  await expect(listings).toHaveCount(1);
  await page.getByTestId('activity-invalidate-all').click();
  await expect.poll(async () => (await caches()).listingMisses).toBe(listingMisses + 1);
  await expect(listings).toHaveCount(1);
  // A window that asks again is answered from the cache.
  const { listingHits } = await caches();
  await page.reload();
  await untilComplete(page);
  await openActivity(page, 'caches');
  await expect.poll(caches).toMatchObject({ listingHits: listingHits + 1, listingMisses: listingMisses + 1 });

  // Every photo is one job that was done, the broken one is one that failed, with its reason.
  await page.getByTestId('activity-tab-work').click();
  await expect(shown(page, 'completed')).toHaveText(String(PHOTOS));
  await expect(shown(page, 'failed')).toHaveText('1');
  await expect(shown(page, 'pending')).toHaveText('0');
  await expect(shown(page, 'done')).toHaveText(`${PHOTOS} of ${PHOTOS + 1}`);
  for (const lane of ['viewer', 'visible', 'near', 'background'])
    await expect(shown(page, `lane-${lane}`)).toHaveText('0');
  const secondsOf = async (key: string) => parseFloat((await shown(page, key).textContent()) ?? '');
  expect(await secondsOf('median')).toBeGreaterThan(0);
  expect(await secondsOf('p95')).toBeGreaterThanOrEqual(await secondsOf('median'));
  await expect(shown(page, 'rate')).toHaveText(/^\d/);
  await expect(shown(page, 'store')).toHaveText(/^[1-9].*B.* 2 GB/);
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
  // It is known what each holds, which is how one that has grown is found: no process of its kind has less than 20 MB.
  const memory = () =>
    page
      .locator('[data-testid=activity-worker][data-state=ready]')
      .evaluateAll((rows) => rows.map((row) => row.children[4]?.textContent ?? ''));
  await expect.poll(memory).not.toEqual([]);
  for (const held of await memory()) {
    expect(held).toMatch(/^\d+(\.\d)? MB$/);
    expect(parseFloat(held)).toBeGreaterThan(20);
  }
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
  await expect(shown(page, 'index-files')).toHaveText(String(PHOTOS + 1));
  writeFileSync(join(folder, 'later.jpg'), await jpeg({ width: 64, height: 48 }));
  await expect(shown(page, 'files')).toHaveText(String(PHOTOS + 2));
  await expect(shown(page, 'last-change')).not.toHaveText('never');
  await expect(shown(page, 'index-files')).toHaveText(String(PHOTOS + 2));

  // While it rests, what nobody looks at waits and is counted; then it is made.
  await page.getByTestId('activity-tab-work').click();
  await expect(shown(page, 'completed')).toHaveText(String(PHOTOS + 1));
  await page.getByTestId('activity-pause').click();
  await expect(page.getByTestId('activity-pause')).toHaveText('Resume thumbnails');
  const same = await jpeg({ width: 96, height: 48, seed: 77 });
  for (let i = 0; i < MORE; i++) writeFileSync(join(folder, `more ${i}.jpg`), same);
  const all = PHOTOS + 2 + MORE;
  const work = async () => {
    const [done, total] = ((await shown(page, 'done').textContent()) ?? '').split(' of ').map(Number);
    const numbers = {
      pending: await number(page, 'pending'),
      background: await number(page, 'lane-background'),
    };
    return { ...numbers, total, waits: numbers.pending > 0, left: total! - done! - 1 };
  };
  await expect
    .poll(async () => {
      const { pending, background, total, waits, left } = await work();
      return { total, waits, inBackground: background === pending, allThatIsLeft: pending === left };
    })
    .toEqual({ total: all, waits: true, inBackground: true, allThatIsLeft: true });
  await page.getByTestId('activity-pause').click();
  await expect(shown(page, 'done')).toHaveText(`${all - 1} of ${all}`);
  await expect(shown(page, 'pending')).toHaveText('0');
  await expect(shown(page, 'completed')).toHaveText(String(all - 1));
  await expect(shown(page, 'recognised')).toHaveText(/[1-9]/);

  await page.getByTestId('activity-tab-processes').click();
  for (const name of ['Main', 'Window', 'Library'])
    await expect(
      page.getByTestId('activity-process').filter({ hasText: new RegExp(`^${name}`) }),
    ).toHaveCount(1);
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
