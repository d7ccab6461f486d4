// Nothing keeps people out who use a keyboard or a screen reader: axe looks at every place and what stands around it, in both themes,
// and finds nothing serious; and our words have room. A new screen gets a line in `SCREENS`; menus, dialogs and the viewer have theirs in
// access-dialogs.spec.ts.

import { renameSync } from 'node:fs';
import {
  ALL_LOOKS,
  closeMenu,
  closeViewer,
  goTo,
  lookForRoom,
  lookWithAxe,
  nothing,
  press,
  search,
  setUsualWidth,
  setWidth,
  view,
  type Screen,
  type Step,
} from './access.js';
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

/** Folders as cards, with one that the selector means. */
const toCards =
  (card: string): Step =>
  async (page) => {
    await page.keyboard.press('ControlOrMeta+3');
    await page.getByTestId('browsing-cards').click();
    await expect(page.locator(card).first()).toBeVisible();
  };
const leaveCards: Step = async (page) => {
  await page.getByTestId('browsing-flow').click();
  await page.keyboard.press('ControlOrMeta+2');
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
];

/** While the only folder is away. */
const OFFLINE: readonly Screen[] = [
  {
    name: 'an offline folder',
    open: async (page) => {
      await page.getByRole('treeitem', { name: /offline/ }).click();
      await expect(page.getByTestId('tile').first()).toBeVisible();
    },
    close: press('ControlOrMeta+2'),
  },
  {
    name: 'the cover of an offline folder',
    open: async (page, app) => {
      await goTo('3', 'cover-flow')(page, app);
      await expect(page.getByTestId('cover-flow')).toContainText('Offline');
    },
    close: press('ControlOrMeta+2'),
  },
  {
    name: 'the card of an offline folder',
    open: toCards('[data-testid="folder-card"][data-offline="true"]'),
    close: leaveCards,
  },
  {
    name: 'an offline folder as an icon',
    open: async (page, app) => {
      await goTo('Shift+D', 'sidebar-folded')(page, app);
      await expect(page.getByTestId('folded-root')).toHaveAccessibleName(/offline/);
    },
    close: async (page) => {
      await page.keyboard.press('ControlOrMeta+Shift+D');
      await expect(page.getByTestId('sidebar-folded')).toHaveCount(0);
    },
  },
  {
    name: 'a photo of an offline folder in the viewer',
    open: async (page, app) => {
      await view('rue.jpg')(page, app);
      await expect(page.getByTestId('viewer-unshowable')).toContainText('is offline');
    },
    close: closeViewer,
  },
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

test('axe finds nothing serious where a folder is away', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  renameSync(folder, `${folder} unplugged`);
  await expect(page.getByRole('treeitem', { name: /offline/ })).toBeVisible();
  const { found, through } = await lookWithAxe({ app, page });
  await through(OFFLINE);
  expect(found).toEqual({});
});
