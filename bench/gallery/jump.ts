// Runs in Node: whether a jump along the time line shows a full screen at once.

import type { Page } from '@playwright/test';
import { median } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { pause } from './numbers.js';

interface Jump {
  /** Frames until all of the view is covered by tiles with their ground; 1 is the frame of the jump itself. */
  readonly frames: number;
  readonly tiles: number;
}

/** Follows the next press on the time line until the view is full. */
const follow = (page: Page) =>
  page.evaluate(() => {
    const view = document.querySelector('[data-testid="grid"]')!.parentElement!;
    const GAP = 80;
    /** Whether tiles lie one below the other from the top of the view to its end; headings may be between them. */
    const isFull = (): number => {
      const { top, bottom, left, width } = view.getBoundingClientRect();
      const boxes = [...view.querySelectorAll('[data-testid="tile"]')]
        .map((tile) => ({ tile, box: tile.getBoundingClientRect() }))
        .filter(({ box }) => box.bottom > top && box.top < bottom);
      const placed = boxes.every(({ tile }) => {
        const { backgroundColor, backgroundImage } = getComputedStyle(tile);
        return backgroundImage !== 'none' || !/, 0\)$/.test(backgroundColor);
      });
      // Each column of the view is looked at, since a row could be there in part.
      const columns = [0.02, 0.2, 0.4, 0.6].map((share) => left + width * share);
      const covered = columns.every((x) => {
        let at = top;
        for (const { box } of boxes
          .filter((one) => one.box.left <= x + 12 && one.box.right >= x)
          .sort((a, b) => a.box.top - b.box.top)) {
          if (box.top - at > GAP) return false;
          at = Math.max(at, box.bottom);
        }
        return bottom - at <= GAP;
      });
      return placed && covered ? boxes.length : 0;
    };
    (globalThis as { benchJump?: Promise<Jump> }).benchJump = new Promise((done) => {
      addEventListener(
        'pointerdown',
        () => {
          const before = view.scrollTop;
          let frames = 0;
          const frame = () => {
            frames++;
            const tiles = view.scrollTop === before ? 0 : isFull();
            if (tiles > 0 || frames > 120) done({ frames: tiles > 0 ? frames : Infinity, tiles });
            else requestAnimationFrame(frame);
          };
          requestAnimationFrame(frame);
        },
        { capture: true, once: true },
      );
    });
  });

/** Jumps to places all over the library, none of them near the one before. */
export async function jumpRow(page: Page, jumps: number): Promise<Row> {
  const box = (await page.getByTestId('scrubber').boundingBox())!;
  const frames: number[] = [];
  const tiles: number[] = [];
  for (let i = 0; i < jumps; i++) {
    await follow(page);
    const share = 0.05 + 0.9 * ((i * 0.381966) % 1);
    await page.mouse.click(box.x + box.width / 2, box.y + box.height * share);
    const jump = await page.evaluate(() => (globalThis as unknown as { benchJump: Promise<Jump> }).benchJump);
    frames.push(jump.frames);
    tiles.push(jump.tiles);
    await pause(120);
  }
  const most = Math.max(...frames);
  return {
    what: 'jump by the time line -> all tiles have at least their placeholder',
    ...{ must: 'same frame', aim: '-' },
    measured: most === 1 ? 'same frame' : `${most - 1} frames later`,
    verdict: judge(most, { must: 1, aim: null }),
    numbers: { frames, tiles },
    note: `the latest of ${jumps} jumps, ${median(tiles)} tiles on screen`,
  };
}
