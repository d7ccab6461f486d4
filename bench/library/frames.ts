// Runs in Node: whether the window stays smooth while it puts all files into another order.

import type { Page } from '@playwright/test';
import { median, ms } from '../numbers.js';
import { judge, type Row } from '../row.js';
import type { Gap } from './inside/loop.js';
import { less, longest, startIdleLoop, type IdleLoop } from './loop.js';

interface Counted {
  readonly long: Gap[];
  last: number;
  on: boolean;
}

/** Counts frames of the page; answers what ends that and gives those of more than 17 ms. */
export function countFrames(page: Page): () => Promise<Gap[]> {
  const started = page.evaluate(() => {
    const counted: Counted = { long: [], last: performance.now(), on: true };
    (globalThis as { benchFrames?: Counted }).benchFrames = counted;
    const frame = (now: number) => {
      const whole = now - counted.last;
      if (whole > 17) counted.long.push({ at: performance.timeOrigin + counted.last, whole });
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
      return counted.long;
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

/** The frames of one change, milliseconds. */
export interface Frame {
  /** The longest one. */
  readonly longest: number;
  /** The longest one without what an idle process was held in the same moment. */
  readonly own: number;
}

interface FrameLimits {
  /** Milliseconds. */
  readonly must: number;
  readonly aim: number;
  readonly note: string;
  readonly waits?: readonly number[];
}

/** The row of the longest frame of several changes: of the worst, less what this machine did to everybody in the same moment. */
export function frameRow(
  what: string,
  frames: readonly Frame[],
  { must, aim, note, waits = [] }: FrameLimits,
): Row {
  const worst = Math.max(0, ...frames.map(({ own }) => own));
  const each = frames.map(({ longest: whole }) => ms(whole)).join(', ');
  return {
    what,
    ...{ must: `<= ${must} ms`, aim: `<= ${aim} ms` },
    measured: `${ms(worst)}${waits.length > 0 ? ` (there after ${ms(median(waits))})` : ''}`,
    verdict: judge(worst, { must, aim }),
    numbers: { frames, waits },
    note: `${note}; the worst of ${frames.length}, less what an idle process was held in the same moment: with that ${each}`,
  };
}

/** Measures the frames of one change. `until` does it, and resolves when it shows. */
export async function frameOf(page: Page, idle: IdleLoop, until: () => Promise<unknown>): Promise<Frame> {
  await idle.take();
  const frames = countFrames(page);
  await until();
  const [long, held] = [await frames(), await idle.take()];
  return { longest: longest(long), own: Math.max(0, ...long.map((frame) => less(frame, held))) };
}

/** The longest frame while the whole library is sorted in the other orders, and how long each takes to be there. */
export async function orderRow(page: Page): Promise<Row> {
  const frames: Frame[] = [];
  const waits: number[] = [];
  const idle = await startIdleLoop();
  for (const sort of ['oldest', 'name', 'newest', 'name', 'oldest', 'newest']) {
    const before = await firstTiles(page);
    // The menu is opened before counting: what it costs is not what is measured.
    await page.getByTestId('sort').click();
    await page.getByTestId(`sort-${sort}`).waitFor();
    const change = async () => {
      const started = performance.now();
      await page.getByTestId(`sort-${sort}`).click();
      await firstTiles(page, before);
      waits.push(performance.now() - started);
    };
    frames.push(await frameOf(page, idle, change));
  }
  idle.end();
  const note = 'changes between newest, oldest and name, while thumbnails are made';
  return frameRow('another order of all files, longest frame', frames, { must: 50, aim: 17, note, waits });
}

/** The longest frame while the whole library is grouped by other days, months or years, as the size of its pictures changes. */
export async function groupRow(page: Page): Promise<Row> {
  const frames: Frame[] = [];
  const height = () => page.getByTestId('grid').evaluate((grid) => grid.scrollHeight);
  const idle = await startIdleLoop();
  for (const keys of ['Minus', 'Minus', 'Minus', '0', 'Equal', 'Equal', 'Equal', '0']) {
    const before = await height();
    const change = async () => {
      await page.keyboard.press(`ControlOrMeta+${keys}`);
      await page.waitForFunction((old) => {
        const grid = document.querySelector('[data-testid="grid"]');
        return grid !== null && grid.scrollHeight !== old;
      }, before);
    };
    frames.push(await frameOf(page, idle, change));
  }
  idle.end();
  const note = 'changes of size, from days to months and years and back, while thumbnails are made';
  return frameRow('other groups of all files, longest frame', frames, { must: 50, aim: 17, note });
}
