// Runs in Node: whether the window stays smooth while it puts all files into another order.

import type { Page } from '@playwright/test';
import { median, ms } from '../numbers.js';
import { judge, type Row } from '../row.js';

interface Counted {
  longest: number;
  last: number;
  on: boolean;
}

/** Counts frames of the page; answers what ends that and gives the longest time between two, milliseconds. */
export function countFrames(page: Page): () => Promise<number> {
  const started = page.evaluate(() => {
    const counted: Counted = { longest: 0, last: performance.now(), on: true };
    (globalThis as { benchFrames?: Counted }).benchFrames = counted;
    const frame = (now: number) => {
      counted.longest = Math.max(counted.longest, now - counted.last);
      counted.last = now;
      if (counted.on) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  return async () => {
    await started;
    return page.evaluate(() => {
      const counted = (globalThis as { benchFrames?: Counted }).benchFrames!;
      counted.on = false;
      return counted.longest;
    });
  };
}

/** The files of the first tiles; with `not`, as soon as they are others than those. */
const firstTiles = async (page: Page, not: string | null = null): Promise<string> => {
  const tiles = await page.waitForFunction((old) => {
    const items = [...document.querySelectorAll('[data-testid="tile"]')].slice(0, 9);
    const text = items.map((tile) => tile.getAttribute('data-item')).join();
    return text === old ? null : { text };
  }, not);
  return (await tiles.jsonValue())!.text;
};

/** The longest frame while the whole library is sorted in the other orders, and how long each takes to be there. */
export async function orderRow(page: Page): Promise<Row> {
  const longest: number[] = [];
  const waits: number[] = [];
  for (const sort of ['oldest', 'name', 'newest', 'name', 'oldest', 'newest']) {
    const before = await firstTiles(page);
    // The menu is opened before counting: what it costs is not what is measured.
    await page.getByTestId('sort').click();
    await page.getByTestId(`sort-${sort}`).waitFor();
    const frames = countFrames(page);
    const started = performance.now();
    await page.getByTestId(`sort-${sort}`).click();
    await firstTiles(page, before);
    waits.push(performance.now() - started);
    longest.push(await frames());
  }
  const worst = median(longest);
  return {
    what: 'another order of all files, longest frame',
    ...{ must: '<= 50 ms', aim: '<= 17 ms' },
    measured: `${ms(worst)} (in order after ${ms(median(waits))})`,
    verdict: judge(worst, { must: 50, aim: 17 }),
    numbers: { longest, waits },
    note: 'median of six changes between newest, oldest and name, while thumbnails are made',
  };
}

/** The longest frame while the whole library is grouped by other days, months or years, as the size of its pictures changes. */
export async function groupRow(page: Page): Promise<Row> {
  const longest: number[] = [];
  const height = () => page.getByTestId('grid').evaluate((grid) => grid.scrollHeight);
  for (const keys of ['Minus', 'Minus', 'Minus', '0', 'Equal', 'Equal', 'Equal', '0']) {
    const before = await height();
    const frames = countFrames(page);
    await page.keyboard.press(`ControlOrMeta+${keys}`);
    await page.waitForFunction((old) => {
      const grid = document.querySelector('[data-testid="grid"]');
      return grid !== null && grid.scrollHeight !== old;
    }, before);
    longest.push(await frames());
  }
  const worst = median(longest);
  return {
    what: 'other groups of all files, longest frame',
    ...{ must: '<= 50 ms', aim: '<= 17 ms' },
    measured: ms(worst),
    verdict: judge(worst, { must: 50, aim: 17 }),
    numbers: { longest },
    note: 'median of eight changes of size, from days to months and years and back, while thumbnails are made',
  };
}
