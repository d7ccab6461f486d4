// Tests of what the corner of a video's tile shows: nothing that would be cut.

import { describe, expect, it } from 'vitest';
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
