// Marks: favourites, ratings and tags by every way to them; they last, follow their file, and go elsewhere in a file of their own.

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerDialog, byName, expect, test, tile, untilComplete } from './fixtures.js';

const names = (page: Page) =>
  page.getByTestId('tile').evaluateAll((tiles) => tiles.map((one) => (one as HTMLElement).dataset['name']!));
const pathOf = (one: Locator) => one.getAttribute('data-path').then((path) => path!);

test('favourite, rating and tags by key, mouse and menu; they last and follow the file', async ({
  launch,
  folder,
  scratch,
}) => {
  const before = await launch({ mediaDirs: [folder] });
  let { page, app } = before;
  await untilComplete(page);
  await byName(page);
  const [first, second, third] = (await names(page)) as [string, string, string];
  await page.keyboard.press('Tab');
  await tile(page, first).focus();
  await page.keyboard.press('f');
  await expect(tile(page, first)).toHaveAttribute('data-favourite', 'true');
  await page.keyboard.press('4');
  await expect(tile(page, first)).toHaveAttribute('data-rating', '4');
  await page.keyboard.press('t');
  await expect(page.getByTestId('tag-input')).toBeFocused();
  await page.keyboard.type('sea');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid="tag"][data-tag="sea"]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('dialog-tags')).toHaveCount(0);

  // By the heart on a tile, and by its menu.
  await tile(page, second).hover();
  await tile(page, second).locator('[data-tile-action="favourite"]').click();
  await expect(tile(page, second)).toHaveAttribute('data-favourite', 'true');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await tile(page, third).click({ button: 'right' });
  await page.locator('[data-command="tag"]').click();
  await page.locator('[data-testid="tag-offer"][data-tag="sea"]').click();
  await expect(page.locator('[data-testid="tag"][data-tag="sea"]')).toBeVisible();
  await page.keyboard.press('Escape');

  // In the viewer: shown, and changed there.
  await tile(page, first).click();
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('i');
  const panel = page.getByTestId('viewer-marks');
  await expect(panel).toHaveAttribute('data-rating', '4');
  await expect(panel).toHaveAttribute('data-tags', 'sea');
  await panel.getByTestId('star-2').click();
  await expect(panel).toHaveAttribute('data-rating', '2');
  await page.keyboard.press('i');
  // By its menu, and by keys: 0 takes the rating away.
  await page.getByTestId('viewer').click({ button: 'right' });
  const favourite = page.getByTestId('viewer-menu').getByRole('menuitemcheckbox', { name: 'Favourite' });
  await expect(favourite).toBeChecked();
  await favourite.click();
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'false');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('f');
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'true');
  // With the info panel closed the bar tells, and comes back for it.
  const content = page.getByTestId('viewer').locator('[data-idle]');
  const rating = page.getByTestId('viewer-rating');
  await expect(content).toHaveAttribute('data-idle', 'true');
  await page.keyboard.press('5');
  await expect(rating).toHaveText('5');
  await expect(content).toHaveAttribute('data-idle', 'false');
  await expect(rating).toBeInViewport();
  // The rating that it already has is answered as well.
  await expect(content).toHaveAttribute('data-idle', 'true');
  await page.keyboard.press('5');
  await expect(content).toHaveAttribute('data-idle', 'false');
  await rating.click();
  await page.getByRole('menuitemradio', { name: '3 stars' }).click();
  await expect(rating).toHaveAccessibleName('Rating: 3 stars');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('0');
  await expect(rating).toHaveText('');
  // In a slideshow as well.
  await page.keyboard.press('s');
  await page.keyboard.press('f');
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('f');
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect(content).toHaveAttribute('data-show', 'false');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect(tile(page, first)).toHaveAttribute('data-rating', '0');
  await tile(page, first).focus();
  await page.keyboard.press('2');
  await expect(tile(page, first)).toHaveAttribute('data-rating', '2');
  // What holds is said where it can be changed.
  await page.keyboard.press('x');
  await expect(page.getByTestId('selection-favourite')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('selection-rating').click();
  await expect(page.getByRole('menuitemradio', { checked: true })).toHaveText(/^2 stars/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.getByTestId('selection-clearSelection').click();
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);

  // To another folder of the gallery, while the app looks on; its marks come along.
  const from = await pathOf(tile(page, first));
  renameSync(join(folder, from), join(folder, `moved-${first}`));
  const moved = () => tile(page, `moved-${first}`);
  await expect(moved()).toHaveAttribute('data-favourite', 'true');
  await expect(moved()).toHaveAttribute('data-rating', '2');

  // Export, then an end without notice, then another start.
  const file = join(scratch, 'marks.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('ControlOrMeta+Shift+E');
  await expect.poll(() => existsSync(file)).toBe(true);
  expect((JSON.parse(readFileSync(file, 'utf8')) as { marks: unknown[] }).marks).toHaveLength(3);
  app.process().kill('SIGKILL');
  await before.close().catch(() => undefined);
  const again = await launch({ mediaDirs: [folder] });
  ({ page, app } = again);
  await untilComplete(page);
  await byName(page);
  await expect(moved()).toHaveAttribute('data-rating', '2');
  await expect(tile(page, second)).toHaveAttribute('data-favourite', 'true');
  // What was taken away comes back by an import only where it is newer than that: said in numbers.
  await answerDialog(app, [file]);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await expect(page.getByTestId('notice')).toContainText('3 of 3');
  await again.close();

  // On another computer, that knows nothing of them, it gives all of them back.
  ({ page, app } = await launch({ mediaDirs: [folder], userDataDir: join(scratch, 'elsewhere') }));
  await untilComplete(page);
  await byName(page);
  await expect(moved()).toHaveAttribute('data-rating', '0');
  await answerDialog(app, [file]);
  await page.keyboard.press('ControlOrMeta+Shift+O');
  await expect(moved()).toHaveAttribute('data-rating', '2');
  await expect(moved()).toHaveAttribute('data-favourite', 'true');
  await expect(tile(page, second)).toHaveAttribute('data-favourite', 'true');
  await tile(page, third).focus();
  await page.keyboard.press('t');
  await expect(page.locator('[data-testid="tag"][data-tag="sea"]')).toHaveText('sea');
});

test('a file that is no favourite any more stays in the viewer until one goes on, and is gone from the favourites then', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  // Photos of one row: a few are enough.
  const chosen = (await names(page)).slice(0, 5);
  for (const name of chosen) {
    await tile(page, name).focus();
    await page.keyboard.press('f');
    await expect(tile(page, name)).toHaveAttribute('data-favourite', 'true');
  }
  await page.getByTestId('place-favourites').click();
  await expect(page.getByTestId('tile')).toHaveCount(5);
  const [first, second, third, fourth] = chosen as [string, string, string, string];
  const viewer = page.getByTestId('viewer');
  const pressed = page.getByTestId('viewer-favourite');
  const position = page.getByTestId('viewer-position');
  await tile(page, second).click();
  await page.keyboard.press('f');
  await expect(pressed).toHaveAttribute('aria-pressed', 'false');
  await expect(viewer).toHaveAttribute('data-name', second);
  await expect(position).toHaveText('2 of 5');
  // The same key takes it back, of the same file.
  await page.keyboard.press('f');
  await expect(pressed).toHaveAttribute('aria-pressed', 'true');
  await expect(viewer).toHaveAttribute('data-name', second);
  await page.keyboard.press('f');
  await expect(pressed).toHaveAttribute('aria-pressed', 'false');
  // To what stood next to it, and from there past where it stood.
  await page.keyboard.press('ArrowRight');
  await expect(viewer).toHaveAttribute('data-name', third);
  await expect(position).toHaveText('2 of 4');
  await page.keyboard.press('ArrowLeft');
  await expect(viewer).toHaveAttribute('data-name', first);
  // The viewer returns to its tile, which goes only then; the keyboard goes on with its neighbour.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('f');
  await expect(pressed).toHaveAttribute('aria-pressed', 'false');
  await expect(viewer).toHaveAttribute('data-name', third);
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(page.getByTestId('tile')).toHaveCount(3);
  await expect(tile(page, third)).toHaveCount(0);
  await expect(tile(page, fourth)).toBeFocused();
  // A file that goes to the trash gives its place to its neighbour at once.
  await page.keyboard.press('Enter');
  await expect(viewer).toHaveAttribute('data-name', fourth);
  await page.keyboard.press('Delete');
  await page.getByTestId('confirm-action').click();
  await expect(viewer).toHaveAttribute('data-name', chosen[4]!);
});
