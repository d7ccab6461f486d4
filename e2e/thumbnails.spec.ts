// Thumbnails are kept: over a restart, a rename and a move nothing is made again. Background work can be paused. A file
// that takes the whole app down twice is left alone, and tried again when a person asks for it.

import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { thumbnailsMade } from './commands.js';
import { expect, reveal, status, test, untilComplete } from './fixtures.js';
import { jpeg, photo } from './media/index.js';

const FILES = 24;

/** Every stored thumbnail with its time of change: the same list means that none was made again. */
function stored(user: string): string[] {
  const folder = join(user, 'thumbnails');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.webp') && !name.startsWith('tmp'))
    .map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`)
    .sort();
}

async function makePhotos(folder: string, { size = 400, count = FILES } = {}): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    writeFileSync(join(folder, `${i}.jpg`), await jpeg({ width: size + i, height: 300, seed: i }));
  }
}

test('a restart, a rename and a move make no thumbnail again', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  await makePhotos(folder);
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  const made = stored(first.userDataDir);
  expect(made).toHaveLength(FILES);

  mkdirSync(join(folder, 'Elsewhere'));
  for (let i = 0; i < FILES / 2; i++) {
    renameSync(join(folder, `${i}.jpg`), join(folder, 'Elsewhere', `moved ${i}.jpg`));
  }
  // Each of them is looked at once more, and recognised.
  await expect.poll(() => thumbnailsMade(first.page)).toBe(1.5 * FILES);
  await first.close();
  expect(stored(first.userDataDir)).toEqual(made);

  renameSync(folder, join(scratch, 'Renamed'));
  const second = await launch({ mediaDirs: [join(scratch, 'Renamed')] });
  // The folder that was renamed away stays browsable with its thumbnails, so every file is there twice. Fewer are done
  // only under way, while those under the new name are being recognised.
  await expect.poll(() => status(second.page, 'thumbnails-done')).toBe(2 * FILES);
  expect(await status(second.page, 'thumbnails-total')).toBe(2 * FILES);
  expect(await status(second.page, 'items')).toBe(2 * FILES);
  await second.close();
  expect(stored(first.userDataDir)).toEqual(made);
});

test('background work can be paused, stays so over a restart, and is resumed', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  // More than a worker makes until somebody has pressed a button.
  await makePhotos(folder, { size: 3000, count: 5 * FILES });
  const first = await launch({ mediaDirs: [folder], args: ['--worker-threads=1'] });
  await first.page.getByRole('button', { name: 'Pause thumbnails' }).click();
  await expect(first.page.getByTestId('status')).toContainText('paused');
  await first.close();
  const { page } = await launch();
  const pause = page.getByRole('button', { name: 'Pause thumbnails' });
  await expect(page.getByTestId('status')).toContainText('paused');
  await page.getByRole('button', { name: 'Resume thumbnails' }).click();
  await untilComplete(page);
  await expect(pause).toHaveCount(0);
});

test('the pictures of folders are made while they are on screen, also when the rest is paused', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Photos');
  await makePhotos(folder, { count: 2 });
  const { page } = await launch({ mediaDirs: [folder], args: ['--worker-threads=1'] });
  await untilComplete(page);
  await page.keyboard.press('ControlOrMeta+Shift+Y');
  await expect(page.getByText('Making thumbnails is paused.')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+3');
  await page.getByTestId('browsing-cards').click();
  // So large that none of them is there before the grid below has said what it wants.
  const large = await jpeg({ width: 5000, height: 4000, seed: 1 });
  for (let i = 0; i < 6; i++) {
    mkdirSync(join(folder, 'Trip', `Day ${i}`), { recursive: true });
    writeFileSync(join(folder, 'Trip', `Day ${i}`, 'a.jpg'), Buffer.concat([large, Buffer.alloc(i + 1)]));
  }
  writeFileSync(join(folder, 'Trip', 'own.jpg'), await jpeg({ width: 300, height: 200, seed: 9 }));
  await page.locator('[data-testid="folder-card"][data-name="Trip"]').click();
  const covers = page.locator('[data-testid="folder-card"][data-name^="Day"] [data-item]');
  await expect(covers).toHaveCount(6);
  for (const cover of await covers.all()) await expect(cover).toHaveAttribute('data-ready', 'true');
});

test('a tile whose picture takes long shows the kind and the name of its file meanwhile', async ({
  launch,
  folder,
  scratch,
}) => {
  test.skip(process.platform === 'win32', 'The slow program is a shell script.');
  const slow = join(scratch, 'slow-ffmpeg');
  writeFileSync(slow, '#!/bin/sh\n[ "$2" = -version ] && echo "ffmpeg version slow" || exec sleep 60\n', {
    mode: 0o755,
  });
  const { page } = await launch({ mediaDirs: [folder], env: { HOME_GALLERY_FFMPEG: slow } });
  const name = 'clip with sound.mp4';
  const film = await reveal(page, name);
  await expect(film.getByTestId('tile-label')).toHaveText(name);
  await expect(film).toHaveAttribute('data-state', 'pending');
  // Before the name is there, and while somebody scrolls past, it shows what kind of file it is.
  await expect(film).toHaveCSS('background-image', /^url\("data:image\/svg/);
});

test('videos and animated pictures play in their tiles while the pointer rests on them', async ({
  launch,
  folder,
}) => {
  const options = { width: 240, height: 160, variant: 'animated', seed: 3 } as const;
  writeFileSync(join(folder, 'moving.webp'), await photo({ ...options, format: 'webp' }));
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const film = await reveal(page, 'clip with sound.mp4');
  await film.hover();
  const player = film.getByTestId('tile-play');
  await expect(player).toBeVisible();
  await expect.poll(() => player.evaluate((one) => (one as HTMLVideoElement).currentTime)).toBeGreaterThan(0);
  // Moving the pointer moves through the video.
  const there = player.evaluate(
    (one) =>
      new Promise<void>((done) =>
        one.addEventListener('seeked', () => {
          const { currentTime, duration } = one as HTMLVideoElement;
          if (currentTime > 0.7 * duration && currentTime < 0.8 * duration) done();
        }),
      ),
  );
  const box = (await film.boundingBox())!;
  await page.mouse.move(box.x + 0.75 * box.width, box.y + box.height / 2, { steps: 4 });
  await there;
  await page.getByTestId('status').hover();
  await expect(player).toHaveCount(0);

  for (const name of ['moving.webp', 'flicker.gif']) {
    const moving = await reveal(page, name);
    await expect(moving).toHaveAttribute('data-state', 'ready');
    await expect(moving.locator('img').first()).toHaveAttribute('src', /^thumb:/);
    await moving.hover();
    // The file itself, whose frames the window runs through, over the still picture.
    await expect(moving.getByTestId('tile-play')).toHaveAttribute('src', /^media:/);
    await page.getByTestId('status').hover();
    await expect(moving.getByTestId('tile-play')).toHaveCount(0);
  }
});

test('a file that takes the app down twice is left alone', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Photos');
  mkdirSync(folder);
  // Slow enough to be caught in the act.
  writeFileSync(join(folder, 'slow.jpg'), await jpeg({ width: 9000, height: 9000 }));
  const journal = join(scratch, 'user/thumbnails-running');
  const written = () => statSync(journal, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (let i = 0; i < 2; i++) {
    const before = written();
    const { app, close } = await launch({ mediaDirs: [folder] });
    // What the app that was killed has left there does not count.
    const reading = () => written() > before && /[0-9a-f]{32}/.test(readFileSync(journal, 'latin1'));
    await expect.poll(reading, { intervals: [10] }).toBe(true);
    const { pid } = app.process();
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
    await close().catch(() => undefined);
  }
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  expect(await status(page, 'thumbnails-failed')).toBe(1);
  await page.getByTestId('problems-button').click();
  await expect(page.getByTestId('problem')).toContainText('ended its process twice');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => status(page, 'thumbnails-done')).toBe(1);
});
