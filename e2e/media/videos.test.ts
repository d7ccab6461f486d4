// The maker's videos are what they say they are: container, length, size, rotation, sound.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { afterAll, describe, expect, it } from 'vitest';
import { rewrap, video } from './videos.js';

const dir = mkdtempSync(join(tmpdir(), 'home-gallery-test-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function read(file: string) {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(readFileSync(file)) });
  const picture = await input.getPrimaryVideoTrack();
  const sound = await input.getPrimaryAudioTrack();
  return {
    seconds: await input.computeDuration(),
    width: await picture?.getDisplayWidth(),
    height: await picture?.getDisplayHeight(),
    rotation: await picture?.getRotation(),
    picture: await picture?.getCodec(),
    sound: await sound?.getCodec(),
  };
}

describe('video', () => {
  it('makes an MP4 with sound, and other containers of the same streams', async () => {
    const mp4 = join(dir, 'clip.mp4');
    await video(mp4, { width: 160, height: 90, seconds: 2, scene: 'counter' });
    const facts = await read(mp4);
    expect(facts).toMatchObject({ width: 160, height: 90, rotation: 0, picture: 'avc', sound: 'aac' });
    expect(Math.abs(facts.seconds - 2)).toBeLessThan(0.1);
    for (const extension of ['.mov', '.mkv', '.ts']) {
      const other = join(dir, `other${extension}`);
      await rewrap(mp4, other);
      expect(await read(other)).toMatchObject({ width: 160, height: 90, picture: 'avc', sound: 'aac' });
    }
  });

  it('marks a turned picture', async () => {
    const file = join(dir, 'turned.mp4');
    await video(file, { width: 90, height: 160, seconds: 0.4, scene: 'sea', turned: true, audio: false });
    expect(await read(file)).toMatchObject({ width: 90, height: 160, rotation: 90, sound: undefined });
  });

  it('makes WebM and AVI', async () => {
    const webm = join(dir, 'clip.webm');
    await video(webm, { width: 160, height: 90, seconds: 1, scene: 'hills' });
    expect(await read(webm)).toMatchObject({ picture: 'vp8', sound: 'opus' });
    const avi = join(dir, 'clip.avi');
    await video(avi, { width: 160, height: 90, seconds: 1, scene: 'hills' });
    expect(readFileSync(avi).toString('latin1', 0, 12)).toMatch(/^RIFF....AVI $/s);
  });

  it('names the file that it has no codecs for', async () => {
    await expect(video(join(dir, 'clip.xyz'))).rejects.toThrow('clip.xyz');
  });
});
