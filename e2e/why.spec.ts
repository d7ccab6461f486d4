// A person finds out why a thumbnail is missing, by what the app itself shows: at the tile, behind the number of problems, in
// the Activity view. A file that is damaged, one that is left alone, work that is paused, workers that are switched off.
// (A disk that is full and a folder that is read-only: storage-trouble.spec.ts.)

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { menuItem } from './commands.js';
import { expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg, photo } from './media/index.js';

const DAMAGED = 'Damaged file: The file is empty.';
const ALONE = 'Reading this file ended its process twice, so it is left alone.';

const openActivity = async (page: Page) => {
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await page.getByTestId('activity-tab-work').click();
};
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const aboutIn = (page: Page) => page.getByTestId('activity-about');

test('why a thumbnail is missing: damaged, left alone, paused', async ({ launch, scratch, folder }) => {
  test.skip(process.platform === 'win32', 'The program that hangs is a shell script.');
  const hanging = join(scratch, 'hanging-ffmpeg');
  const started = join(scratch, 'started');
  const asked = '[ "$2" = -version ] && echo "ffmpeg version none" && exit';
  writeFileSync(hanging, `#!/bin/sh\n${asked}\necho $$ >> '${started}'\nexec sleep 100\n`, { mode: 0o755 });
  const programs = () => readFileSync(started, 'utf8').trim().split('\n').map(Number);
  const few = join(scratch, 'Few');
  mkdirSync(few);
  writeFileSync(join(few, 'good.jpg'), await jpeg({ width: 300, height: 200 }));
  writeFileSync(join(few, 'empty.jpg'), '');
  copyFileSync(join(folder, 'films/clip with sound.mp4'), join(few, 'film.mp4'));
  const args = [`--ffmpeg=${hanging}`, '--worker-threads=1'];
  const { app, page } = await launch({ mediaDirs: [few], args });

  // Whatever reads the film ends, twice.
  await openActivity(page);
  const reading = page.getByTestId('activity-worker').filter({ hasText: 'film.mp4' });
  const killed: number[] = [];
  while (killed.length < 2) {
    await expect
      .poll(async () => {
        const [pid = 0] = await reading.evaluateAll((rows) => rows.map((row) => Number(row.dataset['pid'])));
        return pid > 0 && !killed.includes(pid) && existsSync(started) && programs().length > killed.length;
      })
      .toBe(true);
    const pid = Number(await reading.getAttribute('data-pid'));
    process.kill(pid, 'SIGKILL');
    killed.push(pid);
  }
  await untilComplete(page);
  // What they had started to read it has ended with them, although it writes nothing that could fail.
  expect(programs()).toHaveLength(2);
  await expect.poll(() => programs().filter(isAlive)).toEqual([]);

  // The Activity view tells how many there are not, and which, and why.
  await expect(aboutIn(page)).toContainText('All but 2 are made; the problems tell why.');
  const failures = page.getByTestId('activity-failure');
  await expect(failures).toHaveCount(2);
  await expect(failures.filter({ hasText: 'film.mp4' })).toContainText(`Left alone: ${ALONE}`);
  await expect(failures.filter({ hasText: 'empty.jpg' })).toContainText(DAMAGED);
  await page.screenshot({ path: 'test-results/screens/why-activity.png' });
  await page.keyboard.press('Escape');

  // The tiles say it in a word, and in a sentence to the pointer and to screen readers.
  for (const [name, word, sentence] of [
    ['empty.jpg', 'Damaged file', DAMAGED],
    ['film.mp4', 'Left alone', `Left alone: ${ALONE}`],
  ] as const) {
    const one = await reveal(page, name);
    await expect(one).toContainText(word);
    await one.hover();
    await expect(one).toHaveAttribute('title', sentence);
    // What stands in the tile first, the rest of the sentence at the end.
    const rest = sentence.slice(sentence.indexOf(': ') + 2);
    await expect(one).toHaveAccessibleName(new RegExp(`^${name}, ${word}, .*, ${rest.replace('.', '\\.')}$`));
  }
  await tile(page, 'good.jpg').hover();
  await expect(tile(page, 'good.jpg')).not.toHaveAttribute('title');

  // With the smallest pictures no sign covers the words; where there is one below as well, the name is what stays.
  const look = (name: string) =>
    tile(page, name).evaluate((element) => {
      const boxes = (which: string) =>
        [...element.querySelectorAll(which)]
          .map((one) => one.getBoundingClientRect())
          .filter(({ width }) => width > 0);
      const words = boxes('[data-testid="tile-label"] > div');
      const signs = boxes(':scope > span');
      const covered = words.some((word) =>
        signs.some(
          ({ left, right, top, bottom }) =>
            left < word.right && word.left < right && top < word.bottom && word.top < bottom,
        ),
      );
      return { words: words.length, signs: signs.length, covered };
    });
  for (let i = 0; i < 4; i++) await page.keyboard.press('ControlOrMeta+Minus');
  for (const name of ['empty.jpg', 'film.mp4']) {
    await tile(page, name).focus();
    for (const key of ['x', 'f']) await page.keyboard.press(key);
    await expect.poll(() => look(name), name).toEqual({ words: 2, signs: 2, covered: false });
    await page.keyboard.press('3');
    await expect.poll(() => look(name), name).toEqual({ words: 1, signs: 3, covered: false });
    await page.keyboard.press('f');
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('ControlOrMeta+0');

  // So does the number of problems.
  await page.keyboard.press('ControlOrMeta+Shift+P');
  const lines = page.getByTestId('problem');
  await expect(lines.filter({ hasText: 'film.mp4' })).toContainText(ALONE);
  await expect(lines.filter({ hasText: 'empty.jpg' })).toContainText('The file is empty.');
  await page.keyboard.press('Escape');

  // Paused: what nobody looks at stays without one. The status line says so, and more when it is clicked.
  await openActivity(page);
  await page.getByTestId('activity-pause').click();
  await expect(page.getByTestId('activity-pause')).toHaveText('Resume thumbnails');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('activity')).toHaveCount(0);
  // The key turns what the window knows, which the menu shows: where all is made, the line below says nothing of it.
  await expect.poll(() => menuItem(app, 'pauseThumbnails')).toMatchObject({ checked: true });
  await page.keyboard.press('ControlOrMeta+Shift+Y');
  await expect.poll(() => menuItem(app, 'pauseThumbnails')).toMatchObject({ checked: false });
  await page.keyboard.press('ControlOrMeta+Shift+Y');
  await page.keyboard.press('ControlOrMeta+4');
  await expect(tile(page, 'good.jpg')).toHaveCount(0);
  writeFileSync(join(few, 'later.jpg'), await jpeg({ width: 310, height: 200, seed: 5 }));
  const button = page.getByTestId('thumbnails-button');
  await expect(button).toHaveText('thumbnails 1 / 4, paused');
  await button.click();
  await expect(page.getByTestId('storage')).toContainText('Paused: they are made as you look at pictures.');
  await page.keyboard.press('Escape');
  await openActivity(page);
  await expect(aboutIn(page)).toHaveText('Paused: they are made as you look at pictures.');
  await page.keyboard.press('Escape');
  // And so it is.
  await page.keyboard.press('ControlOrMeta+2');
  await expect(tile(page, 'later.jpg')).toHaveAttribute('data-state', 'ready');
});

test('why a thumbnail is missing: workers are switched off', async ({ launch, scratch }) => {
  const few = join(scratch, 'Few');
  mkdirSync(few);
  writeFileSync(join(few, 'scan.tif'), await photo({ width: 90, height: 60, format: 'tiff' }));
  const { page } = await launch({ mediaDirs: [few], args: ['--no-worker'] });
  const why = 'The workers that make them are switched off. Photos are shown from their own files.';
  const scan = tile(page, 'scan.tif');
  await expect(scan).toHaveAttribute('data-state', 'none');
  await scan.hover();
  await expect(scan).toHaveAttribute('title', why);
  await page.getByTestId('thumbnails-button').click();
  await expect(page.getByTestId('storage')).toContainText(why);
  await page.keyboard.press('Escape');
  await openActivity(page);
  await expect(aboutIn(page)).toHaveText(why);
  await expect(page.getByTestId('activity')).toContainText('The workers are switched off.');
  await page.keyboard.press('Escape');
  // By whom, and where to change it.
  await page.keyboard.press('ControlOrMeta+,');
  const option = page.getByTestId('option-workers');
  await expect(option).toContainText('No thumbnails are made; photos are shown from their own files.');
  await expect(option).toContainText('Set by --no-worker for this run');
});
