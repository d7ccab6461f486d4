// Nothing keeps people out who use a keyboard or a screen reader: axe looks at every screen, in both themes, and finds
// nothing serious. A new screen gets a line in `SCREENS`.

import axe from 'axe-core';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerDialog, expect, reveal, test, untilComplete } from './fixtures.js';

/** What is wrong with what is on screen now: rule, element, and what it should be. */
async function faults(page: Page): Promise<string[]> {
  // What was just opened is there a frame later.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.slice(0, 8).map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
    );
}

type Step = (page: Page, app: ElectronApplication) => Promise<unknown>;

interface Screen {
  readonly name: string;
  readonly open: Step;
  readonly close: Step;
}

const nothing: Step = () => Promise.resolve();
const press =
  (...keys: string[]): Step =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const click =
  (id: string): Step =>
  (page) =>
    page.getByTestId(id).first().click();
const view =
  (name: string, ...keys: string[]): Step =>
  async (page) => {
    await (await reveal(page, name)).click();
    await expect(page.getByTestId('viewer')).toBeVisible();
    for (const key of keys) await page.keyboard.press(key);
  };
/** Leaves what is open. */
const leave: Step = async (page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};
const leaveAlert: Step = async (page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
};
/** Opened by a key, for the first file where it is about files. */
const opened =
  (key: string, id: string): Step =>
  async (page) => {
    await page.getByTestId('tile').first().focus();
    await page.keyboard.press(key);
    await expect(page.getByTestId(id)).toBeVisible();
  };
const select: Step = async (page) => {
  await page
    .getByTestId('tile')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByTestId('selection-bar')).toBeVisible();
};
const closeViewer = async (page: Page) => {
  await page.getByTestId('viewer-close').click();
  await expect(page.getByTestId('viewer')).toHaveCount(0);
};
const closeMenu = async (page: Page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

/** By the key of a view; what comes with it has settled when nothing changes any more. */
const goTo =
  (key: string, id?: string): Step =>
  async (page) => {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    if (id !== undefined) await expect(page.getByTestId(id)).toBeVisible();
  };

const setWidth = (width: number): Step => {
  return async (page, app) => {
    await app.evaluate(({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to, window.getContentSize()[1]!);
    }, width);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  };
};
const search = async (page: Page, text: string) => {
  await page.getByTestId('search').fill(text);
  await expect(page.getByTestId('grid')).toHaveAttribute('data-search', text);
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
    open: async (page) => {
      await search(page, 'zzzzz');
      await expect(page.getByTestId('nothing')).toBeVisible();
    },
    close: (page) => search(page, ''),
  },
  {
    name: 'files that cannot be shown',
    open: async (page) => {
      await search(page, 'noise');
      await expect(page.locator('[data-testid="tile"][data-state="failed"]').first()).toBeVisible();
    },
    close: (page) => search(page, ''),
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
      await setWidth(1280)(page, app);
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
      await closeMenu(page);
      await setWidth(1280)(page, app);
      await page.keyboard.press('ControlOrMeta+2');
    },
  },
  { name: 'activity', open: goTo('Shift+M', 'activity'), close: leave },
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
  { name: 'selection', open: select, close: press('Escape') },
  {
    name: 'menu of files',
    open: (page) => page.getByTestId('tile').first().click({ button: 'right' }),
    close: closeMenu,
  },
  { name: 'tags', open: opened('t', 'dialog-tags'), close: leave },
  { name: 'trash', open: opened('Delete', 'confirm'), close: leaveAlert },
  { name: 'shortcuts', open: opened('?', 'dialog-shortcuts'), close: leave },
  { name: 'licences', open: opened('ControlOrMeta+Shift+L', 'dialog-licences'), close: leave },
  { name: 'settings', open: opened('ControlOrMeta+,', 'settings'), close: leave },
  { name: 'thumbnails', open: click('thumbnails-button'), close: leave },
  { name: 'problems', open: click('problems-button'), close: leave },
  { name: 'photo with info and filmstrip', open: view('rue.jpg', 'i', 'b'), close: press('i', 'b') },
  {
    name: 'menu of the viewer',
    open: (page) => page.getByTestId('viewer-image').click({ button: 'right' }),
    close: closeMenu,
  },
  {
    name: 'options of the slideshow',
    open: click('viewer-show-options'),
    close: async (page) => {
      await closeMenu(page);
      await closeViewer(page);
    },
  },
  { name: 'video', open: view('clip with sound.mp4', 'i'), close: press('i') },
  {
    name: 'speeds of a video',
    open: click('viewer-speed'),
    close: async (page) => {
      await closeMenu(page);
      await closeViewer(page);
    },
  },
];

test('axe finds nothing serious on any screen', async ({ launch, folder }) => {
  const { app, page } = await launch();
  const setTheme = async (theme: 'dark' | 'light') => {
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(theme === 'dark');
  };
  // Halfway through a fade nothing has its colours.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  // The page's own rules forbid scripts from outside, evaluating is not bound by them.
  await page.evaluate(axe.source);
  const found: Record<string, string[]> = {};
  const look = async (name: string) => {
    const all = await faults(page);
    if (all.length > 0) found[name] = all;
  };
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(theme);
    await look(`welcome, ${theme}`);
  }
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
  for (const theme of ['dark', 'light'] as const) {
    await setTheme(theme);
    for (const { name, open, close } of SCREENS) {
      await open(page, app);
      await look(`${name}, ${theme}`);
      await close(page, app);
    }
  }
  expect(found).toEqual({});
});
