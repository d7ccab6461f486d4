import { expect, it } from 'vitest';
import { isForeign } from './useForeignSound.js';

it('tells the sounds that Chromium leaves out', () => {
  for (const codec of ['ac3', 'eac3', 'A_DTS', 'samr', 'mp2']) expect(isForeign(codec), codec).toBe(true);
  for (const codec of ['aac', 'mp3', 'opus', 'pcm-s16', 'pcm_mulaw']) {
    expect(isForeign(codec), codec).toBe(false);
  }
  expect(isForeign(null)).toBe(false);
});
