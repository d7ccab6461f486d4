// The info panel: the histogram, the place on a map, coordinates to copy; a slideshow keeps the display on.

import { mkdirSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { byName, expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { jpeg, video } from './media/index.js';

/** All facts in the panel: what each is called, and what it says. */
const factsIn = (info: Locator) =>
  info
    .locator('[data-fact]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((fact) => [fact.querySelector('dt')!.textContent, fact.querySelector('dd')!.textContent]),
      ),
    );

test('every fact that is known of a photo and of a video', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  mkdirSync(join(folder, 'Alps/2021'), { recursive: true });
  const [photo, moving, film] = ['IMG_7.jpg', 'IMG_7.mov', 'walk.mp4'].map((name) =>
    join(folder, 'Alps/2021', name),
  ) as [string, string, string];
  writeFileSync(
    photo,
    await jpeg({
      ...{ width: 640, height: 480, orientation: 6, rating: 4 },
      ...{ taken: '2021-06-14T10:31:00', offset: '+02:00', gps: [46.55, -7.98], altitude: 2061 },
      camera: { make: 'Lumen', model: 'M3', lens: 'Lumen 24-70mm F2.8' },
    }),
  );
  await video(moving, { width: 64, height: 48, seconds: 1, rate: 5, scene: 'counter', audio: false });
  const taken = '2021-06-15T08:00:00';
  await video(film, { width: 180, height: 320, seconds: 2, rate: 5, scene: 'counter', turned: true, taken });
  // What follows a picture or a film in its file is none of it.
  for (const [path, bytes] of [
    [photo, 234_000],
    [film, 1_500_000],
  ] as const) {
    expect(statSync(path).size).toBeLessThan(bytes);
    truncateSync(path, bytes);
    utimesSync(path, new Date('2022-07-20T12:00:00Z'), new Date('2022-07-20T12:00:00Z'));
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const info = page.getByTestId('viewer-info');
  const day = (words: string) =>
    expect.stringMatching(new RegExp(`^(?=.*\\b20\\b)(?=.*July).*2022.*${words}$`));
  const now = expect.stringMatching(/\b20\d\d\b/);
  await tile(page, 'IMG_7.jpg').click();
  await page.keyboard.press('i');
  await expect
    .poll(() => factsIn(info))
    .toEqual({
      Name: 'IMG_7.jpg',
      Folder: 'Pictures/Alps/2021',
      Kind: 'JPG photo',
      Dimensions: '640 × 480, 0.3 MP',
      Size: '234 kB',
      Taken: expect.stringMatching(/14.*2021.*10:31.*, UTC\+02:00, from the camera$/),
      Modified: day(''),
      Added: now,
      Camera: 'Lumen M3',
      Lens: 'Lumen 24-70mm F2.8',
      Settings: '1/250 s, f/2.8, ISO 200, 35 mm',
      Place: '46.55000° N, 7.98000° W, 2,061 m',
      Rating: '4 of 5',
      Orientation: 'Turned right',
      'Moving picture': 'Live Photo',
    });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await tile(page, 'walk.mp4').click();
  await expect
    .poll(() => factsIn(info))
    .toEqual({
      Name: 'walk.mp4',
      Folder: 'Pictures/Alps/2021',
      Kind: 'MP4 video',
      Dimensions: '180 × 320',
      Duration: '0:02',
      Size: '1.5 MB',
      Taken: expect.stringMatching(/15.*2021.*, from the video$/),
      Modified: day(''),
      Added: now,
      Orientation: 'Turned right',
      Codecs: 'avc, aac',
    });
});

test('histogram, map, coordinates, and a display that stays on', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await app.evaluate(({ powerSaveBlocker, clipboard }) => {
    const noted = { awake: [] as string[], copied: '' };
    Object.assign(globalThis, { noted });
    powerSaveBlocker.start = (type) => noted.awake.push(type);
    powerSaveBlocker.stop = () => {
      noted.awake.push('over');
      return true;
    };
    clipboard.writeText = (text) => {
      noted.copied = text;
      return Promise.resolve();
    };
  });
  const noted = () =>
    app.evaluate(() => (globalThis as unknown as { noted: { awake: string[]; copied: string } }).noted);
  await untilComplete(page);
  await byName(page);
  // Taken in Nimes, at 43.84, 4.36.
  await (await reveal(page, 'rue.jpg')).click();
  // The buttons of the bar stay under the pointer while the panel comes and goes.
  const bar = page.getByTestId('viewer-close').locator('..').getByRole('button');
  const places = () =>
    bar.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
  const info = page.getByTestId('viewer-info');
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  const before = await places();
  for (const count of [1, 0, 1]) {
    await page.getByTestId('viewer-info-button').click();
    await expect(info).toHaveCount(count);
    expect(await places()).toEqual(before);
  }
  // Nor does one stand over the other.
  const { bottom } = before[0]!;
  expect((await info.boundingBox())!.y).toBeGreaterThanOrEqual(bottom);
  const histogram = info.getByTestId('histogram');
  await expect(histogram.locator('path')).toHaveCount(4);
  const luma = await histogram.locator('path').last().getAttribute('d');
  expect(new Set(luma!.split('L')).size).toBeGreaterThan(50);

  const map = info.getByTestId('place-map');
  await expect(map.locator('path').first()).toBeAttached();
  const spot = () =>
    map.evaluate((figure) => {
      const sea = figure.firstElementChild!.getBoundingClientRect();
      const { x, y, width, height } = figure.querySelector('span')!.getBoundingClientRect();
      return [(x + width / 2 - sea.x) / sea.width, (y + height / 2 - sea.y) / sea.height];
    });
  expect((await spot()).map((share) => share.toFixed(2))).toEqual(['0.50', '0.50']);
  await info.getByTestId('map-zoom').click();
  expect((await spot()).map((share) => share.toFixed(2))).toEqual(['0.51', '0.26']);
  await info.getByTestId('copy-place').click();
  await expect.poll(async () => (await noted()).copied).toBe('43.840000, 4.360000');
  await expect(info.locator('[data-fact="taken"] dd')).toHaveText(/from the camera$/);
  await expect(info.locator('[data-fact="added"] dd')).toHaveText(/\b20\d\d\b/);
  await expect(info.locator('[data-fact="dimensions"] dd')).toHaveText(/800 × 600, 0\.5 MP/);

  // The photo after it by name, scan.tiff, has no place: no map, and its own histogram.
  await page.keyboard.press('ArrowRight');
  await expect(map).toHaveCount(0);
  await expect(histogram.locator('path').last()).not.toHaveAttribute('d', luma!);
  await page.keyboard.press('s');
  await expect.poll(async () => (await noted()).awake).toEqual(['prevent-display-sleep']);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await noted()).awake).toEqual(['prevent-display-sleep', 'over']);
});
