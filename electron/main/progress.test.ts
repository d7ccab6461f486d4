// Tests of the line that shows how far a command is.

import { expect, it } from 'vitest';
import { Progress } from './progress.js';

function written(on: boolean): string {
  let text = '';
  const progress = new Progress(on, (part) => (text += part));
  progress.count('files', 12);
  progress.part('thumbnails', 1, 3);
  progress.part('thumbnails', 0, 0);
  progress.end();
  progress.end();
  return text;
}

it('writes nothing where nobody looks', () => {
  expect(written(false)).toBe('');
});

it('writes one line over itself, and leaves it behind once', () => {
  expect(written(true).split('\r')).toEqual([
    '',
    '12 files\x1b[K',
    `[${'#'.repeat(10)}${' '.repeat(20)}] 1 / 3 thumbnails\x1b[K`,
    `[${'#'.repeat(30)}] 0 / 0 thumbnails\x1b[K\n`,
  ]);
});
