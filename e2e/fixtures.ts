// What every journey starts with: a fresh copy of a small library, a fresh user folder, and the real app.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { launchApp, sayWhatItDid, type Gallery, type LaunchOptions } from './app.js';
import { copyLibrary, makeSmallLibrary, type Manifest } from './media/index.js';

export { expect };

interface PerTest {
  /** A temporary folder of this test. */
  scratch: string;
  /** A copy of the small library; the test may change it. */
  folder: string;
  manifest: Manifest;
  /** Starts the app with this test's user folder; closed at the end. */
  launch: (options?: LaunchOptions) => Promise<Gallery>;
}

interface PerRun {
  master: { dir: string; manifest: Manifest };
}

const temporary = (name: string) => realpathSync(mkdtempSync(join(tmpdir(), `home-gallery-${name}-`)));

export const test = base.extend<PerTest, PerRun>({
  master: [
    // Playwright wants the first argument to be a pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const dir = temporary('master');
      await use({ dir, manifest: await makeSmallLibrary(join(dir, 'Pictures')) });
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // eslint-disable-next-line no-empty-pattern
  scratch: async ({}, use) => {
    const dir = temporary('e2e');
    await use(dir);
    rmSync(dir, { recursive: true, force: true });
  },
  folder: async ({ scratch, master }, use) => {
    const folder = join(scratch, 'Pictures');
    copyLibrary(join(master.dir, 'Pictures'), folder);
    await use(folder);
  },
  manifest: async ({ master }, use) => use(master.manifest),
  launch: async ({ scratch }, use, { errors }) => {
    const open: Gallery[] = [];
    await use(async (options = {}) => {
      const gallery = await launchApp({ userDataDir: join(scratch, 'user'), ...options });
      open.push(gallery);
      return gallery;
    });
    if (errors.length > 0) for (const gallery of open) await sayWhatItDid(gallery);
    for (const gallery of open) await gallery.close();
  },
});

/** The native dialog cannot be driven; its answer is given in its place. */
export const answerDialog = (app: ElectronApplication, filePaths: string[]) =>
  app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: paths.length === 0, filePaths: paths });
  }, filePaths);

/** The tile of a file by its name. */
export const tile = (page: Page, name: string): Locator =>
  page.locator(`[data-testid="tile"][data-name=${JSON.stringify(name)}]`);

/** Scrolls the grid, page by page as a person would, until a file's tile is there; answers the tile. */
export async function reveal(page: Page, name: string): Promise<Locator> {
  const found = tile(page, name);
  const scroller = page.getByTestId('grid').locator('..');
  const scroll = (pages: number) =>
    scroller.evaluate(async (element, by) => {
      const before = element.scrollTop;
      element.scrollTop = by === 0 ? 0 : before + element.clientHeight * by;
      // Two frames: one in which the grid hears of it, one in which the rows are there.
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      return element.scrollTop !== before;
    }, pages);
  // A tile that is only near the view may be taken away again.
  const isSeen = () =>
    found.evaluateAll((tiles) =>
      tiles.some((one) => {
        const box = one.getBoundingClientRect();
        return box.bottom > 0 && box.top < window.innerHeight;
      }),
    );
  // Rows may come later than a busy machine's two frames: then it is looked through once more.
  await expect(async () => {
    if (!(await isSeen())) await scroll(0);
    while (!(await isSeen()) && (await scroll(0.7)));
    await found.scrollIntoViewIfNeeded({ timeout: 1000 });
  }).toPass({ timeout: 45_000 });
  return found;
}

/** Orders the pictures by name: where each stands then does not depend on which dates have been read by now. */
export async function byName(page: Page): Promise<void> {
  await page.keyboard.press('Alt+3');
  // Headings are of dates: where there are tiles and none of them, the files stand in the new order.
  await page.waitForFunction(() => {
    const there = (id: string) => document.querySelector(`[data-testid="${id}"]`) !== null;
    return there('tile') && !there('heading');
  });
}

/**
 * Waits until files stand by the dates in them, which is seen by the first heading: a file whose date has not been read yet stands as
 * one of today, above all others. What is shown never moves by itself, but offers to, and that is accepted.
 */
export async function byDate(page: Page, firstHeading: string | RegExp): Promise<void> {
  const reorder = page.getByTestId('reorder');
  await expect(async () => {
    if (await reorder.isVisible()) await reorder.click({ timeout: 1000 });
    await expect(page.getByTestId('heading').first()).toHaveText(firstHeading, { timeout: 1000 });
  }).toPass({ timeout: 45_000 });
}

/** Waits until the scan is over, its files are shown, and no thumbnail is outstanding. */
export async function untilComplete(page: Page, timeout = 120_000): Promise<void> {
  await page.waitForFunction(
    () => {
      const status = document.querySelector<HTMLElement>('[data-testid="status"]')?.dataset;
      if (!status || status['scanning'] !== 'false' || Number(status['items']) === 0) return false;
      const [done, failed, total] = ['thumbnailsDone', 'thumbnailsFailed', 'thumbnailsTotal'].map((key) =>
        Number(status[key]),
      );
      return total! > 0 && done! + failed! === total;
    },
    undefined,
    { timeout },
  );
}

/** A number of the status line, by its data attribute. */
export async function status(page: Page, name: string): Promise<number> {
  return Number(await page.getByTestId('status').getAttribute(`data-${name}`));
}

/** Path and sentence of each problem with folders and files. */
export const problems = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const answer = await window.gallery.call('library.problems');
    return answer.ok ? answer.value.map(({ path, message }) => `${path}: ${message}`) : [answer.message];
  });

/** The names of what the grid shows, in its order. */
export const shownNames = (page: Page): Promise<string[]> =>
  page
    .getByTestId('tile')
    .evaluateAll((tiles) =>
      tiles
        .sort((a, b) => Number(a.getAttribute('aria-posinset')) - Number(b.getAttribute('aria-posinset')))
        .map((tile) => (tile as HTMLElement).dataset['name']!),
    );
