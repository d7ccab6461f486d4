// Runs in Node: how soon what was typed into the search field is answered, letter by letter, among all files.

import type { Page } from '@playwright/test';
import { median, ms, quantile } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { pause, toTop } from './numbers.js';

/** What a person might look for: a folder, a name, a date, a camera, and what nobody has. */
const WORDS: readonly string[] = ['album 012', 'part 07', 'large', '2023', 'november', 'canon', 'qxz'];

/** Follows the next letter until the grid shows the answer to `text`, and the frame with it is over. */
const follow = (page: Page, text: string) =>
  page.evaluate((wanted) => {
    (globalThis as { benchSearch?: Promise<number> }).benchSearch = new Promise((done) => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          const look = () => {
            const grid = document.querySelector<HTMLElement>('[data-testid="grid"]');
            if (grid?.dataset['search'] !== wanted) requestAnimationFrame(look);
            else requestAnimationFrame(() => done(performance.now() - timeStamp));
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  }, text);

/** Types words letter by letter, as a person does, and takes them away again. */
export async function searchRow(page: Page, rounds: number): Promise<Row> {
  await toTop(page);
  const field = page.getByTestId('search');
  const waits: number[] = [];
  const first: number[] = [];
  const slowest = { letter: '', wait: 0 };
  for (const word of Array.from({ length: rounds }, () => WORDS).flat()) {
    await field.click();
    for (let length = 1; length <= word.length; length++) {
      const text = word.slice(0, length);
      await follow(page, text);
      await page.keyboard.press(text.endsWith(' ') ? 'Space' : text.at(-1)!);
      const wait = await page.evaluate(
        () => (globalThis as unknown as { benchSearch: Promise<number> }).benchSearch,
      );
      waits.push(wait);
      if (length === 1) first.push(wait);
      if (wait > slowest.wait) Object.assign(slowest, { letter: text, wait });
      // Nobody types in the rhythm of the frames.
      await pause(140 + ((waits.length * 37) % 60));
    }
    await page.keyboard.press('Escape');
    await page.waitForFunction(
      () => document.querySelector<HTMLElement>('[data-testid="grid"]')?.dataset['search'] === '',
    );
  }
  const tail = quantile(waits, 0.95);
  return {
    what: 'search: letter typed -> results painted, p95',
    ...{ must: '<= 100 ms', aim: '<= 30 ms' },
    measured: `${ms(tail)} (median ${ms(median(waits))})`,
    verdict: judge(tail, { must: 100, aim: 30 }),
    numbers: { waits, first },
    note:
      `${waits.length} letters of ${WORDS.length} words, until the frame after the one that shows the answer, which is up to two ` +
      `frames more than its painting; first letters median ${ms(median(first))}, the slowest "${slowest.letter}" ${ms(slowest.wait)}`,
  };
}
