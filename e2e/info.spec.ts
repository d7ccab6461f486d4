// The info panel: the histogram, the place on a map, coordinates to copy; a slideshow keeps the display on.

import { byName, expect, reveal, test, untilComplete } from './fixtures.js';

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
