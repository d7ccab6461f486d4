// Nothing keeps people out who use a keyboard or a screen reader: axe looks at every place and what stands around it, in both themes,
// and finds nothing serious; and our words have room. A new screen gets a line in `SCREENS`; menus, dialogs and the viewer have theirs in
// access-dialogs.spec.ts.

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
} from './access.js';
import { answerDialog, expect, test, untilComplete } from './fixtures.js';

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
  {
    name: 'cards of folders',
    open: async (page) => {
      await page.keyboard.press('ControlOrMeta+3');
      await page.getByTestId('browsing-cards').click();
      await expect(page.getByTestId('folder-card').first()).toBeVisible();
    },
    close: async (page) => {
      await page.getByTestId('browsing-flow').click();
      await page.keyboard.press('ControlOrMeta+2');
    },
  },
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
      await page.getByTestId('folder').nth(1).click();
      await setWidth(560)(page, app);
      await page.getByTestId('parents').click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
    close: async (page, app) => {
      await closeMenu(page, app);
      await setUsualWidth(page, app);
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
];

test('axe finds nothing serious in any place', async ({ launch, folder }) => {
  const { app, page } = await launch();
  const { found, through } = await lookWithAxe({ app, page });
  await through([{ name: 'welcome', open: nothing, close: nothing }]);
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
  await through(SCREENS);
  expect(found).toEqual({});
});

test('words have room in every place', async ({ launch, folder }) => {
  test.slow(ALL_LOOKS, 'It goes through all screens eight times.');
  expect(await lookForRoom(launch, folder, SCREENS)).toEqual({});
});
