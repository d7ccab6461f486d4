// Runs in Node: what the rows of the gallery's bench have in common.

import type { Page } from '@playwright/test';

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Scrolls the grid to its beginning. */
export const toTop = (page: Page) =>
  page
    .getByTestId('grid')
    .locator('..')
    .evaluate((view) => view.scrollTo(0, 0));

/** A number of the status line, by its data attribute. */
export const statusNumber = async (page: Page, name: string): Promise<number> =>
  Number(await page.getByTestId('status').getAttribute(`data-${name}`));

/** The compiler of this bench puts a call of it around named functions, also around those for the page. */
export const allowNames = (page: Page) => page.evaluate('globalThis.__name = (named) => named');
