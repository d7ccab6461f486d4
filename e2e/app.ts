// Runs in Node: starts the app for end-to-end tests and the demo, and ends it again without leaving anything behind.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { prepareElectron } from '../build/electron.mjs';
import { machineSwitches } from '../build/steps/launch.mjs';

/** The app's own folder, whose package.json names the main file. */
export const APP = resolve(import.meta.dirname, '..');

const START_LIMIT = 60_000;
const CLOSE_LIMIT = 20_000;

export interface LaunchOptions {
  readonly mediaDirs?: readonly string[];
  /** A temporary one, removed by `close`, unless given. */
  readonly userDataDir?: string;
  /** More arguments of the app. */
  readonly args?: readonly string[];
  /** Added to this process's environment; undefined takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Permissions of files bind the app also when root runs it. Not on Windows. */
  readonly ordinary?: boolean;
}

/** The running app. */
export interface Gallery {
  readonly app: ElectronApplication;
  /** Its window. */
  readonly page: Page;
  readonly userDataDir: string;
  /** Quits the app and waits for its end; a second call does nothing. */
  close(): Promise<void>;
}

/** Starts the app and waits for its window. */
export async function launchApp(options: LaunchOptions = {}): Promise<Gallery> {
  const own = options.userDataDir ? null : realpathSync(mkdtempSync(join(tmpdir(), 'home-gallery-user-')));
  const userDataDir = options.userDataDir ?? own ?? '';
  // Sets ELECTRON_OVERRIDE_DIST_PATH where a stand-in runs, which Playwright follows.
  const { binary } = await prepareElectron();
  const app = await _electron.launch({
    args: argumentsOf(options, userDataDir),
    cwd: APP,
    ...(options.ordinary ? { executablePath: join(APP, 'e2e/ordinary.sh') } : {}),
    env: environment({ ...options.env, ...(options.ordinary && { HOME_GALLERY_TEST_BINARY: binary }) }),
    // Playwright would show the light theme whatever the app and the system want.
    colorScheme: null,
    timeout: START_LIMIT,
  });
  const output = collectOutput(app);
  // Playwright no longer knows it once it has ended by itself.
  const child = app.process();
  let closing: Promise<void> | undefined;
  const close = () =>
    (closing ??= end(app, child).finally(() => {
      if (own) rmSync(own, { recursive: true, force: true });
    }));
  try {
    const page = await app.firstWindow({ timeout: START_LIMIT });
    await page.waitForLoadState('domcontentloaded');
    await untilListening(page);
    return { app, page, userDataDir, close };
  } catch (error) {
    await close();
    throw new Error(`The app showed no window. It said:\n${output()}`, { cause: error });
  }
}

/** A key that is pressed before the page listens to keys is nobody's: no person is as quick. */
async function untilListening(page: Page): Promise<void> {
  const isThere = () => document.getElementById('root')?.childElementCount !== 0;
  await page.waitForFunction(isThere, undefined, { timeout: START_LIMIT });
  // React's effects, which begin to listen, follow what is shown first.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2000 })));
}

/** Starts the app once more while it runs, and answers the exit code of that second start. */
export async function secondStart(
  options: LaunchOptions & { readonly userDataDir: string },
): Promise<number | null> {
  const args = argumentsOf(options, options.userDataDir);
  const { binary } = await prepareElectron();
  const child = spawn(binary, args, {
    cwd: APP,
    env: environment(options.env),
    stdio: 'ignore',
  });
  return new Promise((done, fail) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error('The second start did not end'));
    }, START_LIMIT);
    child.on('error', fail);
    child.on('exit', (code) => {
      clearTimeout(timer);
      done(code);
    });
  });
}

function argumentsOf({ mediaDirs = [], args = [] }: LaunchOptions, userDataDir: string): string[] {
  return [
    APP,
    // Tests run on displays without a graphics card.
    ...machineSwitches(process.platform === 'linux'),
    `--user-data-dir=${userDataDir}`,
    ...mediaDirs.map((dir) => `--media-dir=${dir}`),
    ...args,
  ];
}

function environment(extra: LaunchOptions['env'] = {}): Record<string, string> {
  // The machine's language is not what the tests look for.
  const merged = { ...process.env, HOME_GALLERY_LANGUAGE: 'en', ...extra };
  const given = Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(given);
}

/** The end of what the app printed, for messages. */
function collectOutput(app: ElectronApplication): () => string {
  let text = '';
  const add = (part: Buffer) => (text = (text + part.toString('utf8')).slice(-4000));
  app.process().stdout?.on('data', add);
  app.process().stderr?.on('data', add);
  return () => text.trim();
}

/** Of an app whose test has failed: what main knows, and the end of the log. */
export async function sayWhatItDid({ page, userDataDir }: Gallery): Promise<void> {
  const asked = page.evaluate(async () => {
    const [status, roots] = await Promise.all([
      window.gallery.call('thumbnails.status'),
      window.gallery.call('roots.list'),
    ]);
    return JSON.stringify({ status, roots });
  });
  console.log(await asked.catch((error: unknown) => `It did not answer: ${String(error)}`));
  const log = join(userDataDir, 'logs/home-gallery.log');
  if (existsSync(log)) console.log(readFileSync(log, 'utf8').trim().split('\n').slice(-80).join('\n'));
}

async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  if (!isRunning()) return;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolveLate) => {
    timer = setTimeout(() => resolveLate('late'), CLOSE_LIMIT);
  });
  const result = await Promise.race([app.close(), late]);
  clearTimeout(timer);
  if (result === 'late' && isRunning()) {
    child.kill('SIGKILL');
    throw new Error(`The app did not quit within ${CLOSE_LIMIT / 1000} s and was ended`);
  }
}
