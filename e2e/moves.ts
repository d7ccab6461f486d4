// Runs in Node: the moving picture between a tile or a cell and the viewer, as it is seen in the page.

import { expect, type Locator, type Page } from '@playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * From now on: the middle of a picture of the viewer at the far end of its way, where it comes from or goes to, each time it moves; they
 * are given when these have come to rest.
 */
export async function recordMoves(page: Page): Promise<() => Promise<Point[]>> {
  await page.evaluate(() => {
    const moves: { at: { x: number; y: number }; animation: Animation }[] = [];
    Object.assign(window, { viewerMoves: moves });
    const original = Object.getOwnPropertyDescriptor(Element.prototype, 'animate')!
      .value as Element['animate'];
    Element.prototype.animate = function animate(this: Element, ...args) {
      const animation = original.apply(this, args);
      const comes = (args[0] as Keyframe[])[0]!['translate'] !== undefined;
      animation.currentTime = comes ? 0 : Number(animation.effect!.getTiming().duration) * 0.999_999;
      const { x, y, width, height } = this.getBoundingClientRect();
      animation.currentTime = 0;
      moves.push({ at: { x: x + width / 2, y: y + height / 2 }, animation });
      return animation;
    };
  });
  return () =>
    page.evaluate(async () => {
      type Moves = { at: Point; animation: Animation }[];
      const moves = (window as unknown as { viewerMoves: Moves }).viewerMoves.splice(0);
      // One that leaves the page on its way has come to rest as well.
      await Promise.all(moves.map(({ animation }) => animation.finished.catch(() => null)));
      return moves.map(({ at }) => at);
    });
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
