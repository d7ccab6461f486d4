// Runs in Node: whether the grid scrolls as smoothly as a page can, and how many nodes it has meanwhile.

import type { Page } from '@playwright/test';
import { ms, quantile, times } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { toFront, type Stage } from './stage.js';

/** Pixels per second. */
const SPEED = 5000;
/** A frame that took longer is seen as a jerk, milliseconds. */
const JERK = 50;

/** Times between frames, milliseconds. */
type Frames = readonly number[];

/** Scrolls for so many seconds, and goes back to the top. `selector` names the element, or what lies in it. */
function scroll(page: Page, selector: string, seconds: number, from: number): Promise<Frames> {
  return page.evaluate(
    ([wanted, length, speed, start]) =>
      new Promise<number[]>((done) => {
        let element = document.querySelector(wanted)!;
        while (
          element.scrollHeight <= element.clientHeight + 1 ||
          getComputedStyle(element).overflowY === 'visible'
        )
          element = element.parentElement!;
        const frames: number[] = [];
        let [first, last] = [0, 0];
        const frame = (now: number) => {
          if (first === 0) first = now;
          else frames.push(now - last);
          last = now;
          if (now - first >= length * 1000) return done(frames);
          element.scrollTop = start + ((now - first) * speed) / 1000;
          requestAnimationFrame(frame);
        };
        element.scrollTop = start;
        // What comes with the jump to the beginning is not what is measured.
        setTimeout(() => requestAnimationFrame(frame), 1000);
      }),
    [selector, seconds, SPEED, from] as const,
  );
}

const jerks = (frames: Frames) => frames.filter((one) => one > JERK).length;

/** Scrolling, in turn with a page of boxes; each time another part of the library. */
export async function scrollRow({ gallery, boxes }: Stage, rounds: number, seconds: number): Promise<Row> {
  const app: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const from = 10_000 + round * 2 * SPEED * seconds;
    await toFront(boxes.app);
    plain.push(...(await scroll(boxes.page, '#boxes', seconds, from)));
    await toFront(gallery.app);
    app.push(...(await scroll(gallery.page, '[data-testid="grid"]', seconds, from)));
  }
  const share = (frames: Frames) => jerks(frames) / frames.length;
  // No measurement tells less than one frame.
  const reference = Math.max(share(plain), 1 / plain.length);
  const ratio = share(app) / reference;
  const percent = (frames: Frames) => `${(share(frames) * 100).toFixed(2)} %`;
  return {
    what: `scrolling at ${SPEED} px/s, share of frames over ${JERK} ms, against plain boxes`,
    ...{ must: '<= 2 x', aim: '<= 1 x' },
    measured: `${times(ratio)} (${percent(app)} / ${percent(plain)})`,
    verdict: judge(ratio, { must: 2, aim: 1 }),
    numbers: { app, plain },
    note:
      `${rounds} times ${seconds} s each in turn; ${app.length} frames, p99 ${ms(quantile(app, 0.99))}, longest ` +
      `${ms(Math.max(...app))}; boxes ${plain.length} frames, p99 ${ms(quantile(plain, 0.99))}, longest ` +
      `${ms(Math.max(...plain))}. Files that were not looked at before: their thumbnails are made meanwhile`,
  };
}
