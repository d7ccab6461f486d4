// What moves in the window: the flow of folders under the hand, the side buttons of a mouse, and nothing at all for those who want
// no motion.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { byName, expect, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';
import { expectMoved, recordMoves } from './moves.js';

const FOLDERS = [...'ABCDEFGHIJKL'].map((letter) => `${letter}-folder`);
const PER_FOLDER = 8;

async function makeLibrary(dir: string): Promise<void> {
  for (const [index, folder] of FOLDERS.entries()) {
    mkdirSync(join(dir, folder), { recursive: true });
    for (let i = 0; i < PER_FOLDER; i++) {
      const picture = await jpeg({ width: 80, height: 60, seed: index * 100 + i, scene: 'quarters' });
      writeFileSync(join(dir, folder, `${folder} ${String(i)}.jpg`), picture);
    }
  }
  for (const [seed, folder] of ['One', 'Two'].entries()) {
    mkdirSync(join(dir, FOLDERS.at(-1)!, folder));
    const picture = await jpeg({ width: 80, height: 60, seed: 9000 + seed, scene: 'quarters' });
    writeFileSync(join(dir, FOLDERS.at(-1)!, folder, `${folder}.jpg`), picture);
  }
}

/** How many of these stand beside each other in the first row. */
const columnsOf = (all: Locator) =>
  all.evaluateAll((boxes) => {
    const tops = boxes.map((box) => Math.round(box.getBoundingClientRect().top));
    return tops.filter((top) => top === tops[0]).length;
  });

const flowOf = (page: Page) => page.getByRole('listbox', { name: 'Folders' });
const middleOf = (page: Page) => page.getByTestId('flow-name');
/** Turned about an axis by more than rounding. */
const tilt = (page: Page, axis: 'x' | 'y') =>
  flowOf(page).evaluate(
    (stage, name) => Number.parseFloat(getComputedStyle(stage).getPropertyValue(name) || '0'),
    `--tilt-${axis}`,
  );
/** How many cards a person can see, and whether some of them stand at an angle. */
const cards = (page: Page) =>
  page.getByTestId('flow-card').evaluateAll((all) => {
    const seen = all.filter((card) => Number(getComputedStyle(card).opacity) > 0);
    const turned = seen.filter((card) => getComputedStyle(card).transform.startsWith('matrix3d'));
    return { seen: seen.length, turned: turned.length };
  });

/** Notes from now on how long each new picture of the mosaic takes to come forward, in seconds. */
async function recordFades(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const fades: number[] = [];
    Object.assign(window, { mosaicFades: fades });
    document.addEventListener('transitionrun', ({ target, propertyName }) => {
      if (!(target instanceof HTMLElement) || propertyName !== 'opacity') return;
      if (target.parentElement?.dataset['testid'] !== 'cell' || !('ready' in target.dataset)) return;
      fades.push(Number.parseFloat(getComputedStyle(target).transitionDuration));
    });
  });
  return () => page.evaluate(() => (window as unknown as { mosaicFades: number[] }).mosaicFades);
}

test('the flow of folders follows the hand; side buttons lead back and forward; motion can be off', async ({
  launch,
  scratch,
}) => {
  const dir = join(scratch, 'Library');
  await makeLibrary(dir);
  const { page } = await launch({ mediaDirs: [dir] });
  await untilComplete(page);
  await page.getByTestId('sidebar').getByRole('button', { name: 'Browse' }).click();
  const [flow, middle] = [flowOf(page), middleOf(page)];
  await expect(middle).toHaveText('A-folder');

  // By keys: to the ends, five at a time, into a folder and out of it.
  for (const [key, name] of [
    ['PageDown', 'F-folder'],
    ['PageUp', 'A-folder'],
    ['ArrowRight', 'B-folder'],
    ['ArrowLeft', 'A-folder'],
    ['End', 'L-folder'],
    ['Enter', 'One'],
    ['Backspace', 'L-folder'],
    ['Space', 'One'],
    ['Escape', 'L-folder'],
    ['ArrowDown', 'One'],
    ['ArrowUp', 'L-folder'],
    ['Home', 'Everything in Library'],
    ['PageDown', 'E-folder'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(middle, key).toHaveText(name);
  }
  // The same as cards: along a row, down one and up again, to the ends, into a folder and out of it.
  await page.keyboard.press('ControlOrMeta+Shift+B');
  const card = page.getByTestId('folder-card');
  const focused = page.locator('[data-testid="folder-card"]:focus');
  await expect(focused).toHaveCount(1);
  const columns = await columnsOf(card);
  for (const [key, name] of [
    ['Home', 'A-folder'],
    ['ArrowRight', 'B-folder'],
    ['ArrowDown', FOLDERS[1 + columns]],
    ['ArrowUp', 'B-folder'],
    ['ArrowLeft', 'A-folder'],
    ['ArrowLeft', 'A-folder'],
    ['End', 'L-folder'],
    ['Space', 'One'],
    ['End', 'Two'],
    ['Backspace', 'L-folder'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused, key).toHaveAttribute('data-name', name!);
  }
  await page.keyboard.press('ControlOrMeta+Shift+B');
  await expect(flow).toBeFocused();
  await page.keyboard.press('a');
  await expect(middle).toHaveText('A-folder');

  // By wheel, one card a notch, down to the end and back by one.
  const box = (await flow.boundingBox())!;
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(centre.x, centre.y);
  for (const name of FOLDERS.slice(1, 6)) {
    await page.mouse.wheel(0, 120);
    await expect(middle).toHaveText(name);
  }
  await page.mouse.wheel(0, -120);
  await expect(middle).toHaveText('E-folder');
  await expect.poll(() => cards(page)).toEqual({ seen: 7, turned: 6 });

  // Signs are commands here, too.
  await page.keyboard.press('?');
  await expect(page.getByTestId('dialog-shortcuts')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+F');
  await expect(page.getByTestId('search')).toBeFocused();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(middle).toHaveText('E-folder');

  // A button that was let go outside of the window, which is not heard, drags nothing.
  const pressed = { button: 0, buttons: 1, pointerId: 1, clientX: centre.x, clientY: centre.y };
  await flow.dispatchEvent('pointerdown', { ...pressed, pointerType: 'mouse', isPrimary: true });
  await page.mouse.move(centre.x - box.width * 0.45, centre.y, { steps: 8 });
  await expect(middle).toHaveText('E-folder');
  await page.mouse.move(centre.x, centre.y);

  // By dragging: to the left shows what comes next, and nothing opens when the hand lets go.
  await page.mouse.down();
  await page.mouse.move(centre.x - box.width * 0.45, centre.y, { steps: 8 });
  await expect(middle).not.toHaveText('E-folder');
  await page.mouse.up();
  expect(FOLDERS.indexOf((await middle.textContent())!)).toBeGreaterThan(4);
  await expect(flow).toBeVisible();
  await expect(flow).toHaveAttribute('data-moving', 'false');

  // It leans towards the pointer: one way at the left, the other way at the right, upright again without it.
  await page.mouse.move(box.x + 20, box.y + 20);
  await expect.poll(() => tilt(page, 'y')).toBeLessThan(-3);
  await expect.poll(() => tilt(page, 'x')).toBeGreaterThan(2);
  await page.mouse.move(box.x + box.width - 20, box.y + box.height - 20);
  await expect.poll(() => tilt(page, 'y')).toBeGreaterThan(3);
  await page.mouse.move(box.x - 40, box.y + 20);
  await expect.poll(() => tilt(page, 'y')).toBe(0);

  // The side buttons of a mouse are the way back and forward.
  await page.getByTestId('sidebar').getByRole('button', { name: 'Videos' }).click();
  await expect(flow).toHaveCount(0);
  const input = await page.context().newCDPSession(page);
  const side = async (button: 'back' | 'forward') => {
    for (const type of ['mousePressed', 'mouseReleased'] as const)
      await input.send('Input.dispatchMouseEvent', { type, ...centre, button, clickCount: 1 });
  };
  await side('back');
  await expect(flow).toBeVisible();
  await side('forward');
  await expect(flow).toHaveCount(0);
  await side('back');
  await expect(flow).toBeVisible();

  // Without motion: no depth, no lean, no fades; and the mosaic stays as it is however long one looks.
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: null });
  await page.mouse.move(box.x + 20, box.y + 20);
  await expect.poll(async () => (await cards(page)).turned).toBe(0);
  expect(await tilt(page, 'y')).toBe(0);
  const durations = (of: string) =>
    page
      .locator(of)
      .first()
      .evaluate((element) => getComputedStyle(element).transitionDuration.split(', '));
  for (const time of await durations('[data-testid="flow-card"]')) expect(Number.parseFloat(time)).toBe(0);
  await page.clock.install();
  await page.reload();
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+1');
  const cells = page.getByTestId('cell');
  const shown = () => cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset['item']));
  await expect.poll(async () => (await shown()).length).toBeGreaterThan(12);
  const before = await shown();
  await page.clock.fastForward(60_000);
  expect(await shown()).toEqual(before);
  // By keys: along a row, down one and up again, to the ends and not past them; what has the focus opens.
  await cells.nth(2).focus();
  const [last, below] = [before.length - 1, 1 + (await columnsOf(cells))];
  for (const [key, cell] of [
    ['Home', 0],
    ['ArrowRight', 1],
    ['ArrowDown', below],
    ['ArrowUp', 1],
    ['ArrowLeft', 0],
    ['ArrowUp', 0],
    ['End', last],
    ['ArrowRight', last],
  ] as const) {
    await page.keyboard.press(key);
    await expect(cells.nth(cell), key).toBeFocused();
  }
  const viewer = page.getByTestId('viewer');
  await page.keyboard.press('Enter');
  await expect(viewer).toHaveAttribute('data-name', (await cells.nth(last).getAttribute('title'))!);
  await page.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);
  await expect(cells.nth(last)).toBeFocused();
  // A picture is simply there, and gone again.
  const moves = await recordMoves(page);
  const open = async () => {
    await cells.nth(2).click();
    await expect(page.getByTestId('viewer-image')).toBeVisible();
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await expect(viewer).toHaveCount(0);
    await expect(cells.nth(2)).toBeFocused();
  };
  await open();
  await close();
  expect(await moves()).toEqual([]);
  // The same clock moves it for those who do not mind, softly.
  const fades = await recordFades(page);
  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: null });
  await page.clock.fastForward(10_100);
  await expect.poll(shown).not.toEqual(before);
  expect((await fades()).length).toBeGreaterThan(0);
  for (const seconds of await fades()) expect(seconds).toBeGreaterThan(0.1);
  // Its picture comes out of its cell and goes back into it.
  await open();
  await expectMoved(moves, cells.nth(2));
  await close();
  await expectMoved(moves, cells.nth(2));

  // A slideshow goes on when the chosen time is over and not before, in order, from the last file to the first.
  await page.keyboard.press('ControlOrMeta+2');
  await byName(page);
  await tile(page, 'A-folder 0.jpg').click();
  await expect(viewer).toBeFocused();
  await page.keyboard.press('End');
  await expect(viewer).toHaveAttribute('data-name', 'Two.jpg');
  await page.getByTestId('viewer-show-options').click();
  await page.getByRole('menuitemradio', { name: '20 s' }).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
  const goesOnAfter = async (milliseconds: number, name: string) => {
    const stays = (await viewer.getAttribute('data-name'))!;
    await expect(page.getByTestId('viewer-image')).toHaveAttribute('aria-label', stays);
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 10_000);
    await page.keyboard.press('s');
    await expect(page.getByRole('button', { name: 'Stop slideshow' })).toHaveCount(1);
    await page.clock.runFor(milliseconds - 100);
    await expect(viewer).toHaveAttribute('data-name', stays);
    await page.clock.runFor(200);
    await expect(viewer).toHaveAttribute('data-name', name);
    await page.clock.resume();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Start slideshow' })).toHaveCount(1);
  };
  await goesOnAfter(20_000, 'A-folder 0.jpg');
  // Any time is chosen in the settings, over the picture as well.
  await page.keyboard.press('ControlOrMeta+,');
  const seconds = page.getByTestId('option-slideshowSeconds');
  await seconds.getByRole('textbox').fill('7');
  await seconds.getByRole('textbox').press('Enter');
  await expect(seconds).toHaveAttribute('data-source', 'saved');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('settings')).toHaveCount(0);
  await goesOnAfter(7000, 'A-folder 1.jpg');
});
