// A video plays with sound and can be sought: its time really moves, and parts of the file are asked for.

import { expect, reveal, test, untilComplete } from './fixtures.js';

test('play and seek', async ({ launch, folder, manifest }) => {
  const { app, page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const video = manifest.files.find(
    (file) => file.path.endsWith('.mp4') && file.shown && !file.damaged && file.duration > 5,
  )!;
  const target = await reveal(page, video.path.split('/').pop()!);
  await expect(target).toHaveAttribute('data-state', 'ready');
  const id = await target.getAttribute('data-id');
  await target.click();
  const element = page.getByTestId('viewer-video');
  const read = () =>
    element.evaluate((media: HTMLVideoElement) => ({
      time: media.currentTime,
      duration: media.duration,
      ready: media.readyState,
      muted: media.muted,
      volume: media.volume,
      audio: (media as HTMLVideoElement & { webkitAudioDecodedByteCount: number })
        .webkitAudioDecodedByteCount,
    }));
  await expect.poll(async () => (await read()).time, { timeout: 20_000 }).toBeGreaterThan(0.3);
  const playing = await read();
  expect(playing.muted).toBe(false);
  expect(playing.volume).toBeGreaterThan(0);
  await expect.poll(async () => (await read()).audio).toBeGreaterThan(0);
  expect(Math.abs(playing.duration - video.duration)).toBeLessThan(0.5);

  const place = video.duration * 0.7;
  await element.evaluate((media: HTMLVideoElement, seconds) => {
    media.currentTime = seconds;
  }, place);
  await expect.poll(async () => (await read()).time).toBeGreaterThanOrEqual(place);
  await expect.poll(async () => (await read()).ready).toBeGreaterThanOrEqual(2);

  await page.keyboard.press('Space');
  await expect.poll(() => element.evaluate((media: HTMLVideoElement) => media.paused)).toBe(true);
  const paused = (await read()).time;
  await page.keyboard.press('Comma');
  await expect.poll(async () => (await read()).time).toBeLessThan(paused);

  const part = await app.evaluate(async ({ net }, url) => {
    const { status, headers } = await net.fetch(url, { headers: { range: 'bytes=100-299' } });
    return { status, range: headers.get('content-range') };
  }, `media://r1/${id}`);
  expect(part.status).toBe(206);
  expect(part.range).toMatch(/^bytes 100-299\/\d+$/);
});

test('a video that Chromium cannot play says so and offers the default player', async ({
  launch,
  folder,
  manifest,
}) => {
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const video = manifest.files.find((file) => file.path.endsWith('.avi') && file.shown && !file.damaged)!;
  const target = await reveal(page, video.path.split('/').pop()!);
  await expect(target).toHaveAttribute('data-state', 'ready');
  await target.click();
  await expect(page.getByRole('button', { name: 'Open in default player' })).toBeVisible();
});
