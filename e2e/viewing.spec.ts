// Looking on in the viewer: a photo is turned, the filmstrip leads on, a slideshow runs, a long video goes on where it was left.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { byName, expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { video } from './media/videos.js';

const shown = (page: Page) => page.getByTestId('viewer').getAttribute('data-name');

/** Width of the picture on screen for each pixel of its height. */
const proportions = (page: Page) =>
  page.getByTestId('viewer-image').evaluate((element) => {
    const { width, height } = element.getBoundingClientRect();
    return width / height;
  });

test('turn, filmstrip, slideshow, and a long video', async ({ launch, folder, manifest }) => {
  await video(join(folder, 'long.mp4'), {
    scene: 'counter',
    seconds: 90,
    rate: 1,
    width: 64,
    height: 36,
    audio: false,
  });
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const wide = manifest.files.find(
    ({ path, shown: is, damaged, width, height }) =>
      is && !damaged && path.endsWith('.jpg') && width > height * 1.2,
  )!;
  const upright = wide.width / wide.height;
  await (await reveal(page, wide.path.split('/').pop()!)).click();
  await expect.poll(() => proportions(page)).toBeCloseTo(upright, 1);
  await page.keyboard.press('r');
  await expect.poll(() => proportions(page)).toBeCloseTo(1 / upright, 1);
  await page.keyboard.press('Shift+R');
  await expect.poll(() => proportions(page)).toBeCloseTo(upright, 1);
  await page.getByTestId('viewer-rotate').click();

  await page.keyboard.press('b');
  const strip = page.getByTestId('filmstrip');
  const current = strip.locator('[aria-current="true"]');
  await expect(current).toHaveAttribute('data-name', (await shown(page))!);
  const following = strip.locator('[aria-current="true"] + button');
  const name = (await following.getAttribute('data-name'))!;
  await following.click();
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', name);
  await expect(current).toHaveAttribute('data-name', name);
  // The keys still work after the click, and the photo is still turned.
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => proportions(page)).toBeCloseTo(1 / upright, 1);

  await page.getByTestId('viewer-show-options').click();
  await page.getByRole('menuitemradio', { name: '3 s' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  // What was clicked keeps neither the keys nor the controls.
  await expect(page.getByTestId('viewer')).toBeFocused();
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  await page.mouse.move(width / 2, height / 2);
  await expect(page.getByRole('banner').filter({ has: page.getByTestId('viewer-show') })).toHaveCSS(
    'opacity',
    '0',
  );
  const before = (await shown(page))!;
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  await expect(strip).toHaveCount(0);
  const fillsScreen = () => page.evaluate(() => document.fullscreenElement !== null);
  await expect.poll(fillsScreen).toBe(true);
  await expect(page.getByTestId('viewer')).not.toHaveAttribute('data-name', before);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
  await expect.poll(fillsScreen).toBe(false);
  // Not on its way out either.
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-open', '');
  await expect(strip).toHaveCount(1);
  // Its cross leaves the slideshow first, as Esc does.
  await page.keyboard.press('s');
  await expect.poll(fillsScreen).toBe(true);
  await page.mouse.move(width / 2, height / 3);
  await page.getByRole('button', { name: 'Leave the slideshow' }).click();
  await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
  await expect.poll(fillsScreen).toBe(false);
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-open', '');
  // What is said while the viewer is open can be read and closed there, and the keys stay with the picture.
  await page.keyboard.press('ControlOrMeta+Shift+c');
  const notice = page.getByTestId('notice').filter({ hasText: 'Path copied' });
  await notice.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByTestId('viewer')).toBeFocused();
  const stayed = (await shown(page))!;
  await page.keyboard.press('Escape');
  await expect(tile(page, stayed)).toBeFocused();

  const long = page.getByTestId('viewer-video');
  const state = () =>
    long.evaluate(({ currentTime, playbackRate, muted, loop, readyState }: HTMLVideoElement) => ({
      ...{ late: currentTime >= 25, playbackRate, muted, loop, ready: readyState > 0 },
    }));
  await (await reveal(page, 'long.mp4')).click();
  await expect.poll(async () => (await state()).ready).toBe(true);
  for (const key of ['l', 'l', 'l', 'm', 'o', '>']) await page.keyboard.press(key);
  const kept = { late: true, playbackRate: 1.25, muted: true, loop: true, ready: true };
  await expect.poll(state).toEqual(kept);
  await expect(page.getByTestId('viewer-speed')).toHaveText(/^1\D25×$/);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await (await reveal(page, 'long.mp4')).click();
  await expect.poll(state).toEqual(kept);

  // A slideshow that passes by leaves the place as it is.
  const place = () =>
    page.evaluate(() => {
      const all = JSON.parse(localStorage.getItem('home-gallery.positions') ?? '[]') as [string, number][];
      return all.find(([path]) => path.endsWith('long.mp4'))?.[1];
    });
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  const left = (await place())!;
  for (const key of ['l', 'l', 'k']) await page.keyboard.press(key);
  await expect
    .poll(() => long.evaluate((element: HTMLVideoElement) => element.paused && element.currentTime > 40))
    .toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('viewer')).not.toHaveAttribute('data-name', 'long.mp4');
  expect([left >= 25, await place()]).toEqual([true, left]);
});

test('a slideshow of one video plays it again, and goes on when another file comes', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'One');
  mkdirSync(folder);
  const scene = { scene: 'counter', rate: 5, width: 64, height: 36, audio: false } as const;
  await video(join(folder, 'one.mp4'), { ...scene, seconds: 1 });
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await (await reveal(page, 'one.mp4')).click();
  const film = page.getByTestId('viewer-video');
  await expect(film).toHaveJSProperty('loop', false);
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  // It comes to its end, and begins again.
  await film.evaluate(
    (element: HTMLVideoElement) =>
      new Promise<void>((resolve) => {
        let last = 0;
        element.addEventListener('timeupdate', () => {
          if (element.currentTime < last) resolve();
          last = element.currentTime;
        });
      }),
  );
  writeFileSync(join(folder, 'two.jpg'), await jpeg({ width: 120, height: 80 }));
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', 'two.jpg', { timeout: 20_000 });
});
