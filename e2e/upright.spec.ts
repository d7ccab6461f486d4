// Photos whose orientation the browser does not look for stand upright in the viewer, as they do in their tiles.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test, untilComplete } from './fixtures.js';
import { photo } from './media/index.js';

const FORMATS = ['webp', 'png', 'jpeg'] as const;
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Its proportions on the screen, and the colour of the middle of each quarter: bright channels are 1. */
async function seen(page: Page, picture: Locator): Promise<string> {
  const clip = await picture.boundingBox();
  if (clip === null) return 'not there';
  const png = await page.screenshot({ clip });
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const colours = [0.25, 0.75].flatMap((y) =>
    [0.25, 0.75].map((x) => {
      const at = (Math.round(info.height * y) * info.width + Math.round(info.width * x)) * info.channels;
      return [...data.subarray(at, at + 3)].map((value) => (value > 128 ? '1' : '0')).join('');
    }),
  );
  return `${(clip.width / clip.height).toFixed(1)} ${colours.join(' ')}`;
}

test('photos of every orientation stand upright in the viewer, in formats where the browser ignores it', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Turned');
  mkdirSync(folder);
  for (const format of FORMATS) {
    for (const orientation of ORIENTATIONS) {
      const bytes = await photo({ width: 300, height: 200, scene: 'quarters', format, orientation });
      writeFileSync(join(folder, `${format} ${orientation}.${format}`), bytes);
    }
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await page.getByTestId('tile').first().dblclick();
  const viewer = page.getByTestId('viewer');
  const picture = page.getByTestId('viewer-image');
  const found: Record<string, string> = {};
  for (let left = FORMATS.length * ORIENTATIONS.length; left > 0; left--) {
    const name = (await viewer.getAttribute('data-name'))!;
    await expect(picture).toHaveAttribute('aria-label', name);
    // It grows out of its tile.
    await expect.poll(async () => seen(page, picture)).toMatch(/^1\.5 100 /);
    found[name] = await seen(page, picture);
    if (left === 1) break;
    await page.keyboard.press('ArrowRight');
    await expect(viewer).not.toHaveAttribute('data-name', name);
  }
  expect(Object.keys(found)).toHaveLength(FORMATS.length * ORIENTATIONS.length);
  for (const [name, look] of Object.entries(found)) expect(look, name).toBe('1.5 100 010 001 110');
  // Turned in the view as well, it lies on its side.
  await page.keyboard.press('r');
  await expect.poll(async () => seen(page, picture)).toMatch(/^0\.7 001 100 /);
});
