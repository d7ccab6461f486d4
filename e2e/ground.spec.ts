// What is transparent in a picture stands on a ground on which black and white are both seen, in both themes.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Locator } from '@playwright/test';
import sharp from 'sharp';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';

const SIZE = { width: 600, height: 400 } as const;
const GREY = 128;

/** A square in the middle of nothing. */
const square = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><path fill="${colour}" d="M200 100h200v200h-200z"/></svg>`;

/** How light it is in the middle and near a corner, from 0 to 255. */
async function lightOf(element: Locator): Promise<{ middle: number; corner: number }> {
  const { data, info } = await sharp(await element.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) =>
    data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels]!;
  return { middle: at(0.5, 0.5), corner: at(0.1, 0.8) };
}

const BLACK = square('#000');
const white = () =>
  sharp(Buffer.from(square('#fff')))
    .png()
    .toBuffer();

/** Waits until a picture has the light of its square in the middle, and the ground beside it. */
const seen = (element: Locator, light: number, what: string) =>
  expect
    .poll(
      async () => {
        const { middle, corner } = await lightOf(element);
        return Math.abs(middle - light) < 12 && Math.abs(corner - GREY) < 12;
      },
      { message: what },
    )
    .toBe(true);

const setTheme = (app: ElectronApplication, theme: 'dark' | 'light') =>
  app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);

test('black and white are seen where the rest is transparent', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Drawings');
  mkdirSync(folder);
  writeFileSync(join(folder, 'black.svg'), BLACK);
  writeFileSync(join(folder, 'white.png'), await white());
  const frames = await Promise.all(
    [0, 300].map((left) =>
      sharp({ create: { ...SIZE, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .composite([
          { input: { create: { width: 200, height: 200, channels: 4, background: '#000' } }, left, top: 100 },
        ])
        .png()
        .toBuffer(),
    ),
  );
  const moving = sharp(frames, { join: { animated: true } }).webp({ delay: 200, loop: 0, lossless: true });
  writeFileSync(join(folder, 'moving.webp'), await moving.toBuffer());
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(app, theme);
    for (const [name, light] of [
      ['black.svg', 0],
      ['white.png', 255],
    ] as const) {
      await expect(tile(page, name)).toHaveAttribute('data-state', 'ready');
      await seen(tile(page, name), light, `${name}, ${theme}`);
      await tile(page, name).click();
      await expect(page.getByTestId('viewer-image')).toBeVisible();
      await seen(page.getByTestId('viewer-image'), light, `${name} in the viewer, ${theme}`);
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('viewer')).toHaveCount(0);
      await page.mouse.move(0, 0);
    }
  }
  // What moves hides the picture that stands still below it.
  await tile(page, 'moving.webp').hover();
  const player = tile(page, 'moving.webp').getByTestId('tile-play');
  await expect(player).toHaveAttribute('data-loaded', 'true');
  await expect(player).toHaveCSS('background-color', `rgb(${GREY}, ${GREY}, ${GREY})`);
});

test('the same in the mosaic, on folders, and in the filmstrip', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Drawings');
  const drawings = [
    { of: 'Black', name: 'black.svg', bytes: BLACK, light: 0 },
    { of: 'White', name: 'white.png', bytes: await white(), light: 255 },
  ];
  for (const { of, name, bytes } of drawings) {
    mkdirSync(join(folder, of), { recursive: true });
    writeFileSync(join(folder, of, name), bytes);
  }
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  // Nothing changes places while it is looked at.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.mouse.move(0, 0);
  const folders = page.getByTestId('cover-flow').or(page.getByTestId('folder-cards'));
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(app, theme);
    await page.keyboard.press('ControlOrMeta+1');
    for (const { name, light } of drawings) {
      const cell = page.getByTestId('cell').and(page.getByTitle(name)).first();
      await seen(cell, light, `${name} in the mosaic, ${theme}`);
    }
    await page.keyboard.press('ControlOrMeta+3');
    for (const cards of [false, true]) {
      if (cards) await page.keyboard.press('ControlOrMeta+Shift+b');
      // In the flow the folder that is open stands before those in it.
      else await page.keyboard.press('Home');
      for (const { of, name, light } of drawings) {
        const card = folders.locator(`[data-name="${of}"]`);
        if (!cards) await page.keyboard.press('ArrowRight');
        const cover = cards ? card.locator('[data-ready]') : card;
        if (!cards) await expect(card).toHaveAttribute('data-middle', 'true');
        await seen(cover, light, `${name} on its ${cards ? 'card' : 'cover'}, ${theme}`);
      }
    }
    await page.keyboard.press('ControlOrMeta+Shift+b');
    await page.keyboard.press('ControlOrMeta+2');
    await byName(page);
    await tile(page, 'black.svg').click();
    await page.keyboard.press('b');
    for (const { name, light } of drawings) {
      const cell = page.getByTestId('filmstrip').locator(`[data-name="${name}"]`);
      await seen(cell, light, `${name} in the filmstrip, ${theme}`);
    }
    await page.keyboard.press('b');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
    await page.mouse.move(0, 0);
  }
});
