// What moves in the window: the flow of folders under the hand, the side buttons of a mouse, and nothing at all for those who want
// no motion.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

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
}

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

/** From now on: the middle of the place that a picture of the viewer comes from or goes to, each time it moves. */
async function recordMoves(page: Page): Promise<() => Promise<{ x: number; y: number }[]>> {
  await page.evaluate(() => {
    const moves: { x: number; y: number }[] = [];
    Object.assign(window, { viewerMoves: moves });
    const original = Element.prototype.animate;
    Element.prototype.animate = function animate(this: Element, ...args) {
      const far = (args[0] as Keyframe[]).find(({ translate }) => translate && translate !== '0 0');
      const [dx, dy] = String(far?.['translate']).split(' ').map(Number.parseFloat);
      const { x, y, width, height } = this.getBoundingClientRect();
      moves.push({ x: x + width / 2 + dx!, y: y + height / 2 + dy! });
      return original.apply(this, args);
    };
  });
  return () =>
    page.evaluate(() =>
      (window as unknown as { viewerMoves: { x: number; y: number }[] }).viewerMoves.splice(0),
    );
}

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
  // A picture is simply there, and gone again.
  const moves = await recordMoves(page);
  const openAndClose = async () => {
    await cells.nth(2).click();
    await expect(page.getByTestId('viewer-image')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
    await expect(cells.nth(2)).toBeFocused();
    return moves();
  };
  expect(await openAndClose()).toEqual([]);
  // The same clock moves it for those who do not mind, softly.
  const fades = await recordFades(page);
  await page.emulateMedia({ reducedMotion: 'no-preference', colorScheme: null });
  await page.clock.fastForward(10_100);
  await expect.poll(shown).not.toEqual(before);
  expect((await fades()).length).toBeGreaterThan(0);
  for (const seconds of await fades()) expect(seconds).toBeGreaterThan(0.1);
  // Its picture comes out of its cell and goes back into it.
  const [out, back, ...more] = await openAndClose();
  expect(more).toEqual([]);
  const { x, y, width, height } = (await cells.nth(2).boundingBox())!;
  for (const move of [out, back]) {
    expect(Math.abs(move!.x - (x + width / 2))).toBeLessThan(2);
    expect(Math.abs(move!.y - (y + height / 2))).toBeLessThan(2);
  }
});
