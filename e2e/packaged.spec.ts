// The unpacked build as a person would start it: its own Electron, its own fuses, everything read from the archive.
// It is driven through Chromium's debugging port, because the build refuses Node's (which Playwright would use).

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { expect, reveal, status, test, tile, untilComplete } from './fixtures.js';

const RELEASE = join(import.meta.dirname, '../release');
const PLACES = [
  'linux-unpacked/home-gallery',
  'linux-arm64-unpacked/home-gallery',
  'win-unpacked/home-gallery.exe',
  'mac/Home Gallery.app/Contents/MacOS/Home Gallery',
  'mac-arm64/Home Gallery.app/Contents/MacOS/Home Gallery',
];

function executable(): string {
  const path = PLACES.map((place) => join(RELEASE, place)).find((place) => existsSync(place));
  if (path === undefined) throw new Error(`There is no unpacked build in ${RELEASE}: run npm run package.`);
  return path;
}

/** Switches that this machine needs, never part of a build. */
function machineSwitches(): string[] {
  if (process.platform !== 'linux') return [];
  return process.getuid?.() === 0 ? ['--disable-gpu', '--no-sandbox'] : ['--disable-gpu'];
}

interface Started {
  readonly app: ChildProcess;
  readonly page: Page;
  readonly ended: Promise<number | null>;
}

async function start(args: readonly string[]): Promise<Started> {
  const app = spawn(executable(), [...machineSwitches(), '--remote-debugging-port=0', ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    let text = '';
    app.stderr.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const found = /DevTools listening on (ws:\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    app.once('error', reject);
    app.once('exit', (code) => reject(new Error(`The build ended with code ${code}:\n${text}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  return { app, page, ended };
}

/** Pixels of a tile's picture, as the window decoded it. */
const pictureWidth = (page: Page, name: string) =>
  tile(page, name)
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.naturalWidth);

test('the packaged app shows photos and videos', async ({ scratch, manifest }) => {
  const { app, page, ended } = await start([
    '--user-data-dir',
    join(scratch, 'user'),
    '--media-dir',
    manifest.dir,
  ]);
  try {
    expect(page.url()).toMatch(/^app:\/\//);
    await untilComplete(page);
    expect(await status(page, 'thumbnails-failed')).toBe(manifest.counts.unusable);

    const whole = manifest.files.filter(({ shown, damaged }) => shown && !damaged);
    const wanted = [/\.jpg$/, /\.heic$/, /\.mp4$/].map((ending) =>
      whole.find(({ path }) => ending.test(path)),
    );
    for (const file of wanted) {
      // A machine without an HEVC encoder makes no HEIC.
      if (!file) continue;
      const name = file.path.split('/').pop()!;
      await expect(await reveal(page, name)).toHaveAttribute('data-state', 'ready');
      expect(await pictureWidth(page, name)).toBeGreaterThan(1);
    }

    const film = wanted[2]!.path.split('/').pop()!;
    await (await reveal(page, film)).click();
    const video = page.getByTestId('viewer').locator('video');
    const time = () => video.evaluate((element: HTMLVideoElement) => element.currentTime);
    await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(0.3);
    await page.screenshot({ path: 'test-results/screens/packaged-video.png' });

    await page.close();
    expect(await ended).toBe(0);
  } finally {
    app.kill('SIGKILL');
  }
});
