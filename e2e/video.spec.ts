// A video plays with sound and can be sought: its time really moves, and parts of the file are asked for.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialog, byName, expect, reveal, test, tile, untilComplete } from './fixtures.js';
import { ffmpeg } from './media/index.js';

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly range?: string;
}

test('play and seek', async ({ launch, folder, manifest }) => {
  const { app, page } = await launch();
  // Listening starts before there is a folder: a tile that comes to lie under the pointer may ask for its video
  // at once, and Chromium then hands the viewer the bytes that it has.
  await app.evaluate(({ session }) => {
    const answers: { url: string; status: number; range: string | undefined }[] = [];
    Object.assign(globalThis, { answers });
    session.defaultSession.webRequest.onResponseStarted(
      { urls: ['media://*/*'] },
      ({ url, statusCode, responseHeaders }) => {
        const range = Object.entries(responseHeaders ?? {}).find(
          ([name]) => name.toLowerCase() === 'content-range',
        );
        answers.push({ url, status: statusCode, range: range?.[1]?.[0] });
      },
    );
  });
  await answerDialog(app, [folder]);
  await page.getByTestId('choose-folder').click();
  await untilComplete(page);
  // Neither the first nor the last.
  await byName(page);
  const video = manifest.files.find(
    (file) => file.path.endsWith('.mp4') && file.shown && !file.damaged && file.duration > 5,
  )!;
  const name = video.path.split('/').pop()!;
  const target = await reveal(page, name);
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
  await expect.poll(async () => (await read()).time).toBeGreaterThan(0.3);
  const playing = await read();
  expect(playing.muted).toBe(false);
  expect(playing.volume).toBeGreaterThan(0);
  await expect.poll(async () => (await read()).audio).toBeGreaterThan(0);
  expect(Math.abs(playing.duration - video.duration)).toBeLessThan(0.5);

  const { width: wide, height: high } = (await page.getByTestId('viewer').boundingBox())!;
  /** Clicks a place on the line of its controls. */
  const timeline = async (share: number) => {
    await page.mouse.move(wide / 2, high / 2);
    await page.mouse.click(wide * share, high - 20);
    await expect
      .poll(async () => Math.abs((await read()).time / video.duration - share), { message: `at ${share}` })
      .toBeLessThan(0.1);
  };
  await timeline(0.7);
  await expect.poll(async () => (await read()).ready).toBeGreaterThanOrEqual(2);

  await page.keyboard.press('Space');
  await expect.poll(() => element.evaluate((media: HTMLVideoElement) => media.paused)).toBe(true);
  const paused = (await read()).time;
  await page.keyboard.press('Comma');
  await expect.poll(async () => (await read()).time).toBeLessThan(paused);

  // Every key of a video, as the sheet names them.
  const state = () =>
    element.evaluate((media: HTMLVideoElement) => {
      const { currentTime, duration, muted, paused, playbackRate, loop } = media;
      return { left: duration - currentTime, currentTime, muted, paused, playbackRate, loop };
    });
  await page.keyboard.press('j');
  await expect.poll(async () => (await state()).currentTime).toBeLessThan(Math.max(0.1, paused - 9));
  const before = (await state()).currentTime;
  await page.keyboard.press('.');
  await expect.poll(async () => (await state()).currentTime).toBeGreaterThan(before);
  await page.keyboard.press('l');
  await expect.poll(async () => (await state()).currentTime).toBeGreaterThan(before + 3);
  await page.keyboard.press('m');
  await expect.poll(state).toMatchObject({ muted: true });
  await page.keyboard.press('m');
  await expect.poll(state).toMatchObject({ muted: false });
  await page.keyboard.press('>');
  await expect.poll(state).toMatchObject({ playbackRate: 1.25 });
  await page.keyboard.press('[');
  await page.keyboard.press('<');
  await expect.poll(state).toMatchObject({ playbackRate: 0.75 });
  await page.keyboard.press(']');
  await expect.poll(state).toMatchObject({ playbackRate: 1 });
  // Played again at its end: it goes on from its beginning by itself.
  await page.keyboard.press('o');
  await expect.poll(state).toMatchObject({ loop: true });
  await timeline(0.95);
  await page.keyboard.press('k');
  await expect.poll(state).toMatchObject({ paused: false });
  await expect.poll(async () => (await state()).currentTime).toBeLessThan(video.duration / 2);
  expect(await state()).toMatchObject({ paused: false });
  await page.keyboard.press('o');
  await expect.poll(state).toMatchObject({ loop: false });

  // The arrow that led here, clicked, does not take the keys.
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('viewer')).not.toHaveAttribute('data-name', name);
  await page.getByTestId('viewer-next').click();
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', name);
  await expect.poll(async () => (await state()).paused).toBe(false);
  await page.keyboard.press('Space');
  await expect.poll(async () => (await state()).paused).toBe(true);
  await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', name);

  // A video that lies on its side is turned as a photo is: it fits the stage again, and its controls stay where they were.
  const turned = () =>
    element.evaluate((media: HTMLVideoElement) => {
      const { clientWidth, clientHeight, videoWidth, videoHeight } = media;
      const filling = Math.min(clientWidth / videoWidth, clientHeight / videoHeight);
      const box = media.getBoundingClientRect();
      const onSide = getComputedStyle(media).rotate !== 'none' && getComputedStyle(media).rotate !== '180deg';
      const scale = box.height / (onSide ? clientWidth : clientHeight);
      const [width, height] = onSide ? [videoHeight, videoWidth] : [videoWidth, videoHeight];
      const shown = [width * filling * scale, height * filling * scale];
      return {
        onSide,
        fits: shown[0]! < clientWidth + 1 && shown[1]! < clientHeight + 1,
        fills: shown[0]! > clientWidth - 1 || shown[1]! > clientHeight - 1,
      };
    });
  const fitting = { fits: true, fills: true };
  await expect.poll(turned).toEqual({ ...fitting, onSide: false });
  await page.keyboard.press('r');
  await expect.poll(turned).toEqual({ ...fitting, onSide: true });
  await timeline(0.2);
  await timeline(0.8);
  // What was clicked there does not keep the keys.
  await page.keyboard.press('i');
  await expect(page.getByTestId('viewer-info')).toBeVisible();
  await expect.poll(turned).toEqual({ ...fitting, onSide: true });
  await page.keyboard.press('i');
  await expect(page.getByTestId('viewer-info')).toHaveCount(0);
  // In full screen, too.
  const fill = async () => {
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await page.mouse.move(width / 2, height / 2);
    await page.mouse.click(width - 30, height - 50);
  };
  await fill();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await expect.poll(turned).toEqual({ ...fitting, onSide: true });
  // It gets the keys a moment after it fills the screen.
  await expect(element).toBeFocused();
  const { paused: still } = await state();
  await page.keyboard.press('k');
  await expect.poll(state).toMatchObject({ paused: !still });
  await page.keyboard.press('f');
  await fill();
  await expect.poll(() => page.evaluate(() => document.fullscreenElement)).toBe(null);
  await expect(page.getByTestId('viewer')).toBeFocused();
  await page.keyboard.press('k');
  await expect.poll(state).toMatchObject({ paused: still });
  await expect(page.getByTestId('viewer-favourite')).toHaveAttribute('aria-pressed', 'false');
  await page.keyboard.press('Shift+R');
  await expect.poll(turned).toEqual({ ...fitting, onSide: false });
  await page.getByTestId('viewer-rotate').click();
  await expect.poll(turned).toEqual({ ...fitting, onSide: true });

  const answersOfVideo = async () => {
    const all = await app.evaluate(() => (globalThis as unknown as { answers: Answer[] }).answers);
    return all.filter(({ url }) => new URL(url).pathname.endsWith(`/${id}`));
  };
  await expect.poll(async () => (await answersOfVideo()).length).toBeGreaterThan(0);
  const answers = await answersOfVideo();
  for (const { status, range } of answers) {
    expect(status).toBe(206);
    expect(range).toMatch(/^bytes \d+-\d+\/\d+$/);
  }

  const part = await app.evaluate(async ({ net }, url) => {
    const { status, headers } = await net.fetch(url, { headers: { range: 'bytes=100-299' } });
    return { status, range: headers.get('content-range') };
  }, `media://r1/${id}`);
  expect(part.status).toBe(206);
  expect(part.range).toMatch(/^bytes 100-299\/\d+$/);
});

test('a long video goes on where it was left, after a restart too; a short one begins anew', async ({
  launch,
  scratch,
}) => {
  const folder = join(scratch, 'Films');
  mkdirSync(folder);
  const codec = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '5'];
  for (const [name, seconds] of [
    ['long.mp4', 120],
    ['short.mp4', 50],
  ] as const) {
    const picture = `testsrc2=size=320x180:rate=5:duration=${seconds}`;
    await ffmpeg(['-f', 'lavfi', '-i', picture, ...codec, join(folder, name)]);
  }
  const left = 25;
  const media = (page: Page) =>
    page.getByTestId('viewer-video').evaluate((video: HTMLVideoElement) => ({
      paused: video.paused,
      there: !video.seeking && video.currentTime > 0,
      // A moment of its beginning may be played before it goes on.
      from: video.played.length > 0 ? video.played.start(video.played.length - 1) : null,
      at: video.currentTime,
    }));
  const leave = async (page: Page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('viewer')).toHaveCount(0);
  };
  const first = await launch({ mediaDirs: [folder] });
  await untilComplete(first.page);
  for (const name of ['short.mp4', 'long.mp4']) {
    await tile(first.page, name).click();
    await expect.poll(() => media(first.page)).toMatchObject({ there: true, paused: false });
    for (let i = 0; i < 3; i++) await first.page.keyboard.press('l');
    await expect.poll(async () => (await media(first.page)).at).toBeGreaterThanOrEqual(left);
    await first.page.keyboard.press('k');
    await expect.poll(() => media(first.page)).toMatchObject({ there: true, paused: true });
    if (name === 'short.mp4') await leave(first.page);
  }
  // The app ends while the video is open.
  const { at } = await media(first.page);
  await first.close();

  const { page } = await launch();
  await untilComplete(page);
  await tile(page, 'long.mp4').click();
  await expect.poll(async () => (await media(page)).from).toBeCloseTo(Math.round(at), 0);
  await leave(page);
  await tile(page, 'short.mp4').click();
  await expect.poll(async () => (await media(page)).at).toBeGreaterThan(0.5);
  expect((await media(page)).from).toBe(0);
});
