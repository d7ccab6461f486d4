// Nothing keeps people out who use a keyboard or a screen reader: axe looks at every menu and dialog and at the viewer, in both themes,
// and finds nothing serious; and our words have room. A new one gets a line in `SCREENS`.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ALL_LOOKS,
  click,
  closeMenu,
  closeViewer,
  goTo,
  leave,
  leaveAlert,
  lookForRoom,
  lookWithAxe,
  opened,
  press,
  search,
  select,
  setUsualWidth,
  steps,
  unselect,
  view,
  type Screen,
} from './access.js';
import { dismissAll, leaveMenus } from './commands.js';
import { expect, test, untilComplete } from './fixtures.js';
import { jpeg, video } from './media/index.js';

/** A tab of Activity, with something in it. */
const tab = (name: string, line: string): Screen => ({
  name: `activity, ${name}`,
  open: async (page) => {
    await page.keyboard.press('ControlOrMeta+Shift+M');
    await page.getByTestId(`activity-tab-${name}`).click();
    await expect(page.getByTestId('activity').getByTestId(line).first()).toBeVisible();
  },
  close: leave,
});

const SCREENS: readonly Screen[] = [
  { name: 'activity', open: goTo('Shift+M', 'activity'), close: leave },
  tab('caches', 'activity-invalidate-all'),
  tab('folders', 'activity-root'),
  tab('processes', 'activity-process'),
  tab('log', 'activity-log-line'),
  { name: 'search filters', open: click('filters'), close: leave },
  { name: 'sort menu', open: click('sort'), close: closeMenu },
  {
    name: 'folder menu',
    open: async (page) => {
      await page.getByTestId('folder').first().hover();
      await page.getByTestId('folder-menu').first().click();
    },
    close: closeMenu,
  },
  {
    name: 'dialog',
    open: async (page) => {
      await page.getByTestId('folder').first().hover();
      await page.getByTestId('folder-menu').first().click();
      await page.getByTestId('remove-folder').click();
      await expect(page.getByTestId('confirm')).toBeVisible();
    },
    close: async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByTestId('confirm')).toHaveCount(0);
    },
  },
  { name: 'selection', open: select, close: unselect },
  {
    name: 'menu of files',
    open: (page) => page.getByTestId('tile').first().click({ button: 'right' }),
    close: closeMenu,
  },
  {
    name: 'more that can be done with a selection',
    open: steps(select, click('selection-more')),
    close: steps(closeMenu, unselect),
  },
  {
    name: 'menu of empty ground',
    open: async (page) => {
      await page.locator('[data-scroller]').click({ button: 'right', position: { x: 3, y: 300 } });
      await page.getByTestId('show-menu').click();
      await expect(page.getByTestId('show-items')).toBeVisible();
    },
    close: leaveMenus,
  },
  {
    name: 'a notice with something to do',
    open: async (page) => {
      for (const index of [0, 1])
        await page
          .getByTestId('tile')
          .nth(index)
          .click({ modifiers: ['ControlOrMeta'] });
      await page.keyboard.press('f');
      await expect(page.getByTestId('notice-action')).toBeVisible();
    },
    close: async (page, app) => {
      await page.getByTestId('notice-action').click();
      await expect(page.getByTestId('notice-action')).toHaveCount(0);
      await unselect(page, app);
      await dismissAll(page);
    },
  },
  { name: 'tags', open: opened('t', 'dialog-tags'), close: leave },
  { name: 'trash', open: opened('Delete', 'confirm'), close: leaveAlert },
  {
    name: 'what could not be done',
    open: async (page, app) => {
      // A trash that takes nothing.
      await app.evaluate(({ shell }) => {
        shell.trashItem = () => Promise.reject(new Error('it is full'));
      });
      await opened('Delete', 'confirm')(page, app);
      await page.getByTestId('confirm-action').click();
      await expect(page.getByTestId('dialog-failures').getByRole('listitem')).toHaveCount(1);
    },
    close: leave,
  },
  { name: 'shortcuts', open: opened('?', 'dialog-shortcuts'), close: leave },
  { name: 'licences', open: opened('ControlOrMeta+Shift+L', 'dialog-licences'), close: leave },
  { name: 'settings', open: opened('ControlOrMeta+,', 'settings'), close: leave },
  { name: 'thumbnails', open: click('thumbnails-button'), close: leave },
  {
    name: 'problems',
    open: async (page) => {
      await page.getByTestId('problems-button').click();
      await expect(page.getByTestId('problem').first()).toBeVisible();
    },
    close: leave,
  },
  {
    name: 'a file that cannot be shown',
    open: async (page, app) => {
      await search('noise.jpg')(page, app);
      await view('noise.jpg')(page, app);
      await expect(page.getByTestId('viewer-unshowable')).toBeVisible();
    },
    close: steps(closeViewer, search('')),
  },
  {
    name: 'a video that cannot be played',
    open: async (page, app) => {
      await view('noise.mp4')(page, app);
      await expect(page.getByTestId('open-externally')).toBeVisible();
    },
    close: closeViewer,
  },
  {
    name: 'a photo that moves',
    open: async (page, app) => {
      await view('IMG_1.jpg')(page, app);
      await expect(page.getByTestId('live-badge')).toBeVisible();
      await page.keyboard.press('l');
      const moving = page.getByTestId('live-video');
      // It would be still again before everything has been looked at.
      await moving.evaluate((media: HTMLVideoElement) => (media.loop = true));
      const time = () => moving.evaluate((media: HTMLVideoElement) => media.currentTime);
      await expect.poll(time).toBeGreaterThan(0);
    },
    close: async (page, app) => {
      await expect(page.getByTestId('live-badge')).toHaveAttribute('aria-pressed', 'true');
      await closeViewer(page, app);
    },
  },
  { name: 'photo with info and filmstrip', open: view('rue.jpg', 'i', 'b'), close: press('i', 'b') },
  {
    name: 'menu of the viewer',
    open: (page) => page.getByTestId('viewer-image').click({ button: 'right' }),
    close: closeMenu,
  },
  {
    name: 'how a photo is looked at, in its menu',
    open: async (page) => {
      await page.getByTestId('viewer-image').click({ button: 'right' });
      await page.getByTestId('view-menu').click();
      await expect(page.getByTestId('view-items')).toBeVisible();
    },
    close: leaveMenus,
  },
  {
    name: 'a slideshow that runs',
    open: async (page) => {
      await page.keyboard.press('s');
      await expect(page.locator('[data-show="true"]')).toHaveCount(1);
    },
    close: async (page, app) => {
      await page.keyboard.press('Escape');
      await expect(page.locator('[data-show="true"]')).toHaveCount(0);
      // It has filled the screen, and where nothing manages windows they stay as large.
      await setUsualWidth(page, app);
    },
  },
  {
    name: 'options of the slideshow',
    open: click('viewer-show-options'),
    close: async (page, app) => {
      await closeMenu(page, app);
      await closeViewer(page, app);
    },
  },
  { name: 'video', open: view('clip with sound.mp4', 'i'), close: press('i') },
  {
    name: 'speeds of a video',
    open: click('viewer-speed'),
    close: async (page, app) => {
      await closeMenu(page, app);
      await closeViewer(page, app);
    },
  },
];

// One photo moves.
test.beforeEach(async ({ folder }) => {
  mkdirSync(join(folder, 'live'));
  writeFileSync(join(folder, 'live/IMG_1.jpg'), await jpeg({ width: 320, height: 240 }));
  await video(join(folder, 'live/IMG_1.mov'), { width: 320, height: 240, seconds: 3, scene: 'counter' });
});

test('axe finds nothing serious in any menu or dialog, and in the viewer', async ({ launch, folder }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const { found, through } = await lookWithAxe({ app, page });
  await through(SCREENS);
  expect(found).toEqual({});
});

test('words have room in every menu and dialog, and in the viewer', async ({ launch, folder }) => {
  test.slow(ALL_LOOKS, 'It goes through all screens eight times.');
  const found = await lookForRoom(
    (options) => launch({ ...options, mediaDirs: [folder] }),
    async ({ page }, through) => {
      await untilComplete(page);
      await through(SCREENS);
    },
  );
  expect(found).toEqual({});
});
