// Runs in Node: how soon a photo stands on the screen, opened from its tile and reached from the one before it.

import type { Gallery } from '../../e2e/app.js';
import { median, ms, quantile } from '../numbers.js';
import { judge, type Limits, type Row } from '../row.js';
import type { Memories } from './census.js';
import { pause, toTop } from './numbers.js';
import { notePainted, untilPainted } from './painted.js';

const row = (what: string, must: number, aim: number, waits: readonly number[], note: string): Row => {
  const limits: Limits = { must, aim };
  const worst = quantile(waits, 0.9);
  return {
    what,
    ...{ must: `<= ${must} ms`, aim: `<= ${aim} ms` },
    measured: `${ms(worst)} (median ${ms(median(waits))})`,
    verdict: judge(worst, limits),
    numbers: { waits },
    note: `p90 of ${waits.length}${note}`,
  };
};

/** `names`: photos of 24 megapixels, the newest of the library. */
export async function viewerRows(
  { page }: Gallery,
  names: readonly string[],
  memories: Memories,
): Promise<Row[]> {
  await notePainted(page);
  await toTop(page);
  const opened: number[] = [];
  // Every third, so that none was loaded as a neighbour of the one before.
  for (const name of names.filter((_, i) => i % 3 === 1)) {
    const tile = page.locator(`[data-testid="tile"][data-name="${name}"]`);
    await tile.waitFor();
    await page.waitForFunction(
      (wanted) =>
        document.querySelector(`[data-testid="tile"][data-name="${wanted}"]`)?.getAttribute('data-state') ===
        'ready',
      name,
    );
    await pause(400);
    opened.push(await untilPainted(page, () => tile.click()));
    await page.keyboard.press('Escape');
    await page.getByTestId('viewer').waitFor({ state: 'detached' });
  }
  await toTop(page);
  await page.locator(`[data-testid="tile"][data-name="${names[0]}"]`).click();
  await pause(2500);
  const next: number[] = [];
  for (let i = 1; i < Math.min(names.length, 13); i++) {
    next.push(await untilPainted(page, () => page.keyboard.press('ArrowRight')));
    await pause(1500);
    await memories.note('viewer');
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('viewer').waitFor({ state: 'detached' });
  return [
    row(
      'viewer: click on a tile -> 24 MP JPEG at screen size painted',
      250,
      120,
      opened,
      ', each photo for the first time',
    ),
    row('viewer: key -> next 24 MP JPEG painted, preloaded', 50, 16, next, ', one every 2 s'),
  ];
}
