// What goes wrong below the library while the app runs: its process hangs, its disk is full, its databases are damaged.

import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { readingKey, RUNNING_FILE, STRIKES_FILE } from '../electron/library/facts/reading-journal.js';
import { expect, problems, status, test, tile, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

/** The process id of the library process; null while there is none. */
const libraryPid = (app: ElectronApplication) =>
  app.evaluate(({ app: electron }) => {
    const found = electron
      .getAppMetrics()
      .find(({ serviceName, name }) => [serviceName, name].includes('Home Gallery library'));
    return found?.pid ?? null;
  });

/** Numbers of the index. */
const index = (page: Page) =>
  page.evaluate(async () => {
    const answer = await window.gallery.call('library.stats');
    return answer.ok ? answer.value.index : null;
  });

/** Makes a folder of so many photos, each of its own. */
async function makePhotos(folder: string, count: number): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${i}.jpg`), await jpeg({ width: 60 + i, height: 40, seed: i }));
  }
}

test('a library process that hangs is replaced, and a file it hung by twice is left alone', async ({
  launch,
  scratch,
}) => {
  test.skip(process.platform === 'win32', 'There are no signals that stop a process.');
  const folder = join(scratch, 'Photos');
  await makePhotos(folder, 4);
  const { app, page, userDataDir } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const pid = await libraryPid(app);
  // As it is when a parser loops for ever: there, and silent.
  process.kill(pid!, 'SIGSTOP');
  const hostile = join(folder, 'hostile.jpg');
  writeFileSync(hostile, await jpeg({ width: 300, height: 100 }));
  utimesSync(hostile, 1_500_000_000, 1_500_000_000);
  const key = readingKey(folder, 'hostile.jpg', statSync(hostile).size, 1_500_000_000_000);
  // What it had noted: this is being read, and was when the process before ended.
  writeFileSync(join(userDataDir, RUNNING_FILE), `${key}\n`);
  writeFileSync(join(userDataDir, STRIKES_FILE), `${key} 1\n`);
  writeFileSync(join(folder, 'while it hung.jpg'), await jpeg({ width: 90, height: 30 }));

  await expect(page.getByText(/came to a halt for 30 seconds/)).toBeVisible({ timeout: 90_000 });
  await expect.poll(() => status(page, 'items')).toBe(6);
  await expect
    .poll(() => problems(page))
    .toEqual([expect.stringMatching(/^hostile\.jpg: The app stopped answering twice/)]);
  expect(await libraryPid(app)).not.toBe(pid);
  await expect(tile(page, 'while it hung.jpg')).toHaveAttribute('data-state', 'ready');

  writeFileSync(hostile, await jpeg({ width: 301, height: 100 }));
  await expect.poll(() => problems(page)).toEqual([]);
  await untilComplete(page);
});

test('a disk that is full is told, keeps nobody from working, and is forgotten when there is space', async ({
  launch,
  scratch,
}) => {
  test.skip(process.platform !== 'linux', 'Only Linux can set the limits of another process.');
  const folder = join(scratch, 'Photos');
  await makePhotos(folder, 3);
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await expect.poll(async () => (await index(first.page))?.snapshots).toBe(1);
  const pid = await libraryPid(first.app);
  // No file of this process may grow, as on a disk that is full.
  const room = (bytes: string) => execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
  room('0');
  await makePhotos(folder, 9);
  await expect(first.page.getByText(/What is read now may be read again at the next start/)).toBeVisible();
  await expect.poll(() => status(first.page, 'items')).toBe(9);
  await untilComplete(first.page);
  const details = await first.page.evaluate(async () => {
    const roots = await window.gallery.call('roots.list');
    const root = roots.ok ? roots.value[0]!.id : 0;
    return window.gallery.call('library.details', root, 8);
  });
  expect(details).toMatchObject({ ok: true });
  expect(await libraryPid(first.app)).toBe(pid);
  expect((await index(first.page))?.failedWrites).toBeGreaterThan(0);

  room('unlimited');
  await expect(first.page.getByText(/can be kept again/)).toBeVisible({ timeout: 90_000 });
  await expect.poll(async () => (await index(first.page))?.files, { timeout: 60_000 }).toBe(9);
  await first.close();
  const second = await launch();
  await untilComplete(second.page);
  expect(await status(second.page, 'items')).toBe(9);
  await expect(second.page.getByText(/damaged|again/)).toHaveCount(0);
});

test('databases that are damaged, before the start and under way, cost no more than time', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  await makePhotos(folder, 6);
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  await first.close();
  const user = first.userDataDir;
  const damage = (name: string) => {
    const bytes = readFileSync(join(user, name));
    writeFileSync(join(user, name), bytes.fill(0x5a));
  };
  damage('index.db');
  damage('user.db');

  const second = await launch();
  await expect(second.page.getByText(/index of your folders was damaged/)).toBeVisible();
  await expect(second.page.getByText(/favourites, ratings and tags could not be read/)).toBeVisible();
  await untilComplete(second.page);
  expect(await status(second.page, 'items')).toBe(6);
  // A person can give the file to somebody who knows more.
  expect(readdirSync(user).filter((name) => /^user\.damaged.*\.db$/.test(name))).toHaveLength(1);

  // Once more while it is in use, as by a disk that goes bad.
  damage('index.db');
  await makePhotos(folder, 12);
  await expect.poll(() => status(second.page, 'items')).toBe(12);
  await untilComplete(second.page);
  await second.close();

  const third = await launch();
  await untilComplete(third.page);
  expect(await status(third.page, 'items')).toBe(12);
  expect(await status(third.page, 'thumbnails-failed')).toBe(0);
  expect(existsSync(join(user, 'index.db'))).toBe(true);
  await third.close();
  const fourth = await launch();
  await untilComplete(fourth.page);
  await expect(fourth.page.getByText(/damaged|could not be read/)).toHaveCount(0);
});

test('a clock that is set back or forward hides no file, now or after a restart', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Clock');
  await makePhotos(folder, 3);
  const { app, page, close } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  // The machine's own clock is everybody's: those of main and of a new library process are moved instead.
  const shift = join(scratch, 'shift');
  const preload = join(scratch, 'clock.cjs');
  const setShift = (ms: number) => {
    writeFileSync(`${shift}.new`, String(ms));
    renameSync(`${shift}.new`, shift);
  };
  setShift(0);
  writeFileSync(
    preload,
    `const { readFileSync } = require('node:fs');
    const now = Date.now;
    Date.now = () => now() + Number(readFileSync(${JSON.stringify(shift)}, 'utf8'));`,
  );
  await app.evaluate((_electron, file) => {
    process.env['NODE_OPTIONS'] = `--require ${JSON.stringify(file)}`;
  }, preload);
  const before = await libraryPid(app);
  process.kill(before!, 'SIGKILL');
  await expect.poll(async () => ![null, before].includes(await libraryPid(app))).toBe(true);
  const rootNow = () =>
    page.evaluate(async () => {
      const [roots, stats] = await Promise.all([
        window.gallery.call('roots.list'),
        window.gallery.call('library.stats'),
      ]);
      if (!roots.ok || !stats.ok) throw new Error('No answer');
      const [root] = roots.value;
      const { state, watching, checkedAt } = root!;
      return {
        isWatched: state === 'ready' && watching !== 'off',
        checkedAt,
        watchers: stats.value.watchers,
      };
    });
  await expect.poll(async () => (await rootNow()).isWatched).toBe(true);

  const DAY = 86_400_000;
  const daysFromNow = (time: number | undefined) => Math.round(((time ?? 0) - Date.now()) / DAY);
  let count = 3;
  for (const days of [-400, 30]) {
    setShift(days * DAY);
    await app.evaluate((_electron, ms) => {
      const kept = globalThis as { realNow?: () => number };
      const now = (kept.realNow ??= Date.now);
      Date.now = () => now() + ms;
    }, days * DAY);
    writeFileSync(join(folder, `later ${days}.jpg`), await jpeg({ width: 90, height: 40, seed: count }));
    count++;
    await expect(tile(page, `later ${days}.jpg`)).toBeVisible();
    // A look at the disk ends, and agrees.
    await page.keyboard.press('ControlOrMeta+r');
    await untilComplete(page);
    await expect.poll(() => status(page, 'items')).toBe(count);
    // Both processes do have that time.
    await expect.poll(async () => daysFromNow((await rootNow()).checkedAt)).toBe(days);
    expect(daysFromNow((await rootNow()).watchers[0]?.lastEvent)).toBe(days);
  }
  await close();
  const again = await launch({ mediaDirs: [folder] });
  await untilComplete(again.page);
  expect(await status(again.page, 'items')).toBe(count);
  expect(await problems(again.page)).toEqual([]);
});
