// Looking for pictures and filtering them, as a person does it: typing, choosing, taking back, with the keyboard alone.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { byDate, expect, shownNames, test, tile, untilComplete } from './fixtures.js';
import { photo, type PhotoOptions } from './media/index.js';

const SIZE = { width: 240, height: 160 };
const LUMEN = { make: 'Lumen', model: 'Lumen M3', lens: 'Lumen 24-70mm F2.8' };
const KESTREL = { make: 'Kestrel', model: 'Kestrel P40' };

const FILES: Readonly<Record<string, Partial<PhotoOptions>>> = {
  'Italy 2023/Sea/IMG_2.jpg': { taken: '2023-06-14T10:00:00', camera: LUMEN, gps: [43.8, 4.3] },
  'Italy 2023/Sea/IMG_10.jpg': { taken: '2023-06-15T10:00:00', camera: LUMEN },
  'Italy 2023/Sea/IMG_1.jpg': { taken: '2023-07-01T10:00:00', camera: KESTREL },
  'Familie/Über die Straße.jpg': { taken: '2019-12-24T18:00:00', camera: KESTREL },
  'Familie/Café.jpg': { taken: '2019-06-14T18:00:00' },
  "Familie/it's #1 (100%) * NOT -x.jpg": { taken: '2018-01-01T18:00:00' },
};

async function makeFiles(folder: string): Promise<void> {
  for (const [path, options] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), await photo({ ...SIZE, scene: 'hills', ...options }));
  }
}

const expectShown = (page: Page, names: readonly string[]) =>
  expect.poll(() => shownNames(page)).toEqual(names);
const expectCount = (page: Page, count: number) =>
  expect(page.getByTestId('grid')).toHaveAttribute('data-count', String(count));
const search = (page: Page) => page.getByTestId('search');

/** Types as a person does, in the place of what stands there. */
async function look(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type(text);
  await expect(page.getByTestId('grid')).toHaveAttribute('data-search', text);
}

/** Resolves when the library process has entered all files into its index. */
async function untilIndexed(page: Page, word: string): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(async (text) => {
          const answer = await window.gallery.call('library.search', text);
          return answer.ok && answer.value.every(({ from }) => from === Infinity);
        }, word),
      { timeout: 30_000 },
    )
    .toBe(true);
}

test('looking for names, folders, cameras and dates', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  await makeFiles(folder);
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byDate(page, 'July 20231 item');

  await test.step('names and folders at once, whatever case and accents', async () => {
    await look(page, 'strasse');
    await expectShown(page, ['Über die Straße.jpg']);
    await look(page, 'CAFE');
    await expectShown(page, ['Café.jpg']);
    await look(page, 'g_1');
    await expectShown(page, ['IMG_1.jpg', 'IMG_10.jpg']);
    await expect(page.getByTestId('result-count')).toHaveText('2 results');
    await look(page, 'italy img_2');
    await expectShown(page, ['IMG_2.jpg']);
  });

  await test.step('dates by words, found below the headings of their months', async () => {
    await look(page, 'june 2023');
    await expectShown(page, ['IMG_10.jpg', 'IMG_2.jpg']);
    await look(page, '14 june');
    await expectShown(page, ['IMG_2.jpg', 'Café.jpg']);
    await look(page, '2019-12');
    await expectShown(page, ['Über die Straße.jpg']);
    await look(page, '2019');
    await expectShown(page, ['Über die Straße.jpg', 'Café.jpg']);
  });

  await test.step('cameras and lenses, by the index', async () => {
    await untilIndexed(page, 'lumen');
    await look(page, 'lumen m3');
    await expectShown(page, ['IMG_10.jpg', 'IMG_2.jpg']);
    await look(page, '24-70');
    await expectShown(page, ['IMG_10.jpg', 'IMG_2.jpg']);
    // Too short for the index.
    await look(page, 'p4');
    await expectShown(page, ['IMG_1.jpg', 'Über die Straße.jpg']);
  });

  await test.step('a whole path, pasted or typed, absolute or inside its folder', async () => {
    for (const path of [
      join(folder, 'Italy 2023/Sea/IMG_1.jpg'),
      'Italy 2023/Sea/IMG_1.jpg',
      'Italy 2023\\Sea\\IMG_1.jpg',
    ]) {
      await look(page, 'p4');
      await expectShown(page, ['IMG_1.jpg', 'Über die Straße.jpg']);
      await page.keyboard.press('ControlOrMeta+f');
      await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), path);
      await page.keyboard.press('ControlOrMeta+v');
      await expectShown(page, ['IMG_1.jpg']);
    }
    await look(page, join(folder, 'Familie/Café.jpg'));
    await expectShown(page, ['Café.jpg']);
    await look(page, join(folder, 'Familie/Cafe'));
    await expectShown(page, []);
  });

  await test.step('signs are signs, and nothing breaks by what is typed', async () => {
    for (const text of ["it's #1", '(100%)', '* NOT -x', 'NOT -x']) {
      await look(page, text);
      await expectShown(page, ["it's #1 (100%) * NOT -x.jpg"]);
    }
    for (const text of ['"""', 'a OR b)', "'; DROP TABLE words; --", '\u{1f600}'.repeat(40)]) {
      await look(page, text);
      await expectShown(page, []);
      await expect(page.getByTestId('nothing')).toContainText('Nothing found');
    }
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.insertText('caf\u0000é '.repeat(2000));
    await expectShown(page, ['Café.jpg']);
    expect((await search(page).inputValue()).length).toBeLessThanOrEqual(500);
  });

  await test.step('Escape clears, and once more goes to the pictures; down goes there from the field', async () => {
    await page.keyboard.press('Escape');
    await expect(search(page)).toHaveValue('');
    await expectCount(page, 6);
    await look(page, 'img');
    await page.keyboard.press('ArrowDown');
    await expect(tile(page, 'IMG_1.jpg')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(search(page)).not.toBeFocused();
    await expect(page.locator('[data-testid="tile"]:focus')).toHaveCount(1);
  });

  await test.step('the open folder is searched, and everything by one more click', async () => {
    await page.getByRole('treeitem', { name: /^Familie/ }).click();
    await expectCount(page, 3);
    await look(page, 'img_');
    await expect(page.getByTestId('nothing')).toContainText('Nothing found for “img_”.');
    await page.getByTestId('search-everywhere').click();
    await expectShown(page, ['IMG_1.jpg', 'IMG_10.jpg', 'IMG_2.jpg']);
    await look(page, 'june 2020');
    await expect(page.getByTestId('nothing')).toContainText('No photos or videos from June 2020.');
    await page.getByTestId('show-all').click();
    await expect(search(page)).toHaveValue('');
  });

  await test.step('what is found follows the files', async () => {
    await page.getByTestId('sort').click();
    await page.getByTestId('sort-name').click();
    await look(page, 'img_');
    // As people count.
    await expectShown(page, ['IMG_1.jpg', 'IMG_2.jpg', 'IMG_10.jpg']);
    renameSync(join(folder, 'Familie/Café.jpg'), join(folder, 'Familie/IMG_3.jpg'));
    rmSync(join(folder, 'Italy 2023/Sea/IMG_1.jpg'));
    await expectShown(page, ['IMG_2.jpg', 'IMG_3.jpg', 'IMG_10.jpg']);
    await look(page, 'cafe');
    await expectShown(page, []);
  });
});

test('filters with counts, taken away one by one, and there again after a restart', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Pictures');
  await makeFiles(folder);
  const first = await launch({ mediaDirs: [folder] });
  const { page } = first;
  await untilComplete(page);
  await byDate(page, 'July 20231 item');
  await untilIndexed(page, 'lumen');
  const facet = (name: string) => page.getByTestId(`facet-${name}`);

  await page.getByTestId('filters').click();
  await expect(facet('year-2023')).toContainText('3');
  await expect(facet('camera-Lumen M3')).toContainText('2');
  await expect(facet('located')).toContainText('1');
  await facet('year-2023').click();
  await expectShown(page, ['IMG_1.jpg', 'IMG_10.jpg', 'IMG_2.jpg']);
  // Counts are those of what is left; the other years can still be chosen.
  await expect(facet('camera-Kestrel P40')).toContainText('1');
  await expect(facet('year-2019')).toContainText('2');
  await facet('camera-Lumen M3').click();
  await expectShown(page, ['IMG_10.jpg', 'IMG_2.jpg']);
  await expect(page.getByTestId('filter-photo')).toContainText('2');
  await facet('located').click();
  await expectShown(page, ['IMG_2.jpg']);

  await test.step('by the keyboard alone', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('filters')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(facet('year-2023')).toBeVisible();
    await facet('located').focus();
    await page.keyboard.press('Space');
    await expectShown(page, ['IMG_10.jpg', 'IMG_2.jpg']);
    await expect(facet('camera-Kestrel P40')).toBeVisible();
    await facet('camera-Lumen M3').focus();
    await page.keyboard.press('ArrowDown');
    await expect(facet('camera-Kestrel P40')).toBeFocused();
    await page.keyboard.press('Escape');
  });

  await test.step('below the bar, where not all of them have room', async () => {
    const size = (height: number) =>
      first.app.evaluate(
        ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(1000, to),
        height,
      );
    await size(400);
    await page.getByTestId('filters').click();
    await expect(facet('year-2023')).toBeVisible();
    const bar = (await page.getByTestId('filters').boundingBox())!;
    await expect
      .poll(async () => (await page.getByTestId('filters-popup').boundingBox())?.y)
      .toBeGreaterThanOrEqual(bar.y + bar.height);
    await page.keyboard.press('Escape');
    await size(700);
  });

  await test.step('and looking for something among them', async () => {
    await look(page, 'img_1');
    await expectShown(page, ['IMG_10.jpg']);
    await page.keyboard.press('Escape');
  });

  await test.step('favourites, ratings and tags, as soon as they are given and taken', async () => {
    await page.getByTestId('clear-filters').click();
    await tile(page, 'IMG_2.jpg').focus();
    for (const key of ['f', '4', 't']) await page.keyboard.press(key);
    await expect(page.getByTestId('tag-input')).toBeFocused();
    await page.keyboard.insertText('Größe');
    await page.keyboard.press('Enter');
    await expect(page.locator('[data-testid="tag"][data-tag="Größe"]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('dialog-tags')).toHaveCount(0);
    await page.getByTestId('filters').click();
    await expect(facet('favourites')).toContainText('1');
    await facet('favourites').click();
    await expectShown(page, ['IMG_2.jpg']);
    await facet('rating-4').click();
    await facet('tag-Größe').click();
    await page.keyboard.press('Escape');
    await expectShown(page, ['IMG_2.jpg']);
    await tile(page, 'IMG_2.jpg').focus();
    await page.keyboard.press('1');
    await expectShown(page, []);
    await page.getByTestId('clear-filters').click();
    await look(page, 'grosse');
    await expectShown(page, ['IMG_2.jpg']);
    await page.keyboard.press('Escape');
    await page.getByTestId('filters').click();
    await facet('year-2023').click();
    await facet('camera-Lumen M3').click();
    await page.keyboard.press('Escape');
  });

  await expect(page.getByTestId('chip-year')).toHaveText('2023');
  await first.close();
  const { page: again } = await launch();
  await expectShown(again, ['IMG_10.jpg', 'IMG_2.jpg']);
  await again.getByTestId('chip-year').click();
  await again.getByTestId('chip-camera').focus();
  await again.keyboard.press('Enter');
  await expectCount(again, 6);
  await expect(again.getByTestId('active-filters')).toHaveCount(0);

  await again.getByTestId('filters').click();
  await again.getByTestId('facet-year-2018').click();
  await again.keyboard.press('Escape');
  await again.getByTestId('clear-filters').click();
  await expectCount(again, 6);
});
