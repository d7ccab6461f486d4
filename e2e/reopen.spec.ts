// A second start shows what the first one knew before any disk is touched, whatever happened to folders and databases
// in between.

import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gallery } from './app.js';
import { jpeg } from './media/index.js';
import { answerDialog, byDate, expect, reveal, status, test, tile, untilComplete } from './fixtures.js';

test('a folder that is away at start is shown as it was, with its thumbnails, and verified when it is back', async ({
  launch,
  folder,
  scratch,
  manifest,
}) => {
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  const done = await status(first.page, 'thumbnails-done');
  const problems = await status(first.page, 'problems');
  const shown = await first.page.locator('[data-testid="tile"]').first().getAttribute('data-name');
  await first.close();
  renameSync(folder, join(scratch, 'unplugged'));

  const second = await launch();
  await expect(second.page.getByRole('treeitem', { name: /Pictures.*offline/ })).toBeVisible();
  await expect(await reveal(second.page, shown!)).toHaveAttribute('data-state', 'ready');
  expect(await status(second.page, 'items')).toBe(manifest.counts.shown);
  await expect.poll(() => status(second.page, 'thumbnails-done')).toBe(done);
  expect(await status(second.page, 'problems')).toBeLessThanOrEqual(problems);
  await second.close();

  // Also the run in which it was away has forgotten nothing.
  const third = await launch();
  await expect(await reveal(third.page, shown!)).toHaveAttribute('data-state', 'ready');
  rmSync(join(scratch, 'unplugged', manifest.files.find((file) => file.shown)!.path));
  renameSync(join(scratch, 'unplugged'), folder);
  await expect.poll(() => status(third.page, 'items')).toBe(manifest.counts.shown - 1);
  await expect(third.page.getByRole('treeitem', { name: /offline/ })).toHaveCount(0);
  await untilComplete(third.page);
});

test('a damaged index is told once and built again', async ({ launch, folder, scratch, manifest }) => {
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await first.close();
  const index = join(scratch, 'user/index.db');
  const bytes = readFileSync(index);
  bytes.fill(0x5a, 0, Math.min(bytes.length, 64 * 1024));
  writeFileSync(index, bytes);

  const second = await launch();
  await expect(second.page.getByText(/index of your folders was damaged/)).toHaveCount(1);
  await untilComplete(second.page);
  expect(await status(second.page, 'items')).toBe(manifest.counts.shown);
  await second.close();
  expect(existsSync(join(scratch, 'user/index.damaged.db'))).toBe(true);

  const third = await launch();
  await untilComplete(third.page);
  await expect(third.page.getByText(/was damaged/)).toHaveCount(0);
});

test('details of a photo stand beside it, and order it by the date taken', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Dated');
  mkdirSync(folder);
  const camera = { make: 'ACME', model: 'ACME One', lens: '35mm' };
  const dated = (taken: string) => jpeg({ width: 60, height: 40, taken, camera, gps: [48.1, -11.5] });
  writeFileSync(join(folder, 'late.jpg'), await dated('2021-07-08T09:10:11'));
  writeFileSync(join(folder, 'early.jpg'), await dated('2011-02-03T04:05:06'));
  const names = (page: Gallery['page']) =>
    page
      .getByTestId('tile')
      .evaluateAll((tiles) => tiles.map((element) => (element as HTMLElement).dataset['name']));
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await byDate(first.page, 'July 20211 item');
  await first.close();

  const { page } = await launch();
  await untilComplete(page);
  await expect.poll(() => names(page)).toEqual(['late.jpg', 'early.jpg']);
  await tile(page, 'early.jpg').click();
  await page.keyboard.press('i');
  const info = page.getByTestId('viewer-info');
  await expect(info.locator('[data-fact="camera"]')).toContainText('ACME One');
  await expect(info.locator('[data-fact="settings"]')).toContainText('1/250 s, f/2.8, ISO 200, 35 mm');
  await expect(info.locator('[data-fact="place"]')).toContainText('48.10000° N, 11.50000° W');
  await expect(info.locator('[data-fact="taken"]')).toContainText('2011');
  const stats = await page.evaluate(() => window.gallery.call('library.stats'));
  expect(stats).toMatchObject({
    ok: true,
    value: { index: { files: 2, inMemory: false, failedWrites: 0 }, caches: { metadata: { size: 1 } } },
  });
});

test('a library process that is killed during a scan is followed by one that ends it', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Many');
  const picture = join(scratch, 'picture.jpg');
  writeFileSync(picture, await jpeg({ width: 40, height: 30 }));
  for (let sub = 0; sub < 50; sub++) {
    // Files in the first folder: that it has been read is told while all the others are still to be read.
    const path = sub === 0 ? folder : join(folder, String(sub));
    mkdirSync(path);
    for (let i = 0; i < 500; i++) linkSync(picture, join(path, `${i}.jpg`));
  }
  const { app, page, userDataDir } = await launch();
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]!.webContents;
    const send = contents.send.bind(contents);
    // What windows are told is seen here at once: a scan is soon over.
    contents.send = (name: string, ...args: unknown[]) => {
      const roots = name === 'roots.changed' ? (args[0] as { state: string; files: number }[]) : [];
      if (roots.some(({ state, files }) => state === 'scanning' && files > 0)) {
        const isLibrary = (one: string | undefined) => one === 'Home Gallery library';
        const found = electron
          .getAppMetrics()
          .find(({ serviceName, name: shown }) => isLibrary(serviceName) || isLibrary(shown));
        if (found) {
          process.kill(found.pid, 'SIGKILL');
          contents.send = send;
        }
      }
      send(name, ...args);
    };
  });
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await expect.poll(() => status(page, 'items')).toBe(25_000);
  const told = () => {
    const log = readFileSync(join(userDataDir, 'logs/home-gallery.log'), 'utf8');
    return log.match(/Scan started|The library process ended|Scanned: .*?, \d+ files/g);
  };
  await expect
    .poll(told)
    .toEqual([
      'Scan started',
      'The library process ended',
      'Scan started',
      `Scanned: ${folder}, 25000 files`,
    ]);
  const state = await page.evaluate(async () => {
    const roots = await window.gallery.call('roots.list');
    return roots.ok ? roots.value.map((root) => [root.state, root.files]) : null;
  });
  expect(state).toEqual([['ready', 25_000]]);
  expect(existsSync(join(userDataDir, 'index.damaged.db'))).toBe(false);
});

test('a library process that is killed at any time is followed by one that knows everything', async ({
  launch,
  folder,
  scratch,
  manifest,
}) => {
  const kill = (app: Gallery['app']) =>
    app.evaluate(({ app: electron }) => {
      const library = electron
        .getAppMetrics()
        .find(({ serviceName, name }) => [serviceName, name].includes('Home Gallery library'));
      if (library) process.kill(library.pid, 'SIGKILL');
      return library !== undefined;
    });
  const first = await launch({ mediaDirs: [folder] });
  await expect.poll(() => kill(first.app)).toBe(true);
  await untilComplete(first.page);
  expect(await status(first.page, 'items')).toBe(manifest.counts.shown);

  // Once more when everything is known: nothing disappears from the window.
  const shown = first.page.locator('[data-testid="tile"]').first();
  const name = await shown.getAttribute('data-name');
  expect(await kill(first.app)).toBe(true);
  writeFileSync(join(folder, 'while it was down.jpg'), readFileSync(join(folder, manifest.files[0]!.path)));
  await expect.poll(() => status(first.page, 'items')).toBe(manifest.counts.shown + 1);
  await expect(await reveal(first.page, name!)).toHaveAttribute('data-state', 'ready');
  expect(existsSync(join(scratch, 'user/index.damaged.db'))).toBe(false);
});
