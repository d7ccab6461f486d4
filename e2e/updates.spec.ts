// Newer versions, with a place on this computer to ask: nothing is asked before a person agrees, nothing is downloaded before
// they say so, and what was downloaded takes the place of the app when it ends.

import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { keyOf, menuItem, waysOf } from './commands.js';
import { expect, status, test, untilComplete } from './fixtures.js';

interface Place {
  readonly server: Server;
  /** Paths that were asked for, without their queries, and what came with each. */
  readonly asked: string[];
  readonly headers: IncomingHttpHeaders[];
  version: string;
  /** What answers instead, as a status. */
  broken: number | null;
}

/** The next version; started by the old one that it replaces, to say that it is there. */
const NEXT = '#!/bin/sh\nexit 0\n# the next version\n';

async function openPlace(): Promise<Place> {
  const place: Place = { server: createServer(), asked: [], headers: [], version: '99.0.0', broken: null };
  place.server.on('request', (request, response) => {
    const path = request.url!.split('?')[0]!;
    place.asked.push(path);
    place.headers.push(request.headers);
    if (place.broken !== null) return void response.writeHead(place.broken).end();
    if (path.endsWith('.AppImage')) return void response.end(NEXT);
    const sha512 = createHash('sha512').update(NEXT).digest('base64');
    const file = `home-gallery-${place.version}.AppImage`;
    response.end(
      `version: ${place.version}\nfiles:\n  - url: ${file}\n    sha512: ${sha512}\n    size: ${NEXT.length}\n` +
        `path: ${file}\nsha512: ${sha512}\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`,
    );
  });
  await new Promise<void>((ready) => place.server.listen(0, '127.0.0.1', ready));
  return place;
}

let place: Place;
test.beforeEach(async () => {
  place = await openPlace();
});
test.afterEach(() => {
  place.server.closeAllConnections();
  place.server.close();
});

/** The file that names the place, as electron-builder writes it into a build. */
function feedIn(folder: string): string {
  const file = join(folder, 'app-update.yml');
  const { port } = place.server.address() as AddressInfo;
  writeFileSync(file, `provider: generic\nurl: http://127.0.0.1:${port}/\nupdaterCacheDirName: next\n`);
  return file;
}

test('updates: asked for when agreed, downloaded when wanted, installed at the end', async ({
  launch,
  scratch,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'The kind of build that replaces itself is another one elsewhere.');
  const appImage = join(scratch, 'gallery.AppImage');
  writeFileSync(appImage, 'this version');
  chmodSync(appImage, 0o755);
  const env = { HOME_GALLERY_UPDATE_CONFIG: feedIn(scratch), APPIMAGE: appImage, APPDIR: '/' };
  let { page, close } = await launch({ mediaDirs: [folder], env });
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+,');
  const row = page.getByTestId('updates');
  await expect(row).toHaveAttribute('data-state', 'unknown');
  const option = () => page.getByTestId('option-updates');
  await expect(option()).toContainText('nothing leaves this computer');
  await expect(option().getByRole('switch')).not.toBeChecked();
  expect(place.asked).toEqual([]);

  // An explicit question, with checks off: one answer, and no download.
  place.version = '0.0.1';
  await row.getByRole('button', { name: 'Check now' }).click();
  await expect(row).toHaveAttribute('data-state', 'current');
  expect(place.asked).toEqual(['/latest-linux.yml']);
  // Nothing tells one person from another.
  expect(Object.keys(place.headers[0]!).sort()).toEqual(
    expect.not.arrayContaining(['x-user-staging-id', 'cookie', 'accept-language']),
  );
  expect(place.headers[0]!['user-agent']).toBe('home-gallery');
  place.broken = 500;
  await row.getByRole('button', { name: 'Check now' }).click();
  await expect(row).toHaveAttribute('data-state', 'failed');
  await expect(row).toContainText('The newer version could not be had (500');
  place.broken = null;
  await close();

  // The next start asks nothing by itself, and switching checks on does, but not again on the same day.
  place.asked.length = 0;
  place.version = '99.0.0';
  const user = join(scratch, 'user');
  ({ page, close } = await launch({ env }));
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+,');
  await option().getByRole('switch').click();
  await expect(option()).toContainText('Asks github.com once a day');
  expect(place.asked).toEqual([]);
  await close();
  const settings = join(user, 'settings.json');
  const saved = JSON.parse(readFileSync(settings, 'utf8')) as { updatesCheckedAt: number };
  writeFileSync(
    settings,
    JSON.stringify({ ...saved, updatesCheckedAt: saved.updatesCheckedAt - 86_400_000 }),
  );

  // A day later it asks, says what there is, and waits.
  ({ page, close } = await launch({ env }));
  await expect(page.getByTestId('notice')).toContainText('Version 99.0.0 of Home Gallery is there');
  expect(await status(page, 'items')).toBeGreaterThan(0);
  expect(place.asked).toEqual(['/latest-linux.yml']);
  await page.keyboard.press('ControlOrMeta+u');
  const there = page.getByTestId('updates');
  await expect(there).toContainText('Version 99.0.0 is there.');
  await expect(there).toBeInViewport();
  await page
    .getByTestId('settings')
    .evaluate((dialog) => Promise.all(dialog.getAnimations().map((one) => one.finished)));
  await page.screenshot({ path: 'test-results/screens/updates-found.png' });
  expect(place.asked.filter((path) => path.endsWith('.AppImage'))).toEqual([]);
  await there.getByRole('button', { name: 'Download, install when closing' }).click();
  await expect(there).toHaveAttribute('data-state', 'ready');
  expect(place.asked).toContain('/home-gallery-99.0.0.AppImage');
  expect(readFileSync(appImage, 'utf8')).toBe('this version');
  await close();
  expect(readFileSync(appImage, 'utf8')).toBe(NEXT);
});

test('an update is downloaded by key and in the menu of the application', async ({
  launch,
  scratch,
  folder,
}) => {
  test.skip(process.platform !== 'linux', 'The kind of build that replaces itself is another one elsewhere.');
  const appImage = join(scratch, 'gallery.AppImage');
  const env = { HOME_GALLERY_UPDATE_CONFIG: feedIn(scratch), APPIMAGE: appImage, APPDIR: '/' };
  for (const number of [0, 1]) {
    writeFileSync(appImage, 'this version');
    chmodSync(appImage, 0o755);
    const { app, page, close } = await launch({ mediaDirs: [folder], env });
    await untilComplete(page);
    const [way, give] = waysOf(app, page)[number]!;
    const row = page.getByTestId('updates');
    // Nothing was found yet.
    expect(await menuItem(app, 'downloadUpdate')).toMatchObject({ enabled: false });
    await page.keyboard.press(keyOf('downloadUpdate'));
    await expect(row).toHaveCount(0);
    await give('checkUpdates');
    await expect(row, way).toHaveAttribute('data-state', 'found');
    await page.keyboard.press('Escape');
    await expect(row).toHaveCount(0);
    await expect.poll(() => menuItem(app, 'downloadUpdate')).toMatchObject({ enabled: true });
    await give('downloadUpdate');
    await expect(row, way).toHaveAttribute('data-state', 'ready');
    await expect(row).toBeInViewport();
    await expect.poll(() => menuItem(app, 'downloadUpdate')).toMatchObject({ enabled: false });
    await close();
    expect(readFileSync(appImage, 'utf8'), way).toBe(NEXT);
  }
});

test('a build that is replaced by its own means only says what there is; others have no updates', async ({
  launch,
  scratch,
}) => {
  const env = { HOME_GALLERY_UPDATE_CONFIG: feedIn(scratch), APPIMAGE: undefined };
  const tells = await launch({ env });
  await expect(tells.page.getByTestId('choose-folder')).toBeVisible();
  await tells.page.keyboard.press('ControlOrMeta+u');
  const row = tells.page.getByTestId('updates');
  await expect(row).toHaveAttribute('data-state', 'found');
  await expect(row).toContainText('Install it the way this one was installed');
  await expect(row.getByRole('button', { name: 'Check now' })).toBeEnabled();
  // Not even a page that asks for it gets more.
  const answer = await tells.page.evaluate(() => window.gallery.call('updates.download'));
  expect(answer).toMatchObject({ ok: false, code: 'unsupported' });
  // The place is gone.
  place.server.closeAllConnections();
  await new Promise((closed) => place.server.close(closed));
  await row.getByRole('button', { name: 'Check now' }).click();
  await expect(row).toHaveAttribute('data-state', 'failed');
  await expect(row).toContainText('cannot be reached');
  await tells.close();

  const none = await launch({ env: { HOME_GALLERY_UPDATE_CONFIG: undefined } });
  await expect(none.page.getByTestId('choose-folder')).toBeVisible();
  await none.page.keyboard.press('ControlOrMeta+,');
  await expect(none.page.getByTestId('updates')).toHaveAttribute('data-support', 'none');
  await expect(none.page.getByTestId('updates').getByRole('button')).toBeDisabled();
  await expect(none.page.getByTestId('option-updates').getByRole('switch')).toBeDisabled();
});
