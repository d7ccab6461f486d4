// Commands that lead to places, order and narrow what is shown, each by its key and in the menu of the application.

import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandId } from '../renderer/commands/table.js';
import { choose, keyOf, makeLibraryFor, menuItem, waysOf } from './commands.js';
import { byDate, expect, problems, shownNames, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const PLACES = {
  home: 'Home',
  all: 'All media',
  browse: 'Library',
  favourites: 'Favourites',
  videos: 'Videos',
  shuffle: 'Shuffle',
  newest: 'Newest',
  recent: 'Recently added',
  duplicates: 'Duplicates',
  day: 'On this day',
} as const satisfies Partial<Record<CommandId, string>>;

const ORDERS = {
  'sort-oldest': 'Oldest first',
  'sort-name': 'Name, A to Z',
  'sort-name-down': 'Name, Z to A',
  'sort-largest': 'Largest first',
  'sort-smallest': 'Smallest first',
  'sort-type': 'Type, A to Z',
  'sort-type-down': 'Type, Z to A',
  'sort-shuffle': 'Shuffled',
  'sort-newest': 'Newest first',
} as const satisfies Partial<Record<CommandId, string>>;

const KINDS = {
  'show-video': 'filter-video',
  'show-photo': 'filter-photo',
  'show-all': 'filter-all',
} as const satisfies Partial<Record<CommandId, string>>;

const CHIPS = {
  showFavourites: 'chip-favourites',
  showRated: 'chip-rating',
  showLocated: 'chip-located',
} as const satisfies Partial<Record<CommandId, string>>;

const entries = <K extends CommandId, V>(of: Partial<Record<K, V>>) => Object.entries(of) as [K, V][];

test('places, the way back and up, search, orders and filters', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const here = page.getByTestId('breadcrumb').getByRole('heading');
  const search = page.getByTestId('search');
  for (const [way, give] of waysOf(app, page)) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    for (const [id, name] of entries(PLACES)) {
      await give(id);
      await expect(here, say(id)).toHaveText(name);
    }
    await give('goBack');
    await expect(here, say('goBack')).toHaveText('Duplicates');
    await give('goForward');
    await expect(here, say('goForward')).toHaveText('On this day');

    await page.getByRole('treeitem', { name: /^Trips/ }).click();
    await expect(here).toHaveText('Trips');
    await give('folderUp');
    await expect(here, say('folderUp')).toHaveText('Library');

    await page.getByRole('treeitem', { name: /^House/ }).click();
    await give('search');
    await expect(search, say('search')).toBeFocused();
    await search.fill('rome');
    await expect(page.getByTestId('tile')).toHaveCount(0);
    await give('searchEverywhere');
    await expect(here, say('searchEverywhere')).toHaveText('All media');
    await expect.poll(() => shownNames(page)).toEqual(['rome.jpg']);
    await search.fill('');
    await expect(page.getByTestId('tile')).not.toHaveCount(1);
    await page.locator('[data-scroller]').focus();

    await give('sort');
    await expect(page.getByTestId('sort-newest'), say('sort')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('sort-newest')).toHaveCount(0);
    for (const [id, name] of entries(ORDERS)) {
      await give(id);
      await expect(page.getByTestId('sort'), say(id)).toHaveText(name);
      await expect.poll(() => menuItem(app, id), say(id)).toEqual({ enabled: true, checked: true });
    }
    await give('sort-name');
    await expect.poll(async () => (await shownNames(page))[0]).toBe('a again.jpg');

    await give('filter');
    await expect(page.getByTestId('filters-popup'), say('filter')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('filters-popup')).toHaveCount(0);
    for (const [id, button] of entries(KINDS)) {
      await give(id);
      await expect(page.getByTestId(button), say(id)).toHaveAttribute('aria-pressed', 'true');
    }
    for (const [id, chip] of entries(CHIPS)) {
      await give(id);
      await expect(page.getByTestId(chip), say(id)).toBeVisible();
      await expect.poll(() => menuItem(app, id), say(id)).toEqual({ enabled: true, checked: true });
    }
    await give('clearFilters');
    await expect(page.getByTestId('active-filters'), say('clearFilters')).toHaveCount(0);
    await expect(page.getByTestId('tile')).not.toHaveCount(0);

    const last = await shownNames(page);
    await give('shuffle');
    await expect(here).toHaveText('Shuffle');
    // The heading is ahead of the files.
    await expect(page.getByTestId('grid')).toHaveAttribute('data-count', /^\d\d$/);
    await expect.poll(() => shownNames(page), say('shuffle')).not.toEqual(last);
    const before = await shownNames(page);
    await give('shuffleAgain');
    await expect.poll(() => shownNames(page), say('shuffleAgain')).not.toEqual(before);
    await give('browse');
    await expect(page.getByTestId('cover-flow')).toBeVisible();
    await give('cards');
    await expect(page.getByTestId('folder-cards'), say('cards')).toBeVisible();
    await give('cards');
    await expect(page.getByTestId('cover-flow'), say('cards')).toBeVisible();
    await give('all');
    await give('sort-newest');
  }
});

test('the order is brought up to date when dates have been read', async ({ launch, scratch }) => {
  test.skip(process.platform === 'win32', 'Windows has no such permissions.');
  const folder = join(scratch, 'Library');
  mkdirSync(folder);
  const photo = (year: number) =>
    jpeg({ width: 60, height: 40, seed: year, taken: `${year}-03-01T10:00:00` });
  for (const year of [2010, 2020]) writeFileSync(join(folder, `${year}.jpg`), await photo(year));
  const { app, page } = await launch({ mediaDirs: [folder], ordinary: true });
  await untilComplete(page);
  await byDate(page, 'March 20201 item');
  const button = page.getByTestId('reorder');
  const ways = [...waysOf(app, page), ['button', () => button.click()] as const];
  const isOffered = async () => (await menuItem(app, 'reorder'))?.enabled;
  const ordered = ['2020.jpg', '2010.jpg'];
  for (const [index, [way, give]] of ways.entries()) {
    const name = `${way}.jpg`;
    const path = join(folder, name);
    const [before, after] = [
      [name, ...ordered],
      [...ordered, name],
    ];
    // It was taken long ago, which nobody can know while nobody may read it.
    writeFileSync(path, await photo(2009 - index), { mode: 0 });
    await expect.poll(() => shownNames(page), { message: way }).toEqual(before);
    await expect.poll(() => problems(page), { message: way }).toEqual([expect.stringContaining(name)]);
    await expect.poll(isOffered, { message: way }).toBe(false);
    chmodSync(path, 0o644);
    await expect.poll(isOffered, { message: way }).toBe(true);
    await expect(button).toBeVisible();
    // Nothing moves by itself.
    expect(await shownNames(page), way).toEqual(before);
    await give('reorder');
    await expect.poll(() => shownNames(page), { message: way }).toEqual(after);
    await expect.poll(isOffered, { message: way }).toBe(false);
    await expect(button).toHaveCount(0);
    ordered.push(name);
  }
});

test('a place that is chosen in the menu closes the viewer; Esc lets go of files before it leaves a folder', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Library');
  mkdirSync(join(folder, 'Trips/Italy'), { recursive: true });
  const photo = await jpeg({ width: 60, height: 40 });
  for (const name of ['Trips/lyon.jpg', 'Trips/Italy/rome.jpg']) writeFileSync(join(folder, name), photo);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const here = page.getByTestId('breadcrumb').getByRole('heading');
  const viewer = page.getByTestId('viewer');
  for (const id of ['all', 'favourites'] as const) {
    await page.keyboard.press(keyOf('all'));
    await tile(page, 'lyon.jpg').click();
    await expect(viewer).toBeVisible();
    // Its field stands behind the viewer.
    await expect.poll(() => menuItem(app, 'search')).toMatchObject({ enabled: false });
    await choose(app, id);
    await expect(viewer).toHaveCount(0);
    await expect(here).toHaveText(PLACES[id]);
    await expect.poll(() => menuItem(app, 'search')).toMatchObject({ enabled: true });
  }

  await page.keyboard.press(keyOf('browse'));
  await page.keyboard.press(keyOf('cards'));
  const card = page.getByTestId('folder-card');
  await card.click();
  await expect(here).toHaveText('Trips');
  await expect(tile(page, 'lyon.jpg')).toBeVisible();
  await page.keyboard.press(keyOf('selectAll'));
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  await card.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  await expect(here).toHaveText('Trips');
  await page.keyboard.press('Escape');
  await expect(here).toHaveText('Library');
});
