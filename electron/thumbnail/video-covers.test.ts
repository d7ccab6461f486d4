// Tests of videos with a cover, and of those with nothing else to see.

import { readFile, writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { colour, H264, pattern, workshop } from './testing.js';

const files = workshop();

it('shows cover art where there is no film, and says when there is nothing', async () => {
  const tone = ['-f', 'lavfi', '-i', 'sine=d=1'];
  expect(await files.refusal(await files.film('tone.mp4', ...tone), 'video')).toBe(
    'unsupported: There is no picture in this video.',
  );
  const cover = await files.film('cover.png', ...pattern(1), '-frames:v', '1');
  const disposition = ['-map', '0', '-map', '1', '-c:v', 'mjpeg', '-disposition:v', 'attached_pic'];
  const made = await files.make(await files.film('cover.m4v', ...tone, '-i', cover, ...disposition), 'video');
  expect([made.width, made.height]).toEqual([320, 180]);
});

it('shows the film where a cover stands before it', async () => {
  const cover = await files.film('red.png', ...colour('red', 1), '-frames:v', '1');
  const streams = ['-map', '0', '-map', '1', '-c:v:1', 'mjpeg', '-disposition:v:1', 'attached_pic'];
  const path = await files.film('covered.mp4', ...pattern(2), '-i', cover, ...H264, ...streams);
  const whole = await readFile(path);
  // A box begins with its size. What is about the whole film, its cover too, stands last in a moov, and may stand before.
  const boxAt = (kind: string, from = 0) => whole.indexOf(kind, from, 'latin1') - 4;
  const track = boxAt('trak', boxAt('moov'));
  const about = boxAt('udta', track);
  const behind = about + whole.readUInt32BE(about);
  const parts = [
    whole.subarray(0, track),
    whole.subarray(about, behind),
    whole.subarray(track, about),
    whole.subarray(behind),
  ];
  await writeFile(path, Buffer.concat(parts));
  const made = await files.make(path, 'video');
  expect([made.width, made.height, made.thumbnail.width]).toEqual([320, 180, 100]);
});
