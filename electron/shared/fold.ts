// Shared by the library process and the window: text as it is compared in a search. Both must fold alike, because what the
// index of the one does not know yet is looked at by the other.

/** Letters that have no decomposition, but are written without their stroke or tie on many keyboards. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
};

// Nothing but ASCII: most names, and ten times as fast.
// eslint-disable-next-line no-control-regex
const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
const OTHERS = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** Without regard to case, accents and ways to write the same letter. NUL stays NUL, and nothing else becomes one. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const bare = text.normalize('NFKD').replace(MARKS, '').toLowerCase();
  // Lower case may bring marks of its own (İ).
  return bare.replace(MARKS, '').replace(OTHERS, (letter) => PLAIN[letter]!);
}

/** The shortest part of a text that the index can look up, in characters. */
export const INDEXED_LENGTH = 3;

/** Whether a folded word is long enough for the index. */
export const isIndexed = (word: string): boolean => [...word].length >= INDEXED_LENGTH;
