// The unpacked build as a person would start it: its own Electron, everything read from the archive. The journey drives
// a copy that differs in one fuse (build/steps/unfused.mjs); what is shipped is started once, and its fuses are read back.

import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { _electron, chromium, type Page } from '@playwright/test';
import { machineSwitches } from '../build/steps/launch.mjs';
import { packedFiles } from '../build/steps/packed.mjs';
import { findUnpacked, makeUnfused } from '../build/steps/unfused.mjs';
import { answerDialog, expect, reveal, status, test, tile, untilComplete } from './fixtures.js';
import { NO_DISPLAY, runInTerminal } from './terminal.js';

/** Pixels of a tile's picture, as the window decoded it. */
const pictureWidth = (page: Page, name: string) =>
  tile(page, name)
    .locator('img')
    .evaluate((image: HTMLImageElement) => image.naturalWidth);

const switches = () => machineSwitches(process.platform === 'linux');

test('the packaged app goes from the first start to photos and videos', async ({
  scratch,
  folder,
  manifest,
}) => {
  const { program } = await makeUnfused();
  const app = await _electron.launch({
    executablePath: program,
    args: [...switches(), '--user-data-dir', join(scratch, 'user')],
    colorScheme: null,
  });
  try {
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:\/\//);
    expect(await app.evaluate(({ app: electron }) => electron.isPackaged)).toBe(true);
    await answerDialog(app, [folder]);
    await page.getByTestId('choose-folder').click();
    await untilComplete(page);
    expect(await status(page, 'items')).toBe(manifest.counts.shown);
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

    // What the build is made of comes with it, and is shown.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+Shift+L');
    const licences = page.getByTestId('dialog-licences');
    await expect(licences.getByTestId('licence').first()).toHaveAttribute('data-name', 'home-gallery');
    for (const name of ['electron', 'electron-updater', 'libheif-js', 'mediabunny', 'react', 'sharp']) {
      await expect(licences.locator(`[data-testid="licence"][data-name="${name}"]`)).toHaveCount(1);
    }
    const part = licences.locator('[data-name="electron"]');
    await part.locator('summary').click();
    await expect(part.locator('pre')).toContainText('Permission is hereby granted');
    await page.screenshot({ path: 'test-results/screens/packaged-licences.png' });
    // Those of Chromium's parts are a file that the system opens.
    const opened = app.evaluate(
      ({ shell }) =>
        new Promise<string>((done) => {
          shell.openPath = (path) => {
            done(path);
            return Promise.resolve('');
          };
        }),
    );
    await licences.getByTestId('licences-chromium').click();
    expect(statSync(await opened).size).toBeGreaterThan(1_000_000);
    // No place was built in, so there is nothing to ask.
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+,');
    await expect(page.getByTestId('updates')).toHaveAttribute('data-support', 'none');
  } finally {
    await app.close();
  }
});

test('what is shipped has its fuses, starts with them, and heeds no Node option', async ({
  scratch,
  manifest,
}) => {
  const { program, fused } = findUnpacked();
  // The wire holds digits.
  const [DISABLE, ENABLE] = ['0', '1'].map((digit) => digit.charCodeAt(0));
  const wire = (await getCurrentFuseWire(fused)) as unknown as Record<number, number>;
  expect(wire[FuseV1Options.RunAsNode], 'RunAsNode').toBe(DISABLE);
  expect(wire[FuseV1Options.EnableCookieEncryption], 'EnableCookieEncryption').toBe(ENABLE);
  expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable], 'NodeOptions').toBe(DISABLE);
  expect(wire[FuseV1Options.EnableNodeCliInspectArguments], 'NodeCliInspect').toBe(DISABLE);
  expect(wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation], 'AsarIntegrity').toBe(ENABLE);
  expect(wire[FuseV1Options.OnlyLoadAppFromAsar], 'OnlyLoadAppFromAsar').toBe(ENABLE);
  expect(wire[FuseV1Options.GrantFileProtocolExtraPrivileges], 'FileProtocol').toBe(DISABLE);

  // Each of these would make an unfused Electron run something else, or let somebody in.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '--require=/no/such/module' };
  const user = ['--user-data-dir', join(scratch, 'user'), '--media-dir', manifest.dir];
  const app = spawn(program, [...switches(), '--inspect=0', '--remote-debugging-port=0', ...user], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => app.once('exit', resolve));
  let said = '';
  try {
    const address = await new Promise<string>((resolve, reject) => {
      app.stderr.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
      app.once('error', reject);
      app.once('exit', (code) => reject(new Error(`The build ended with code ${code}:\n${said}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0]!;
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await expect(page.getByTestId('tile').first()).toBeVisible();
    // On macOS an app goes on without windows.
    if (process.platform === 'darwin') app.kill('SIGTERM');
    else await page.close();
    expect(await ended).toBe(0);
    expect(said).not.toContain('Debugger listening');
  } finally {
    app.kill('SIGKILL');
  }
});

test('what is shipped answers a terminal, also without a screen', async ({ scratch, folder, manifest }) => {
  const { program } = findUnpacked();
  const user = `--user-data-dir=${join(scratch, 'user')}`;
  const terminal = (...args: readonly string[]) => runInTerminal(program, args, { env: NO_DISPLAY });
  const help = await terminal('--help');
  expect([help.code, help.out.startsWith('Usage: home-gallery')]).toEqual([0, true]);
  expect((await terminal('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect((await terminal('--cache-ttl=soon')).code).toBe(2);
  const scan = await terminal('scan', folder, '--json', user);
  expect([scan.code, JSON.parse(scan.out)]).toMatchObject([0, { files: manifest.counts.shown }]);
  const thumbs = await terminal('thumbs', folder, '--json', user);
  expect(JSON.parse(thumbs.out)).toMatchObject({ failed: manifest.counts.unusable });
  expect(JSON.parse((await terminal('stats', '--json', user)).out)).toMatchObject({
    filesInIndex: manifest.counts.shown,
  });
  expect(JSON.parse((await terminal('diagnose', '--json', user)).out)).toMatchObject({
    libraryProcess: 'starts',
  });
});

test('only what runs is in the build, and all of it', () => {
  const { folder } = findUnpacked();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const archive = names.find((name) => name.endsWith('app.asar'))!;
  const files = packedFiles(join(folder, archive));
  const sum = [...files.values()].reduce((total, size) => total + size, 0);
  expect(sum).toBeLessThan(120_000_000);
  expect([...files.keys()].filter((path) => /\.(map|ts|md)$|\.test\./.test(path))).toEqual([
    // A licence is kept whatever its form.
    ...[...files.keys()].filter((path) => /LICENSE\.md$/.test(path)),
  ]);
  expect(names.some((name) => name.endsWith('default_app.asar'))).toBe(false);
  if (process.platform === 'linux') {
    expect(readdirSync(join(folder, 'locales')).sort()).toEqual(['de.pak', 'en-US.pak']);
    expect(existsSync(join(folder, 'LICENSES.chromium.html'))).toBe(true);
    expect(readFileSync(join(folder, 'LICENSE.electron.txt'), 'utf8')).toContain(
      'Permission is hereby granted',
    );
  }
});
