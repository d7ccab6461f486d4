// Runs in Node: screens that are seldom seen: while there is no folder, while the only one is away, and what has failed.

import { renameSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { closeViewer, goTo, leaveAlert, nothing, press, view, type Screen, type Step } from './access.js';
import { expect } from './fixtures.js';

/** Folders as cards, with one that the selector means. */
export const toCards =
  (card: string): Step =>
  async (page) => {
    await page.keyboard.press('ControlOrMeta+3');
    await page.getByTestId('browsing-cards').click();
    await expect(page.locator(card).first()).toBeVisible();
  };
export const leaveCards: Step = async (page) => {
  await page.getByTestId('browsing-flow').click();
  await page.keyboard.press('ControlOrMeta+2');
};

/** While there is no folder. */
export const WELCOME: readonly Screen[] = [{ name: 'welcome', open: nothing, close: nothing }];

/** What the window says of such a folder, in all languages. */
const AWAY = /offline|nicht erreichbar/;
const away = (page: Page) => page.getByRole('treeitem', { name: AWAY });

/** Takes the only folder away for as long as `look` takes. */
export async function without(folder: string, page: Page, look: () => Promise<void>): Promise<void> {
  renameSync(folder, `${folder} unplugged`);
  await expect(away(page)).toBeVisible();
  await look();
  renameSync(`${folder} unplugged`, folder);
}

/** While the only folder is away. */
export const OFFLINE: readonly Screen[] = [
  {
    name: 'an offline folder',
    open: async (page) => {
      await away(page).click();
      await expect(page.getByTestId('tile').first()).toBeVisible();
    },
    close: press('ControlOrMeta+2'),
  },
  {
    name: 'the cover of an offline folder',
    open: async (page, app) => {
      await goTo('3', 'cover-flow')(page, app);
      await expect(page.locator('[data-testid="flow-card"][data-offline="true"]')).not.toHaveCount(0);
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
      await expect(page.getByTestId('folded-root')).toHaveAccessibleName(AWAY);
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
      await expect(page.getByTestId('viewer-unshowable')).toContainText(AWAY);
    },
    close: closeViewer,
  },
  {
    name: 'the question whether to remove a folder that is away',
    open: async (page) => {
      await away(page).click({ button: 'right' });
      await page.getByTestId('remove-folder').click();
      await expect(page.getByTestId('confirm')).toBeVisible();
    },
    close: leaveAlert,
  },
];

type Part = 'view' | 'viewer' | 'window';

/** What a part of the window asks the page for fails from now on, as by a mistake in its code. */
const fail = (page: Page, part: Part) =>
  page.evaluate((failing) => {
    const sizes = ResizeObserver.prototype;
    const letters = OffscreenCanvasRenderingContext2D.prototype;
    const { observe } = sizes;
    const { measureText } = letters;
    Object.assign(window, {
      heal: () => {
        Object.assign(sizes, { observe });
        Object.assign(letters, { measureText });
      },
    });
    const refuse = () => {
      throw new TypeError("Cannot read properties of undefined (reading 'width')");
    };
    // The path in the bar, which stands in no view.
    if (failing === 'window') Object.assign(letters, { measureText: refuse });
    const selector = failing === 'view' ? 'main' : '[data-testid="viewer"]';
    sizes.observe = function (element, how) {
      if (failing !== 'window' && element.closest(selector) !== null) refuse();
      observe.call(this, element, how);
    };
  }, part);

/** It no longer does. */
const heal = (page: Page) => page.evaluate(() => (window as unknown as { heal: () => void }).heal());

/** Each is left in another way: to another place, back to the grid, and shown again. */
export const FAILED: readonly Screen[] = [
  {
    name: 'a view that failed',
    open: async (page) => {
      await fail(page, 'view');
      await page.keyboard.press('ControlOrMeta+1');
      await expect(page.getByRole('main').getByTestId('crash')).toBeVisible();
    },
    close: async (page, app) => {
      await heal(page);
      await goTo('2', 'grid')(page, app);
      await expect(page.getByTestId('crash')).toHaveCount(0);
    },
  },
  {
    name: 'a viewer that failed',
    open: async (page) => {
      await fail(page, 'viewer');
      await page.getByTestId('tile').first().click();
      await expect(page.getByTestId('viewer').getByTestId('crash')).toBeVisible();
    },
    close: async (page) => {
      await heal(page);
      await page.getByTestId('crash-close').click();
      await expect(page.getByTestId('viewer')).toHaveCount(0);
    },
  },
  {
    name: 'a window that failed',
    open: async (page) => {
      await fail(page, 'window');
      await page.keyboard.press('ControlOrMeta+1');
      await expect(page.getByTestId('toolbar')).toHaveCount(0);
      await expect(page.getByTestId('crash')).toBeVisible();
    },
    close: async (page, app) => {
      await heal(page);
      await page.getByTestId('crash-again').click();
      await expect(page.getByTestId('home')).toBeVisible();
      await goTo('2', 'grid')(page, app);
    },
  },
];
