import { describe, expect, it } from 'vitest';
import { findLivePairs, type LiveCandidate } from './live.js';

/** Pairs as names. */
const pairs = (...files: (string | LiveCandidate)[]): string[] => {
  const all = files.map((file) => (typeof file === 'string' ? { name: file } : file));
  return findLivePairs(all).map(({ photo, video }) => `${all[photo]!.name}+${all[video]!.name}`);
};

describe('Live Photos', () => {
  it('share a name, whatever its case', () => {
    expect(pairs('IMG_1.HEIC', 'img_1.mov', 'IMG_2.jpg', 'IMG_3.MOV', 'IMG_4.JPG', 'IMG_4.MOV')).toEqual([
      'IMG_1.HEIC+img_1.mov',
      'IMG_4.JPG+IMG_4.MOV',
    ]);
  });

  it('are not every photo with a video beside it', () => {
    expect(pairs('a.png', 'a.mov', 'b.jpg', 'b.mp4')).toEqual([]);
    expect(pairs('a.jpg', { name: 'a.mov', duration: 12 })).toEqual([]);
    expect(
      pairs('a.jpg', { name: 'a.mov', duration: 2.9 }, 'b.jpg', { name: 'b.mov', duration: null }),
    ).toHaveLength(2);
  });

  it('prefer HEIC where there is a copy', () => {
    expect(pairs('a.jpg', 'a.mov', 'a.heic')).toEqual(['a.heic+a.mov']);
  });

  it('are known by their identifier, also under other names', () => {
    expect(
      pairs(
        { name: 'x.heic', contentId: '1' },
        { name: 'a.heic', contentId: '2' },
        { name: 'a.mov', contentId: '1' },
      ),
    ).toEqual(['x.heic+a.mov']);
    expect(pairs({ name: 'a.heic', contentId: '2' }, { name: 'a.mov', contentId: '1' })).toEqual([]);
    expect(pairs({ name: 'a.heic', contentId: '2' }, { name: 'a.mov' })).toEqual(['a.heic+a.mov']);
  });

  it('have one video each', () => {
    expect(pairs('a.heic', 'a.mov', 'A.MOV')).toHaveLength(1);
    expect(pairs({ name: 'a.heic', contentId: '1' }, { name: 'b.mov', contentId: '1' }, 'a.mov')).toEqual([
      'a.heic+b.mov',
    ]);
  });
});
