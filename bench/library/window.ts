// Runs in Node: the rows that need the whole app: its main process's loop, and how soon the window shows the disk.

import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, secondStart, type Gallery } from '../../e2e/app.js';
import { median, ms, quantile } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { arrivalRows, measureArrival, type Arrival } from './arrivals.js';
import type { Bundles } from './bundle.js';
import { groupRow, orderRow } from './frames.js';
import type { PageResult } from './inside/page.js';
import { stallRow, watchIdleLoop, watchMainLoop } from './loop.js';

const LIMIT = 300_000;
const ARRIVALS = 3;

const untilItems = (page: Page, items: number) =>
  page.waitForFunction(
    (wanted) => {
      const status = document.querySelector<HTMLElement>('[data-testid="status"]')?.dataset;
      return status?.['scanning'] === 'false' && Number(status['items']) === wanted;
    },
    items,
    { timeout: LIMIT },
  );

/** Milliseconds since 1970 at which a tile of this name is in the grid. Start it before the file appears. */
const untilTile = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((done) => {
        const look = () => {
          if (document.querySelector(`[data-testid="tile"][data-name="${wanted}"]`)) done(Date.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    name,
  );

export interface WindowBenchOptions {
  readonly bundles: Bundles;
  /** The library. */
  readonly root: string;
  readonly files: number;
  readonly userDataDir: string;
  /** A photo to copy. */
  readonly photo: string;
  readonly quick: boolean;
}

export class WindowBench {
  private gallery!: Gallery;
  /** How many files the library has by now. */
  items: number;

  constructor(private readonly options: WindowBenchOptions) {
    this.items = options.files;
  }

  /** Measures a first start and what follows it; the app's folder knows the library afterwards. */
  async run(tell: (row: Row) => void): Promise<void> {
    await this.inApp(async () => {
      tell(await this.scanAndRefresh());
      tell(await this.listing());
      tell(await orderRow(this.gallery.page));
      tell(await groupRow(this.gallery.page));
      tell(await this.oneFile());
    });
  }

  /** Measures very many files that come at once, in an app that knows `items` files from an earlier start. */
  async arrivals(items: number, tell: (row: Row) => void): Promise<void> {
    this.items = items;
    await this.inApp(async () => {
      await untilItems(this.gallery.page, items);
      for (const row of await this.manyFiles()) tell(row);
    });
  }

  private async inApp(measure: () => Promise<void>): Promise<void> {
    this.gallery = await launchApp({ userDataDir: this.options.userDataDir });
    try {
      // The compiler of this bench puts a call of it around named functions, also around those for the page.
      await this.gallery.page.evaluate('globalThis.__name = (named) => named');
      await this.gallery.app.evaluate('globalThis.__name = (named) => named');
      await measure();
    } finally {
      await this.gallery.close();
    }
  }

  private async scanAndRefresh(): Promise<Row> {
    const { root, userDataDir, files } = this.options;
    const { page } = this.gallery;
    const longest = await watchMainLoop(this.gallery);
    const idle = watchIdleLoop();
    await secondStart({ userDataDir, mediaDirs: [root] });
    await untilItems(page, files);
    await page.waitForFunction(
      async () => {
        const roots = await window.gallery.call('roots.list');
        return roots.ok && roots.value[0]?.watching === 'native';
      },
      undefined,
      { timeout: LIMIT },
    );
    const scan = await longest();
    await page.evaluate(async () => {
      const roots = await window.gallery.call('roots.list');
      if (roots.ok) await window.gallery.call('roots.refresh', roots.value[0]!.id);
    });
    const again = await longest();
    const phases = { 'scan, watcher': scan, 'reading again': again };
    const note = 'while thumbnails are made, as they are in use';
    return stallRow('main process, longest stall of a first start', phases, await idle(), note);
  }

  private async listing(): Promise<Row> {
    const busy = await this.askListing();
    const paused = (on: boolean) =>
      this.gallery.page.evaluate((value) => window.gallery.call('thumbnails.pause', value), on);
    await paused(true);
    const results = await this.askListing().finally(() => paused(false));
    const usable = median(results.map((one) => one.usable));
    const received = median(results.map((one) => one.received));
    const meanwhile = median(busy.map((one) => one.usable));
    return {
      what: 'listing from main to a usable list in the window',
      ...{ must: '<= 150 ms', aim: '<= 60 ms' },
      measured: `${ms(usable)} (there after ${ms(received)})`,
      verdict: judge(usable, { must: 150, aim: 60 }),
      numbers: { results, busy },
      note: `asked, received, read and sorted by date, with thumbnails paused; ${ms(meanwhile)} while thumbnails are made as well`,
    };
  }

  private async askListing(): Promise<PageResult[]> {
    const { page } = this.gallery;
    const results: PageResult[] = [];
    for (let i = 0; i < 9; i++) {
      // The page's own rules forbid scripts from outside, evaluating is not bound by them.
      await page.evaluate(this.options.bundles.page);
      results.push(
        await page.evaluate(
          () => (globalThis as unknown as { benchResult: Promise<PageResult> }).benchResult,
        ),
      );
    }
    return results;
  }

  private async oneFile(): Promise<Row> {
    const { root, photo, quick } = this.options;
    const { page } = this.gallery;
    const waits: number[] = [];
    for (let i = 0; i < (quick ? 5 : 40); i++) {
      const name = `bench one ${i}.jpg`;
      const visible = untilTile(page, name);
      // It is awaited below; failing before that must not end the whole bench.
      visible.catch(() => undefined);
      // Away from the rhythm of anything that works in steps.
      await new Promise((next) => setTimeout(next, 300 + ((i * 137) % 500)));
      const at = Date.now();
      copyFileSync(photo, join(root, 'album 001/part 00', name));
      waits.push((await visible) - at);
      this.items++;
    }
    const tail = quantile(waits, 0.95);
    return {
      what: 'one file added -> visible in the grid, p95',
      ...{ must: '<= 1 s', aim: '<= 300 ms' },
      measured: `${ms(tail)} (median ${ms(median(waits))})`,
      verdict: judge(tail, { must: 1000, aim: 300 }),
      numbers: { waits },
    };
  }

  private async manyFiles(): Promise<Row[]> {
    const { root, photo, quick } = this.options;
    const { page } = this.gallery;
    const count = quick ? 1000 : 10_000;
    const arrivals: Arrival[] = [];
    for (let i = 1; i <= ARRIVALS; i++) {
      const files = { photo, folder: join(root, `copied ${i}`), count };
      this.items += count;
      arrivals.push(await measureArrival(page, files, () => untilItems(page, this.items)));
    }
    return arrivalRows(count, arrivals);
  }
}
