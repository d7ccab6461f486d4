import { describe, expect, it } from 'vitest';
import { fold, isIndexed } from './fold.js';

describe('fold', () => {
  it.each([
    ['IMG_0001.JPG', 'img_0001.jpg'],
    ['Übermut', 'ubermut'],
    ['U\u0308bermut', 'ubermut'],
    ['ÉTÉ à la Señora', 'ete a la senora'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['Ærø Łódź Þór', 'aero lodz thor'],
    ['İstanbul ısı', 'istanbul isi'],
    ['ﬁlm ２０２３', 'film 2023'],
    ['漢字 кошка', '漢字 кошка'],
    ['a\0B\0Ü', 'a\0b\0u'],
    ['', ''],
  ])('%s', (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(fold(folded)).toBe(folded);
  });

  it('knows which words the index can look up', () => {
    expect(['a', 'ab', '漢字', '🎉🎉'].map(isIndexed)).toEqual([false, false, false, false]);
    expect(['abc', '漢字カ', '🎉🎉🎉'].map(isIndexed)).toEqual([true, true, true]);
  });
});
