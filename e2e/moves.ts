// Runs in Node: the moving picture between a tile or a cell and the viewer, as it is seen in the page.

import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** From now on: the middle of the place that a picture of the viewer comes from or goes to, each time it moves. */
export async function recordMoves(page: Page): Promise<() => Promise<Point[]>> {
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
  return () => page.evaluate(() => (window as unknown as { viewerMoves: Point[] }).viewerMoves.splice(0));
}

/** One picture has moved, and that from or to the middle of this tile or cell. */
export async function expectMoved(take: () => Promise<Point[]>, place: Locator): Promise<void> {
  const moves: Point[] = [];
  await expect.poll(async () => moves.push(...(await take()))).toBeGreaterThan(0);
  expect(moves).toHaveLength(1);
  const { x, y, width, height } = (await place.boundingBox())!;
  expect(Math.abs(moves[0]!.x - (x + width / 2))).toBeLessThan(2);
  expect(Math.abs(moves[0]!.y - (y + height / 2))).toBeLessThan(2);
}
