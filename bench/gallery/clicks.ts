// Runs in Node: how soon each control answers while very many thumbnails are being made.

import type { Page } from '@playwright/test';
import { median, ms, quantile } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { longest, watchIdleLoop } from '../library/loop.js';
import { pause, statusNumber, toTop } from './numbers.js';

/** A control, and what shows that it has answered. */
interface Control {
  readonly name: string;
  /** Of what is clicked, a CSS selector. */
  readonly click: string;
  /** JavaScript for the page: true when the answer can be seen. */
  readonly answered: string;
}

const has = (selector: string) => `document.querySelector('${selector}') !== null`;
const not = (selector: string) => `document.querySelector('${selector}') === null`;
const id = (name: string) => `[data-testid="${name}"]`;
const pressed = (name: string) => has(`${id(name)}[aria-pressed="true"]`);

/** One after the other they leave the window as it was. */
const CONTROLS: readonly Control[] = [
  { name: 'only photos', click: id('filter-photo'), answered: pressed('filter-photo') },
  { name: 'all kinds', click: id('filter-all'), answered: pressed('filter-all') },
  { name: 'sort menu', click: id('sort'), answered: has(id('sort-name')) },
  { name: 'another order', click: id('sort-oldest'), answered: has(`${id('sort')}[title="Oldest first"]`) },
  { name: 'sort menu again', click: id('sort'), answered: has(id('sort-newest')) },
  { name: 'the first order', click: id('sort-newest'), answered: has(`${id('sort')}[title="Newest first"]`) },
  { name: 'hide sidebar', click: id('toggle-sidebar'), answered: not(id('sidebar')) },
  { name: 'show sidebar', click: id('toggle-sidebar'), answered: has(id('sidebar')) },
  { name: 'larger pictures', click: '[aria-label="Larger pictures"]', answered: 'benchZoom() > benchBefore' },
  {
    name: 'smaller pictures',
    click: '[aria-label="Smaller pictures"]',
    answered: 'benchZoom() < benchBefore',
  },
  { name: 'open a photo', click: id('tile'), answered: has(id('viewer')) },
  { name: 'info', click: id('viewer-info-button'), answered: has(id('viewer-info')) },
  { name: 'hide info', click: id('viewer-info-button'), answered: not(id('viewer-info')) },
  {
    name: 'next',
    click: id('viewer-next'),
    answered: `document.querySelector('${id('viewer')}').dataset.name !== benchBefore`,
  },
  { name: 'close', click: id('viewer-close'), answered: not(`${id('viewer')}[data-open]`) },
];

/** Remembers what will change, and when the next press comes. */
const prepare = (page: Page, answered: string) =>
  page.evaluate(`(() => {
    globalThis.benchZoom = () => Number(document.querySelector('${id('zoom')} input, input${id('zoom')}')?.value);
    const viewer = document.querySelector('${id('viewer')}');
    globalThis.benchBefore = viewer ? viewer.dataset.name : benchZoom();
    globalThis.benchAnswer = new Promise((done) => {
      addEventListener('pointerdown', ({ timeStamp }) => {
        const look = () => {
          if (${answered}) requestAnimationFrame((now) => done(performance.now() - timeStamp));
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    });
  })()`);

async function clickOn(page: Page, { click, answered }: Control): Promise<number> {
  await prepare(page, answered);
  // As a person does: where it stands, without a look whether it is ready to be clicked.
  const box = (await page.locator(click).first().boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return page.evaluate('globalThis.benchAnswer');
}

/** Clicks through all controls, again and again, while thumbnails are made. */
export async function clicksRow(page: Page, rounds: number): Promise<Row> {
  await toTop(page);
  const waits = new Map<string, number[]>(CONTROLS.map(({ name }) => [name, []]));
  const made = await statusNumber(page, 'thumbnails-done');
  const idle = watchIdleLoop();
  const started = Date.now();
  for (let round = 0; round < rounds; round++) {
    for (const control of CONTROLS) {
      waits.get(control.name)!.push(await clickOn(page, control));
      // Away from the rhythm of anything that works in steps.
      await pause(250 + ((waits.get(control.name)!.length * 137) % 200));
    }
  }
  const seconds = (Date.now() - started) / 1000;
  const made2 = (await statusNumber(page, 'thumbnails-done')) - made;
  const left = (await statusNumber(page, 'thumbnails-total')) - (await statusNumber(page, 'thumbnails-done'));
  const all = [...waits.values()].flat();
  const tail = quantile(all, 0.95);
  const slowest = [...waits].sort(([, a], [, b]) => median(b) - median(a)).slice(0, 3);
  return {
    what: 'click -> response of any control while thumbnails are made, p95',
    ...{ must: '<= 100 ms', aim: '<= 50 ms' },
    measured: `${ms(tail)} (median ${ms(median(all))})`,
    verdict: judge(tail, { must: 100, aim: 50 }),
    numbers: Object.fromEntries(waits),
    note:
      `${all.length} clicks on ${CONTROLS.length} controls, until what they do is painted; slowest ` +
      `${slowest.map(([name, values]) => `${name} ${ms(median(values))}`).join(', ')}; ${made2.toLocaleString('en')} ` +
      `thumbnails were made meanwhile (${(made2 / seconds).toFixed(0)}/s), ${left.toLocaleString('en')} were left; an idle process ` +
      `was held for ${ms(longest(await idle()))}`,
  };
}
