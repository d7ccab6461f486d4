// A picture comes out of its tile, wherever that stands, and goes back into it; and it begins to load with the press.

import type { Locator, Page } from '@playwright/test';
import { byName, expect, reveal, test, untilComplete } from './fixtures.js';

interface Middle {
  readonly x: number;
  readonly y: number;
}

/** Notes where the middle of each thing that moves is at the beginning and at the end of its way. */
const notePassages = (page: Page) =>
  page.evaluate(() => {
    const noted: { from: Middle; to: Middle }[] = [];
    Object.assign(globalThis, { noted });
    const original = Object.getOwnPropertyDescriptor(Element.prototype, 'animate')!
      .value as Element['animate'];
    Element.prototype.animate = function (...given) {
      const animation = original.apply(this, given);
      const at = (progress: number) => {
        animation.currentTime = Number(animation.effect!.getTiming().duration) * progress;
        const { x, y, width, height } = this.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      };
      const [to, from] = [at(0.999_999), at(0)];
      noted.push({ from, to });
      return animation;
    };
  });

/** The passage that was noted last, once there is one; it is forgotten then. */
async function passage(page: Page): Promise<{ from: Middle; to: Middle }> {
  const found = await page.waitForFunction(() =>
    (globalThis as unknown as { noted: { from: Middle; to: Middle }[] }).noted.pop(),
  );
  return (await found.jsonValue())!;
}

const middleOf = async (tile: Locator): Promise<Middle> => {
  const { x, y, width, height } = (await tile.boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
};

/** Whole pixels, as far as anybody sees. */
function expectAt(measured: Middle, wanted: Middle): void {
  expect(Math.abs(measured.x - wanted.x)).toBeLessThan(2);
  expect(Math.abs(measured.y - wanted.y)).toBeLessThan(2);
}

for (const name of ['first light.jpg', 'waves.webm'])
  test(`${name} comes out of its tile and goes back into it, also when it was looked at closely`, async ({
    launch,
    folder,
  }) => {
    const { page } = await launch({ mediaDirs: [folder] });
    await untilComplete(page);
    await byName(page);
    const tile = await reveal(page, name);
    const middle = await middleOf(tile);
    await notePassages(page);
    await tile.click();
    expectAt((await passage(page)).from, middle);
    const viewer = page.getByTestId('viewer');
    await expect(viewer).toHaveAttribute('data-name', name);
    // It has come to rest.
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => null))),
    );
    if (name.endsWith('.jpg')) {
      // Closer, and away from the middle.
      await expect(page.getByTestId('viewer-image')).toBeVisible();
      await page.mouse.move(300, 300);
      await page.mouse.wheel(0, -800);
      await expect(page.locator('[data-fit="false"]')).toBeVisible();
    }
    await page.keyboard.press('Escape');
    expectAt((await passage(page)).to, middle);
    await expect(viewer).toHaveCount(0);
    await expect(tile).toBeFocused();
  });

test('a photo begins to load when its tile is pressed, unless the press will not open it', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  await byName(page);
  const tile = await reveal(page, 'first light.jpg');
  const id = await tile.getAttribute('data-id');
  const loads: string[] = [];
  const isIt = (url: string) => new RegExp(`^media://r\\d+/${id}\\b`).test(url);
  page.on('request', (request) => isIt(request.url()) && loads.push(request.url()));
  const { x, y } = await middleOf(tile);
  await page.mouse.move(x, y);
  // Selecting is none of opening.
  await page.keyboard.down('ControlOrMeta');
  await page.mouse.down();
  await page.mouse.up();
  await page.keyboard.up('ControlOrMeta');
  await expect(tile).toHaveAttribute('aria-selected', 'true');
  await page.mouse.down();
  await page.mouse.up();
  await expect(tile).toHaveAttribute('aria-selected', 'false');
  expect(loads).toEqual([]);
  const loading = page.waitForRequest((request) => isIt(request.url()));
  await page.mouse.down();
  await loading;
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await page.mouse.up();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  // It is not loaded once more.
  expect(loads).toHaveLength(1);
});
