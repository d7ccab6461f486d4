// Workers are killed in the middle of work, and everything still completes. At the end no process stays behind.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, status, test, untilComplete } from './fixtures.js';
import { jpeg } from './media/index.js';

const FILES = 60;

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

test('thumbnail workers and the library process are killed', async ({ launch, scratch }) => {
  // Each killed process comes back a little later than the one before: that is the point, and it takes its time.
  test.setTimeout(300_000);
  const folder = join(scratch, 'Many');
  mkdirSync(folder);
  for (let i = 0; i < FILES; i++) {
    writeFileSync(join(folder, `${i}.jpg`), await jpeg({ width: 1600 + i, height: 1200, seed: i }));
  }
  const { app, page, close } = await launch({ mediaDirs: [folder] });
  const killed = new Set<number>();
  const killAll = async (name: string) => {
    // The list may still hold a process that was killed a moment ago: only new ones count.
    const living = async () => (await pids(app, name)).filter((pid) => !killed.has(pid) && isAlive(pid));
    await expect.poll(async () => (await living()).length, { timeout: 60_000 }).toBeGreaterThan(0);
    for (const pid of await living()) {
      process.kill(pid, 'SIGKILL');
      killed.add(pid);
    }
  };
  for (const threshold of [3, 15, 30]) {
    await expect
      .poll(() => status(page, 'thumbnails-done'), { timeout: 60_000 })
      .toBeGreaterThanOrEqual(threshold);
    await killAll('Home Gallery thumbnails');
  }
  await killAll('Home Gallery library');
  expect(killed.size).toBeGreaterThanOrEqual(4);
  await untilComplete(page);
  expect(await status(page, 'items')).toBe(FILES);
  expect(await status(page, 'thumbnails-failed')).toBe(0);
  expect(await status(page, 'thumbnails-done')).toBe(FILES);

  // The library process is back and still follows the disk.
  writeFileSync(join(folder, 'later.jpg'), await jpeg({ width: 50, height: 50 }));
  await expect.poll(() => status(page, 'items'), { timeout: 30_000 }).toBe(FILES + 1);

  const all = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
  await close();
  await expect.poll(() => all.filter(isAlive)).toEqual([]);
});
