// Commands about files, each by its key, in the menu of the application and in the menus of a tile, a selection and the viewer; and
// what is done among the tiles by keys alone, or in the menu of empty ground.

import { dirname, join } from 'node:path';
import type { CommandId } from '../renderer/commands/table.js';
import {
  byGround,
  choose,
  chooseIn,
  dismissAll,
  keyOf,
  makeLibraryFor,
  menuItem,
  noteAsked,
  thumbnailsMade,
  waysOf,
  withFileManager,
} from './commands.js';
import { expect, test, tile, untilComplete } from './fixtures.js';

const RATINGS = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5', 'rate0'] as const satisfies CommandId[];

test('all that is done with a file', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({
    mediaDirs: [folder],
    env: { XDG_CURRENT_DESKTOP: 'GNOME', ...withFileManager(scratch) },
  });
  await untilComplete(page);
  const takeAsked = await noteAsked(app);
  const clipboard = () => app.evaluate(({ clipboard: board }) => board.readText());
  const copied = () =>
    app.evaluate(({ clipboard: board }) => {
      const old = board as unknown as { readBuffer: (format: string) => Buffer };
      return old.readBuffer('x-special/gnome-copied-files').toString();
    });
  await page.getByRole('treeitem', { name: /^Trips/ }).click();
  const rome = tile(page, 'rome.jpg');
  const path = join(folder, 'Trips/Italy/rome.jpg');
  const viewer = page.getByTestId('viewer');
  const byTile = (id: CommandId) => chooseIn(page, () => rome.click({ button: 'right' }), id);
  const bySelection = async (id: CommandId) => {
    if ((await rome.getAttribute('aria-selected')) !== 'true')
      await rome.click({ modifiers: ['ControlOrMeta'] });
    await chooseIn(page, () => page.getByTestId('selection-more').click(), id);
  };
  const byViewer = async (id: CommandId) => {
    if ((await viewer.count()) === 0) await rome.click();
    await chooseIn(page, () => viewer.click({ button: 'right' }), id);
  };
  for (const [way, give] of [
    ...waysOf(app, page),
    ['tile', byTile] as const,
    ['selection', bySelection] as const,
    ['viewer', byViewer] as const,
  ]) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    /** Where the keys are after a dialog; a menu of a button leaves them to it. */
    const back = { key: rome, menu: rome, tile: rome, selection: null, viewer }[way];
    const keysAreBack = () => (back === null ? Promise.resolve() : expect(back, say('focus')).toBeFocused());
    await rome.focus();
    await give('favourite');
    await expect(rome, say('favourite')).toHaveAttribute('data-favourite', 'true');
    await expect.poll(() => menuItem(app, 'favourite')).toEqual({ enabled: true, checked: true });
    await give('favourite');
    await expect(rome, say('favourite')).not.toHaveAttribute('data-favourite', 'true');
    for (const id of RATINGS) {
      await give(id);
      await expect(rome, say(id)).toHaveAttribute('data-rating', id.slice(-1));
    }
    await give('tag');
    await expect(page.getByTestId('tag-input'), say('tag')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
    await keysAreBack();

    await app.evaluate(({ clipboard: board }) => board.writeText(''));
    await give('copyFiles');
    await expect.poll(copied, say('copyFiles')).toContain('/Trips/Italy/rome.jpg');
    await give('copyPath');
    await expect.poll(clipboard, say('copyPath')).toBe(path);
    await give('copyPlace');
    await expect.poll(clipboard, say('copyPlace')).toBe('41.900000, 12.500000');
    await give('showInFolder');
    await expect.poll(takeAsked, say('showInFolder')).toBe(`show ${path}`);
    await give('openExternally');
    await expect.poll(takeAsked, say('openExternally')).toBe(`open ${path}`);
    await dismissAll(page);
    const madeBefore = await thumbnailsMade(page);
    await give('rebuildThumbnail');
    await expect(page.getByTestId('notice'), say('rebuildThumbnail')).toHaveText(/thumbnail is made again/);
    await expect.poll(() => thumbnailsMade(page), say('rebuildThumbnail')).toBeGreaterThan(madeBefore);
    await give('slideshow');
    await expect(viewer, say('slideshow')).toHaveAttribute('data-name', 'rome.jpg');
    await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null), way).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expect(rome).toBeFocused();

    await give('trash');
    await expect(page.getByTestId('confirm'), say('trash')).toContainText('rome.jpg');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('confirm')).toHaveCount(0);
    await keysAreBack();
    await dismissAll(page);
    await give('hideFolder');
    await expect(rome, say('hideFolder')).toHaveCount(0);
    // Only then it is the last thing that was done.
    await expect(page.getByTestId('notice').filter({ hasText: 'is hidden' })).toHaveCount(1);
    await (way === 'key' ? page.keyboard.press(keyOf('undo')) : choose(app, 'undo'));
    await expect(rome, say('undo')).toBeVisible();
    // Another file may be in the viewer, or the selection.
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expect(page.getByTestId('selection-bar')).toHaveCount(0);
  }
});

test('where no program shows folders, the path is offered', async ({ launch, scratch, folder }) => {
  test.skip(process.platform !== 'linux', 'Elsewhere there always is one.');
  const nothing = join(scratch, 'nothing');
  const { app, page } = await launch({
    mediaDirs: [folder],
    env: { XDG_DATA_HOME: nothing, XDG_DATA_DIRS: nothing },
  });
  await untilComplete(page);
  const takeAsked = await noteAsked(app, 'A required application could not be found');
  const one = page.getByTestId('tile').first();
  const path = join(folder, (await one.getAttribute('data-path'))!);
  await one.focus();
  await page.keyboard.press(keyOf('showInFolder'));
  const notice = page.getByTestId('notice').filter({ hasText: 'No program that shows folders was found.' });
  await expect(notice).toBeVisible();
  expect(await takeAsked()).toBe(`open ${dirname(path)}`);
  await notice.getByRole('button', { name: 'Copy path' }).click();
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(path);
});

test('moving, selecting, the size of pictures and the sidebar', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const all = 12;
  const size = async () => Number(await page.getByTestId('zoom').locator('input').inputValue());
  const usual = await size();
  const place = () =>
    page.evaluate(() => Number(document.activeElement?.getAttribute('aria-posinset') ?? Number.NaN));
  const press = (id: CommandId) => page.keyboard.press(keyOf(id));
  const moved = async (id: CommandId, test: (to: number) => boolean) => {
    await press(id);
    await expect.poll(async () => test(await place()), { message: id }).toBe(true);
  };
  await page.getByTestId('tile').first().focus();
  await moved('last', (to) => to === all);
  await moved('first', (to) => to === 1);
  await moved('right', (to) => to === 2);
  await moved('left', (to) => to === 1);
  await moved('down', (to) => to > 1);
  await moved('up', (to) => to === 1);
  await moved('pageDown', (to) => to > 1);
  await moved('pageUp', (to) => to === 1);
  await press('open');
  await expect(page.getByTestId('viewer')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect.poll(place).toBe(1);

  const count = page.getByTestId('selection-count');
  const selected = async (id: CommandId, text: string | RegExp) => {
    await press(id);
    await expect(count, id).toHaveText(text);
  };
  await selected('toggleSelected', '1 selected');
  await selected('extendRight', '2 selected');
  await selected('extendLeft', '1 selected');
  await selected('extendDown', /^([2-9]|1\d) selected/);
  await selected('extendUp', '1 selected');
  await selected('extendLast', `${all} selected`);
  await selected('extendFirst', '1 selected');
  await press('clearSelection');
  await expect(count).toHaveCount(0);

  const byMouse = (id: CommandId) =>
    ['selectAll', 'clearSelection', 'larger', 'smaller'].includes(id) ? byGround(page, id) : choose(app, id);
  for (const [way, give] of [...waysOf(app, page), ['mouse', byMouse] as const]) {
    const say = (id: string) => ({ message: `${id} by ${way}` });
    await give('selectAll');
    await expect(count, say('selectAll')).toHaveText(`${all} selected`);
    await give('clearSelection');
    await expect(count, say('clearSelection')).toHaveCount(0);
    await give('larger');
    await expect.poll(size, say('larger')).toBeGreaterThan(usual);
    await give('smaller');
    await expect.poll(size, say('smaller')).toBe(usual);
    await give('smaller');
    await expect.poll(size, say('smaller')).toBeLessThan(usual);
    await give('usual');
    await expect.poll(size, say('usual')).toBe(usual);

    await give('foldSidebar');
    await expect(page.getByTestId('sidebar-folded'), say('foldSidebar')).toBeVisible();
    await expect.poll(() => menuItem(app, 'foldSidebar')).toEqual({ enabled: true, checked: true });
    await give('foldSidebar');
    await expect(page.getByTestId('sidebar-folded'), say('foldSidebar')).toHaveCount(0);
    for (const there of ['false', 'true']) {
      await give('sidebar');
      await expect(page.getByTestId('toggle-sidebar'), say('sidebar')).toHaveAttribute(
        'aria-expanded',
        there,
      );
      await expect.poll(() => menuItem(app, 'foldSidebar')).toMatchObject({ enabled: there === 'true' });
    }
  }

  // The other lines of the menu of empty ground: all that is shown, from the first on; the keys.
  const viewer = page.getByTestId('viewer');
  const first = (await page.getByTestId('tile').first().getAttribute('data-name'))!;
  await byGround(page, 'slideshow');
  await expect(viewer).toHaveAttribute('data-name', first);
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  // A band that begins on empty ground selects what it meets, in the place of what was selected; a click there lets go of it.
  await byGround(page, 'selectAll');
  await expect(count).toHaveText(`${all} selected`);
  const [ground, box] = await Promise.all([
    page.locator('[data-scroller]').boundingBox(),
    page.getByTestId('tile').first().boundingBox(),
  ]);
  await page.mouse.move(ground!.x + 3, ground!.y + 3);
  await page.mouse.down();
  await page.mouse.move(box!.x + 20, box!.y + 20, { steps: 5 });
  await expect(page.getByTestId('band')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByTestId('band')).toHaveCount(0);
  await expect(count).toHaveText('1 selected');
  await expect(page.getByTestId('tile').first()).toHaveAttribute('aria-selected', 'true');
  await page.mouse.click(ground!.x + 3, ground!.y + 3);
  await expect(count).toHaveCount(0);
  await byGround(page, 'shortcuts');
  await expect(page.getByTestId('dialog-shortcuts')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-shortcuts')).toHaveCount(0);

  // In a narrow window the sidebar is a drawer, which has no icons alone; the menu follows the window.
  const widen = (width: number) =>
    app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(to, 700), width);
  await widen(700);
  await expect.poll(() => menuItem(app, 'foldSidebar')).toMatchObject({ enabled: false });
  await widen(1200);
  await expect.poll(() => menuItem(app, 'foldSidebar')).toMatchObject({ enabled: true });
});

test('pages', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  await makeLibraryFor(folder);
  const { app, page } = await launch({ mediaDirs: [folder], args: ['--items-per-page=10'] });
  await untilComplete(page);
  const tiles = page.getByTestId('tile');
  for (const [way, give] of waysOf(app, page)) {
    await give('nextPage');
    await expect(tiles, way).toHaveCount(2);
    await give('previousPage');
    await expect(tiles, way).not.toHaveCount(2);
  }
});
