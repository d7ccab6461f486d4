// How a slideshow goes on, by key, in the menu of the application and in the menu of the file; and the other way to the same, its options
// in the bar of the viewer.

import { join } from 'node:path';
import {
  choose,
  keyOf,
  leaveMenus,
  lineIn,
  makeLibraryFor,
  menuItem,
  openInViewer,
  waysInViewer,
} from './commands.js';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';

test('interval and order of the slideshow', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  for (const id of ['showSlower', 'showFaster', 'showShuffled'] as const)
    expect(await menuItem(app, id), id).toMatchObject({ enabled: false });
  await tile(page, 'a.jpg').click();
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', 'a.jpg');
  const notice = page.getByTestId('notice');
  const chosen = page.getByRole('menuitemradio', { checked: true });
  const options = async (names: readonly string[]) => {
    await page.getByTestId('viewer-show-options').click();
    await expect(chosen).toHaveText([...names]);
    await leaveMenus(page);
  };
  for (const [way, give] of waysInViewer(app, page)) {
    const say = (id: string) => `${id} by ${way}`;
    await give('showSlower');
    await expect(notice, say('showSlower')).toHaveText(/^Each photo is shown for 10 s/);
    await give('showSlower');
    await expect(notice, say('showSlower')).toHaveText(/^Each photo is shown for 20 s/);
    await options(['20 s', 'In order']);
    await give('showFaster');
    await expect(notice, say('showFaster')).toHaveText(/^Each photo is shown for 10 s/);
    await give('showFaster');
    await expect(notice, say('showFaster')).toHaveText(/^Each photo is shown for 5 s/);
    await give('showShuffled');
    await expect(notice, say('showShuffled')).toHaveText(/^Order of the slideshow: Shuffled/);
    await expect.poll(() => menuItem(app, 'showShuffled')).toEqual({ enabled: true, checked: true });
    await expect(await lineIn(page, () => openInViewer(page), 'showShuffled')).toHaveAttribute(
      'aria-checked',
      'true',
    );
    await leaveMenus(page);
    await options(['5 s', 'Shuffled']);
    await give('showShuffled');
    await expect(notice, say('showShuffled')).toHaveText(/^Order of the slideshow: In order/);
    await expect.poll(() => menuItem(app, 'showShuffled')).toEqual({ enabled: true, checked: false });
  }
  // As far as the steps go.
  await page.keyboard.press(keyOf('showFaster'));
  await expect(notice).toHaveText(/^Each photo is shown for 3 s/);
  await expect.poll(() => menuItem(app, 'showFaster')).toMatchObject({ enabled: false });
  await page.keyboard.press(keyOf('showFaster'));
  await options(['3 s', 'In order']);

  // While one runs it goes on by what was chosen last, and says so over the whole screen.
  await page.keyboard.press(keyOf('slideshow'));
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await page.keyboard.press(keyOf('showSlower'));
  await expect(notice).toHaveText(/^Each photo is shown for 5 s/);
  await expect(notice).toBeInViewport();
});

test('from file to file in the menu of the application', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  for (const id of ['previous', 'next', 'viewFirst', 'viewLast'] as const)
    expect(await menuItem(app, id), id).toMatchObject({ enabled: false });
  await tile(page, 'rome.jpg').click();
  const viewer = page.getByTestId('viewer');
  for (const [id, name] of [
    ['viewFirst', 'a again.jpg'],
    ['next', 'a.jpg'],
    ['previous', 'a again.jpg'],
    ['viewLast', 'walk.mp4'],
  ] as const) {
    await choose(app, id);
    await expect(viewer, id).toHaveAttribute('data-name', name);
  }
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  for (const id of ['previous', 'next', 'viewFirst', 'viewLast'] as const)
    await expect.poll(() => menuItem(app, id), { message: id }).toMatchObject({ enabled: false });
});
