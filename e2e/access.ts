// Runs in Node: axe looks at screen after screen of the app, in both themes, or whether words have room; and the steps that lead from one
// to the next.

import axe from 'axe-core';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { LANGUAGE_CODES, type Language } from '../electron/shared/texts/languages.js';
import type { Gallery, LaunchOptions } from './app.js';
import { cutWords, wordsOf } from './fit.js';
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

export type Window = Pick<Gallery, 'app' | 'page'>;

/** Opens each screen, looks at it and leaves it. */
async function visit({ app, page }: Window, screens: readonly Screen[], look: (name: string) => unknown) {
  for (const { name, open, close } of screens) {
    await open(page, app);
    await look(name);
    await close(page, app);
  }
}

async function setTheme({ app, page }: Window, theme: Theme): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => void (nativeTheme.themeSource = source), theme);
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await expect.poll(isDark).toBe(theme === 'dark');
}

/** Makes an app ready to be looked at; answers how it is: by what is found, nothing or the faults of each screen. */
export async function lookWithAxe(window: Window) {
  const { page } = window;
  // Halfway through a fade nothing has its colours.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  // The page's own rules forbid scripts from outside, evaluating is not bound by them.
  await page.evaluate(axe.source);
  const found: Record<string, string[]> = {};
  const through = async (screens: readonly Screen[]) => {
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(window, theme);
      await visit(window, screens, async (name) => {
        const all = await faults(page);
        if (all.length > 0) found[`${name}, ${theme}`] = all;
      });
    }
  };
  return { found, through };
}

/** Waits until the grid, where there is one, has tiles or says why it has none. */
const untilShown = (page: Page) =>
  page.waitForFunction(() => {
    const has = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
    return !has('grid') || has('tile') || has('nothing');
  });

interface Look {
  readonly language: Language;
  readonly width: number;
  readonly theme: Theme;
}

/** For whoever looks at the pictures. */
export const ALL_LOOKS = process.env['SCREENS'] === 'all';

/** Where words have the least room; with SCREENS=all every language, width and theme. */
const LOOKS: readonly Look[] = ALL_LOOKS
  ? LANGUAGE_CODES.flatMap((language) =>
      [1000, 1900].flatMap((width) =>
        (['dark', 'light'] as const).map((theme) => ({ language, width, theme })),
      ),
    )
  : [{ language: 'de', width: 1000, theme: 'light' }];

/** The width that {@link setUsualWidth} brings back. */
let usualWidth = 1280;

/**
 * Starts the app for every look, where `go` leads through screens, each of which is saved as a picture; answers the words that have no
 * room there, by its name.
 */
export async function lookForRoom(
  launch: (options: LaunchOptions) => Promise<Gallery>,
  go: (window: Window, through: (screens: readonly Screen[]) => Promise<void>) => Promise<void>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const { language, width, theme } of LOOKS) {
    const window = await launch({ args: ['--language', language] });
    const { app, page } = window;
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
    usualWidth = width;
    await setUsualWidth(page, app);
    await setTheme(window, theme);
    await go(window, (screens) =>
      visit(window, screens, async (name) => {
        await untilShown(page);
        const look = `${name} ${width} ${theme} ${language}`;
        await page.screenshot({ path: `test-results/screens/${look.replaceAll(/[ ,]+/g, '-')}.png` });
        const cut = await cutWords(page, wordsOf(language));
        if (cut.length > 0) found[look] = cut;
      }),
    );
    await window.close();
  }
  usualWidth = 1280;
  return found;
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

/** As wide as the window is where nothing else is said. */
export const setUsualWidth: Step = (page, app) => setWidth(usualWidth)(page, app);

/** Types into the search field, until what is found is shown. */
export const search =
  (text: string): Step =>
  async (page) => {
    await page.getByTestId('search').fill(text);
    await expect(page.getByTestId('grid')).toHaveAttribute('data-search', text);
  };
