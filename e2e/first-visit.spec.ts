// A person who has never seen the app: finds a photo of a month, the videos of a folder, and how to keep what they like, by what
// is written on the screen alone: no key is known, and nothing of the code.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialog, byDate, expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { video } from './media/videos.js';

const SIZE = { width: 120, height: 80, scene: 'hills' } as const;
const LUMEN = { make: 'Lumen', model: 'Lumen M3', lens: 'Lumen 24-70mm F2.8' };
const PHOTOS: Readonly<Record<string, string>> = {
  'Holidays/Norway/fjord.jpg': '2021-08-03T10:00:00',
  'Holidays/Norway/cabin.jpg': '2021-08-05T10:00:00',
  'Holidays/Rome/forum.jpg': '2019-04-11T10:00:00',
  'Home/garden.jpg': '2023-05-20T10:00:00',
  'Home/cat.jpg': '2022-12-24T18:00:00',
};
const VIDEOS = ['Holidays/Norway/ferry.mp4', 'Holidays/Rome/fountain.mp4', 'Home/birthday.mp4'];

async function makeLibrary(folder: string): Promise<void> {
  for (const path of [...Object.keys(PHOTOS), ...VIDEOS])
    mkdirSync(dirname(join(folder, path)), { recursive: true });
  for (const [index, [path, taken]] of Object.entries(PHOTOS).entries()) {
    const place = path.includes('Norway') ? { gps: [60.9, 6.5] as const, camera: LUMEN } : {};
    writeFileSync(join(folder, path), await jpeg({ ...SIZE, seed: index, taken, ...place }));
  }
  for (const path of VIDEOS)
    await video(join(folder, path), { ...SIZE, scene: 'counter', seconds: 1, rate: 5, audio: false });
}

const sidebar = (page: Page) => page.getByRole('navigation', { name: 'Folders' });
const place = (page: Page, name: string) =>
  sidebar(page).getByRole('button', { name: new RegExp(`^${name}`) });
/** What a picture is called by whoever reads it out. */
const pictures = (page: Page) =>
  page
    .getByRole('option')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!.split(',')[0]!).sort());

test('finds a month, the videos of a folder, and how to make a favourite', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Pictures');
  await makeLibrary(folder);
  const { app, page } = await launch();
  await answerDialog(app, [folder]);
  await page.getByRole('button', { name: 'Choose folder' }).first().click();
  await untilComplete(page);

  // A photo of August 2021: by the words of the search field.
  const search = page.getByRole('textbox', { name: /^Search/ });
  await search.click();
  await page.keyboard.type('August 2021');
  await expect.poll(() => pictures(page)).toEqual(['cabin.jpg', 'fjord.jpg']);
  await page.getByRole('button', { name: 'Clear search' }).click();
  // By the heading that stands over it in the time line, below that of the videos, which know no date but today.
  await place(page, 'All media').click();
  await byDate(page, /\d{4}3 items$/);
  const timeline = page.getByRole('main');
  await expect(timeline.getByRole('heading', { name: /August 2021/ })).toBeVisible();
  // And by the line of years beside the pictures: pressed at its top and drawn down to the year, it says the month.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1000, 520));
  await expect.poll(() => page.evaluate(() => innerHeight)).toBe(520);
  const years = page.getByRole('slider', { name: 'Jump to a date' });
  const [line, year] = [(await years.boundingBox())!, (await years.getByText('2021').boundingBox())!];
  await page.mouse.move(line.x + line.width / 2, line.y + 4);
  await page.mouse.down();
  await page.mouse.move(line.x + line.width / 2, year.y + year.height / 2, { steps: 8 });
  await expect(page.getByTestId('scrubber-bubble')).toHaveText('August 2021');
  await page.mouse.up();
  // What stands below the words of the month is opened, and was taken then.
  const month = (await timeline.getByRole('heading', { name: /August 2021/ }).boundingBox())!;
  await page.mouse.click(month.x + 40, month.y + month.height + 40);
  await expect(page.getByRole('dialog').getByRole('heading')).toHaveText(/^(cabin|fjord)\.jpg$/);
  await expect(page.getByRole('dialog').getByRole('banner')).toContainText(
    /August\D+\d\D+2021|\d\D+August\D+2021/,
  );
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1000, 800));

  // All videos of a folder: the folder, and then the button that says so, with their number.
  await sidebar(page)
    .getByRole('treeitem', { name: /^Holidays/ })
    .click();
  await page.getByRole('button', { name: /^Videos, 2 videos/ }).click();
  await expect.poll(() => pictures(page)).toEqual(['ferry.mp4', 'fountain.mp4']);
  await page.getByRole('button', { name: /^All, 5/ }).click();

  // A favourite: by the sign on the tile that the pointer brings forth, or by the button over the picture.
  await page.getByRole('option', { name: /^forum\.jpg/ }).hover();
  await page
    .getByRole('option', { name: /^forum\.jpg/ })
    .getByTitle('Favourite')
    .click();
  await page.getByRole('option', { name: /^fjord\.jpg/ }).click();
  const viewer = page.getByRole('dialog');
  await viewer.getByRole('button', { name: 'Favourite' }).click();
  await expect(viewer.getByRole('button', { name: 'Favourite' })).toHaveAttribute('aria-pressed', 'true');
  await viewer.getByRole('button', { name: 'Close' }).click();
  await expect(viewer).toHaveCount(0);
  await expect(place(page, 'Favourites')).toHaveText(/2$/);
  await place(page, 'Favourites').click();
  await expect.poll(() => pictures(page)).toEqual(['fjord.jpg', 'forum.jpg']);
  // One of them is none any more, and is again.
  await page.getByRole('option', { name: /^forum\.jpg/ }).hover();
  await page
    .getByRole('option', { name: /^forum\.jpg/ })
    .getByTitle('Remove from favourites')
    .click();
  await expect.poll(() => pictures(page)).toEqual(['fjord.jpg']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => pictures(page)).toEqual(['fjord.jpg', 'forum.jpg']);

  // What has come lately, and what there is, in numbers.
  await expect(place(page, 'Recently added')).toHaveText(/8$/);
  await place(page, 'Home').click();
  const totals = page.getByTestId('totals');
  for (const words of ['5photos', '3videos', '2with a place', '1camera'])
    await expect(totals).toContainText(words.replace(/^\d/, ''));
  await expect(totals.locator('div', { hasText: 'with a place' })).toContainText('2');
});
