// Workers are killed at random in the middle of two thousand jobs: every job ends, and none twice. At the end no process stays behind.

import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, status, test, untilComplete } from './fixtures.js';
import { jpeg, makeManyFiles, random } from './media/index.js';

const FILES = 2000;
const KILLS = 12;

async function pids(app: ElectronApplication, name: string): Promise<number[]> {
  return app.evaluate(
    ({ app: electron }, wanted) =>
      electron
        .getAppMetrics()
        .filter((metric) => metric.serviceName === wanted || metric.name === wanted)
        .map(({ pid }) => pid),
    name,
  );
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** How often the log tells of an end of a job that `pattern` describes, by the names of the files. */
function ends(userDataDir: string, pattern: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  const log = readFileSync(join(userDataDir, 'logs/home-gallery.log'), 'utf8');
  for (const [, path = ''] of log.matchAll(pattern)) {
    counts.set(basename(path), (counts.get(basename(path)) ?? 0) + 1);
  }
  return counts;
}

test('thumbnail workers and the library process are killed', async ({ launch, scratch }) => {
  test.setTimeout(300_000);
  const folder = join(scratch, 'Many');
  await makeManyFiles(folder, { files: FILES, folders: 4 });
  // Which worker did what is told in the log.
  const args = ['--log-level=debug'];
  const { app, page, userDataDir, close } = await launch({ mediaDirs: [folder], args });
  const killed = new Set<number>();
  const next = random(7);
  const killOne = async (name: string) => {
    // The list may still hold a process that was killed a moment ago: only new ones count.
    const living = async () => (await pids(app, name)).filter((pid) => !killed.has(pid) && isAlive(pid));
    await expect.poll(async () => (await living()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    const found = await living();
    const pid = found[Math.floor(next() * found.length)];
    if (pid === undefined) return;
    process.kill(pid, 'SIGKILL');
    killed.add(pid);
  };
  for (let kill = 1; kill <= KILLS; kill++) {
    const due = Math.floor((FILES * kill) / (KILLS + 2));
    await page.waitForFunction(
      (done) =>
        Number(document.querySelector<HTMLElement>('[data-testid="status"]')?.dataset['thumbnailsDone']) >=
        done,
      due,
      { timeout: 60_000, polling: 20 },
    );
    await killOne('Home Gallery thumbnails');
  }
  await killOne('Home Gallery library');
  expect(killed.size).toBeGreaterThan(KILLS / 2);
  await untilComplete(page);
  await expect.poll(() => status(page, 'items')).toBe(FILES);

  // A file that was in a worker's hand at two of the kills is left alone, and says so: those, and no others.
  const crashes = ends(userDataDir, /worker \d+ \(pid \d+\): (.*) failed after .* \(crashed: /g);
  expect(crashes.size).toBeGreaterThan(0);
  const twice = [...crashes].filter(([, count]) => count > 1).map(([name]) => name);
  const failures = await page.evaluate(async () => {
    const answer = await window.gallery.call('thumbnails.failures');
    return answer.ok ? answer.value.map(({ path, message }) => [path, message] as const) : [];
  });
  const why = 'Reading this file ended its process twice, so it is left alone.';
  expect(failures.map(([path, message]) => [basename(path), message]).sort()).toEqual(
    twice.sort().map((name) => [name, why]),
  );
  expect(await status(page, 'thumbnails-failed')).toBe(twice.length);
  if (twice.length > 0) await page.getByTestId('problems-button').click();
  for (let left = twice.length; left > 0; left--) {
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await expect.poll(() => status(page, 'thumbnails-done')).toBe(FILES - left + 1);
  }
  if (twice.length > 0) await page.keyboard.press('Escape');
  expect(await status(page, 'thumbnails-done')).toBe(FILES);
  // Every job has ended, and none twice.
  const done = ends(userDataDir, /worker \d+ \(pid \d+\): (.*) done in /g);
  expect([done.size, Math.max(...done.values())]).toEqual([FILES, 1]);

  // The library process is back and still follows the disk.
  writeFileSync(join(folder, 'later.jpg'), await jpeg({ width: 50, height: 50 }));
  await expect.poll(() => status(page, 'items'), { timeout: 30_000 }).toBe(FILES + 1);

  const all = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
  await close();
  await expect.poll(() => all.filter(isAlive)).toEqual([]);
});
