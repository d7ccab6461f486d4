// Settings of which no other journey sees what they do: each is changed in the dialog by mouse or keyboard, and its effect is looked
// at, after another start where it waits for one.

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { OPTIONS, type OptionName } from '../electron/shared/options.js';
import { answerDialog, expect, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const PHOTOS = 4;

const option = (page: Page, name: OptionName): Locator => page.getByTestId(`option-${name}`);

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByTestId('settings')).toBeVisible();
}

async function openActivity(page: Page, tab: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId(`activity-tab-${tab}`).click();
}

async function closeDialog(page: Page, dialog: 'settings' | 'activity'): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByTestId(dialog)).toHaveCount(0);
}

async function type(page: Page, name: OptionName, value: number): Promise<void> {
  const field = option(page, name).getByRole('textbox');
  await field.fill(String(value));
  await field.press('Enter');
}

async function choose(page: Page, name: OptionName, choice: string): Promise<void> {
  await option(page, name).getByRole('combobox').click();
  await page.getByRole('option', { name: choice, exact: true }).click();
  // The list is gone before anything else is clicked.
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(option(page, name).getByRole('combobox')).toHaveText(choice);
}

/** Names of all thumbnails in a folder. */
const stored = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.webp'))
        .sort()
    : [];

test('caches, workers, thumbnails and log follow what is chosen', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(folder);
  const add = async (name: string, seed: number) =>
    writeFileSync(join(folder, name), await jpeg({ width: 120, height: 80, seed }));
  for (let i = 0; i < PHOTOS; i++) await add(`${i}.jpg`, i);
  const [usual, chosen] = [join(scratch, 'user'), join(scratch, 'chosen')];
  const thumbnails = { usual: join(usual, 'thumbnails'), chosen: join(chosen, 'pictures') };
  const logs = { usual: join(usual, 'logs'), chosen: join(chosen, 'log') };
  for (const made of [thumbnails.chosen, logs.chosen]) mkdirSync(made, { recursive: true });
  const logIn = (where: string) => readFileSync(join(where, 'home-gallery.log'), 'utf8');

  const first = await launch({ mediaDirs: [folder] });
  const { app, page } = first;
  await untilComplete(page);
  await openActivity(page, 'work');
  const workers = page.getByTestId('activity-worker');
  const store = page.getByTestId('activity-store');
  await expect(workers).toHaveCount(2);
  await expect(store).toContainText('of 2 GB');
  await page.getByTestId('activity-tab-caches').click();
  await expect(page.getByTestId('activity-directory-ttl')).toHaveText('5 min');
  await closeDialog(page, 'activity');

  // At once: how long the caches are trusted, and how much thumbnails may take.
  await openSettings(page);
  // Stepping by keys goes on: the field keeps the focus while what it says is taken over.
  const ttl = option(page, 'cacheTtl').getByRole('textbox');
  await ttl.focus();
  for (const step of [1, 2, 3]) {
    await page.keyboard.press('ArrowUp');
    await expect(ttl).toHaveValue(String(300 + step * OPTIONS.cacheTtl.type.step));
    await expect(option(page, 'cacheTtl')).toContainText('Chosen here');
  }
  await expect(ttl).toBeFocused();
  await type(page, 'cacheTtl', 25);
  await expect(option(page, 'cacheTtl')).toContainText('Chosen here');
  await option(page, 'thumbnailSpace').getByRole('button', { name: 'Less' }).click();
  await expect(option(page, 'thumbnailSpace').getByRole('textbox')).toHaveValue('1,500');
  await expect(page.getByTestId('settings')).toContainText('of 1.5 GB used');
  await closeDialog(page, 'settings');
  await openActivity(page, 'caches');
  await expect(page.getByTestId('activity-directory-ttl')).toHaveText('25 s');
  await expect(page.getByTestId('activity-metadata-ttl')).toHaveText('50 s');
  await page.getByTestId('activity-tab-work').click();
  await expect(store).toContainText('of 1.5 GB');
  await closeDialog(page, 'activity');

  // Without a log file nothing is written, and with one again what happens from then on.
  await openSettings(page);
  const keep = option(page, 'logToFile');
  await keep.getByRole('switch').click();
  await expect(keep).toContainText('No log file is written');
  await add('in silence.jpg', 10);
  await expect(tile(page, 'in silence.jpg')).toHaveAttribute('data-state', 'ready');
  await keep.getByRole('switch').focus();
  await page.keyboard.press('Space');
  await expect(keep).toContainText('Writes messages to a log file');
  await add('told.jpg', 11);
  await expect.poll(() => logIn(logs.usual)).toMatch(/told\.jpg done in /);
  await expect(tile(page, 'told.jpg')).toHaveAttribute('data-state', 'ready');
  expect(logIn(logs.usual)).toMatch(/0\.jpg done in /);
  expect(logIn(logs.usual)).not.toContain('in silence.jpg');

  // After a restart: the folders, and how many processes there are. Until then all stays where it was.
  for (const [name, path] of [
    ['thumbnailDir', thumbnails.chosen],
    ['logDir', logs.chosen],
  ] as const) {
    await expect(option(page, name)).toContainText('In the folder of the app');
    await answerDialog(app, [path]);
    await option(page, name).getByRole('button', { name: 'Choose…' }).click();
    await expect(option(page, name)).toContainText(path);
    await expect(option(page, name)).toContainText('Chosen here, after a restart');
  }
  await type(page, 'workerThreads', 3);
  await expect(option(page, 'workerThreads')).toContainText('Chosen here, after a restart');
  await closeDialog(page, 'settings');
  await openActivity(page, 'work');
  await expect(workers).toHaveCount(2);
  await first.close();
  const before = { log: logIn(logs.usual), pictures: stored(thumbnails.usual) };
  expect(before.pictures).toHaveLength(PHOTOS + 2);
  expect([readdirSync(logs.chosen), stored(thumbnails.chosen)]).toEqual([[], []]);

  const second = await launch();
  await untilComplete(second.page);
  expect(stored(thumbnails.chosen)).toHaveLength(PHOTOS + 2);
  await expect.poll(() => logIn(logs.chosen)).toContain('listings live 25 s, metadata 50 s');
  await openActivity(second.page, 'work');
  await expect(second.page.getByTestId('activity-worker')).toHaveCount(3);
  await expect(second.page.getByTestId('activity-store')).toContainText('of 1.5 GB');
  await closeDialog(second.page, 'activity');
  await openSettings(second.page);
  for (const name of ['thumbnailDir', 'logDir', 'workerThreads'] as const) {
    await expect(option(second.page, name)).toContainText('Chosen here');
    await expect(option(second.page, name)).not.toContainText('after a restart');
  }
  // No thumbnails are to be made from the next start on.
  const making = option(second.page, 'workers');
  await making.getByRole('switch').click();
  await expect(making).toContainText('No thumbnails are made; photos are shown from their own files.');
  await expect(making).toContainText('Chosen here, after a restart');
  await second.close();
  // What lay in the usual places was not touched.
  expect({ log: logIn(logs.usual), pictures: stored(thumbnails.usual) }).toEqual(before);

  await add('unmade.jpg', 12);
  const third = await launch();
  const unmade = tile(third.page, 'unmade.jpg');
  await expect(unmade).toHaveAttribute('data-state', 'ready');
  await expect(unmade.locator('img').last()).toHaveAttribute('src', /^media:/);
  await expect(tile(third.page, '0.jpg').locator('img').last()).toHaveAttribute('src', /^thumb:/);
  await openActivity(third.page, 'work');
  await expect(third.page.getByTestId('activity')).toContainText('The workers are switched off.');
  await expect(third.page.getByTestId('activity-worker')).toHaveCount(0);
  expect(stored(thumbnails.chosen)).toHaveLength(PHOTOS + 2);
});

test('what a tile shows until its picture is there', async ({ launch, scratch, folder }) => {
  test.skip(process.platform === 'win32', 'The program that hangs is a shell script.');
  const films = join(scratch, 'Films');
  mkdirSync(films);
  // A box that players pass over makes each a content of its own.
  const film = readFileSync(join(folder, 'films/clip with sound.mp4'));
  for (const name of 'abcd')
    writeFileSync(
      join(films, `${name}.mp4`),
      Buffer.concat([film, Buffer.from(`\0\0\0\x0dfree${name}    `)]),
    );
  const first = await launch({ mediaDirs: [films] });
  await untilComplete(first.page);
  await first.close();
  const thumbnails = join(scratch, 'user/thumbnails');
  expect(stored(thumbnails)).toHaveLength(4);
  for (const name of stored(thumbnails)) rmSync(join(thumbnails, name));

  // Their colours are known, and their pictures do not come: one worker waits for the first film, the others wait for it.
  const hanging = join(scratch, 'hanging-ffmpeg');
  const asked = '[ "$2" = -version ] && echo "ffmpeg version none" && exit';
  writeFileSync(hanging, `#!/bin/sh\n${asked}\nexec sleep 100\n`, { mode: 0o755 });
  const args = [`--ffmpeg=${hanging}`, '--worker-threads=1'];
  const { page, close } = await launch({ args });
  /** How tiles look that wait; the first of them is given up after half a minute. */
  const looks = (where: Page) =>
    where.locator('[data-testid="tile"][data-state="pending"]').evaluateAll((tiles) => [
      ...new Set(
        tiles.map((one) => {
          const label = one.querySelector<HTMLElement>('[data-testid="tile-label"]');
          const name =
            label === null
              ? 'no name'
              : label.textContent === (one as HTMLElement).dataset['name']
                ? 'name'
                : '?';
          return `${name}, ${(one as HTMLElement).style.backgroundImage === '' ? 'no colours' : 'colours'}`;
        }),
      ),
    ]);
  await expect.poll(() => looks(page)).toEqual(['no name, colours']);
  await openSettings(page);
  await choose(page, 'placeholder', 'Its name');
  await expect.poll(() => looks(page)).toEqual(['name, no colours']);
  await choose(page, 'placeholder', 'Nothing');
  await expect.poll(() => looks(page)).toEqual(['no name, no colours']);
  await choose(page, 'placeholder', 'Its picture, blurred');
  await expect.poll(() => looks(page)).toEqual(['no name, colours']);
  await choose(page, 'placeholder', 'Its name');
  await expect.poll(() => looks(page)).toEqual(['name, no colours']);
  await close();

  // It is kept.
  const again = await launch({ args });
  await expect.poll(() => looks(again.page)).toEqual(['name, no colours']);
});
