// Nothing keeps people out who use a keyboard or a screen reader: axe looks at every place and what stands around it, in both themes,
// and finds nothing serious; and our words have room. A new screen gets a line in `SCREENS`; menus, dialogs and the viewer have theirs in
// access-dialogs.spec.ts, and what is seldom seen in access-states.ts.

import { join } from 'node:path';
import {
  ALL_LOOKS,
  closeMenu,
  goTo,
  lookForRoom,
  lookWithAxe,
  nothing,
  press,
  search,
  setUsualWidth,
  setWidth,
  type Screen,
  type Step,
  type Window,
} from './access.js';
import { FAILED, leaveCards, OFFLINE, toCards, WELCOME, without } from './access-states.js';
import { dismissAll, dragIn } from './commands.js';
import { answerDialog, expect, test, tile, untilComplete } from './fixtures.js';

/** So many files on one page of the grid; 0: all. */
const setPage =
  (items: number): Step =>
  async (page) => {
    await page.keyboard.press('ControlOrMeta+,');
    const field = page.getByTestId('option-itemsPerPage').getByRole('textbox');
    await field.fill(String(items));
    await field.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('settings')).toHaveCount(0);
    await expect(page.getByTestId('pages')).toHaveCount(items === 0 ? 0 : 1);
  };

const SCREENS: readonly Screen[] = [
  { name: 'grid', open: nothing, close: nothing },
  {
    name: 'folder',
    open: (page) => page.getByTestId('folder').nth(1).click(),
    close: press('ControlOrMeta+2'),
  },
  { name: 'home', open: goTo('1', 'home'), close: press('ControlOrMeta+2') },
  { name: 'cover flow', open: goTo('3', 'cover-flow'), close: press('ControlOrMeta+2') },
  { name: 'favourites', open: goTo('4'), close: press('ControlOrMeta+2') },
  { name: 'videos', open: goTo('5'), close: press('ControlOrMeta+2') },
  { name: 'shuffle', open: goTo('6'), close: press('ControlOrMeta+2') },
  { name: 'newest', open: goTo('7', 'grid'), close: press('ControlOrMeta+2') },
  { name: 'recently added', open: goTo('8', 'grid'), close: press('ControlOrMeta+2') },
  { name: 'duplicates', open: goTo('9', 'grid'), close: press('ControlOrMeta+2') },
  { name: 'on this day', open: goTo('d', 'grid'), close: press('ControlOrMeta+2') },
  { name: 'cards of folders', open: toCards('[data-testid="folder-card"]'), close: leaveCards },
  {
    name: 'nothing found',
    open: async (page, app) => {
      await search('zzzzz')(page, app);
      await expect(page.getByTestId('nothing')).toBeVisible();
    },
    close: search(''),
  },
  {
    name: 'files that cannot be shown',
    open: async (page, app) => {
      await search('noise')(page, app);
      await expect(page.locator('[data-testid="tile"][data-state="failed"]').first()).toBeVisible();
    },
    close: search(''),
  },
  {
    name: 'drawer',
    open: async (page, app) => {
      await setWidth(700)(page, app);
      await page.getByTestId('toggle-sidebar').click();
      await expect(page.getByTestId('drawer')).toBeVisible();
    },
    close: async (page, app) => {
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('drawer')).toHaveCount(0);
      await setUsualWidth(page, app);
    },
  },
  {
    name: 'folders above',
    open: async (page, app) => {
      await page.getByTestId('fold').nth(1).click();
      await page.getByTestId('folder').nth(2).click();
      await setWidth(560)(page, app);
      await page.getByTestId('parents').click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    close: async (page, app) => {
      await closeMenu(page, app);
      await setUsualWidth(page, app);
      await page.getByTestId('fold').nth(1).click();
      await page.keyboard.press('ControlOrMeta+2');
    },
  },
  {
    name: 'sidebar as icons',
    open: goTo('Shift+D', 'sidebar-folded'),
    close: async (page) => {
      await page.keyboard.press('ControlOrMeta+Shift+D');
      await expect(page.getByTestId('sidebar-folded')).toHaveCount(0);
    },
  },
  { name: 'pages', open: setPage(10), close: setPage(0) },
  {
    name: 'a hidden folder that is visited',
    open: async (page) => {
      await page.locator('[data-testid="folder"][data-path="films"]').click({ button: 'right' });
      await page.getByTestId('hide-folder').click();
      await page
        .locator('[data-testid="hidden-folders"] [data-path="films"]')
        .getByRole('button')
        .first()
        .click();
      await expect(tile(page, 'waves.webm')).toBeVisible();
    },
    close: async (page) => {
      await page.getByTestId('show-folder').click();
      await expect(page.getByTestId('hidden-folders')).toHaveCount(0);
      await page.keyboard.press('ControlOrMeta+2');
    },
  },
  {
    name: 'folders that are dragged over the window',
    open: async (page) => {
      const send = await dragIn(page, [import.meta.dirname]);
      await send('dragEnter');
      await send('dragOver');
      await expect(page.getByTestId('drop-overlay')).toBeVisible();
    },
    close: async (page) => {
      // A file is no folder, and changes nothing.
      const send = await dragIn(page, [import.meta.filename]);
      await send('drop');
      await expect(page.getByTestId('drop-overlay')).toHaveCount(0);
      await expect(page.getByTestId('notice')).not.toHaveCount(0);
      await dismissAll(page);
    },
  },
  {
    name: 'welcome, with thumbnails that are left',
    open: async (page) => {
      await page.getByTestId('folder').first().click({ button: 'right' });
      await page.getByTestId('remove-folder').click();
      await page.getByTestId('confirm-action').click();
      await expect(page.getByTestId('clear-thumbnails')).toBeVisible();
    },
    close: async (page) => {
      await dismissAll(page);
      await page.getByTestId('choose-folder').click();
      await untilComplete(page);
    },
  },
];

/** Shows a window that has no folder yet this one. */
async function show(folder: string, { app, page }: Window): Promise<void> {
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
}

test('axe finds nothing serious in any place', async ({ launch, folder }) => {
  const window = await launch();
  const { found, through } = await lookWithAxe(window);
  await through(WELCOME);
  await show(folder, window);
  await through([...SCREENS, ...FAILED]);
  await without(folder, window.page, () => through(OFFLINE));
  expect(found).toEqual({});
});

test('words have room in every place', async ({ launch, folder, scratch }) => {
  test.slow(ALL_LOOKS, 'It goes through all screens eight times.');
  let looks = 0;
  const found = await lookForRoom(
    (options) => launch({ ...options, userDataDir: join(scratch, `user ${String(++looks)}`) }),
    async (window, through) => {
      await through(WELCOME);
      await show(folder, window);
      await through([...SCREENS, ...FAILED]);
      await without(folder, window.page, () => through(OFFLINE));
    },
  );
  expect(found).toEqual({});
});
