// The time line: headings by zoom, a jump to any month, other orders and filters, all of it there again after a restart.

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { byDate, expect, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const MONTHS = [2023, 2022, 2021].flatMap((year) => ['10', '06', '02'].map((month) => `${year}-${month}`));
const PER_MONTH = 12;
/** Names count backwards, so that their order is another one than that of dates. */
const nameOf = (month: string, i: number): string =>
  `IMG_${MONTHS.length * PER_MONTH - MONTHS.indexOf(month) * PER_MONTH - i}.jpg`;

/** A month of MONTHS, a day or a year as the window writes it. */
const written = (page: Page, day: string, options: Intl.DateTimeFormatOptions): Promise<string> =>
  page.evaluate(
    ([text, how]) => new Intl.DateTimeFormat(undefined, { ...how, timeZone: 'UTC' }).format(new Date(text)),
    [day, options] as const,
  );
const monthOf = (page: Page, month: string) => written(page, month, { year: 'numeric', month: 'long' });

test('headings, a jump to a month, order and filter, and all of it after a restart', async ({
  launch,
  folder,
  scratch,
}) => {
  const dir = join(scratch, 'Dated');
  mkdirSync(dir);
  for (const month of MONTHS) {
    for (let i = 0; i < PER_MONTH; i++) {
      const taken = `${month}-14T12:00:${String(59 - i)}`;
      const picture = await jpeg({ width: 90, height: 60, seed: i, scene: 'quarters', taken });
      writeFileSync(join(dir, nameOf(month, i)), picture);
    }
  }
  copyFileSync(join(folder, 'films/clip with sound.mp4'), join(dir, 'film.mp4'));
  const first = await launch({ mediaDirs: [dir] });
  const { page } = first;
  await untilComplete(page);
  const headings = page.getByTestId('heading');
  // All files were made today.
  await byDate(page, `${await monthOf(page, '2023-10')}12 items`);

  await page.keyboard.press('ControlOrMeta+Minus');
  await page.keyboard.press('ControlOrMeta+Minus');
  await expect(headings.first()).toHaveText('202336 items');
  await page.keyboard.press('ControlOrMeta+0');
  await page.keyboard.press('ControlOrMeta+Equal');
  await page.keyboard.press('ControlOrMeta+Equal');
  const long = { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' } as const;
  await expect(headings.first()).toContainText(await written(page, '2023-10-14', long));
  await page.keyboard.press('ControlOrMeta+0');

  // By mouse: pressed where the month stands, the grid is there, and says so.
  const june = await monthOf(page, '2022-06');
  const scrubber = page.getByTestId('scrubber');
  const mark = page
    .getByTestId('scrubber-mark')
    .filter({ hasText: await written(page, '2022-06', { month: 'short' }) });
  const at = (await mark.nth(1).boundingBox())!;
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2 + 60);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width / 2, at.y + at.height / 2 + 2);
  await expect(page.getByTestId('scrubber-bubble')).toHaveText(june);
  await page.mouse.up();
  await expect(scrubber).toHaveAttribute('aria-valuetext', june);
  await expect(tile(page, nameOf('2022-06', 5))).toBeInViewport();
  await expect(tile(page, nameOf('2022-06', 5))).toHaveAttribute('data-state', 'ready');
  const { y } = (await page.getByTestId('grid').locator('..').boundingBox())!;
  const stuck = headings.filter({ hasText: june });
  expect(Math.abs((await stuck.boundingBox())!.y - y)).toBeLessThan(1);

  // By wheel, as over the pictures beside it.
  const top = () => page.locator('[data-scroller]').evaluate(({ scrollTop }) => scrollTop);
  const turned = await top();
  await page.mouse.wheel(0, 300);
  await expect.poll(top).toBe(turned + 300);

  // By keyboard: month by month, and to the ends.
  await scrubber.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect(scrubber).toHaveAttribute('aria-valuetext', await monthOf(page, '2023-06'));
  await page.keyboard.press('PageDown');
  await expect(scrubber).toHaveAttribute('aria-valuetext', await monthOf(page, '2022-10'));
  for (const [key, month] of [
    ['ArrowLeft', '2023-02'],
    ['ArrowUp', '2023-06'],
    ['ArrowRight', '2023-02'],
    ['PageUp', '2023-10'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(scrubber, key).toHaveAttribute('aria-valuetext', await monthOf(page, month));
  }
  await page.keyboard.press('End');
  await expect(tile(page, nameOf('2021-02', PER_MONTH - 1))).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(scrubber).toHaveAttribute('aria-valuenow', '0');

  // In the grid across headings.
  await page.getByTestId('tile').first().focus();
  await page.keyboard.press('End');
  await expect(tile(page, nameOf('2021-02', PER_MONTH - 1))).toBeFocused();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowUp');
  const focused = page.locator('[data-testid="tile"]:focus');
  await expect
    .poll(async () => Number(await focused.getAttribute('aria-posinset')))
    .toBeLessThanOrEqual((MONTHS.length - 1) * PER_MONTH + 1);
  await expect(focused).toBeInViewport();

  await page.getByTestId('sort').click();
  await page.getByTestId('sort-name').click();
  await expect(page.locator('[data-testid="tile"][aria-posinset="2"]')).toHaveAttribute(
    'data-name',
    'IMG_1.jpg',
  );
  await expect(page.locator('[data-testid="tile"][aria-posinset="11"]')).toHaveAttribute(
    'data-name',
    'IMG_10.jpg',
  );
  await expect(headings).toHaveCount(0);
  await expect(scrubber).toHaveCount(0);
  await page.getByTestId('filter-video').click();
  await expect(page.getByTestId('tile')).toHaveCount(1);
  await first.close();

  const { page: again } = await launch();
  await expect(again.getByTestId('tile')).toHaveCount(1);
  await expect(tile(again, 'film.mp4')).toBeVisible();
  await expect(again.getByTestId('filter-video')).toHaveAttribute('aria-pressed', 'true');
  await again.getByTestId('filter-all').click();
  const names = () =>
    again
      .locator('[data-testid="tile"]')
      .evaluateAll((tiles) => tiles.slice(0, 9).map((element) => (element as HTMLElement).dataset['name']));
  const choose = async (sort: string) => {
    await again.getByTestId('sort').click();
    await again.getByTestId(`sort-${sort}`).click();
  };
  await expect.poll(async () => (await names()).slice(0, 3)).toEqual(['film.mp4', 'IMG_1.jpg', 'IMG_2.jpg']);
  await choose('shuffle');
  await expect.poll(async () => (await names())[1]).not.toBe('IMG_1.jpg');
  const shuffled = await names();
  await choose('name');
  await expect.poll(async () => (await names())[1]).toBe('IMG_1.jpg');
  await choose('shuffle');
  await expect.poll(names).toEqual(shuffled);
});
