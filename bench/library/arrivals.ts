// Runs in Node: the rows of very many files that are copied in while the window is used.

import type { Page } from '@playwright/test';
import { median, ms } from '../numbers.js';
import { judge, worst, type Row } from '../row.js';
import { copyPhotos } from './copy.js';
import { countFrames } from './frames.js';
import { longest, watchIdleLoop } from './loop.js';

/** Notes when the focus that a key moved has been painted, milliseconds since 1970. */
async function noteAnswers(page: Page): Promise<void> {
  await page.getByTestId('tile').first().focus();
  await page.evaluate(() => {
    const answers: number[] = [];
    (globalThis as { benchAnswers?: number[] }).benchAnswers = answers;
    const focused = () => document.activeElement?.getAttribute('data-item');
    const onKey = () => {
      const before = focused();
      const look = () => {
        if (focused() === before) requestAnimationFrame(look);
        else requestAnimationFrame(() => answers.push(Date.now()));
      };
      requestAnimationFrame(look);
    };
    addEventListener('keydown', onKey, { capture: true });
  });
}

/** Milliseconds from pressing a key until the window shows what it does. */
async function press(page: Page, key: string): Promise<number> {
  const at = Date.now();
  await page.keyboard.press(key);
  const answer = await page.waitForFunction(() =>
    (globalThis as { benchAnswers?: number[] }).benchAnswers?.shift(),
  );
  return (await answer.jsonValue())! - at;
}

export interface Arrival {
  /** Milliseconds from the last copy until all files are in the window. */
  readonly wait: number;
  /** The longest frame meanwhile. */
  readonly longestFrame: number;
  /** From pressing a key until what it does is painted. */
  readonly answers: readonly number[];
  /** How long an idle process was held. */
  readonly machine: number;
}

export interface Arriving {
  readonly photo: string;
  /** A folder that is not there yet. */
  readonly folder: string;
  readonly count: number;
}

/**
 * Copies `count` files into new folders while keys are pressed in the grid.
 * @param untilShown resolves when all of them are in the window
 */
export async function measureArrival(
  page: Page,
  { photo, folder, count }: Arriving,
  untilShown: () => Promise<unknown>,
): Promise<Arrival> {
  await noteAnswers(page);
  const idle = watchIdleLoop();
  const frames = countFrames(page);
  let arriving = true;
  const shown = untilShown()
    .then(() => Date.now())
    .finally(() => (arriving = false));
  const copied = copyPhotos(photo, folder, count);
  // Awaited below; what fails before must not end the whole bench.
  for (const one of [shown, copied]) one.catch(() => undefined);
  const answers: number[] = [];
  // The first file and the one after it in turn: each press moves the focus, and new files come to the first rows.
  for (let i = 0; arriving; i++) {
    answers.push(await press(page, i % 2 === 0 ? 'ArrowRight' : 'Home'));
    // Away from the rhythm of anything that works in steps.
    await new Promise((next) => setTimeout(next, 50 + ((i * 37) % 100)));
  }
  const longestFrame = longest(await frames());
  const wait = (await shown) - (await copied);
  return { wait, longestFrame, answers, machine: longest(await idle()) };
}

/** The rows of several arrivals of `count` files each: medians of the longest of each. */
export function arrivalRows(count: number, arrivals: readonly Arrival[]): Row[] {
  const wait = median(arrivals.map((one) => one.wait));
  const longestFrames = arrivals.map((one) => one.longestFrame);
  const slowestAnswers = arrivals.map((one) => Math.max(...one.answers));
  const [frame, answer] = [median(longestFrames), median(slowestAnswers)];
  const all = arrivals.flatMap((one) => one.answers);
  const files = `${count.toLocaleString('en')} files copied in`;
  const each = (values: readonly number[]) => values.map((value) => ms(value)).join(', ');
  return [
    {
      what: `${files} -> all visible`,
      ...{ must: '<= 10 s', aim: '<= 2 s' },
      measured: `${ms(wait)} after the last`,
      verdict: judge(wait, { must: 10_000, aim: 2000 }),
      numbers: { arrivals },
    },
    {
      what: `${files}: longest frame / longest answer to a key`,
      ...{ must: '<= 200 ms / <= 200 ms', aim: '<= 50 ms / <= 100 ms' },
      measured: `${ms(frame)} / ${ms(answer)} (median ${ms(median(all))})`,
      verdict: worst(judge(frame, { must: 200, aim: 50 }), judge(answer, { must: 200, aim: 100 })),
      numbers: {},
      note:
        `medians of ${arrivals.length} times; frames ${each(longestFrames)}; answers ${each(slowestAnswers)}; an idle ` +
        `process was held for ${each(arrivals.map(({ machine }) => machine))}. ${all.length} keys, pressed until ` +
        `painted, from the first copy until all files are visible`,
    },
  ];
}
