// Runs in the test: sends what makes and makes use of wrong inputs to where it is to run, and brings back what came of it.

import type { ElectronApplication, Page } from '@playwright/test';
import { SCHEME_NAMES } from '../../electron/main/schemes.js';
import { tryCalls, type CallReport, type CallRun } from './calls.js';
import { makeInputs, type Inputs, type Known } from './inputs.js';

/** The same seed makes the same inputs. */
export const SEED = Number(process.env['HOME_GALLERY_FUZZ_SEED'] ?? 20_261_125);

/** Pieces of code by their texts: `inputs`, made from this seed, and `tryCalls`. */
const sourceOf = (seed: number, known: Known): string =>
  `({ inputs: (${makeInputs.toString()})(${seed}, ${JSON.stringify(known)}), tryCalls: ${tryCalls.toString()} })`;

interface Sent {
  readonly inputs: Inputs;
  readonly tryCalls: typeof tryCalls;
}

/** Calls as a page makes them. */
export const callFromPage = (page: Page, seed: number, known: Known, run: CallRun): Promise<CallReport> =>
  // As text: the page's policy lets no code be made from texts in it.
  page.evaluate(`(() => {
    const { inputs, tryCalls } = ${sourceOf(seed, known)};
    return tryCalls(inputs, ${JSON.stringify(run)}, (name, args) => window.gallery.call(name, ...args));
  })()`);

/** Calls as main's gate hears them, so also those that the preload lets no page make. */
export const callInMain = (
  app: ElectronApplication,
  seed: number,
  known: Known,
  run: CallRun,
): Promise<CallReport> =>
  app.evaluate(
    async ({ ipcMain, BrowserWindow }, { source, run: asked }) => {
      const { runInThisContext } = process.getBuiltinModule('node:vm');
      const { statSync } = process.getBuiltinModule('node:fs');
      const { inputs, tryCalls: work } = runInThisContext(source) as Sent;
      type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
      const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
      const sender = BrowserWindow.getAllWindows()[0]!.webContents;
      const event = { sender, senderFrame: sender.mainFrame };
      const isFolder = (path: unknown) => {
        try {
          return statSync(path as string).isDirectory();
        } catch {
          return false;
        }
      };
      return work(inputs, asked, (name, args) => {
        // What a page sends comes as a copy.
        const copies = structuredClone(args) as unknown[];
        // A folder that exists may be dropped, whatever it is.
        if (name === 'roots.addDropped' && Array.isArray(copies[0]) && copies[0].some(isFolder))
          copies[0] = ['/no/such'];
        return handlers.get(name)!(event, ...copies);
      });
    },
    { source: sourceOf(seed, known), run },
  );

export interface UrlReport {
  readonly tried: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly wrong: readonly string[];
}

/** What is part of the app's own code and of nothing that its page is made of. */
const OWN_CODE = 'requestSingleInstanceLock';

export interface UrlRun {
  /** So many addresses of each scheme. */
  readonly times: number;
  readonly canary: string;
  /** Right ones, each to be asked for as often, among the wrong ones. */
  readonly right?: readonly string[];
}

/** Asks for addresses of every scheme, as whole as Chromium lets them be. */
export const fetchInMain = (
  app: ElectronApplication,
  seed: number,
  known: Known,
  { times, canary, right = [] }: UrlRun,
): Promise<UrlReport> =>
  app.evaluate(
    async ({ net }, { source, schemes, times: count, rightOnes, secrets }) => {
      const { inputs } = process.getBuiltinModule('node:vm').runInThisContext(source) as Sent;
      const statuses: Record<string, number> = {};
      const wrong: string[] = [];
      let tried = 0;
      const one = async (url: string) => {
        const { method, headers } = rightOnes.includes(url)
          ? { method: 'GET', headers: {} }
          : inputs.request();
        tried++;
        let status = 'refused';
        try {
          const answer = await net.fetch(url, { method, headers, bypassCustomProtocolHandlers: false });
          status = String(answer.status);
          const text = Buffer.from(await answer.arrayBuffer()).toString('latin1');
          const found = secrets.find((secret) => text.includes(secret));
          if (found !== undefined) wrong.push(`${method} ${url} answered ${found}`);
          // A fault of ours shows as this status.
          if (status === '500')
            wrong.push(
              `${method} ${url.slice(0, 300)} answered 500 (${JSON.stringify(headers).slice(0, 100)})`,
            );
        } catch {
          // No address at all, or ended half way.
        }
        statuses[status] = (statuses[status] ?? 0) + 1;
      };
      const MANY = 16;
      for (let begun = 0; begun < count; begun += MANY) {
        const wrongOnes = schemes.flatMap((scheme) => Array.from({ length: MANY }, () => inputs.url(scheme)));
        const each = Array.from({ length: MANY }, () => rightOnes).flat();
        await Promise.all([...each, ...wrongOnes].map(one));
      }
      return { tried, statuses, wrong };
    },
    {
      source: sourceOf(seed, known),
      schemes: [...SCHEME_NAMES],
      times,
      rightOnes: [...right],
      secrets: [canary, OWN_CODE, 'root:x:0:0'],
    },
  );

/** Shows addresses of every scheme in the page, as pictures and as videos; answers how many. */
export const showInPage = (page: Page, seed: number, known: Known, times: number): Promise<number> =>
  page.evaluate(`(async () => {
    const { inputs } = ${sourceOf(seed, known)};
    const show = (tag, url) => new Promise((done) => {
      const element = document.createElement(tag);
      for (const event of ['load', 'error', 'loadedmetadata']) element.addEventListener(event, () => done());
      element.src = url;
    });
    let tried = 0;
    for (let time = 0; time < ${times}; time++) {
      const urls = ${JSON.stringify(SCHEME_NAMES)}.map((scheme) => inputs.url(scheme));
      tried += urls.length;
      await Promise.all(urls.map((url, i) => show(i === time % urls.length ? 'video' : 'img', url)));
    }
    return tried;
  })()`);
