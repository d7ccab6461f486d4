// A folder of more than a thousand files that were made to break programs: each ends with a picture or a reason, while the
// listing stays alive, and no process stays behind.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isTransportStream } from '../electron/library/transport-stream.js';
import { displayPath } from '../electron/shared/paths.js';
import { expect, reveal, status, test, untilComplete } from './fixtures.js';
import { makeHostileFiles } from './media/hostile.js';
import { jpeg } from './media/index.js';
import { readersOf } from './media/readers.js';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

test('a thousand hostile files', async ({ launch, scratch }) => {
  test.setTimeout(300_000);
  const folder = join(scratch, 'Hostile');
  const made = await makeHostileFiles(folder);
  // A `.ts` that does not begin like a film is taken for a source file, and no part of a gallery.
  const paths = made.filter((path) => !path.endsWith('.ts') || isTransportStream(path));
  expect(paths.length).toBeGreaterThanOrEqual(1000);
  // The thumbnails go where a person wants them, beside a file of theirs.
  const place = join(scratch, 'Elsewhere');
  mkdirSync(place);
  writeFileSync(join(place, 'theirs.webp'), 'not ours');
  const { app, page, userDataDir, close } = await launch({
    mediaDirs: [folder],
    args: [`--thumbnail-dir=${place}`],
  });

  // While they are read, the listing follows the disk.
  await expect.poll(() => status(page, 'items'), { timeout: 60_000 }).toBe(paths.length);
  writeFileSync(join(folder, 'newcomer.jpg'), await jpeg({ width: 60, height: 40 }));
  await expect.poll(() => status(page, 'items'), { timeout: 60_000 }).toBe(paths.length + 1);

  await untilComplete(page, 240_000);
  const [done, failed] = [await status(page, 'thumbnails-done'), await status(page, 'thumbnails-failed')];
  expect(done + failed).toBe(paths.length + 1);
  const failures = await page.evaluate(async () => {
    const answer = await window.gallery.call('thumbnails.failures');
    if (!answer.ok) throw new Error(answer.message);
    return answer.value.map(({ path, code, message }) => ({ path, code, message }));
  });
  expect(failures).toHaveLength(failed);
  // No reason is a shrug, no file has ended a worker or taken all of its time, and none that is whole is refused.
  for (const { path, code, message } of failures) {
    expect(['damaged', 'unsupported', 'memory'], `${path}: ${message}`).toContain(code);
    expect(message, path).toMatch(/^[A-Z].*\.$/);
  }
  const refused = new Set(failures.map(({ path }) => path));
  const whole = paths.filter((path) => /^good\.(?!m4v)/.test(relative(folder, path)));
  expect(whole.filter((path) => refused.has(relative(folder, path)))).toEqual([]);

  // A person sees it: the name on the tile, the reason in the list.
  const bomb = await reveal(page, 'huge header.png');
  await expect(bomb).toHaveAttribute('data-state', 'failed');
  await expect(bomb).toContainText('huge header.png');
  await expect((await reveal(page, displayPath('"quoted".jpg'))).locator('img')).not.toHaveCount(0);

  const all = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ pid }) => pid));
  await close();
  await expect.poll(() => all.filter(isAlive)).toEqual([]);
  expect(readersOf(folder)).toEqual([]);
  const stored = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.webp'),
  );
  expect(stored.length).toBeGreaterThan(100);
  expect(readFileSync(join(place, 'theirs.webp'), 'utf8')).toBe('not ours');
  expect(existsSync(join(userDataDir, 'thumbnails'))).toBe(false);
});
