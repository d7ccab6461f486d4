// Runs in Node: how many nodes the page has and how much memory its process, followed through everything that is measured.

import { _electron, type Page } from '@playwright/test';
import { join } from 'node:path';
import { prepareElectron } from '../../build/electron.mjs';
import { machineSwitches } from '../../build/steps/launch.mjs';
import type { Gallery } from '../../e2e/app.js';
import { median, short } from '../numbers.js';
import { judge, worst, type Row } from '../row.js';
import { pause, toTop } from './numbers.js';

const EMPTY = join(import.meta.dirname, '../library/empty');
const MEGABYTE = 1024 * 1024;

interface Counting {
  benchNodes?: number;
}

/** Counts all nodes of the page in every 20th frame, and keeps the most. */
export const startCounting = ({ page }: Gallery) =>
  page.evaluate(() => {
    const counting = globalThis as Counting;
    counting.benchNodes = 0;
    let frames = 0;
    const frame = () => {
      if (frames++ % 20 === 0) {
        const count = document.evaluate(
          'count(//node())',
          document,
          null,
          XPathResult.NUMBER_TYPE,
        ).numberValue;
        counting.benchNodes = Math.max(counting.benchNodes ?? 0, count);
      }
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });

/** A look at most files at a time: with the smallest pictures, at some places of the library. The zoom is then as it was. */
export async function atSmallest(page: Page): Promise<void> {
  const zoom = page.locator('[data-testid="zoom"] input, input[data-testid="zoom"]');
  const before = Number(await zoom.inputValue());
  for (let step = 0; step < before; step++) await page.keyboard.press('ControlOrMeta+Minus');
  for (const top of [0, 20_000, 60_000]) {
    await page
      .getByTestId('grid')
      .locator('..')
      .evaluate((view, to) => view.scrollTo(0, to), top);
    // Pictures come, and the boxes that stood for them go.
    await pause(1500);
  }
  for (let step = 0; step < before; step++) await page.keyboard.press('ControlOrMeta+Equal');
  await toTop(page);
  await pause(1000);
}

type AnyApp = Pick<Gallery['app'], 'evaluate'>;

/** Bytes that the window's process holds now. */
const memoryOf = (app: AnyApp): Promise<number> =>
  app.evaluate(({ app: running }) => {
    const page = running.getAppMetrics().find(({ type }) => type === 'Tab');
    return (page?.memory.workingSetSize ?? NaN) * 1024;
  });

/** Memory at moments that have a name. */
export class Memories {
  private readonly bytes = new Map<string, number>();

  constructor(private readonly app: AnyApp) {}

  /** The most of some looks, a moment apart. */
  async note(name: string): Promise<void> {
    for (let i = 0; i < 3; i++) {
      this.bytes.set(name, Math.max(this.bytes.get(name) ?? 0, await memoryOf(this.app)));
      await pause(100);
    }
  }

  get all(): ReadonlyMap<string, number> {
    return this.bytes;
  }
}

/** Bytes of an empty window's process. */
export async function emptyMemory(): Promise<number> {
  await prepareElectron();
  const app = await _electron.launch({ args: [EMPTY, ...machineSwitches(process.platform === 'linux')] });
  try {
    await app.firstWindow();
    await pause(1500);
    const looks: number[] = [];
    for (let i = 0; i < 5; i++) looks.push(await memoryOf(app));
    return median(looks);
  } finally {
    await app.close();
  }
}

export async function censusRow({ page }: Gallery, memories: Memories): Promise<Row> {
  const nodes = await page.evaluate(() => (globalThis as Counting).benchNodes ?? NaN);
  const empty = await emptyMemory();
  const over = [...memories.all].map(([name, bytes]) => [name, (bytes - empty) / MEGABYTE] as const);
  const most = Math.max(...over.map(([, megabytes]) => megabytes));
  return {
    what: 'nodes of the page at any time / memory of its process over an empty window',
    ...{ must: '<= 3,000 / <= 250 MB', aim: '-' },
    measured: `${nodes.toLocaleString('en')} / ${short(most)} MB`,
    verdict: worst(judge(nodes, { must: 3000, aim: null }), judge(most, { must: 250, aim: null })),
    numbers: { nodes, empty, ...Object.fromEntries(memories.all) },
    note: `without what Chromium keeps for the one who drives it; an empty window ${short(empty / MEGABYTE)} MB; over it ${over.map(([name, megabytes]) => `${name} ${short(megabytes)} MB`).join(', ')}`,
  };
}
