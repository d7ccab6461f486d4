import { expect, it } from 'vitest';
import { AppError } from '../shared/result.js';
import { answered } from './thumb-answer.js';

const fails = () => Promise.reject(new AppError('unsupported', 'Playing this video needs ffmpeg.'));
const silent = () => undefined;

it('tells a page that reads answers why there is none, and elements the status alone', async () => {
  const told = await answered(silent, fails, true);
  expect([told.status, await told.text()]).toEqual([415, 'Playing this video needs ffmpeg.']);
  // Without it the page could not read the sentence.
  expect(told.headers.get('access-control-allow-origin')).toBe('*');
  const plain = await answered(silent, fails);
  expect([plain.status, await plain.text()]).toEqual([415, '']);
});

it('keeps what is meant for the log out of the answer', async () => {
  const told = await answered(silent, () => Promise.reject(new Error('/secret/path')), true);
  expect([told.status, await told.text()]).toEqual([500, '']);
});
