// How the pictures are ordered and how large they are, by the toolbar, by keys and by the wheel.

import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, shownNames, test, tile, untilComplete } from './fixtures.js';
import { jpeg, photo } from './media/index.js';

const FILES = [
  { name: 'b 10.jpg', width: 300, day: '2020-03-01' },
  { name: 'a 2.png', width: 600, day: '2021-03-01' },
  { name: 'a 11.jpg', width: 120, day: '2022-03-01' },
  { name: 'c.webp', width: 60, day: '2019-03-01' },
] as const;

const names = (page: Page) =>
  page.getByTestId('tile').evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset['name']));

test('every order, by menu and key; the size of pictures by slider, key and wheel', async ({
  launch,
  scratch,
}) => {
  const dir = join(scratch, 'Ordered');
  mkdirSync(dir);
  for (const { name, width, day } of FILES) {
    const format = name.endsWith('.jpg') ? 'jpeg' : name.endsWith('.png') ? 'png' : 'webp';
    writeFileSync(join(dir, name), await photo({ width, height: width, scene: 'lake', format }));
    utimesSync(join(dir, name), new Date(day), new Date(day));
  }
  const { page } = await launch({ mediaDirs: [dir] });
  await untilComplete(page);

  // By the keyboard alone: the menu opens, an arrow and Enter choose.
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect(page.getByTestId('sort-newest')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('sort-newest')).toHaveCount(0);
  await expect.poll(() => names(page)).toEqual(['c.webp', 'b 10.jpg', 'a 2.png', 'a 11.jpg']);
  const orders = {
    newest: ['a 11.jpg', 'a 2.png', 'b 10.jpg', 'c.webp'],
    name: ['a 2.png', 'a 11.jpg', 'b 10.jpg', 'c.webp'],
    'name-down': ['c.webp', 'b 10.jpg', 'a 11.jpg', 'a 2.png'],
    largest: ['a 2.png', 'b 10.jpg', 'a 11.jpg', 'c.webp'],
    smallest: ['c.webp', 'a 11.jpg', 'b 10.jpg', 'a 2.png'],
    type: ['a 11.jpg', 'b 10.jpg', 'a 2.png', 'c.webp'],
    'type-down': ['c.webp', 'a 2.png', 'a 11.jpg', 'b 10.jpg'],
  } as const;
  for (const [sort, expected] of Object.entries(orders)) {
    await page.getByTestId('sort').click();
    await page.getByTestId(`sort-${sort}`).click();
    await expect.poll(() => names(page), sort).toEqual(expected);
  }
  await page.keyboard.press('ControlOrMeta+Shift+F');
  await expect(page.getByTestId('filters-popup')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('filters-popup')).toHaveCount(0);

  const height = () => tile(page, 'a 2.png').evaluate((element) => element.clientHeight);
  const usual = await height();
  const slider = page.getByTestId('zoom').locator('input');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(height).toBeGreaterThan(usual);
  const larger = await height();
  await page.keyboard.press('Home');
  await expect.poll(height).toBeLessThan(usual);
  await page.keyboard.press('ControlOrMeta+0');
  await expect.poll(height).toBe(usual);
  await page.keyboard.press('ControlOrMeta+Equal');
  await expect.poll(height).toBe(larger);
  await page.keyboard.press('ControlOrMeta+Minus');
  await expect.poll(height).toBe(usual);
  await tile(page, 'a 2.png').hover();
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.wheel(0, -120);
  await expect.poll(height).toBe(larger);
  await page.mouse.wheel(0, 120);
  await expect.poll(height).toBe(usual);
  await page.mouse.wheel(0, 120);
  await expect.poll(height).toBeLessThan(usual);
  await page.keyboard.up('ControlOrMeta');

  const sidebar = page.getByTestId('toggle-sidebar');
  for (const there of ['true', 'false', 'true']) {
    await expect(sidebar).toHaveAttribute('aria-expanded', there);
    if (there === 'true') await expect(page.getByTestId('folder').first()).toBeInViewport();
    await page.keyboard.press('ControlOrMeta+B');
  }
});

test('pictures come to the days they were taken on by themselves until somebody has begun with them', async ({
  launch,
  scratch,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no such permissions.');
  const folder = join(scratch, 'Library');
  mkdirSync(folder);
  for (const year of [2010, 2020, 2009]) {
    const taken = `${year}-03-01T10:00:00`;
    writeFileSync(join(folder, `${year}.jpg`), await jpeg({ width: 60, height: 40, seed: year, taken }));
  }
  const copied = ['2009.jpg', '2020.jpg', '2010.jpg'];
  const taken = ['2020.jpg', '2010.jpg', '2009.jpg'];
  /** A first start. When one was taken nobody can know while nobody may read it: it stands where it was copied, above the others. */
  const begin = async (user: string) => {
    chmodSync(join(folder, '2009.jpg'), 0);
    const { page } = await launch({
      mediaDirs: [folder],
      ordinary: true,
      userDataDir: join(scratch, user),
    });
    await expect.poll(() => shownNames(page)).toEqual(copied);
    await untilComplete(page);
    // Those of their days have been read as well.
    await expect(page.getByTestId('heading')).toHaveCount(3);
    return page;
  };
  const untouched = await begin('first');
  chmodSync(join(folder, '2009.jpg'), 0o644);
  await expect.poll(() => shownNames(untouched)).toEqual(taken);
  await expect(untouched.getByTestId('reorder')).toHaveCount(0);
  await expect(untouched.getByTestId('heading')).toHaveCount(3);

  for (const [how, touch] of [
    ['wheel', (page: Page) => page.mouse.wheel(0, 10)],
    ['pointer', (page: Page) => page.mouse.down({ button: 'middle' })],
    ['key', (page: Page) => page.keyboard.press('ArrowRight')],
  ] as const) {
    const page = await begin(how);
    await page.getByTestId('grid').hover();
    await touch(page);
    chmodSync(join(folder, '2009.jpg'), 0o644);
    await expect(page.getByTestId('reorder'), how).toBeVisible();
    expect(await shownNames(page), how).toEqual(copied);
    await page.getByTestId('reorder').click();
    await expect.poll(() => shownNames(page), { message: how }).toEqual(taken);
  }
});
