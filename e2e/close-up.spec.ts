// A close look at what Chromium itself cannot show: at actual size every pixel of the file is one of the screen.

import { mkdirSync, readdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test, tile, untilComplete } from './fixtures.js';
import { canMakeHeic } from './media/index.js';
import { encodeHeic } from './media/heic.js';

const WIDTH = 4000;
const HEIGHT = 3000;

/** Black and white columns of one pixel: at any smaller size they are grey. */
function columns(): Buffer {
  const row = Buffer.from(Array.from({ length: WIDTH * 3 }, (_, i) => (Math.floor(i / 3) % 2) * 255));
  return Buffer.concat(Array<Buffer>(HEIGHT).fill(row));
}

/** How much neighbouring pixels in the middle of the screen differ, from 0 to 255. */
async function contrast(page: Page): Promise<number> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const clip = { x: Math.round(width / 2) - 30, y: Math.round(height / 2), width: 60, height: 1 };
  const { data, info } = await sharp(await page.screenshot({ clip }))
    .raw()
    .toBuffer({ resolveWithObject: true });
  let sum = 0;
  for (let x = 1; x < info.width; x++)
    sum += Math.abs(data[x * info.channels]! - data[(x - 1) * info.channels]!);
  return sum / (info.width - 1);
}

test('pixels of TIFF and HEIC are real at actual size', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Close');
  mkdirSync(folder);
  const data = columns();
  const raw = { raw: { width: WIDTH, height: HEIGHT, channels: 3 } } as const;
  const tiff = await sharp(data, raw).tiff({ compression: 'lzw' }).toBuffer();
  writeFileSync(join(folder, 'a.tiff'), tiff);
  // What a file contains counts, not what its name says; what follows the picture makes it another one.
  writeFileSync(join(folder, 'scan.jpg'), Buffer.concat([tiff, Buffer.from('scan')]));
  const spoilt = Buffer.concat([tiff, Buffer.from('spoilt')]);
  const spoiltPath = join(folder, 'spoilt.tiff');
  writeFileSync(spoiltPath, spoilt);
  utimesSync(spoiltPath, 1_700_000_000, 1_700_000_000);
  const names = ['a.tiff', 'scan.jpg'];
  if (await canMakeHeic()) {
    writeFileSync(join(folder, 'b.heic'), await encodeHeic({ data, width: WIDTH, height: HEIGHT }));
    names.push('b.heic');
  }
  const { page, userDataDir } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const picture = page.getByTestId('viewer-image');
  const pixels = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  for (const name of names) {
    await tile(page, name).click();
    // The first look needs no more than a screen has.
    await expect.poll(pixels).toBe(2560);
    await page.keyboard.press('z');
    await expect.poll(pixels).toBe(WIDTH);
    await expect.poll(() => picture.evaluate((image) => image.getBoundingClientRect().width)).toBe(WIDTH);
    await expect.poll(() => contrast(page), { message: name }).toBeGreaterThan(150);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
  }
  const stored = readdirSync(join(userDataDir, 'thumbnails'), { recursive: true, encoding: 'utf8' });
  expect(stored.filter((file) => file.endsWith('.picture'))).toHaveLength(names.length);

  // When not all pixels can be had, the viewer says so, and why.
  await tile(page, 'spoilt.tiff').click();
  await expect.poll(pixels).toBe(2560);
  const other = join(scratch, 'other');
  const broken = Buffer.alloc(spoilt.length);
  broken.write('II*\0\xff\xff\xff\x7f', 'latin1');
  writeFileSync(other, broken);
  utimesSync(other, 1_700_000_000, 1_700_000_000);
  renameSync(other, spoiltPath);
  await page.keyboard.press('z');
  const fewer = page.getByTestId('viewer-fewer');
  await expect(fewer).toHaveText(
    'This picture is shown with fewer pixels than it has. The picture is damaged.',
  );
});

test('leafing fast through what must be made first leaves only the last and its neighbours waiting', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Leaf');
  mkdirSync(folder);
  const picture = await sharp({ create: { width: 5000, height: 4000, channels: 3, background: '#357' } })
    .tiff({ compression: 'lzw' })
    .toBuffer();
  // What follows the picture does not count for a decoder, but makes the file another one.
  for (let i = 10; i < 40; i++) {
    writeFileSync(join(folder, `${i}.tiff`), Buffer.concat([picture, Buffer.from(`${i}`)]));
  }
  const { page } = await launch({ mediaDirs: [folder], args: ['--worker-threads=1'] });
  await untilComplete(page);
  await page.getByTestId('tile').first().click();
  for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
  // The small picture stands there, and says that the large one is coming.
  await expect(page.getByTestId('viewer-waiting')).toBeVisible();
  // Not in a while, when they have been made all the same.
  const waiting = await page.evaluate(async () => {
    const answer = await window.gallery.call('activity.snapshot');
    return answer.ok ? answer.value.pool.lanes.viewer : -1;
  });
  expect(waiting).toBeGreaterThanOrEqual(0);
  expect(waiting).toBeLessThanOrEqual(4);
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await expect(page.getByTestId('viewer-waiting')).toHaveCount(0);
});
