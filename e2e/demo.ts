// Runs in Node, started by `npm run demo`: makes a library, opens the app on it, waits until everything has a
// thumbnail, saves screenshots, prints what it counted, and fails when that is not what was made.
//   --keep    keeps the library and the app's folder, and prints where they are
//   --stay    leaves the window open until it is closed
//   --readme  also renews the screenshots of the README

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { displayPath } from '../electron/shared/paths.js';
import { APP, launchApp } from './app.js';
import { differences } from './demo/compare.js';
import { contentsOf, statusOf, type Contents, type Status } from './demo/observe.js';
import { takeScreens } from './demo/screens.js';
import { makeLibrary, type Manifest } from './media/index.js';
import type { Page } from '@playwright/test';

/** Longest wait for all thumbnails, milliseconds. */
const LIMIT = 10 * 60_000;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

interface Waited {
  readonly status: Status;
  readonly first: string;
  readonly screen: string;
  readonly all: string;
}

/** Watches the status line until every file has a thumbnail or a reason why not. */
async function untilComplete(page: Page, since: number): Promise<Waited> {
  let first: string | undefined;
  let screen: string | undefined;
  for (;;) {
    const status = await statusOf(page);
    if (status && status.done > 0) first ??= seconds(since);
    if (first && !screen && (await pendingTiles(page)) === 0) screen = seconds(since);
    const complete =
      status && !status.scanning && status.total > 0 && status.done + status.failed >= status.total;
    if (complete)
      return { status, first: first ?? 'never', screen: screen ?? seconds(since), all: seconds(since) };
    if (performance.now() - since > LIMIT) {
      throw new Error(`Not complete after ${LIMIT / 60_000} minutes: ${JSON.stringify(status)}`);
    }
    await new Promise((next) => setTimeout(next, 100));
  }
}

const pendingTiles = (page: Page) => page.locator('[data-testid="tile"][data-state="pending"]').count();

function report(
  manifest: Manifest,
  { status, first, screen, all }: Waited,
  { photos, videos, failures }: Contents,
): void {
  console.log(`Photos      ${photos.length}`);
  console.log(`Videos      ${videos.length}`);
  console.log(`Thumbnails  ${status.done} of ${status.total}`);
  console.log(`Failed      ${status.failed} (${manifest.counts.unusable} files were made unusable)`);
  for (const { path, message } of failures) console.log(`  ${displayPath(path)}: ${message}`);
  console.log(
    `First thumbnail after ${first}, first screen complete after ${screen}, everything after ${all}`,
  );
  for (const note of manifest.notes) console.log(`Note: ${note}`);
}

async function demo(): Promise<number> {
  const { values } = parseArgs({
    options: { keep: { type: 'boolean' }, stay: { type: 'boolean' }, readme: { type: 'boolean' } },
  });
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'home-gallery-demo-')));
  try {
    console.log('Making a library of photos and videos');
    let since = performance.now();
    const manifest = await makeLibrary(join(folder, 'Pictures'));
    const { shown, skipped } = manifest.counts;
    console.log(`Made ${shown} photos and videos and ${skipped} files to be left out, in ${seconds(since)}`);

    since = performance.now();
    const gallery = await launchApp({ mediaDirs: [manifest.dir], userDataDir: join(folder, 'user') });
    try {
      const waited = await untilComplete(gallery.page, since);
      const contents = await contentsOf(gallery.page);
      report(manifest, waited, contents);
      const wrong = differences(manifest, waited.status, contents);
      for (const line of wrong) console.error(`Wrong: ${displayPath(line)}`);
      const readme = values.readme ? join(APP, 'docs/screenshots') : null;
      const screens = await takeScreens(gallery, join(APP, 'test-results/demo'), readme);
      for (const screen of screens) console.log(`Saved ${relative(process.cwd(), screen)}`);
      if (values.stay) {
        console.log('The window stays open until you close it.');
        await gallery.app.waitForEvent('close', { timeout: 0 });
      }
      return wrong.length > 0 ? 1 : 0;
    } finally {
      await gallery.close();
    }
  } finally {
    if (values.keep) console.log(`Kept ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await demo();
