// Commands of the viewer, of photos and of videos, each by its key and, where it is there, in the menu of the application and in that
// of the file.

import { join } from 'node:path';
import type { CommandId } from '../renderer/commands/table.js';
import {
  keyOf,
  leaveMenus,
  lineIn,
  makeLibraryFor,
  menuItem,
  openInViewer,
  waysInViewer,
} from './commands.js';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';

test('leafing, zoom, turns, info with its map, filmstrip and the moving half', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const viewer = page.getByTestId('viewer');
  const press = (id: CommandId) => page.keyboard.press(keyOf(id));
  await tile(page, 'rome.jpg').click();
  await expect(viewer).toHaveAttribute('data-name', 'rome.jpg');
  for (const [id, name] of [
    ['viewFirst', 'a again.jpg'],
    ['next', 'a.jpg'],
    ['previous', 'a again.jpg'],
    ['viewLast', 'walk.mp4'],
    ['viewFirst', 'a again.jpg'],
  ] as const) {
    await press(id);
    await expect(viewer, id).toHaveAttribute('data-name', name);
  }
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);

  await tile(page, 'live.jpg').click();
  const image = page.getByTestId('viewer-image');
  await expect(image).toBeVisible();
  const isUpright = async () => {
    const box = await image.boundingBox();
    return box && box.height > box.width;
  };
  const stage = page.locator('[data-fit][data-dragging]');
  for (const [way, give] of waysInViewer(app, page)) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    await expect(stage).toHaveAttribute('data-fit', 'true');
    await give('zoomIn');
    await expect(stage, say('zoomIn')).toHaveAttribute('data-fit', 'false');
    await give('zoomOut');
    await expect(stage, say('zoomOut')).toHaveAttribute('data-fit', 'true');
    await give('turnRight');
    await expect.poll(isUpright, say('turnRight')).toBe(true);
    await give('turnLeft');
    await expect.poll(isUpright, say('turnLeft')).toBe(false);
    await give('actualSize');
    await expect(stage, say('actualSize')).toHaveAttribute('data-fit', 'false');
    await give('actualSize');
    await expect(stage, say('actualSize')).toHaveAttribute('data-fit', 'true');
    await give('live');
    const film = page.getByTestId('live-video');
    await expect(film, say('live')).toHaveCount(1);
    // It must not end by itself before it is ended.
    await film.evaluate((element: HTMLVideoElement) => (element.loop = true));
    await give('live');
    await expect(film, say('live')).toHaveCount(0);
    for (const count of [1, 0]) {
      await give('filmstrip');
      await expect(page.getByTestId('filmstrip'), say('filmstrip')).toHaveCount(count);
      const mark = { enabled: true, checked: count === 1 };
      await expect.poll(() => menuItem(app, 'filmstrip'), say('filmstrip')).toEqual(mark);
      await give('info');
      await expect(page.getByTestId('viewer-info'), say('info')).toHaveCount(count);
      await expect.poll(() => menuItem(app, 'info'), say('info')).toEqual(mark);
    }
    // No map, nothing to show of it.
    await expect.poll(() => menuItem(app, 'wholeMap')).toEqual({ enabled: false, checked: false });
  }
  // The menu of the photo says what holds, and what a second choice would do.
  const line = (id: CommandId) => lineIn(page, () => openInViewer(page), id);
  await press('info');
  await expect(await line('info')).toHaveAttribute('aria-checked', 'true');
  await leaveMenus(page);
  await press('info');
  await press('actualSize');
  await expect(stage).toHaveAttribute('data-fit', 'false');
  await expect(await line('actualSize')).toHaveText(/^Fit to window/);
  await leaveMenus(page);
  await press('actualSize');
  await expect(await line('actualSize')).toHaveText(/^Actual size/);
  await leaveMenus(page);

  // Zoomed, the arrows move the picture.
  await page.setViewportSize({ width: 600, height: 500 });
  await press('actualSize');
  await expect(stage).toHaveAttribute('data-fit', 'false');
  // It is on its way there for a moment.
  await expect.poll(async () => (await image.boundingBox())?.width).toBeCloseTo(2100, 0);
  for (const [id, axis, sign] of [
    ['panLeft', 'x', 1],
    ['panRight', 'x', -1],
    ['panUp', 'y', 1],
    ['panDown', 'y', -1],
  ] as const) {
    const at = async () => (await image.boundingBox())?.[axis] ?? NaN;
    const before = await at();
    await press(id);
    await expect.poll(async () => ((await at()) - before) * sign, { message: id }).toBeGreaterThan(20);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);

  await tile(page, 'rome.jpg').click();
  // It does not move, which is known as soon as it can be turned.
  await expect.poll(() => menuItem(app, 'turnRight')).toMatchObject({ enabled: true });
  await expect.poll(() => menuItem(app, 'live')).toMatchObject({ enabled: false });
  await expect(await line('live')).toHaveAttribute('aria-disabled', 'true');
  await leaveMenus(page);
  await press('info');
  const map = page.getByTestId('place-map');
  const extent = () => map.getByRole('img').locator('svg').getAttribute('viewBox');
  for (const [way, give] of waysInViewer(app, page)) {
    await expect.poll(() => menuItem(app, 'wholeMap')).toEqual({ enabled: true, checked: false });
    const near = await extent();
    await give('wholeMap');
    await expect.poll(extent, { message: way }).not.toBe(near);
    await expect.poll(() => menuItem(app, 'wholeMap')).toEqual({ enabled: true, checked: true });
    await give('wholeMap');
    await expect.poll(extent, { message: way }).toBe(near);
  }
  // The next one begins near its place again.
  await press('wholeMap');
  await press('previous');
  await expect(map).toHaveCount(0);
  await press('next');
  await expect(map).toBeVisible();
  await expect.poll(() => menuItem(app, 'wholeMap')).toEqual({ enabled: true, checked: false });
  // A slideshow has nothing around it.
  await press('info');
  await expect(map).toHaveCount(0);
  for (const enabled of [false, true]) {
    await press('slideshow');
    await expect.poll(() => menuItem(app, 'info')).toMatchObject({ enabled });
  }
});

test('a video', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await tile(page, 'walk.mp4').click();
  const element = page.getByTestId('viewer-video');
  const state = () =>
    element.evaluate((media: HTMLVideoElement) => {
      const { currentTime, paused, muted, loop, playbackRate, volume, readyState } = media;
      return { currentTime, paused, muted, loop, playbackRate, volume, ready: readyState > 1 };
    });
  const time = async () => (await state()).currentTime;
  await expect.poll(state).toMatchObject({ ready: true, paused: false });
  for (const [way, give] of waysInViewer(app, page)) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    await give('play');
    await expect.poll(state, say('play')).toMatchObject({ paused: true });
    let before = await time();
    await give('forth');
    await expect.poll(time, say('forth')).toBeGreaterThan(before + 9);
    before = await time();
    await give('back');
    await expect.poll(time, say('back')).toBeLessThan(before - 9);
    before = await time();
    await give('frameForth');
    await expect.poll(time, say('frameForth')).toBeGreaterThan(before);
    before = await time();
    await give('frameBack');
    await expect.poll(time, say('frameBack')).toBeLessThan(before);
    await give('faster');
    await expect.poll(state, say('faster')).toMatchObject({ playbackRate: 1.25 });
    await give('slower');
    await expect.poll(state, say('slower')).toMatchObject({ playbackRate: 1 });
    await give('quieter');
    await expect.poll(state, say('quieter')).toMatchObject({ volume: 0.9 });
    await expect(page.getByTestId('notice'), say('quieter')).toHaveText(/^Volume: 90%/);
    await give('quieter');
    await expect.poll(state, say('quieter')).toMatchObject({ volume: 0.8 });
    await expect(page.getByTestId('notice'), say('quieter')).toHaveText(/^Volume: 80%/);
    await give('mute');
    await expect.poll(state, say('mute')).toMatchObject({ muted: true });
    // More of it is heard.
    await give('louder');
    await expect.poll(state, say('louder')).toMatchObject({ volume: 0.9, muted: false });
    await give('louder');
    await expect.poll(state, say('louder')).toMatchObject({ volume: 1 });
    for (const on of [true, false]) {
      await give('mute');
      await expect.poll(state, say('mute')).toMatchObject({ muted: on });
      await give('loop');
      await expect.poll(state, say('loop')).toMatchObject({ loop: on });
    }
    await give('play');
    await expect.poll(state, say('play')).toMatchObject({ paused: false });
  }

  // Louder than whole it does not become; a button of a menu opens that by its arrows.
  await page.keyboard.press(keyOf('louder'));
  await expect(page.getByTestId('notice')).toHaveText(/^Volume: 100%/);
  await page.getByTestId('viewer-speed').focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menu')).toBeVisible();
  await leaveMenus(page);
  expect(await state()).toMatchObject({ volume: 1 });

  // Its menu has what is about photos alone no more, and turns it.
  const menu = page.getByTestId('viewer-menu');
  const lies = async () => (await element.boundingBox())!.width > (await element.boundingBox())!.height;
  await openInViewer(page);
  await expect(menu.locator('[data-command="info"]')).toBeVisible();
  await expect(menu.locator('[data-command="actualSize"]')).toHaveCount(0);
  await menu.locator('[data-command="turnRight"]').click();
  await expect.poll(lies).toBe(false);
  await openInViewer(page);
  await menu.locator('[data-command="turnLeft"]').click();
  await expect.poll(lies).toBe(true);

  // Its own controls fill the screen with it and give it back, turned or not, and take no keys.
  const filled = () => page.evaluate(() => document.fullscreenElement instanceof HTMLVideoElement);
  for (const turned of [false, true]) {
    if (turned) await page.keyboard.press('r');
    for (const full of [true, false]) {
      const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      // The last but one of the controls at the bottom: sound, full screen, and nothing else.
      await page.mouse.move(width / 2, height / 2);
      await page.mouse.click(width - 30, height - 50);
      await expect.poll(filled, { message: `full ${full}, turned ${turned}` }).toBe(full);
    }
    await expect(page.getByTestId('viewer')).toBeFocused();
    expect(await state()).toMatchObject({ muted: false });
    await page.keyboard.press('m');
    await expect.poll(state).toMatchObject({ muted: true });
    await page.keyboard.press('m');
    await expect.poll(state).toMatchObject({ muted: false });
  }
});
