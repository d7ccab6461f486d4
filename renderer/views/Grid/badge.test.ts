// Tests of what the corner of a video's tile shows: nothing that would be cut.

import { describe, expect, it } from 'vitest';
import { texts } from '../../texts.js';
import { badgeOf } from './badge.js';

describe('badgeOf', () => {
  it('shows the sign and the time where there is room for both', () => {
    expect(badgeOf(31, 200)).toEqual({ time: '0:31', triangle: true });
  });

  it('shows the time alone in a narrow tile', () => {
    expect(badgeOf(31, 64)).toEqual({ time: '0:31', triangle: false });
  });

  it('shows the sign alone where the time would be cut', () => {
    expect(badgeOf(31, 36)).toEqual({ time: '', triangle: true });
    expect(badgeOf(7263, 64)).toEqual({ time: '', triangle: true });
  });

  it('shows the sign alone while the length is unknown', () => {
    expect(badgeOf(0, 200)).toEqual({ time: '', triangle: true });
    expect(badgeOf(0, 36)).toEqual({ time: '', triangle: true });
  });
});

it('is said by the name of a tile without a picture as it stands in it: what is seen can be spoken to it', () => {
  const failure = { reason: 'Damaged file', why: 'The video ends too early.' };
  expect(texts.tileName('a.mp4', 'video', 31, failure)).toBe(
    'a.mp4, Damaged file, 0:31, video, The video ends too early.',
  );
  expect(texts.tileName('a.jpg', 'photo', 0, failure)).toBe(
    'a.jpg, Damaged file, photo, The video ends too early.',
  );
  expect(texts.tileName('a.mp4', 'video', 31, null)).toBe('a.mp4, video, 0:31');
});
