// Runs in Node: the rows that need the whole app: its main process's loop, and how soon the window shows the disk.

import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { launchApp, secondStart, type Gallery } from '../../e2e/app.js';
import { median, ms, quantile, short } from '../numbers.js';
import { judge, type Row } from '../row.js';
import { countFrames, orderRow } from './frames.js';
import type { Bundles } from './bundle.js';
import type { PageResult } from './inside/page.js';

const LIMIT = 300_000;

/** A time in which a loop was held, milliseconds. */
interface Gap {
  readonly whole: number;
  /** Without the time in which it was ready to run but had no processor. Linux only; elsewhere the whole. */
  readonly own: number;
}

/** Starts to note how long main's loop is held; answers what gives the gaps since the last asking. */
async function watchMainLoop({ app }: Gallery): Promise<() => Promise<Gap[]>> {
  await app.evaluate(() => {
    const gaps: Gap[] = [];
    (globalThis as { benchGaps?: Gap[] }).benchGaps = gaps;
    const fs = process.getBuiltinModule('node:fs');
    const waited = (): number => {
      if (process.platform !== 'linux') return 0;
      // Nanoseconds on a processor, and waiting for one.
      return Number(fs.readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
    };
    let [last, lastWaited] = [performance.now(), waited()];
    setInterval(() => {
      const [now, nowWaited] = [performance.now(), waited()];
      // A timer of 1 ms is late by what held the loop.
      const whole = now - last - 1;
      if (whole > 4) gaps.push({ whole, own: Math.max(0, whole - (nowWaited - lastWaited)) });
      [last, lastWaited] = [now, nowWaited];
    }, 1);
  });
  return () => app.evaluate(() => (globalThis as { benchGaps?: Gap[] }).benchGaps!.splice(0));
}

const IDLE = `let last = performance.now(), longest = 0;
setInterval(() => { const now = performance.now(); longest = Math.max(longest, now - last - 1); last = now; }, 1);
process.stdin.on('end', () => { console.log(longest); process.exit(); }).resume();`;

/** The same in a process with nothing to do: what this machine does to everybody. Answers what ends it. */
function watchIdleLoop(): () => Promise<number> {
  const child = spawn(process.execPath, ['-e', IDLE], { stdio: ['pipe', 'pipe', 'inherit'] });
  return async () => {
    child.stdin.end();
    let text = '';
    for await (const part of child.stdout) text += String(part);
    return Number(text);
  };
}

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
  private items: number;

  constructor(private readonly options: WindowBenchOptions) {
    this.items = options.files;
  }

  /** Measures everything; the app's folder knows the library afterwards. */
  async run(tell: (row: Row) => void): Promise<void> {
    this.gallery = await launchApp({ userDataDir: this.options.userDataDir });
    try {
      // The compiler of this bench puts a call of it around named functions, also around those for the page.
      await this.gallery.page.evaluate('globalThis.__name = (named) => named');
      await this.gallery.app.evaluate('globalThis.__name = (named) => named');
      tell(await this.scanAndVerify());
      tell(await this.listing());
      tell(await orderRow(this.gallery.page));
      tell(await this.oneFile());
      tell(await this.manyFiles());
    } finally {
      await this.gallery.close();
    }
  }

  private async scanAndVerify(): Promise<Row> {
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
    const verification = await longest();
    const machine = await idle();
    // On a machine that keeps even an idle process waiting, the whole would say nothing about the app.
    const part = machine > 16 ? 'own' : 'whole';
    const worst = (gaps: readonly Gap[], of: keyof Gap) => Math.max(0, ...gaps.map((gap) => gap[of]));
    const stall = worst([...scan, ...verification], part);
    const waiting =
      part === 'whole'
        ? ''
        : `; ${ms(worst([...scan, ...verification], 'whole'))} with waiting for a processor, for which an idle process waited ${ms(machine)}`;
    return {
      what: 'main process, longest stall',
      ...{ must: '<= 50 ms', aim: '<= 16 ms' },
      measured: `${ms(stall)} (scan, watcher ${short(worst(scan, part))}, verification ${short(worst(verification, part))})`,
      verdict: judge(stall, { must: 50, aim: 16 }),
      numbers: { scan, verification, machine },
      note: `while thumbnails are made, as they are in use${waiting}`,
    };
  }

  private async listing(): Promise<Row> {
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
    const usable = median(results.map((one) => one.usable));
    const received = median(results.map((one) => one.received));
    return {
      what: 'listing from main to a usable list in the window',
      ...{ must: '<= 150 ms', aim: '<= 60 ms' },
      measured: `${ms(usable)} (there after ${ms(received)})`,
      verdict: judge(usable, { must: 150, aim: 60 }),
      numbers: { results },
      note: 'asked, received, read and sorted by date',
    };
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

  private async manyFiles(): Promise<Row> {
    const { root, photo, quick } = this.options;
    const { page } = this.gallery;
    const count = quick ? 1000 : 10_000;
    const frames = countFrames(page);
    for (let i = 0; i < count; i++) {
      const folder = join(root, 'copied', `roll ${Math.floor(i / 100)}`);
      if (i % 100 === 0) mkdirSync(folder, { recursive: true });
      const file = join(folder, `bench many ${i}.jpg`);
      copyFileSync(photo, file);
      if (i % 50 === 0) await new Promise(setImmediate);
    }
    const at = Date.now();
    await untilItems(page, this.items + count);
    const wait = Date.now() - at;
    const gap = await frames();
    this.items += count;
    return {
      what: `${count.toLocaleString('en')} files copied in -> all visible`,
      ...{ must: '<= 10 s', aim: '<= 2 s' },
      measured: `${ms(wait)} after the last`,
      verdict: judge(wait, { must: 10_000, aim: 2000 }),
      numbers: { wait, longestFrame: gap },
      note: `longest time between two frames of the window ${ms(gap)}`,
    };
  }
}
