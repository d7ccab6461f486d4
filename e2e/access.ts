// Runs in Node: axe looks at screen after screen of the app, in both themes; and the steps that lead from one to the next.

import axe from 'axe-core';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import type { Gallery } from './app.js';
import { reveal } from './fixtures.js';

export type Step = (page: Page, app: ElectronApplication) => Promise<unknown>;

export interface Screen {
  readonly name: string;
  readonly open: Step;
  /** Back to where `open` began. */
  readonly close: Step;
}

export type Theme = 'dark' | 'light';

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

/** Makes an app ready to be looked at; answers how it is: by what is found, nothing or the faults of each screen. */
export async function lookWithAxe({ app, page }: Pick<Gallery, 'app' | 'page'>) {
  // Halfway through a fade nothing has its colours.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  // The page's own rules forbid scripts from outside, evaluating is not bound by them.
  await page.evaluate(axe.source);
  const found: Record<string, string[]> = {};
  const setTheme = async (theme: Theme) => {
    await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(isDark).toBe(theme === 'dark');
  };
  const look = async (name: string, theme: Theme) => {
    const all = await faults(page);
    if (all.length > 0) found[`${name}, ${theme}`] = all;
  };
  /** Opens each screen, looks at it and leaves it, in both themes. */
  const through = async (screens: readonly Screen[]) => {
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(theme);
      for (const { name, open, close } of screens) {
        await open(page, app);
        await look(name, theme);
        await close(page, app);
      }
    }
  };
  return { found, through };
}

export const nothing: Step = () => Promise.resolve();

export const press =
  (...keys: string[]): Step =>
  async (page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

export const click =
  (id: string): Step =>
  (page) =>
    page.getByTestId(id).first().click();

/** One step after the other. */
export const steps =
  (...all: readonly Step[]): Step =>
  async (page, app) => {
    for (const step of all) await step(page, app);
  };

/** By a key with Ctrl or Cmd; until what comes with it is there. */
export const goTo =
  (key: string, id?: string): Step =>
  async (page) => {
    await page.keyboard.press(`ControlOrMeta+${key}`);
    if (id !== undefined) await expect(page.getByTestId(id)).toBeVisible();
  };

/** Opens a file in the viewer. */
export const view =
  (name: string, ...keys: string[]): Step =>
  async (page) => {
    await (await reveal(page, name)).click();
    await expect(page.getByTestId('viewer')).toBeVisible();
    for (const key of keys) await page.keyboard.press(key);
  };

/** Leaves the dialog that is open. */
export const leave: Step = async (page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

export const leaveAlert: Step = async (page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
};

/** Opened by a key, for the first file where it is about files. */
export const opened =
  (key: string, id: string): Step =>
  async (page) => {
    await page.getByTestId('tile').first().focus();
    await page.keyboard.press(key);
    await expect(page.getByTestId(id)).toBeVisible();
  };

export const select: Step = async (page) => {
  await page
    .getByTestId('tile')
    .first()
    .click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByTestId('selection-bar')).toBeVisible();
};

export const unselect: Step = async (page) => {
  await page.getByTestId('selection-clearSelection').click();
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);
};

export const closeViewer: Step = async (page) => {
  await page.getByTestId('viewer-close').click();
  await expect(page.getByTestId('viewer')).toHaveCount(0);
};

export const closeMenu: Step = async (page) => {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
};

export const setWidth =
  (width: number): Step =>
  async (page, app) => {
    await app.evaluate(({ BrowserWindow }, to) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(to, window.getContentSize()[1]!);
    }, width);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  };

/** Types into the search field, until what is found is shown. */
export const search =
  (text: string): Step =>
  async (page) => {
    await page.getByTestId('search').fill(text);
    await expect(page.getByTestId('grid')).toHaveAttribute('data-search', text);
  };
