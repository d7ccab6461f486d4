// Videos that Chromium cannot play are played all the same, with the help of ffmpeg, of which nothing is left afterwards;
// and photos move that have a moving half.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Gallery } from './app.js';
import { expect, reveal, test, untilComplete } from './fixtures.js';
import { ffmpeg, hasEncoder, jpeg } from './media/index.js';
import { LOAD_NOTHING_ONCE } from './slow-drive.js';
import { video } from './media/videos.js';

const SECONDS = 24;

interface Running {
  readonly pid: string;
  readonly parent: string;
  readonly args: string;
}

/** Everything in the system that runs ffmpeg to play. */
function playingAnywhere(): Running[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args=']).toString().split('\n');
  return lines.flatMap((line) => {
    const [, pid, parent, args] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return args?.includes('pipe:1') && args.includes('ffmpeg') ? [{ pid: pid!, parent: parent!, args }] : [];
  });
}

/** Of these, what this app has started: their arguments. */
const playing = ({ app }: Gallery): string[] =>
  playingAnywhere()
    .filter(({ parent }) => parent === String(app.process().pid))
    .map(({ args }) => args);

const state = (page: Page) =>
  page.getByTestId('viewer-video').evaluate((media: HTMLVideoElement) => ({
    time: media.currentTime,
    duration: media.duration,
    width: media.videoWidth,
    streamed: media.dataset['streamed'],
    shown: media.readyState >= 2 && !media.seeking,
    loaded: media.buffered.length > 0 ? media.buffered.end(media.buffered.length - 1) : 0,
  }));

/** A video of another codec than its container suggests, from a running clock. */
const made = (file: string, ...codec: string[]) =>
  ffmpeg([
    ...['-f', 'lavfi', '-i', `testsrc2=size=320x180:rate=25:duration=${SECONDS}`],
    ...['-f', 'lavfi', '-i', `sine=duration=${SECONDS}`, ...codec, file],
  ]);

test('formats that Chromium does not know are played, and sought', async ({ launch, scratch }) => {
  test.skip(process.platform !== 'linux', 'Processes are listed as Linux lists them.');
  const folder = join(scratch, 'Films');
  mkdirSync(folder);
  await Promise.all([
    // New pictures, new sound; another container alone.
    made(join(folder, 'a old.avi'), '-c:v', 'mpeg4', '-q:v', '4', '-c:a', 'mp2'),
    made(
      join(folder, 'b flash.flv'),
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-g',
      '50',
      '-c:a',
      'mp3',
      '-ar',
      '44100',
    ),
    made(join(folder, 'c disc.mpg'), '-c:v', 'mpeg2video', '-q:v', '4', '-c:a', 'mp2'),
    made(join(folder, 'd windows.wmv'), '-c:v', 'wmv2', '-q:v', '4', '-c:a', 'wmav2'),
    made(join(folder, 'e stream.ts'), '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-c:a', 'aac'),
    // A name that Chromium knows, with pictures that it does not.
    made(join(folder, 'f deep.mp4'), '-c:v', 'mpeg4', '-q:v', '4', '-c:a', 'aac'),
  ]);
  writeFileSync(
    join(folder, 'g broken.avi'),
    Buffer.concat([Buffer.from('RIFF....AVI '), Buffer.alloc(9000, 7)]),
  );
  const gallery = await launch({ mediaDirs: [folder] });
  const { page } = gallery;
  await untilComplete(page);
  await page.getByTestId('sort').click();
  await page.getByTestId('sort-name').click();
  await (await reveal(page, 'a old.avi')).click();
  for (const name of [
    'a old.avi',
    'b flash.flv',
    'c disc.mpg',
    'd windows.wmv',
    'e stream.ts',
    'f deep.mp4',
  ]) {
    await expect(page.getByTestId('viewer')).toHaveAttribute('data-name', name);
    await expect.poll(async () => (await state(page)).time, { message: name }).toBeGreaterThan(0.3);
    const now = await state(page);
    expect(now, name).toMatchObject({ streamed: 'true', width: 320 });
    expect(Math.abs(now.duration - SECONDS), name).toBeLessThan(0.7);
    // Two steps on by key; then to a place that has not been loaded.
    await page.keyboard.press('l');
    await expect.poll(async () => (await state(page)).time, { message: name }).toBeGreaterThan(10);
    await expect.poll(async () => (await state(page)).shown, { message: name }).toBe(true);
    await page.keyboard.press('ArrowRight');
  }
  // What cannot be played here may be in the player of the system.
  await gallery.app.evaluate(({ shell }) => {
    shell.openPath = (handed) => (Object.assign(globalThis, { handed }), Promise.resolve(''));
  });
  const handed = () => gallery.app.evaluate(() => (globalThis as unknown as { handed?: string }).handed);
  const player = page.getByTestId('open-externally');
  await expect(player).toHaveText('Open in default player');
  await player.click();
  await expect.poll(handed).toBe(join(folder, 'g broken.avi'));
  await expect(page.getByTestId('viewer-unshowable')).toContainText(
    'There is no moving picture in this file.',
  );
  await expect.poll(() => playing(gallery)).toEqual([]);

  // A long one waits for its watcher: the process is there until the viewer closes.
  await page.keyboard.press('Home');
  await expect.poll(async () => (await state(page)).time).toBeGreaterThan(0.1);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);
  await expect.poll(() => playing(gallery)).toEqual([]);
});

test('sound that Chromium does not know is heard, or is said to be missing', async ({ launch, scratch }) => {
  test.skip(process.platform === 'win32', 'The ffmpeg that makes nothing is a shell script.');
  const folder = join(scratch, 'Films');
  mkdirSync(folder);
  const film = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-pix_fmt', 'yuv420p'];
  await Promise.all([
    made(join(folder, 'a disc.mkv'), ...film, '-c:a', 'ac3'),
    made(join(folder, 'b web.mp4'), ...film, '-c:a', 'aac'),
    made(join(folder, 'c neither.mp4'), '-c:v', 'mpeg4', '-q:v', '4', '-c:a', 'ac3'),
  ]);
  const { page, close } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const heard = () =>
    page
      .getByTestId('viewer-video')
      .evaluate(
        (media) => (media as unknown as { webkitAudioDecodedByteCount: number }).webkitAudioDecodedByteCount,
      );
  for (const [name, streamed] of [
    ['a disc.mkv', 'true'],
    ['b web.mp4', 'false'],
  ] as const) {
    await (await reveal(page, name)).click();
    await expect.poll(heard, { message: name }).toBeGreaterThan(0);
    expect(await state(page), name).toMatchObject({ streamed, width: 320 });
    await page.keyboard.press('Escape');
  }
  await close();

  // Where ffmpeg is missing the pictures are seen all the same.
  const missing = join(scratch, 'no-ffmpeg');
  writeFileSync(missing, '#!/bin/sh\n[ "$2" = -version ] && echo "ffmpeg version none" || exit 1\n', {
    mode: 0o755,
  });
  const without = (await launch({ env: { HOME_GALLERY_FFMPEG: missing } })).page;
  const silent = without.getByText('This video plays without its sound.');
  await without.evaluate(LOAD_NOTHING_ONCE);
  await (await reveal(without, 'c neither.mp4')).click();
  await expect(without.getByTestId('viewer-unshowable')).toContainText('This video cannot be played here.');
  // At once: what is said goes by itself after a while.
  expect(await silent.count()).toBe(0);
  await without.keyboard.press('Escape');
  await (await reveal(without, 'a disc.mkv')).click();
  await expect(silent).toBeVisible();
  await expect.poll(async () => (await state(without)).time).toBeGreaterThan(0.3);
  expect(await state(without)).toMatchObject({ streamed: 'false', width: 320 });
});

test('what plays ends with the viewer, and with the app', async ({ launch, scratch }) => {
  test.skip(process.platform !== 'linux', 'Processes are listed as Linux lists them.');
  const folder = join(scratch, 'Films');
  mkdirSync(folder);
  // Longer than what is loaded ahead, so that ffmpeg waits; one picture a second is made quickly.
  await ffmpeg([
    ...['-f', 'lavfi', '-i', 'testsrc2=size=320x180:rate=5:duration=900', '-c:v', 'mpeg4', '-q:v', '4'],
    join(folder, 'long.avi'),
  ]);
  const gallery = await launch({ mediaDirs: [folder] });
  const { page } = gallery;
  await untilComplete(page);
  const open = async () => {
    await (await reveal(page, 'long.avi')).click();
    await expect.poll(async () => (await state(page)).time).toBeGreaterThan(0.2);
  };
  await open();
  expect(playing(gallery)).toHaveLength(1);
  // Far away: another process, and the first one ends.
  const { width, height } = (await page.getByTestId('viewer').boundingBox())!;
  await page.mouse.move(width / 2, height / 2);
  await page.mouse.click(width * 0.78, height - 20);
  await expect.poll(async () => (await state(page)).shown).toBe(true);
  await expect.poll(async () => (await state(page)).time).toBeGreaterThan(650);
  await expect.poll(() => playing(gallery)).toHaveLength(1);
  expect(playing(gallery)[0]).toMatch(/ -ss [67]\d\d/);
  await page.keyboard.press('Escape');
  await expect.poll(() => playing(gallery)).toEqual([]);
  // It goes on where it was left.
  await open();
  await expect.poll(async () => (await state(page)).time).toBeGreaterThan(650);
  await expect.poll(async () => (await state(page)).shown).toBe(true);
  const ours = String(gallery.app.process().pid);
  const pids = playingAnywhere().filter(({ parent }) => parent === ours);
  expect(pids).toHaveLength(1);
  await gallery.close();
  expect(playingAnywhere().filter(({ pid }) => pid === pids[0]!.pid)).toEqual([]);
});

/** A JPEG with a video behind it, as older phones write Motion Photos. */
function motionPhoto(photo: Buffer, film: Buffer): Buffer {
  const packet =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
    '<rdf:Description xmlns:GCamera="http://ns.google.com/photos/1.0/camera/" GCamera:MicroVideo="1" ' +
    `GCamera:MicroVideoOffset="${film.length}"/></rdf:RDF></x:xmpmeta>`;
  const body = Buffer.from(`http://ns.adobe.com/xap/1.0/\0${packet}`);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), head, body, photo.subarray(2), film]);
}

test('photos with a moving half move, and are still again', async ({ launch, scratch }) => {
  const folder = join(scratch, 'Live');
  mkdirSync(folder);
  const film = join(scratch, 'film.mp4');
  await video(film, { width: 320, height: 240, seconds: 4, scene: 'counter' });
  const photo = await jpeg({ width: 640, height: 480, scene: 'lake' });
  writeFileSync(join(folder, 'IMG_1.jpg'), photo);
  // Apple's halves lie side by side, in a codec that Chromium does not know.
  const codec = (await hasEncoder('libx265')) ? ['libx265', '-x265-params', 'log-level=error'] : ['mpeg4'];
  await ffmpeg(['-i', film, '-c:v', ...codec, '-c:a', 'copy', join(folder, 'IMG_1.mov')]);
  writeFileSync(join(folder, 'PXL_2.MP.jpg'), motionPhoto(photo, readFileSync(film)));
  // One that was cut off on its way here.
  writeFileSync(join(folder, 'IMG_3.jpg'), photo);
  writeFileSync(join(folder, 'IMG_3.mov'), readFileSync(join(folder, 'IMG_1.mov')).subarray(0, 2000));
  writeFileSync(join(folder, 'plain.jpg'), photo);
  const { page } = await launch({ mediaDirs: [folder] });
  await untilComplete(page);
  const badge = page.getByTestId('live-badge');
  const moving = page.getByTestId('live-video');
  const time = () => moving.evaluate((media: HTMLVideoElement) => media.currentTime);

  await (await reveal(page, 'IMG_1.jpg')).click();
  await expect(badge).toBeVisible();
  await expect(moving).toHaveCount(0);
  await page.keyboard.press('l');
  await expect.poll(time).toBeGreaterThan(0.2);
  expect(await moving.evaluate((media: HTMLVideoElement) => media.muted)).toBe(true);
  await expect(moving).toHaveCount(0);
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);

  await (await reveal(page, 'PXL_2.MP.jpg')).click();
  await badge.hover();
  await expect.poll(time).toBeGreaterThan(0.2);
  await page.mouse.move(300, 300);
  await expect(moving).toHaveCount(0);
  // Its sign is a button as well, also on a picture that can be dragged.
  await badge.press('Enter');
  await expect.poll(time).toBeGreaterThan(0.2);
  const stage = page.locator('[data-fit][data-dragging]');
  await badge.dblclick();
  await expect(stage).toHaveAttribute('data-fit', 'true');
  await page.keyboard.press('+');
  await expect(stage).toHaveAttribute('data-fit', 'false');
  await badge.hover();
  await page.mouse.down();
  await expect(stage).toHaveAttribute('data-dragging', 'false');
  await page.mouse.up();
  await badge.dblclick();
  await expect(stage).toHaveAttribute('data-fit', 'false');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);

  await (await reveal(page, 'IMG_3.jpg')).click();
  await expect(badge).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByTestId('notice')).toContainText('no moving picture');
  await expect(moving).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('viewer')).toHaveCount(0);

  await (await reveal(page, 'plain.jpg')).click();
  await expect(page.getByTestId('viewer-image')).toBeVisible();
  await page.keyboard.press('l');
  await expect(badge).toHaveCount(0);
  await expect(moving).toHaveCount(0);
});
