// The places that are a choice of files: newest, videos, what was taken on this day, what came last, what is there twice, a folder with
// the way to those above it; and a slideshow through them in an order of its own.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { choose, keyOf } from './commands.js';
import { byDate, expect, shownNames, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { video } from './media/videos.js';

const SIZE = { width: 120, height: 80, scene: 'hills' } as const;
const two = (value: number) => String(value).padStart(2, '0');

const here = (page: Page) => page.getByTestId('breadcrumb').getByRole('heading');

test('newest, videos, on this day, recently added, a folder and the way up, a shuffled slideshow', async ({
  launch,
  scratch,
}) => {
  const today = new Date();
  const day = `${two(today.getMonth() + 1)}-${two(today.getDate())}`;
  // On 29 February there may be none such day one year ago.
  const ago = (years: number) => `${String(today.getFullYear() - years)}-${day}T12:00:00`;
  const folder = join(scratch, 'Library');
  const photos: readonly (readonly [string, string])[] = [
    ['Trips/Italy/rome.jpg', '2015-03-01T10:00:00'],
    ['Trips/Italy/pisa.jpg', '2015-03-02T10:00:00'],
    ['Trips/France/lyon.jpg', '2016-04-01T10:00:00'],
    ['House/roof.jpg', '2018-05-01T10:00:00'],
    ['House/door.jpg', '2019-06-01T10:00:00'],
    ['House/hall.jpg', '2020-07-01T10:00:00'],
    ['anniversary.jpg', ago(4)],
  ];
  for (const [index, [path, taken]] of photos.entries()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await jpeg({ ...SIZE, seed: index, taken }));
  }
  await video(join(folder, 'Trips/walk.mp4'), {
    ...SIZE,
    scene: 'counter',
    seconds: 1,
    rate: 5,
    audio: false,
  });
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  // Of today is only the video, which has no other date.
  await byDate(page, /\d{4}1 item$/);

  await page.getByRole('button', { name: 'Newest', exact: true }).click();
  await expect(here(page)).toHaveText('Newest');
  await expect.poll(async () => (await shownNames(page)).slice(-2)).toEqual(['pisa.jpg', 'rome.jpg']);
  await expect(page.getByTestId('heading')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+5');
  await expect.poll(() => shownNames(page)).toEqual(['walk.mp4']);
  await page.keyboard.press('ControlOrMeta+d');
  await expect(here(page)).toHaveText('On this day');
  await expect.poll(() => shownNames(page)).toEqual(['anniversary.jpg']);
  // What comes while it is shown belongs to it as soon as its date has been read.
  writeFileSync(join(folder, 'party.jpg'), await jpeg({ ...SIZE, seed: 98, taken: ago(8) }));
  await expect.poll(() => shownNames(page)).toEqual(['anniversary.jpg', 'party.jpg']);
  // What comes now came last, whenever it was taken.
  writeFileSync(
    join(folder, 'Trips/Italy/siena.jpg'),
    await jpeg({ ...SIZE, seed: 99, taken: '2001-01-01T10:00:00' }),
  );
  await page.keyboard.press('ControlOrMeta+8');
  await expect.poll(async () => (await shownNames(page))[0]).toBe('siena.jpg');
  expect(await shownNames(page)).toHaveLength(10);

  // A folder holds what is below it; the way up leads to those above.
  await page.getByRole('treeitem', { name: /^Trips/ }).click();
  await expect.poll(async () => (await shownNames(page)).length).toBe(5);
  await page
    .getByRole('treeitem', { name: /^Trips/ })
    .getByTestId('fold')
    .click();
  await page.getByRole('treeitem', { name: /^Italy/ }).click();
  await expect
    .poll(async () => (await shownNames(page)).sort())
    .toEqual(['pisa.jpg', 'rome.jpg', 'siena.jpg']);
  await expect(here(page)).toHaveText('Italy');
  await page.getByTestId('breadcrumb').getByRole('button', { name: 'Trips' }).click();
  await expect(here(page)).toHaveText('Trips');
  await expect.poll(async () => (await shownNames(page)).length).toBe(5);

  // A shuffled slideshow shows each file once, in another order, and goes back the way it came.
  await page.keyboard.press('ControlOrMeta+7');
  await expect(page.getByTestId('grid')).toHaveAttribute('data-count', '10');
  // The oldest stands last as soon as its date is known.
  await expect(async () => {
    const reorder = page.getByTestId('reorder');
    if (await reorder.isVisible()) await reorder.click({ timeout: 1000 });
    expect((await shownNames(page)).at(-1)).toBe('siena.jpg');
  }).toPass({ timeout: 45_000 });
  const order = (await shownNames(page)).filter((name) => name.endsWith('.jpg'));
  await page.getByTestId('filter-photo').click();
  await expect.poll(() => shownNames(page)).toEqual(order);
  // From the grid, with the file that has the focus, and back to it.
  await page.getByTestId('tile').nth(1).focus();
  await page.keyboard.press('F5');
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', order[1]!);
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  await page.keyboard.press('F5');
  await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await page.getByTestId('tile').first().click();
  for (const choice of ['Shuffled', '20 s']) {
    await page.getByTestId('viewer-show-options').click();
    await page.getByRole('menuitemradio', { name: choice }).click();
    await expect(page.getByRole('menu')).toHaveCount(0);
  }
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
  const viewer = page.getByTestId('viewer');
  const name = async () => (await viewer.getAttribute('data-name'))!;
  const seen = [await name()];
  for (let i = 1; i < order.length; i++) {
    await page.keyboard.press('ArrowRight');
    await expect.poll(name).not.toBe(seen.at(-1));
    seen.push(await name());
  }
  expect([...seen].sort()).toEqual([...order].sort());
  expect(seen).not.toEqual(order);
  for (const before of seen.slice(0, -1).reverse()) {
    await page.keyboard.press('ArrowLeft');
    await expect.poll(name).toBe(before);
  }
});

test('what is there twice stands together, whichever way leads there', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Library');
  mkdirSync(join(folder, 'Trips/Italy'), { recursive: true });
  const [door, rome] = await Promise.all(
    [1, 2].map((seed) => jpeg({ ...SIZE, seed, taken: `201${seed}-03-01T10:00:00` })),
  );
  // As large, but not the same.
  const other = Buffer.from(door!);
  other[other.length - 1]! ^= 1;
  const files = { 'door.jpg': door, 'Trips/entrance.jpg': door, 'Trips/other.jpg': other, 'rome.jpg': rome };
  const copies = { 'Trips/Italy/rome.jpg': rome, 'Trips/Rome (2).jpg': rome };
  for (const [path, bytes] of Object.entries({ ...files, ...copies }))
    writeFileSync(join(folder, path), bytes!);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const note = page.getByTestId('duplicates-note');
  /** Names below each heading. */
  const groups = () =>
    page.evaluate(() => {
      const all = (id: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${id}"]`)];
      const top = (element: HTMLElement) => element.getBoundingClientRect().top;
      const found = all('heading').map((heading) => ({ from: top(heading), names: [] as string[] }));
      found.sort((one, other) => other.from - one.from);
      for (const tile of all('tile'))
        found.find(({ from }) => from < top(tile))?.names.push(tile.dataset['name']!);
      return found.map(({ names }) => names.sort().join()).sort();
    });
  for (const [way, open] of [
    ['key', () => page.keyboard.press(keyOf('duplicates'))],
    ['menu', () => choose(app, 'duplicates')],
    ['sidebar', () => page.getByTestId('place-duplicates').click()],
  ] as const) {
    await page.keyboard.press(keyOf('all'));
    await expect(page.getByTestId('tile'), way).toHaveCount(6);
    await open();
    await expect(here(page), way).toHaveText('Duplicates');
    await expect(note, way).toHaveAttribute('data-left', '0');
    await expect(note, way).toContainText('2 groups of files with the same content.');
    await expect(page.getByTestId('tile'), way).toHaveCount(5);
    await expect
      .poll(groups, { message: way })
      .toEqual(['Rome (2).jpg,rome.jpg,rome.jpg', 'door.jpg,entrance.jpg']);
  }
});
