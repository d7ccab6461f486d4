// Runs in Node: when the viewer's picture has been painted, as the browser itself tells it (Element Timing). It does not tell
// it of pictures of other origins, so a letter that comes into the page together with the picture stands for it.

import type { Page } from '@playwright/test';

interface Picture {
  /** Pixels of the picture across, and those of the screen that it covers. */
  readonly width: number;
  readonly shown: number;
  /** When it was painted, on the page's clock; 0 until then. */
  painted: number;
}

interface Noted {
  /** Of the input before it, on the page's clock. */
  at: number;
  pictures: Picture[];
}

/** Starts to note inputs and the painting of pictures in the viewer. */
export const notePainted = (page: Page) =>
  page.evaluate(() => {
    const noted: Noted = { at: 0, pictures: [] };
    (globalThis as { benchPainted?: Noted }).benchPainted = noted;
    for (const name of ['pointerdown', 'keydown'])
      addEventListener(name, ({ timeStamp }) => (noted.at ||= timeStamp), { capture: true });
    const waiting = new Map<string, Picture>();
    let count = 0;
    const follow = (image: HTMLImageElement | HTMLCanvasElement) => {
      const picture = {
        width: image instanceof HTMLImageElement ? image.naturalWidth : image.width,
        shown: image.getBoundingClientRect().width * devicePixelRatio,
        painted: 0,
      };
      noted.pictures.push(picture);
      const letter = document.createElement('p');
      letter.textContent = '.';
      letter.style.cssText = 'position: fixed; left: 2px; bottom: 2px; z-index: 99; color: gray';
      letter.setAttribute('elementtiming', `picture ${++count}`);
      waiting.set(`picture ${count}`, picture);
      document.querySelector('[data-testid="viewer"]')!.append(letter);
      setTimeout(() => letter.remove(), 1000);
    };
    const wanted = '[data-testid="viewer-image"]';
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (!(node instanceof Element)) continue;
        const images = [...(node.matches(wanted) ? [node] : []), ...node.querySelectorAll(wanted)];
        for (const image of images) follow(image as HTMLImageElement);
      }
    }).observe(document.documentElement, { childList: true, subtree: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { identifier, renderTime } = entry as PerformanceEntry & {
          identifier: string;
          renderTime: number;
        };
        const picture = waiting.get(identifier);
        if (picture) picture.painted = renderTime;
        waiting.delete(identifier);
      }
    }).observe({ type: 'element' });
  });

/**
 * Does something and answers the milliseconds from its first input until the viewer's picture was painted, with at least
 * as many pixels as the screen shows of it.
 */
export async function untilPainted(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    Object.assign((globalThis as unknown as { benchPainted: Noted }).benchPainted, { at: 0, pictures: [] });
  });
  await act();
  const answer = await page.waitForFunction(
    () => {
      const { at, pictures } = (globalThis as unknown as { benchPainted: Noted }).benchPainted;
      const found = pictures.find(
        ({ painted, width, shown }) => at > 0 && painted > at && width >= shown - 1,
      );
      return found ? { took: found.painted - at } : null;
    },
    undefined,
    { timeout: 20_000 },
  );
  return (await answer.jsonValue())!.took;
}
