// Runs in Node: the app on its library, and the page of boxes that scrolling is measured against.

import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { prepareElectron } from '../../build/electron.mjs';
import { machineSwitches } from '../../build/steps/launch.mjs';
import { launchApp, type Gallery } from '../../e2e/app.js';
import { allowNames, pause } from './numbers.js';

const LIMIT = 300_000;

export interface Stage {
  readonly gallery: Gallery;
  /** The page of boxes. */
  readonly boxes: { readonly app: ElectronApplication; readonly page: Page };
  close(): Promise<void>;
}

/** Starts both, the app on `root` with `items` files; background work is paused. */
export async function openStage(userDataDir: string, root: string, items: number): Promise<Stage> {
  const gallery = await launchApp({ userDataDir, mediaDirs: [root] });
  const boxes = await openBoxes();
  const close = async () => {
    await boxes.app.close();
    await gallery.close();
  };
  try {
    const { page } = gallery;
    await allowNames(page);
    await allowNames(boxes.page);
    await setPaused(page, true);
    await untilRead(page, items);
    // The first screen is there, and what came with it has been cleared away.
    await pause(2000);
    return { gallery, boxes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openBoxes(): Promise<Stage['boxes']> {
  // Names the runtime that Playwright starts.
  await prepareElectron();
  const app = await _electron.launch({
    args: [join(import.meta.dirname, 'boxes'), ...machineSwitches(process.platform === 'linux')],
  });
  return { app, page: await app.firstWindow() };
}

/** Stops or resumes the thumbnails that nobody looks at. */
export const setPaused = (page: Page, paused: boolean) =>
  page.evaluate((now) => window.gallery.call('thumbnails.pause', now), paused);

/** Waits until all files are in the window, and their dates are read. */
const untilRead = (page: Page, items: number) =>
  page.waitForFunction(
    async (wanted) => {
      const status = document.querySelector<HTMLElement>('[data-testid="status"]')?.dataset;
      if (status?.['scanning'] !== 'false' || Number(status['items']) !== wanted) return false;
      const roots = await window.gallery.call('roots.list');
      return roots.ok && roots.value.every(({ unread }) => unread === 0);
    },
    items,
    { timeout: LIMIT, polling: 500 },
  );

/** Puts a window before the others: what is covered may not be painted. */
export const toFront = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.moveTop();
    window?.focus();
  });
