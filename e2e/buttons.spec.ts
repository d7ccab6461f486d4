// What stands in the window to be clicked, and has keys as well: each button by mouse, with what follows. (Those that are about work
// in the background: buttons-work.spec.ts.)

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeLibraryFor, noteAsked, withFileManager } from './commands.js';
import { byName, answerDialog, expect, shownNames, test, tile, untilComplete } from './fixtures.js';

const PLACES = {
  home: 'Home',
  browse: 'Library',
  favourites: 'Favourites',
  videos: 'Videos',
  shuffle: 'Shuffle',
  newest: 'Newest',
  recent: 'Recently added',
  duplicates: 'Duplicates',
  all: 'All media',
} as const;

const here = (page: Page) => page.getByTestId('breadcrumb').getByRole('heading');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('the sidebar, as a list and as icons, and the toolbar', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  const other = join(scratch, 'Other');
  await makeLibraryFor(folder);
  mkdirSync(other);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);

  const open = async (place: keyof typeof PLACES) => {
    await page.getByTestId(`place-${place}`).click();
    await expect(here(page), place).toHaveText(PLACES[place]);
    await expect(page.getByTestId(`place-${place}`)).toHaveAttribute('aria-current', 'page');
  };
  const places = Object.keys(PLACES) as (keyof typeof PLACES)[];
  for (const place of places) await open(place);
  await page.getByTestId('fold-sidebar').click();
  await expect(page.getByTestId('sidebar-folded')).toBeVisible();
  for (const place of places) await open(place);
  await page.getByTestId('folded-root').click();
  await expect(here(page)).toHaveText('Library');
  await expect(page.getByTestId('folded-root')).toHaveAttribute('aria-current', 'page');
  await page.getByTestId('unfold-sidebar').click();
  await expect(page.getByTestId('sidebar-folded')).toHaveCount(0);
  await page.getByTestId('open-settings').click();
  await expect(page.getByTestId('settings')).toBeVisible();
  await button(page, 'Close').click();
  await expect(page.getByTestId('settings')).toHaveCount(0);
  await answerDialog(app, [other]);
  await page.getByTestId('add-folder').click();
  const added = page.getByRole('treeitem', { name: /^Other/ });
  await expect(added).toBeVisible();
  // A chosen folder goes by its key in the list.
  await added.focus();
  await page.keyboard.press('Delete');
  await page.getByTestId('confirm-action').click();
  await expect(added).toHaveCount(0);
  // One that is hidden can be looked into all the same.
  await page.getByRole('treeitem', { name: /^House/ }).click({ button: 'right' });
  await page.getByTestId('hide-folder').click();
  await page.getByTestId('hidden-folders').getByRole('button', { name: 'Library/House' }).click();
  await expect(here(page)).toHaveText('House');
  await page.getByTestId('show-folder').click();
  await expect(page.getByTestId('hidden-folders')).toHaveCount(0);

  for (const there of ['false', 'true']) {
    await page.getByTestId('toggle-sidebar').click();
    await expect(page.getByTestId('toggle-sidebar')).toHaveAttribute('aria-expanded', there);
    await expect(page.getByTestId('sidebar')).toHaveCount(there === 'true' ? 1 : 0);
  }
  await open('newest');
  await open('all');
  await page.getByTestId('go-back').click();
  await expect(here(page)).toHaveText('Newest');
  await page.getByTestId('go-forward').click();
  await expect(here(page)).toHaveText('All media');

  const zoom = page.getByTestId('zoom').locator('input');
  const size = async () => Number(await zoom.inputValue());
  const usual = await size();
  await button(page, 'Larger pictures').click();
  await expect.poll(size).toBe(usual + 1);
  await button(page, 'Smaller pictures').click();
  await expect.poll(size).toBe(usual);
  // On the slider itself: pressed, and drawn to its other end.
  const thumb = (await page.getByTestId('zoom').boundingBox())!;
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(size).toBe(0);
  await expect(button(page, 'Smaller pictures')).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+0');

  const sorted = await shownNames(page);
  await page.getByTestId('sort').click();
  await page.getByTestId('sort-shuffle').click();
  await expect(page.getByTestId('sort')).toHaveText('Shuffled');
  // The word is ahead of the files.
  await expect.poll(() => shownNames(page)).not.toEqual(sorted);
  const before = await shownNames(page);
  await page.getByTestId('sort').click();
  await page.getByTestId('shuffle-again').click();
  await expect.poll(() => shownNames(page)).not.toEqual(before);
  await page.getByTestId('search').click();
  await page.keyboard.type('rome');
  await expect(page.getByTestId('tile')).toHaveCount(1);
  await page.getByTestId('search-clear').click();
  await expect(page.getByTestId('search')).toBeFocused();
  await expect(page.getByTestId('tile')).not.toHaveCount(1);

  await open('browse');
  await page.getByTestId('browsing-cards').click();
  await expect(page.getByTestId('folder-cards')).toBeVisible();
  await page.getByTestId('browsing-flow').click();
  await expect(page.getByTestId('cover-flow')).toBeVisible();
  // Each way on the first screen leads where it says.
  for (const way of places.filter((one) => one !== 'home')) {
    await open('home');
    await page.getByTestId(`way-${way}`).click();
    await expect(here(page), way).toHaveText(PLACES[way]);
  }
  await open('home');
  await page.getByTestId('way-day').click();
  await expect(here(page)).toHaveText('On this day');
});

test('the bar of the viewer, its strip and its panel', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder], env: withFileManager(scratch) });
  await untilComplete(page);
  const takeAsked = await noteAsked(app);
  await byName(page);
  const viewer = page.getByTestId('viewer');
  await tile(page, 'live.jpg').click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  const stage = page.locator('[data-fit][data-dragging]');
  await button(page, 'Actual size').click();
  await expect(stage).toHaveAttribute('data-fit', 'false');
  await button(page, 'Fit to window').click();
  await expect(stage).toHaveAttribute('data-fit', 'true');
  for (const fit of ['false', 'true']) {
    await page.getByTestId('viewer-image').dblclick();
    await expect(stage).toHaveAttribute('data-fit', fit);
  }
  await page.getByTestId('viewer-prev').click();
  await expect(viewer).not.toHaveAttribute('data-name', 'live.jpg');
  await page.getByTestId('viewer-next').click();
  await expect(viewer).toHaveAttribute('data-name', 'live.jpg');

  await page.getByTestId('viewer-favourite').click();
  await expect(tile(page, 'live.jpg')).toHaveAttribute('data-favourite', 'true');
  await page.getByTestId('viewer-show').click();
  await expect(page.getByTestId('viewer-show')).toHaveAccessibleName('Stop slideshow');
  await page.mouse.move(400, 300);
  await page.getByTestId('viewer-show').click();
  await expect(page.getByTestId('viewer-show')).toHaveAccessibleName('Start slideshow');

  // The strip goes by the wheel, without another file in the viewer, and by a click with one.
  await page.setViewportSize({ width: 500, height: 600 });
  await page.getByTestId('viewer-filmstrip-button').click();
  const strip = page.getByTestId('filmstrip');
  const first = strip.getByRole('button', { name: 'a again.jpg' });
  await expect(strip.locator('[aria-current="true"]')).toHaveAttribute('data-name', 'live.jpg');
  await expect(first).not.toBeInViewport();
  const name = (await viewer.getAttribute('data-name'))!;
  await strip.hover();
  await page.mouse.wheel(0, -2000);
  await expect(first).toBeInViewport();
  await expect(viewer).toHaveAttribute('data-name', name);
  await first.click();
  await expect(viewer).toHaveAttribute('data-name', 'a again.jpg');
  await page.getByTestId('viewer-filmstrip-button').click();
  await expect(strip).toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByTestId('viewer-info-button').click();
  const info = page.getByTestId('viewer-info');
  const marks = page.getByTestId('viewer-marks');
  await info.getByTestId('star-3').click();
  await expect(marks).toHaveAttribute('data-rating', '3');
  // The same star once more takes the rating away.
  await info.getByTestId('star-3').click();
  await expect(marks).toHaveAttribute('data-rating', '0');
  await info.getByRole('button', { name: 'Tags' }).click();
  await page.keyboard.type('sea');
  await page.keyboard.press('Enter');
  await expect(marks).toHaveAttribute('data-tags', 'sea');
  await button(page, 'Remove tag sea').click();
  await expect(marks).toHaveAttribute('data-tags', '');
  await button(page, 'Done').click();
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
  const path = join(folder, 'House/a again.jpg');
  await info.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(takeAsked).toBe(`show ${path}`);
  await info.getByRole('button', { name: 'Open in default app' }).click();
  await expect.poll(takeAsked).toBe(`open ${path}`);
  await page.getByTestId('viewer-close').click();
  await expect(viewer).toHaveCount(0);

  await tile(page, 'walk.mp4').click();
  const video = page.getByTestId('viewer-video');
  const state = () => video.evaluate(({ loop, playbackRate }: HTMLVideoElement) => ({ loop, playbackRate }));
  for (const loop of [true, false]) {
    await page.getByTestId('viewer-loop').click();
    await expect.poll(state).toMatchObject({ loop });
  }
  await page.getByTestId('viewer-speed').click();
  await page.getByRole('menuitemradio', { name: '2×' }).click();
  await expect.poll(state).toMatchObject({ playbackRate: 2 });
});
