// Renderer: what a person typed to find pictures, taken apart. All terms must fit a file.

import { fold } from '../../electron/shared/fold.js';
import { readDate, type DateWords, type MonthNames } from './date-words.js';

/** Fits a file of this date, or one in whose name, folder, camera or tags all the words are. */
export interface Term {
  /** Folded, none of them empty. */
  readonly words: readonly string[];
  readonly date: DateWords | null;
}

/** More words than anybody types; each costs a look-up. */
const MOST_WORDS = 12;
const LONGEST_WORD = 200;

/** What stands between quotation marks of any kind is one word, blanks included; a mark that is not closed is a sign. */
const PIECES = /"([^"]+)"|„([^“”]+)[“”]|“([^”]+)”|«([^»]+)»|(\S+)/gu;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\x00-\x1f\x7f]+/g;

/** Takes a search text apart. `months`: in which languages months are understood. */
export function readQuery(text: string, months: MonthNames): readonly Term[] {
  const terms: Term[] = [];
  let loose: string[] = [];
  const flush = () => {
    terms.push(...termsOf(loose, months));
    loose = [];
  };
  let count = 0;
  for (const [, ...groups] of text.replace(CONTROL, ' ').matchAll(PIECES)) {
    if (count++ === MOST_WORDS) break;
    const bare = groups.pop();
    const word = fold(bare ?? groups.find((group) => group !== undefined)!).slice(0, LONGEST_WORD);
    if (word.trim() === '') continue;
    if (bare !== undefined) loose.push(word);
    else {
      flush();
      terms.push({ words: [word], date: null });
    }
  }
  flush();
  return terms;
}

function termsOf(words: readonly string[], months: MonthNames): Term[] {
  const terms: Term[] = [];
  for (let at = 0; at < words.length;) {
    const found = readDate(words.slice(at), months);
    const length = found?.length ?? 1;
    terms.push({ words: words.slice(at, at + length), date: found?.date ?? null });
    at += length;
  }
  return terms;
}
